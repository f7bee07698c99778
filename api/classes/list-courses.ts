import type { ClassSession } from "../../shared/classes/class-session.js";
import type { Course, Venue } from "../../shared/classes/course.js";
import type { CourseDetail, CourseList } from "../../shared/classes/course-answer.js";
import type { HeldCourse } from "../../shared/classes/plan-sessions.js";
import { instantText } from "../../shared/common/instant.js";
import { MINUTE_MS } from "../../shared/common/time.js";
import { mayAt } from "../../shared/people/permissions.js";
import type { User } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import { findVenues, venueOfHall } from "./find-venue.js";
import { presentCourse, presentDate } from "./present-course.js";

type Needs = Pick<Dependencies, "courses" | "classSessions" | "stations" | "clock">;

const PAGE_SIZE = 50;
/** No class lasts longer (shared/classes/course.ts). */
const LONGEST_CLASS_MS = 480 * MINUTE_MS;

/**
 * The courses of an officer's reach, the newest first, a page at a time.
 *
 * @param cursor the id of the last course of the page before
 */
export async function listCourses(
  deps: Needs,
  { user, state, cursor }: { user: User; state: Course["state"]; cursor?: string | undefined },
): Promise<CourseList> {
  const held = (await heldCourses(deps, state)).filter(({ venue }) => reaches(user, venue));
  const start = cursor === undefined ? 0 : held.findIndex(({ course }) => course.id === cursor) + 1;
  const page = held.slice(start, start + PAGE_SIZE);
  const last = held.length > start + PAGE_SIZE ? page.at(-1) : undefined;
  return { courses: page.map(presentCourse), nextCursor: last?.course.id ?? null };
}

/** Courses with where they are held. */
export async function heldCourses(deps: Needs, state: Course["state"]): Promise<HeldCourse[]> {
  const courses = await deps.courses.list(state);
  const venues = await findVenues(
    deps,
    courses.map(({ venueId }) => venueId),
  );
  return courses.flatMap((course) => {
    const venue = venues.get(course.venueId);
    return venue ? [{ course, venue }] : [];
  });
}

/** A course with its dates that have not started, and what else is held where they are. */
export async function detailOf({ classSessions, clock }: Needs, held: HeldCourse): Promise<CourseDetail> {
  const now = clock();
  const sessions = await classSessions.listOfCourse(held.course.id, now, Number.MAX_SAFE_INTEGER);
  const others = await sessionsAround({ classSessions }, sessions);
  return { ...presentCourse(held), dates: sessions.map((date) => presentDate(date, others)), asOf: instantText(now) };
}

/** What is held at the places of some sessions while they last. */
export async function sessionsAround(
  { classSessions }: Pick<Dependencies, "classSessions">,
  sessions: readonly ClassSession[],
): Promise<ClassSession[]> {
  const from = Math.min(...sessions.map(({ startsAt }) => startsAt)) - LONGEST_CLASS_MS;
  const to = Math.max(...sessions.map(({ endsAt }) => endsAt));
  const venueIds = [...new Set(sessions.map(({ venue }) => venue.id))];
  const found = await Promise.all(venueIds.map((id) => classSessions.listAtVenue(id, from, to)));
  return found.flat();
}

/** All halls, and the stations where a course is held, by name. */
export async function listVenues(deps: Needs): Promise<Venue[]> {
  const halls = (await deps.courses.listHalls()).map(venueOfHall);
  const held = (await heldCourses(deps, "running")).map(({ venue }) => venue);
  const venues = new Map([...held, ...halls].map((venue) => [venue.id, venue]));
  return [...venues.values()].sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
}

export function reaches(user: User, { id, district }: Venue): boolean {
  return mayAt(user, "class:manage", { id, districtCode: district.code });
}
