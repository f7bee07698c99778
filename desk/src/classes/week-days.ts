import {
  type BeijingDate,
  beijingDate,
  beijingDayNumber,
  beijingInstant,
  beijingMinuteOfDay,
  DAY_MS,
  type EpochMs,
  weekdayOf,
} from "../../../shared/common/time";
import { dateWords, weekdayName } from "../../../shared/stations/hours-words";

const WEEK = 7;

/** The Monday of the week that holds an instant. */
export function mondayOf(at: EpochMs): BeijingDate {
  const day = beijingDayNumber(at);
  return beijingDate(day - weekdayOf(day));
}

/** Monday to Sunday. */
export function daysOf(monday: BeijingDate): BeijingDate[] {
  return Array.from({ length: WEEK }, (_, days) => dayAfter(monday, days));
}

export function dayAfter(date: BeijingDate, days: number): BeijingDate {
  return beijingDate(beijingDayNumber(beijingInstant(date) + days * DAY_MS));
}

export function dayOfInstant(instant: string): BeijingDate {
  return beijingDate(beijingDayNumber(Date.parse(instant)));
}

/** 19:00. */
export function timeOfInstant(instant: string): string {
  const minutes = beijingMinuteOfDay(Date.parse(instant));
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** 周三 11月18日. */
export function dayWords(date: BeijingDate): string {
  return `${weekdayName(weekdayOf(beijingDayNumber(beijingInstant(date))))} ${dateWords(date)}`;
}
