import { CHECK_BASES, type CheckBasis } from "../../../shared/checks/check-figures";

/** Which number is open: its month, its district and what it is measured against. */
export interface ChecksSearch {
  month?: string;
  district?: string;
  basis?: CheckBasis;
}

export function readChecksSearch({ month, district, basis }: Record<string, unknown>): ChecksSearch {
  if (typeof month !== "string" || !/^\d{4}-\d{2}$/.test(month)) return {};
  // An address may hold a code as a number.
  const code = typeof district === "number" ? String(district) : district;
  return {
    month,
    ...(typeof code === "string" && /^\d{0,6}$/.test(code) ? { district: code } : {}),
    ...(CHECK_BASES.some((one) => one === basis) ? { basis: basis as CheckBasis } : {}),
  };
}
