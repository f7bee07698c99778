import { DAYS_OF_YEAR, type YearRange } from "./dates.js";

/** The days of a range, `MM-DD`, in the order of the year. */
export function rangeDays({ from, to }: YearRange): string[] {
  return DAYS_OF_YEAR.filter((day) => (from <= to ? from <= day && day <= to : day >= from || day <= to));
}

/** What two parts of the year share, as ranges that do not pass New Year. */
export function overlapOf(some: readonly YearRange[], others: readonly YearRange[]): YearRange[] {
  const days = new Set(others.flatMap(rangeDays));
  const shared = new Set(some.flatMap(rangeDays).filter((day) => days.has(day)));
  const ranges: YearRange[] = [];
  let open: YearRange | null = null;
  for (const day of DAYS_OF_YEAR) {
    if (!shared.has(day)) open = null;
    else if (open) open.to = day;
    else {
      open = { from: day, to: day };
      ranges.push(open);
    }
  }
  return ranges;
}

export function rangesCoverTheYear(ranges: readonly YearRange[]): boolean {
  const days = new Set(ranges.flatMap(rangeDays));
  return DAYS_OF_YEAR.every((day) => days.has(day));
}
