import { beijingDayNumber, type EpochMs } from "../common/time.js";
import type { Hours } from "../stations/hours.js";
import { hoursOfDay } from "../stations/posted-hours.js";
import { type Holiday, holidaysWithin } from "./coming-holidays.js";

/** So many days before a holiday its keepers are asked, and reminded; the first is the question itself. */
export const ASKED_DAYS_BEFORE = [10, 7, 3, 1] as const;
export type AskedDaysBefore = (typeof ASKED_DAYS_BEFORE)[number];
const FIRST_ASKED = ASKED_DAYS_BEFORE[0];

/** What a keeper is asked: on these days of a holiday nobody knows whether the door opens. */
export interface HolidayQuestion {
  holiday: Holiday;
  /** Days counted from 1970-01-01; those that are over are not asked about. */
  days: number[];
}

/**
 * The days of a holiday of which the hours of a station say nothing. Hours that mention holidays answer for themselves,
 * and so does every date that somebody has answered for; days that a notice adds are open again.
 *
 * @param from days before this one are over
 */
export function unsaidDays(hours: Hours, { days }: Pick<Holiday, "days">, from = 0): number[] {
  return days.filter((day) => day >= from && hoursOfDay(hours, day) === "unknown");
}

/** The question that a station has for its keeper: ten days before a holiday, and until it is over; null: none. */
export function holidayQuestion(hours: Hours, now: EpochMs): HolidayQuestion | null {
  const today = beijingDayNumber(now);
  for (const holiday of holidaysWithin(today, FIRST_ASKED)) {
    const days = unsaidDays(hours, holiday, today);
    if (days.length > 0) return { holiday, days };
  }
  return null;
}

/**
 * Which asking is due on a day: the latest of 10, 7, 3 and 1 days before that has come; null: none yet, or it has begun.
 * What was missed is not made up for: whoever hears of a holiday three days before is asked once.
 */
export function askingDue({ days: [first = 0] }: Pick<Holiday, "days">, today: number): AskedDaysBefore | null {
  const left = first - today;
  if (left < 1) return null;
  return ASKED_DAYS_BEFORE.filter((before) => left <= before).pop() ?? null;
}
