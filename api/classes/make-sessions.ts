import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { Dependencies } from "../dependencies.js";
import { findOpenVenue } from "./find-venue.js";
import { courseChanges, planCourseChange } from "./store-course.js";

const JOB: ChangeAuthor = { userId: null, role: null, way: "job" };

/**
 * Keeps the timetable filled ahead: makes the sessions of each course that goes on, as far as it is planned, and has
 * those to come say what their venue is called now. What somebody else changes meanwhile is done the next time.
 */
export async function makeSessions(
  deps: Pick<Dependencies, "courses" | "classSessions" | "stations" | "clock">,
): Promise<{ changed: number }> {
  const now = deps.clock();
  let changed = 0;
  for (const course of await deps.courses.list("running")) {
    const venue = await findOpenVenue(deps, course.venueId);
    if (venue === null) continue;
    const held = { course, venue };
    const change = { before: held, after: held, author: JOB, action: "class:change", now } as const;
    const changes = courseChanges(change, await planCourseChange(deps, change));
    if (changes.length > 0 && (await deps.courses.change(...changes))[0] === "stored") changed += 1;
  }
  return { changed };
}
