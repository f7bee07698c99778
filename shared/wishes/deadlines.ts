import { beijingDayNumber, DAY_MS, type EpochMs } from "../common/time.js";
import { calendarDay } from "../stations/calendar.js";
import type { WishSettings } from "./wish-settings.js";
import type { WishState } from "./wish-states.js";

/** A year announces its holidays the November before; no row of days off is longer than this, whatever it announces. */
const LONGEST_HOLIDAY_DAYS = 30;

/** Whether offices work on a day counted from 1970-01-01: Mondays to Fridays without holidays, and 调休 days. */
export function isWorkingDay(dayNumber: number): boolean {
  const { kind, weekday } = calendarDay(dayNumber);
  return kind === "adjusted_workday" || (kind === "ordinary" && weekday < 5);
}

/** The same time of day, so many working days after the day of an instant, which does not count itself. */
export function afterWorkingDays(at: EpochMs, days: number): EpochMs {
  let day = beijingDayNumber(at);
  for (let left = days; left > 0; ) {
    day += 1;
    if (isWorkingDay(day)) left -= 1;
  }
  return at + (day - beijingDayNumber(at)) * DAY_MS;
}

/** The same time of day, so many days later; where that is a public holiday, on the first day that is none. */
export function afterCalendarDays(at: EpochMs, days: number): EpochMs {
  for (let moved = 0; moved < LONGEST_HOLIDAY_DAYS; moved++) {
    const due = at + (days + moved) * DAY_MS;
    if (calendarDay(beijingDayNumber(due)).kind !== "holiday") return due;
  }
  return at + days * DAY_MS;
}

/**
 * Until when a wish that comes into a state has to leave it; null: it stays there.
 *
 * A date in a year that is not announced yet is counted with the holidays that the law sets; a promise that was made
 * stays as it was made when the calendar comes.
 *
 * @param dueBefore what was promised in the state before: a wish that is ready keeps the promise of its claim
 */
export function dueIn(
  state: WishState,
  at: EpochMs,
  settings: WishSettings,
  dueBefore: EpochMs | null,
): EpochMs | null {
  switch (state) {
    case "submitted":
      return afterWorkingDays(at, settings.reviewWorkingDays);
    case "need_info":
      return afterCalendarDays(at, settings.answerDays);
    case "approved":
      return afterCalendarDays(at, settings.claimDays);
    case "claimed":
      return afterCalendarDays(at, settings.fulfilDays);
    case "ready":
      return dueBefore;
    case "delivered":
      return afterCalendarDays(at, settings.confirmDays);
    default:
      return null;
  }
}
