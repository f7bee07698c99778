import type { AuditEntry } from "../audit/audit-entry.js";
import { type BeijingDate, beijingDate, beijingDayNumber, DAY_MS } from "../core/time.js";
import { spellsEndedBy } from "../month-report/broken-spells.js";

/** Something that was broken and works again. Neither who said so nor at which station is part of it. */
export interface Repair {
  districtCode: string;
  /** The day in Beijing on which it worked again. */
  on: BeijingDate;
  /** From broken to fixed, tenths of a day. */
  days: number;
}

/** What a line of the record tells to be fixed. What nobody knows since when it was broken is left out. */
export function repairsIn(entry: AuditEntry): Repair[] {
  const { districtCode } = entry;
  if (districtCode === null) return [];
  return spellsEndedBy(entry).flatMap(({ since, at, isFixed }): Repair[] => {
    if (!isFixed || since === 0) return [];
    const days = Math.round((Math.max(0, at - since) / DAY_MS) * 10) / 10;
    return [{ districtCode, on: beijingDate(beijingDayNumber(at)), days }];
  });
}

/** The middle one of some numbers, or the mean of the middle two; null: there are none. */
export function medianOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return Math.round((middle.reduce((sum, one) => sum + one, 0) / middle.length) * 10) / 10;
}

/** `2026-11` */
export function monthOf(date: BeijingDate): string {
  return date.slice(0, 7);
}

/** The month so many before another. */
export function monthBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const months = year * 12 + number - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}
