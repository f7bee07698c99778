import { isDeepStrictEqual } from "node:util";
import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { ClassSession } from "../../shared/classes/class-session.js";
import type { Course } from "../../shared/classes/course.js";
import { type HeldCourse, plannedIds, planSessions, type SessionPlan } from "../../shared/classes/plan-sessions.js";
import type { EpochMs } from "../../shared/common/time.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { ClassChange, ClassChangeReply } from "./class-change-store.js";
import { classEntry } from "./class-entry.js";

/** A course as it was and as it is to be, with who does it. */
export interface CourseChange {
  /** Null: it is new. */
  before: HeldCourse | null;
  after: HeldCourse;
  author: ChangeAuthor;
  action: `class:${string}`;
  now: EpochMs;
  /** Sessions before this instant stay as they are. */
  from?: EpochMs;
}

/** What those are told who booked a date that the course no longer has. */
const RESCHEDULED = "上课时间改了，这一次不上了";
const ENDED = "这门课不再开了";

type Needs = Pick<Dependencies, "courses" | "classSessions" | "classReadings">;

/** What a change does to the sessions of the course. */
export async function planCourseChange(
  { classSessions }: Pick<Needs, "classSessions">,
  { before, after, now, from }: Omit<CourseChange, "author" | "action">,
): Promise<SessionPlan> {
  const existing = before === null ? [] : await sessionsToPlan(classSessions, after.course, now);
  return planSessions(before, after, existing, { now, ...(from === undefined ? {} : { from }) });
}

/** Those that are still to start, and those of the days to plan that were moved to an earlier one. */
async function sessionsToPlan(
  classSessions: Dependencies["classSessions"],
  course: Course,
  now: EpochMs,
): Promise<ClassSession[]> {
  const upcoming = await classSessions.listOfCourse(course.id, now, Number.MAX_SAFE_INTEGER);
  const known = new Set(upcoming.map(({ id }) => id));
  const others = await classSessions.findMany(plannedIds(course, now).filter((id) => !known.has(id)));
  return [...upcoming, ...others];
}

/** A change of a course and of the sessions that follow from it, as the store takes it; nothing changed: none. */
export function courseChanges({ before, after, author, action, now }: CourseChange, plan: SessionPlan): ClassChange[] {
  const sessions: ClassChange[] = plan.changes.map((change) => ({ what: "session", ...change }));
  const reason = after.course.state === "ended" ? ENDED : RESCHEDULED;
  const dropped: ClassChange[] = plan.vanished.map((session) => ({ what: "drop", session, reason }));
  if (before !== null && isDeepStrictEqual(before.course, after.course)) return [...dropped, ...sessions];
  const entry = classEntry({
    action,
    subject: { type: "course", id: after.course.id },
    author,
    districtCode: after.venue.district.code,
    at: now,
    before: before?.course ?? null,
    after: after.course,
  });
  return [
    { what: "course", course: after.course, previous: before?.course ?? null },
    ...dropped,
    ...sessions,
    { what: "audit", entry },
  ];
}

/**
 * Who booked a term holds a seat on its dates, not on others that come in their place.
 *
 * @throws ApiError `term_booked` where such dates would give way to new ones
 */
export async function keepTermSeats(
  { classReadings }: Pick<Needs, "classReadings">,
  { after, now }: Pick<CourseChange, "after" | "now">,
  { changes, vanished }: SessionPlan,
): Promise<void> {
  const isReplaced = changes.some(({ previous }) => previous === null) && vanished.length > 0;
  if (after.course.bookedBy !== "term" || !isReplaced) return;
  for (const { id } of vanished) {
    const standing = await classReadings.find(now, id, null);
    if (standing !== null && standing.seatsTaken > 0) throw new ApiError("term_booked");
  }
}

/** Stores a course with the sessions that follow from it: all of it or nothing. */
export async function storeCourse(deps: Needs, change: CourseChange): Promise<ClassChangeReply> {
  const plan = await planCourseChange(deps, change);
  await keepTermSeats(deps, change, plan);
  const changes = courseChanges(change, plan);
  return changes.length === 0 ? ["stored"] : deps.courses.change(...changes);
}
