import chineseDays from "chinese-days";
import type { BeijingDate } from "../core/time.js";

export type DayKind = "ordinary" | "holiday" | "adjusted_workday";

/**
 * What the State Council's calendar makes of a date. In a year that is not announced yet only the holidays fixed by
 * law to solar dates are known: New Year, Labour Day and National Day (国务院令第 795 号, 2024).
 */
export function dayKind(date: BeijingDate): DayKind {
  if (!isYearAnnounced(date)) return STATUTORY_SOLAR_DAYS.has(date.slice(5)) ? "holiday" : "ordinary";
  const detail = chineseDays.getDayDetail(date);
  // An ordinary day is named by its weekday; an announced one by "English,中文,days".
  if (!detail.name.includes(",")) return "ordinary";
  return detail.work ? "adjusted_workday" : "holiday";
}

/** Whether the holidays of a date's year are in the calendar; they are announced each November for the next year. */
export function isYearAnnounced(date: BeijingDate): boolean {
  return chineseDays.getDayDetail(`${date.slice(0, 4)}-10-01`).name.includes(",");
}

const STATUTORY_SOLAR_DAYS: ReadonlySet<string> = new Set(["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"]);
