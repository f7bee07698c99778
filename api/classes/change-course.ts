import { isDeepStrictEqual } from "node:util";
import type { ClassSession, SessionId } from "../../shared/classes/class-session.js";
import type { Course, CourseFacts, CourseId, Venue } from "../../shared/classes/course.js";
import { type HeldCourse, LONGEST_TERM_DAYS } from "../../shared/classes/plan-sessions.js";
import { plannedTimes } from "../../shared/classes/schedule.js";
import {
  beijingDate,
  beijingDayNumber,
  beijingInstant,
  DAY_MS,
  type EpochMs,
  startOfBeijingDay,
} from "../../shared/common/time.js";
import { mayAt } from "../../shared/people/permissions.js";
import { ApiError, type FieldProblem } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { STALE, untilStored } from "../until-stored.js";
import type { ClassChangeReply } from "./class-change-store.js";
import { findVenues, requireVenue } from "./find-venue.js";
import { storeCourse } from "./store-course.js";

export type CourseNeeds = Pick<
  Dependencies,
  "courses" | "classSessions" | "classReadings" | "stations" | "clock" | "newId"
>;

/** Which sessions a change is for. One session is changed by changeSession (api/classes/change-session.ts). */
export type CourseScope = { scope: "all" } | { scope: "following"; sessionId: SessionId };

export interface CourseChangeRequest {
  id: CourseId;
  facts: Partial<CourseFacts>;
  /** The revision the change was made from; without one it is made from the newest. */
  revision?: number | undefined;
  scope: CourseScope;
}

/** Adds a course at a venue of an officer's reach, with its sessions. */
export async function createCourse(deps: CourseNeeds, facts: CourseFacts, doer: Doer): Promise<HeldCourse> {
  const now = deps.clock();
  const venue = await requireVenue(deps, facts.venueId);
  requireReach(venue, doer);
  const course = newCourse(facts, deps.newId("co"), now);
  requireDates(course, now);
  const change = { before: null, after: { course, venue }, author: doer.author, action: "class:create", now } as const;
  requireStored(await storeCourse(deps, change));
  return change.after;
}

export function newCourse(facts: CourseFacts, id: CourseId, now: EpochMs): Course {
  return {
    ...facts,
    id,
    revision: 1,
    scheduleSince: null,
    state: "running",
    createdAt: now,
    updatedAt: now,
    isDemo: false,
  };
}

/**
 * Changes a course and its sessions that are still to start: all of them, or one and the following. Nobody loses a seat:
 * a date that the schedule loses is cancelled for those who booked it, and they are told.
 *
 * @throws ApiError `seats_taken` naming the session whose people would not fit any more
 */
export async function changeCourse(deps: CourseNeeds, request: CourseChangeRequest, doer: Doer): Promise<HeldCourse> {
  return untilStored(async () => {
    const before = await findHeld(deps, request.id);
    requireReach(before.venue, doer);
    const { course } = before;
    if (request.revision !== undefined && request.revision !== course.revision) throw new ApiError("conflict");
    if (course.state === "ended") throw new ApiError("course_ended");
    const now = deps.clock();
    const from = await beginningOf(deps, request);
    const changed = changedCourse(course, request.facts, from);
    if (isDeepStrictEqual(changed, course)) return before;
    const venue = changed.venueId === before.venue.id ? before.venue : await requireVenue(deps, changed.venueId);
    requireReach(venue, doer);
    requireDates(changed, now);
    const after = { course: { ...changed, revision: course.revision + 1, updatedAt: now }, venue };
    const scope = from === null ? {} : { from };
    const change = { before, after, author: doer.author, action: "class:change", now, ...scope } as const;
    const reply = await storeCourse(deps, change);
    if (reply[0] === "stored") return after;
    if (reply[0] === "seats_taken") throw await seatsTaken(deps, reply);
    return STALE;
  });
}

