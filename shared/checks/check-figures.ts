import { beijingMonth } from "../common/month.js";
import type { Check } from "./check.js";
import { type Share, shareOf } from "./wilson.js";

/** What a rate is measured against: the posted hours, or what a visitor was told. */
export const CHECK_BASES = ["posted", "answered"] as const;
export type CheckBasis = (typeof CHECK_BASES)[number];

/** How often the door was open when it was said to be. */
export interface OpenDoorRates {
  checks: number;
  posted: Share;
  answered: Share;
  /** Of what was said to work and looked at: how much did. */
  amenities: Share;
}

export interface CheckGroup extends OpenDoorRates {
  /** `YYYY-MM`, of Beijing. */
  month: string;
  /** Null: stations without a code. */
  districtCode: string | null;
}

/** The checks that a rate is of: those at whose minute the door was said to be open. */
export function checksBehind(checks: readonly Check[], basis: CheckBasis): Check[] {
  return checks.filter(({ said }) => said[basis] === "open");
}

/** The rates of some checks. */
export function openDoorRates(checks: readonly Check[]): OpenDoorRates {
  const rate = (basis: CheckBasis) => {
    const behind = checksBehind(checks, basis);
    return shareOf(behind.filter(({ found }) => found.door === "open").length, behind.length);
  };
  const looked = checks.flatMap(({ found, said }) =>
    Object.entries(found.works).flatMap(([kind, works]) =>
      said.amenities[kind as keyof typeof said.amenities] === "working" ? [works] : [],
    ),
  );
  return {
    checks: checks.length,
    posted: rate("posted"),
    answered: rate("answered"),
    amenities: shareOf(looked.filter((works) => works).length, looked.length),
  };
}

/** The rates by month and district, the newest month first. */
export function checkGroups(checks: readonly Check[]): CheckGroup[] {
  const groups = new Map<string, Check[]>();
  for (const check of checks) {
    const key = `${beijingMonth(check.at)}|${check.districtCode ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), check]);
  }
  return [...groups]
    .map(([key, some]) => {
      const [month = "", code = ""] = key.split("|");
      return { month, districtCode: code === "" ? null : code, ...openDoorRates(some) };
    })
    .sort((a, b) =>
      a.month === b.month ? ((a.districtCode ?? "") < (b.districtCode ?? "") ? -1 : 1) : a.month < b.month ? 1 : -1,
    );
}
