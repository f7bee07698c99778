import { beijingDate, beijingDayNumber, type EpochMs } from "../../../../../shared/common/time";

export type FigurePeriod = "this_month" | "last_month" | "year" | "all";

/** What an officer reports on, in the order in which it is offered. */
export const FIGURE_PERIODS: readonly [FigurePeriod, string][] = [
  ["year", "近一年"],
  ["this_month", "这个月"],
  ["last_month", "上个月"],
  ["all", "全部"],
];

/** First and last month of a period, `2026-11`, both included; nothing: without a beginning and an end. */
export function monthsOf(period: FigurePeriod, now: EpochMs): { from?: string; to?: string } {
  const last = period === "last_month" ? monthsBefore(now, 1) : monthsBefore(now, 0);
  switch (period) {
    case "all":
      return {};
    case "year":
      return { from: monthsBefore(now, 11), to: last };
    default:
      return { from: last, to: last };
  }
}

function monthsBefore(now: EpochMs, count: number): string {
  const [year = 0, month = 1] = beijingDate(beijingDayNumber(now)).split("-").map(Number);
  const months = year * 12 + month - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}
