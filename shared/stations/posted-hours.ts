import {
  type BeijingDate,
  beijingDayNumber,
  DAY_MINUTES,
  type EpochMs,
  MINUTE_MS,
  startOfBeijingDay,
} from "../common/time.js";
import { type CalendarDay, calendarDay, isNamedDay } from "./calendar.js";
import type { DayHours, Hours, OpeningSpan, SpecialDay, Week } from "./hours.js";

export type PostedState = "open" | "closed" | "unknown";

/** What the posted hours say of an instant. */
export interface Posted {
  state: PostedState;
  /** Open, and every span that covers the instant is one with nobody there. */
  unattended: boolean;
}

/**
 * The hours that begin on one day, by precedence: dated exception, named day, public holiday, 调休, season, week
 * (docs/decisions/0004-opening-rule.md).
 *
 * @param dayNumber a Beijing civil day counted from 1970-01-01
 */
export function hoursOfDay(hours: Hours, dayNumber: number): DayHours {
  const day = calendarDay(dayNumber);
  const exception = exceptionOn(hours, day.date);
  if (exception) return exception.hours;
  const named = hours.namedDays?.find((one) => isNamedDay(dayNumber, one.day));
  const special = named ? named.hours : specialDay(hours, day);
  if (special === "as_week") return weekOn(hours, day)[day.weekday] ?? "unknown";
  return typeof special === "object" && "week" in special ? (special.week[day.weekday] ?? "unknown") : special;
}

/** The hours of a day by the week of its season alone, as if it were no holiday and no date of its own: 照常. */
export function usualHours(hours: Hours, dayNumber: number): DayHours {
  const day = calendarDay(dayNumber);
  return weekOn(hours, day)[day.weekday] ?? "unknown";
}

function specialDay(hours: Hours, day: CalendarDay): SpecialDay {
  if (day.kind === "holiday") return seasonOn(hours, day.monthDay)?.holidays ?? hours.holidays;
  return day.kind === "adjusted_workday" ? hours.adjustedWorkdays : "as_week";
}

/** What the posted hours say of an instant. A span belongs to the day it begins on and runs past midnight to its end. */
export function postedAt(hours: Hours, at: EpochMs): Posted {
  const dayNumber = beijingDayNumber(at);
  const minute = (at - startOfBeijingDay(dayNumber)) / MINUTE_MS;
  const today = hoursOfDay(hours, dayNumber);
  const byToday = coverage(today, minute);
  if (byToday === "attended") return { state: "open", unattended: false };
  const byYesterday = coverage(hoursOfDay(hours, dayNumber - 1), minute + DAY_MINUTES);
  if (byYesterday === "attended") return { state: "open", unattended: false };
  if (byToday === "unattended" || byYesterday === "unattended") return { state: "open", unattended: true };
  return { state: today === "unknown" ? "unknown" : "closed", unattended: false };
}

/** Whether spans of a day cover a minute counted from its midnight, and whether somebody is there. */
function coverage(day: DayHours, minute: number): "attended" | "unattended" | "none" {
  let found: "unattended" | "none" = "none";
  for (const span of spansOf(day)) {
    if (minute < span.opens || span.closes <= minute) continue;
    if (span.unattended !== true) return "attended";
    found = "unattended";
  }
  return found;
}

/** The instants of one day, midnight included, at which the posted state may change; in no order, some perhaps twice. */
export function postedTurns(hours: Hours, dayNumber: number): EpochMs[] {
  const midnight = startOfBeijingDay(dayNumber);
  const minutes = [
    0,
    ...spansOf(hoursOfDay(hours, dayNumber)).flatMap((span) => [span.opens, span.closes]),
    ...spansOf(hoursOfDay(hours, dayNumber - 1)).map((span) => span.closes - DAY_MINUTES),
  ];
  return minutes.filter((minute) => minute >= 0 && minute < DAY_MINUTES).map((minute) => midnight + minute * MINUTE_MS);
}

/**
 * Whether a door is open round the clock on every day of the week, in every season; for the 24 小时 filter. Unattended
 * hours count. Holidays and dated exceptions are left to {@link hoursOfDay}: nobody calls such a door anything else.
 */
export function alwaysOpen(hours: Hours): boolean {
  return [hours.week, ...hours.seasons.map((season) => season.week)].every(isRoundTheClock);
}

/**
 * Whether the door is shut that day because of the time of year: the week in force is shut on all its days, and another
 * part of the year has a week that is not. A dated exception outweighs the season.
 */
export function isClosedBySeason(hours: Hours, dayNumber: number): boolean {
  const day = calendarDay(dayNumber);
  const isShut = (week: Week) => week.every((ofDay) => ofDay !== "unknown" && ofDay.length === 0);
  return (
    exceptionOn(hours, day.date) === undefined &&
    hours.namedDays?.some((named) => isNamedDay(dayNumber, named.day)) !== true &&
    spansOf(hoursOfDay(hours, dayNumber)).length === 0 &&
    hoursOfDay(hours, dayNumber) !== "unknown" &&
    isShut(weekOn(hours, day)) &&
    [hours.week, ...hours.seasons.map((season) => season.week)].some((week) => !isShut(week))
  );
}

function exceptionOn(hours: Hours, date: BeijingDate) {
  return hours.exceptions.find((exception) => exception.date === date);
}

function weekOn(hours: Hours, { monthDay }: CalendarDay): Week {
  return seasonOn(hours, monthDay)?.week ?? hours.week;
}

/** The part of the year that holds a day, `MM-DD`; none: the rest of the year. */
export function seasonOn(hours: Hours, monthDay: string): Hours["seasons"][number] | undefined {
  return hours.seasons.find(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to,
  );
}

function spansOf(day: DayHours): readonly OpeningSpan[] {
  return day === "unknown" ? [] : day;
}

function isRoundTheClock(week: Week): boolean {
  return week.every((today, weekday) => {
    const yesterday = week[(weekday + 6) % 7] ?? [];
    const covered = [
      ...spansOf(today).map((span) => ({ from: span.opens, to: span.closes })),
      ...spansOf(yesterday).map((span) => ({ from: span.opens - DAY_MINUTES, to: span.closes - DAY_MINUTES })),
    ].sort((a, b) => a.from - b.from);
    let openTo = 0;
    for (const { from, to } of covered) {
      if (from > openTo) return false;
      openTo = Math.max(openTo, to);
    }
    return openTo >= DAY_MINUTES;
  });
}
