import { beijingDayNumber, beijingInstant, DAY_MS, type EpochMs, startOfBeijingDay } from "../common/time.js";
import { DEFAULT_BOOKING_RULES } from "./booking-rules.js";
import type { ClassSession, SessionId } from "./class-session.js";
import type { Course, Venue } from "./course.js";
import { type PlannedTime, plannedTimes, withSessionIds } from "./schedule.js";

/** A course with the place where it is held. */
export interface HeldCourse {
  course: Course;
  venue: Venue;
}

export interface SessionPlan {
  /** What a session becomes, and what it was (null: it is new). */
  changes: { session: ClassSession; previous: ClassSession | null }[];
  /** Sessions that the schedule no longer has. */
  vanished: ClassSession[];
}

/** Sessions that are booked one by one are in the timetable so many days ahead. */
export const SESSIONS_AHEAD_DAYS = 60;
/** A term is booked as a whole: all of it is in the timetable, of at most so many days. */
export const LONGEST_TERM_DAYS = 366;

/** Until when the sessions of a course are to exist, EpochMs: the end of a Beijing day. */
export function plannedUntil(course: Pick<Course, "bookedBy">, now: EpochMs): EpochMs {
  const days = course.bookedBy === "term" ? LONGEST_TERM_DAYS : SESSIONS_AHEAD_DAYS;
  return startOfBeijingDay(beijingDayNumber(now) + days + 1);
}

/**
 * What becomes of the sessions of a course that have not started: new ones for dates that have none, what changed of the
 * course in those there are. A session that an officer changed by itself stays as it is, and so does one that
 * somebody cancelled; what was cancelled because the schedule had it no longer comes back when the schedule has it again.
 *
 * @param before the course as its sessions were planned, so that only what changed is changed in them; null: it is new
 * @param existing its sessions that start after `now`, and any other of {@link plannedIds}
 * @param from sessions before this instant are left alone: where a change of "this and the following" begins
 */
export function planSessions(
  before: HeldCourse | null,
  after: HeldCourse,
  existing: readonly ClassSession[],
  { now, from = now }: { now: EpochMs; from?: EpochMs },
): SessionPlan {
  const planned = plannedSessions(after.course, existing, now);
  const known = new Map(existing.map((session) => [session.id, session]));
  const since = scheduleStart(after.course);
  const plan: SessionPlan = { changes: [], vanished: [] };
  for (const [id, time] of planned) {
    if (!known.has(id) && time.startsAt >= from) {
      plan.changes.push({ session: newSession(after, id, time), previous: null });
    }
  }
  for (const previous of existing) {
    const isOpen = previous.startsAt > now && previous.startsAt >= from;
    if (!isOpen) continue;
    if (previous.state === "cancelled") {
      const time = previous.isOffSchedule ? planned.get(previous.id) : undefined;
      if (time !== undefined) plan.changes.push({ session: backOnSchedule(after, previous, time), previous });
      continue;
    }
    const isLeftAlone = after.course.state === "running" && (previous.isOnItsOwn || previous.startsAt < since);
    const time = isLeftAlone ? previous : planned.get(previous.id);
    if (time === undefined) {
      plan.vanished.push(previous);
      continue;
    }
    const facts = previous.isOnItsOwn ? {} : { ...changedFacts(before, after), ...timesOf(after.course, time) };
    const session = { ...previous, venue: withNewestName(previous.venue, after.venue), ...facts };
    if (!isSame(session, previous)) {
      plan.changes.push({ session: { ...session, revision: previous.revision + 1 }, previous });
    }
  }
  return plan;
}

/** A date that only the schedule had taken away is held again, as any new one, and booked anew. */
function backOnSchedule(course: HeldCourse, { id, revision }: ClassSession, time: PlannedTime): ClassSession {
  return { ...newSession(course, id, time), revision: revision + 1 };
}

/** A place is called what it is called now, in sessions that were planned before too. */
function withNewestName(venue: Venue, { id, name, address, district, location }: Venue): Venue {
  return venue.id === id ? { ...venue, name, address, district, location } : venue;
}

/** The ids of the sessions that a course has from now on, if it has none yet. */
export function plannedIds(course: Course, now: EpochMs): SessionId[] {
  return [...plannedSessions(course, [], now).keys()];
}

/** Planned times of whole days, so that the second of a day keeps its id when the first is over. */
function plannedSessions(
  course: Course,
  existing: readonly ClassSession[],
  now: EpochMs,
): ReadonlyMap<SessionId, PlannedTime> {
  if (course.state === "ended") return new Map();
  const latest = Math.max(0, ...existing.map(({ startsAt }) => startsAt));
  const from = Math.max(startOfBeijingDay(beijingDayNumber(now)), scheduleStart(course));
  const until = Math.max(plannedUntil(course, now), latest + 1);
  const planned = withSessionIds(course.id, plannedTimes(course.schedule, from, until));
  return new Map([...planned].filter(([, { startsAt }]) => startsAt > now));
}

function scheduleStart({ scheduleSince }: Course): EpochMs {
  return scheduleSince === null ? 0 : beijingInstant(scheduleSince);
}

/** A new session of a course. */
export function newSession({ course, venue }: HeldCourse, id: SessionId, time: PlannedTime): ClassSession {
  return {
    id,
    courseId: course.id,
    ...factsOf({ course, venue }),
    ...timesOf(course, time),
    state: "scheduled",
    cancelledReason: null,
    mergedInto: null,
    isOffSchedule: false,
    absencesWaived: false,
    isOnItsOwn: false,
    revision: 1,
    isDemo: course.isDemo,
  };
}

type SessionFacts = ReturnType<typeof factsOf>;

/** What a session has of its course, but for its time. */
function factsOf({ course, venue }: HeldCourse) {
  const { title, category, teacher, level, age, bring, about, capacity, waitlistLimit, bookedBy } = course;
  return {
    title,
    category,
    venue: { ...venue, room: course.room ?? venue.room },
    teacher,
    level,
    age,
    bring,
    about,
    capacity,
    waitlistLimit,
    bookedBy,
    rules: { ...DEFAULT_BOOKING_RULES, ...course.rules },
  };
}

/** What is different between the sessions of a course as it was and as it is. */
export function changedFacts(before: HeldCourse | null, after: HeldCourse): Partial<SessionFacts> {
  if (before === null) return {};
  const earlier: Record<string, unknown> = factsOf(before);
  return Object.fromEntries(Object.entries(factsOf(after)).filter(([field, value]) => !isSame(value, earlier[field])));
}

/** When a session is, and when its booking opens. */
export function timesOf(
  { bookingOpensDaysBefore }: Pick<Course, "bookingOpensDaysBefore">,
  { startsAt, endsAt }: Pick<ClassSession, "startsAt" | "endsAt">,
): Pick<ClassSession, "startsAt" | "endsAt" | "bookingOpensAt"> {
  const bookingOpensAt = bookingOpensDaysBefore === null ? 0 : startsAt - bookingOpensDaysBefore * DAY_MS;
  return { startsAt, endsAt, bookingOpensAt };
}

/** Both are plain JSON with their fields in one order, as schemas leave them. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
