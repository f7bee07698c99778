import { type BeijingDate, beijingDate, DAY_MINUTES } from "../common/time.js";
import { calendarDay } from "../stations/calendar.js";
import type { DayHours, Hours, Week } from "../stations/hours.js";
import { hoursOfDay, seasonOn } from "../stations/posted-hours.js";

/** One day from midnight to midnight: what began the evening before is in it, what runs past midnight is cut. */
export interface PlanDay {
  /** Outside the spans nobody knows; else the door is shut there. */
  isUnknown: boolean;
  /** Minutes since midnight, up to 1440, in order, none touching another. */
  spans: (readonly [from: number, to: number])[];
}

/** Hours as other formats say them: weeks, and every date that a week does not tell. */
export interface HoursPlan {
  /** Monday first. */
  week: PlanDay[];
  /** `MM-DD`, both ends included; the first that holds a day wins over the week. */
  seasons: { from: string; to: string; week: PlanDay[] }[];
  /** Holidays, 调休 and single days as dates, both ends included, until the end of the plan. They win over all else. */
  dates: { from: BeijingDate; to: BeijingDate; day: PlanDay }[];
  /** The last date that the plan knows of. */
  until: BeijingDate;
}

/**
 * What hours say from a day on, for formats that know no Chinese holidays.
 *
 * @param fromDay the first day, counted from 1970-01-01
 * @param days for how many the dates are written out
 */
export function hoursPlan(hours: Hours, fromDay: number, days: number): HoursPlan {
  const week = planOfWeek(hours.week);
  const seasons = hours.seasons.map(({ from, to, week: ofSeason }) => ({ from, to, week: planOfWeek(ofSeason) }));
  const dates: HoursPlan["dates"] = [];
  for (let number = fromDay; number < fromDay + days; number++) {
    const { monthDay, weekday, date } = calendarDay(number);
    const season = seasonOn(hours, monthDay);
    const index = season ? hours.seasons.indexOf(season) : -1;
    const expected = (seasons[index]?.week ?? week)[weekday];
    const day = planDay(hoursOfDay(hours, number), hoursOfDay(hours, number - 1));
    if (expected && isSameDay(expected, day)) continue;
    const last = dates.at(-1);
    if (last && last.to === beijingDate(number - 1) && isSameDay(last.day, day)) last.to = date;
    else dates.push({ from: date, to: date, day });
  }
  return { week, seasons, dates, until: beijingDate(fromDay + days - 1) };
}

export function isSameDay(one: PlanDay, other: PlanDay): boolean {
  return one.isUnknown === other.isUnknown && String(one.spans) === String(other.spans);
}

function planOfWeek(week: Week): PlanDay[] {
  return week.map((day, weekday) => planDay(day, week[(weekday + 6) % 7] ?? []));
}

function planDay(today: DayHours, yesterday: DayHours): PlanDay {
  const spans: [number, number][] = [];
  if (today !== "unknown") for (const { opens, closes } of today) spans.push([opens, Math.min(closes, DAY_MINUTES)]);
  if (yesterday !== "unknown") {
    for (const { closes } of yesterday) if (closes > DAY_MINUTES) spans.push([0, closes - DAY_MINUTES]);
  }
  return { isUnknown: today === "unknown", spans: joined(spans) };
}

function joined(spans: [number, number][]): PlanDay["spans"] {
  const all: [number, number][] = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}
