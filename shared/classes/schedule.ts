import { RRuleTemporal } from "rrule-temporal";
import {
  type BeijingDate,
  beijingDate,
  beijingDayNumber,
  beijingInstant,
  type EpochMs,
  MINUTE_MS,
} from "../common/time.js";
import { dayKind } from "../stations/calendar.js";
import type { SessionId } from "./class-session.js";
import type { CourseId, CourseSchedule } from "./course.js";

/** One time at which a course is held. */
export interface PlannedTime {
  /** The Beijing day it starts on. */
  date: BeijingDate;
  startsAt: EpochMs;
  endsAt: EpochMs;
}

/** In the order of `CourseSchedule.weekdays`, as RFC 5545 writes them. */
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/**
 * The times of a schedule that start at `fromMs` or later and before `toMs`, earliest first. On public holidays a weekly
 * course is skipped or held as its schedule says; days of 调休 are days like any other. In a year whose holidays are not
 * announced yet only those by law are known (shared/stations/calendar.ts).
 */
export function plannedTimes(schedule: CourseSchedule, fromMs: EpochMs, toMs: EpochMs): PlannedTime[] {
  const times = schedule.kind === "weekly" ? weeklyTimes(schedule, fromMs, toMs) : listedTimes(schedule);
  return times.filter(({ startsAt }) => fromMs <= startsAt && startsAt < toMs);
}

/**
 * The id of the session of a course on a day: the same day makes the same session, however often it is planned.
 *
 * @param nth from 1: which of the course's sessions of that day
 */
export function sessionIdOf(courseId: CourseId, date: BeijingDate, nth = 1): SessionId {
  const day = `cs_${courseId.slice("co_".length)}_${date.replace(/-/g, "")}`;
  return nth === 1 ? day : `${day}_${nth}`;
}

/** The planned times with the ids of their sessions. */
export function withSessionIds(courseId: CourseId, times: readonly PlannedTime[]): Map<SessionId, PlannedTime> {
  const timesOfDay = new Map<BeijingDate, number>();
  return new Map(
    times.map((time) => {
      const nth = (timesOfDay.get(time.date) ?? 0) + 1;
      timesOfDay.set(time.date, nth);
      return [sessionIdOf(courseId, time.date, nth), time];
    }),
  );
}

function weeklyTimes(
  schedule: Extract<CourseSchedule, { kind: "weekly" }>,
  fromMs: EpochMs,
  toMs: EpochMs,
): PlannedTime[] {
  const { from, until, weekdays, startsAt, durationMinutes } = schedule;
  const first = beijingInstant(from, startsAt);
  const last = Math.min(beijingInstant(until, startsAt), toMs);
  if (last < Math.max(first, fromMs)) return [];
  const rule = new RRuleTemporal({
    rruleString: [
      `DTSTART;TZID=Asia/Shanghai:${from.replace(/-/g, "")}T${startsAt.replace(":", "")}00`,
      `RRULE:FREQ=WEEKLY;BYDAY=${weekdays.map((weekday) => WEEKDAYS[weekday]).join(",")}`,
    ].join("\n"),
  });
  const except = new Set(schedule.except);
  return rule
    .between(new Date(Math.max(first, fromMs)), new Date(last), true)
    .map(({ epochMilliseconds }) => timeAt(epochMilliseconds, durationMinutes))
    .filter(({ date }) => !except.has(date) && (schedule.holidays === "keep" || dayKind(date) !== "holiday"));
}

function listedTimes({ dates }: Extract<CourseSchedule, { kind: "dates" }>): PlannedTime[] {
  return dates
    .map(({ date, startsAt, durationMinutes }) => timeAt(beijingInstant(date, startsAt), durationMinutes))
    .sort((a, b) => a.startsAt - b.startsAt);
}

function timeAt(startsAt: EpochMs, durationMinutes: number): PlannedTime {
  return {
    date: beijingDate(beijingDayNumber(startsAt)),
    startsAt,
    endsAt: startsAt + durationMinutes * MINUTE_MS,
  };
}
