import { beijingDate, startOfBeijingDay } from "../common/time.js";
import { closureCovers } from "../stations/opening.js";
import { hoursOfDay } from "../stations/posted-hours.js";
import type { Station } from "../stations/station.js";
import type { HolidayDay } from "./holiday-answer.js";

type Told = Pick<Station, "hours" | "closure">;

/**
 * What is known of a station on one day: its hours, that it does not open, or that nobody has said. A closure that holds
 * from midnight to midnight outweighs hours.
 */
export function holidayDay({ hours, closure }: Told, day: number): HolidayDay {
  const date = beijingDate(day);
  if (closureCovers(closure, startOfBeijingDay(day)) && closureCovers(closure, startOfBeijingDay(day + 1) - 1)) {
    return { date, closed: true };
  }
  const ofDay = hoursOfDay(hours, day);
  if (ofDay === "unknown") return { date, unknown: true };
  return ofDay.length === 0 ? { date, closed: true } : { date, hours: ofDay };
}

/** How a station stands in the list of a holiday: open on any day of it, shut on all, or not known. */
export function holidayStanding(days: readonly HolidayDay[]): "open" | "closed" | "unknown" {
  if (days.some((day) => "hours" in day)) return "open";
  return days.some((day) => "unknown" in day) ? "unknown" : "closed";
}
