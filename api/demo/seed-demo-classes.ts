import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { ClassSession } from "../../shared/classes/class-session.js";
import type { Course } from "../../shared/classes/course.js";
import { type HeldCourse, newSession } from "../../shared/classes/plan-sessions.js";
import { plannedTimes, withSessionIds } from "../../shared/classes/schedule.js";
import {
  beijingDate,
  beijingDayNumber,
  DAY_MS,
  type EpochMs,
  startOfBeijingDay,
  weekdayOf,
} from "../../shared/common/time.js";
import { classEntry } from "../classes/class-entry.js";
import { demoBookings, demoCourses, demoHall } from "../classes/demo-courses.js";
import { findVenues } from "../classes/find-venue.js";
import type { Dependencies } from "../dependencies.js";
import { demoUserId } from "../people/demo-sign-in.js";

type Needs = Pick<
  Dependencies,
  "courses" | "classSessions" | "bookings" | "classReadings" | "stations" | "clock" | "newId"
>;

const SEED: ChangeAuthor = { userId: null, role: null, way: "demo" };
const WEEK_MS = 7 * DAY_MS;
/** This week and the next two. */
const WEEKS = 3;
/** Made-up people never come: they book again so late that their absences do not add up to a pause. */
const WEEKS_OF_PEOPLE = 9;
const PEOPLE = ["小李", "小马", "小丁", "小纳", "小杨", "小王", "小吴", "小何"] as const;

/**
 * Gives the 示例 stations their 示例 classes, and sees that there are twelve in each of this week and the next two,
 * whatever the clock says now. Nothing is made where somebody has courses of their own, and nothing twice.
 */
export async function seedDemoClasses(deps: Needs): Promise<void> {
  const monday = mondayOf(deps.clock());
  await addCourses(deps, monday);
  const courses = (await deps.courses.list("running")).filter(({ isDemo }) => isDemo);
  const venues = await findVenues(
    deps,
    courses.map(({ venueId }) => venueId),
  );
  for (const course of courses) {
    const venue = venues.get(course.venueId);
    if (venue) await addSessions(deps, { course: await covering(deps, course, monday), venue }, monday);
  }
}

async function addCourses({ courses, stations, clock }: Needs, monday: EpochMs): Promise<void> {
  const known = [...(await courses.list("running")), ...(await courses.list("ended"))];
  if (known.length > 0 || !(await stations.find("st_demo_01"))?.isDemo) return;
  const now = clock();
  const hall = demoHall(now);
  const made = demoCourses(now, daysAround(monday));
  await courses.change(
    { what: "hall", hall, previous: null },
    ...made.flatMap((course) => [
      { what: "course", course, previous: null } as const,
      {
        what: "audit",
        entry: classEntry({
          action: "class:create",
          subject: { type: "course", id: course.id },
          author: SEED,
          districtCode: hall.district.code,
          at: now,
          before: null,
          after: course,
        }),
      } as const,
    ]),
  );
}

/** The course, held in these weeks too: the clock of the demo may be far from where it was. */
async function covering({ courses }: Needs, course: Course, monday: EpochMs): Promise<Course> {
  const { schedule } = course;
  const days = daysAround(monday);
  if (
    schedule.kind !== "weekly" ||
    (schedule.from <= dateOf(monday) && dateOf(monday + WEEKS * WEEK_MS) <= schedule.until)
  )
    return course;
  const changed = { ...course, schedule: { ...schedule, ...days }, revision: course.revision + 1 };
  await courses.change({ what: "course", course: changed, previous: course });
  return changed;
}

async function addSessions(deps: Needs, held: HeldCourse, monday: EpochMs): Promise<void> {
  const times = plannedTimes(held.course.schedule, monday, monday + WEEKS * WEEK_MS);
  const planned = withSessionIds(held.course.id, times);
  const known = await deps.classSessions.findMany([...planned.keys()]);
  const ids = new Set(known.map(({ id }) => id));
  const sessions = [...planned].flatMap(([id, time]) => (ids.has(id) ? [] : [newSession(held, id, time)]));
  // One by one: a date that the job makes at the same moment does not keep the others from being made.
  for (const session of sessions) await deps.classSessions.put({ session, previous: null });
  for (const session of [...known, ...sessions]) await addBookings(deps, session);
}

/** Lets made-up people book where the demo shows a full class, unless anybody else ever booked there. */
async function addBookings(deps: Needs, session: ClassSession): Promise<void> {
  const now = deps.clock();
  const count = demoBookings(session.courseId);
  if (count === 0 || session.state === "cancelled" || session.startsAt <= now) return;
  const entries = (await deps.classReadings.roster(now, session.id))?.entries ?? [];
  const week = Math.floor(beijingDayNumber(mondayOf(session.startsAt)) / 7) % WEEKS_OF_PEOPLE;
  const people = PEOPLE.slice(0, count).map((calledBy) => `示例·${calledBy} ${week}-${session.courseId.slice(-2)}`);
  const booked = new Set(entries.map(({ booking }) => booking.userId));
  if (booked.size > people.filter((name) => booked.has(demoUserId(name))).length) return;
  for (const name of people) {
    // Whoever gave the seat back stays without one.
    if (booked.has(demoUserId(name))) continue;
    const booker = { sessionId: session.id, userId: demoUserId(name), calledBy: name, newId: deps.newId("bk") };
    await deps.bookings.book(now, booker);
  }
}

function mondayOf(at: EpochMs): EpochMs {
  const day = beijingDayNumber(at);
  return startOfBeijingDay(day - weekdayOf(day));
}

function dateOf(at: EpochMs): string {
  return beijingDate(beijingDayNumber(at));
}

/** The year of a day and the next. */
function daysAround(at: EpochMs): { from: string; until: string } {
  const year = Number(dateOf(at).slice(0, 4));
  return { from: `${year}-01-01`, until: `${year + 1}-12-31` };
}