/** Ends a course: its sessions to come are cancelled, and everybody booked is told. Ending it twice changes nothing. */
export async function endCourse(deps: CourseNeeds, id: CourseId, doer: Doer): Promise<HeldCourse> {
  return untilStored(async () => {
    const before = await findHeld(deps, id);
    requireReach(before.venue, doer);
    if (before.course.state === "ended") return before;
    const now = deps.clock();
    const course: Course = {
      ...before.course,
      state: "ended",
      revision: before.course.revision + 1,
      updatedAt: now,
    };
    const after = { course, venue: before.venue };
    const [outcome] = await storeCourse(deps, { before, after, author: doer.author, action: "class:end", now });
    if (outcome === "stored") return after;
    return STALE;
  });
}

/** @throws ApiError `not_found`; a course keeps a withdrawn station's place, since it may have people booked */
export async function findHeld(deps: Pick<CourseNeeds, "courses" | "stations">, id: CourseId): Promise<HeldCourse> {
  const course = await deps.courses.find(id);
  if (course === null) throw new ApiError("not_found");
  const venue = (await findVenues(deps, [course.venueId])).get(course.venueId);
  if (!venue) throw new ApiError("not_found");
  return { course, venue };
}

export function requireReach({ id, district }: Venue, { user }: Doer): void {
  if (!mayAt(user, "class:manage", { id, districtCode: district.code })) throw new ApiError("not_allowed");
}

/** A session where too many people sit for its new capacity, in words. */
export async function seatsTaken(
  { classSessions }: Pick<CourseNeeds, "classSessions">,
  [, id, count]: Extract<ClassChangeReply, ["seats_taken", ...unknown[]]>,
): Promise<ApiError> {
  const session = await classSessions.find(id);
  const day = session ? dayWords(session) : "这一次";
  const message = `${day}已有 ${count} 人占着座位，名额不能少于 ${count}`;
  return new ApiError("seats_taken", [{ path: "capacity", message }]);
}

function dayWords({ startsAt }: ClassSession): string {
  const [, month, day] = beijingDate(beijingDayNumber(startsAt)).split("-");
  return `${Number(month)}月${Number(day)}日`;
}

/** From when a change counts; null: from now. */
async function beginningOf(
  { classSessions }: CourseNeeds,
  { id, scope }: CourseChangeRequest,
): Promise<EpochMs | null> {
  if (scope.scope === "all") return null;
  const session = await classSessions.find(scope.sessionId);
  if (session?.courseId !== id) {
    throw new ApiError("invalid_input", [{ path: "sessionId", message: "这门课没有这一次" }]);
  }
  return startOfBeijingDay(beijingDayNumber(session.startsAt));
}

function changedCourse(course: Course, facts: Partial<CourseFacts>, from: EpochMs | null): Course {
  if (facts.bookedBy !== undefined && facts.bookedBy !== course.bookedBy) {
    const message = "按次报名还是整期报名，开课后不能改；请结束这门课，再建一门";
    throw new ApiError("invalid_input", [{ path: "bookedBy", message }]);
  }
  const changed = { ...course, ...facts };
  if (isDeepStrictEqual(changed.schedule, course.schedule)) return changed;
  return { ...changed, scheduleSince: from === null ? null : beijingDate(beijingDayNumber(from)) };
}

function requireDates(course: Course, now: EpochMs): void {
  const problem = dateProblem(course, now);
  if (problem) throw new ApiError("invalid_input", [problem]);
}

/** What is wrong with the dates of a course; null: nothing. */
export function dateProblem({ schedule, bookedBy, scheduleSince }: Course, now: EpochMs): FieldProblem | null {
  const from = Math.max(now, scheduleSince === null ? 0 : beijingInstant(scheduleSince));
  const [first] = plannedTimes(schedule, from, now + 2 * LONGEST_TERM_DAYS * DAY_MS);
  if (!first) return { path: "schedule", message: "从现在起没有一天要上课，看看日期和星期几" };
  if (bookedBy === "session" || schedule.kind === "dates") return null;
  const days = beijingDayNumber(beijingInstant(schedule.until)) - beijingDayNumber(beijingInstant(schedule.from));
  return days > LONGEST_TERM_DAYS ? { path: "schedule.until", message: "整期报名的课最长一年" } : null;
}

function requireStored([outcome]: ClassChangeReply): void {
  if (outcome !== "stored") throw new ApiError("conflict");
}
