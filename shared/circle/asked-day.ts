import { type BeijingDate, beijingDate, beijingDayNumber, DAY_MS, type EpochMs } from "../common/time.js";
import { calendarDay, type DayKind } from "../stations/calendar.js";

/** A kind of day stands for the next of its kind, today included. */
export const ASKED_DAYS = ["weekday", "weekend", "holiday"] as const;
export type AskedDay = (typeof ASKED_DAYS)[number] | BeijingDate;

/** The holidays of a year are never further away. */
const LONGEST_SEARCH_DAYS = 400;

/** The Beijing day, counted from 1970-01-01, that is meant; without a word, the one that holds `now`. */
export function dayAsked(asked: AskedDay | undefined, now: EpochMs): number {
  const today = beijingDayNumber(now);
  if (asked === undefined) return today;
  const isWanted = WANTED[asked];
  if (isWanted === undefined) return Math.round(Date.parse(`${asked}T00:00:00Z`) / DAY_MS);
  for (let day = today; day < today + LONGEST_SEARCH_DAYS; day++) {
    const { kind, weekday } = calendarDay(day);
    if (isWanted(kind, weekday)) return day;
  }
  throw new Error(`no ${asked} within ${LONGEST_SEARCH_DAYS} days of ${beijingDate(today)}`);
}

const WANTED: Readonly<Record<string, (kind: DayKind, weekday: number) => boolean>> = {
  weekday: (kind, weekday) => kind === "ordinary" && weekday < 5,
  weekend: (kind, weekday) => kind === "ordinary" && weekday >= 5,
  holiday: (kind) => kind === "holiday",
};
