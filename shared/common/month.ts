import { type BeijingDate, beijingDate, beijingDayNumber, beijingInstant, type EpochMs } from "./time.js";

/** A calendar month in Beijing, `YYYY-MM`. */
export type BeijingMonth = string;

/** The month that holds an instant. */
export function beijingMonth(at: EpochMs): BeijingMonth {
  return monthOfDate(beijingDate(beijingDayNumber(at)));
}

/** The month of a day. */
export function monthOfDate(date: BeijingDate): BeijingMonth {
  return date.slice(0, 7);
}

/** The instant at which a month begins. */
export function startOfMonth(month: BeijingMonth): EpochMs {
  return beijingInstant(`${month}-01`);
}

/** The month so many later; before, where it is less than 0. */
export function monthsLater(month: BeijingMonth, count: number): BeijingMonth {
  const [year = 0, nth = 1] = month.split("-").map(Number);
  const months = year * 12 + nth - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
}
