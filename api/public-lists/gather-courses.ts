import { CLASS_CATEGORY_LABELS } from "../../shared/classes/class-category.js";
import type { ClassSession } from "../../shared/classes/class-session.js";
import { scheduleWords } from "../../shared/classes/schedule-words.js";
import { instantText } from "../../shared/common/instant.js";
import { DAY_MS } from "../../shared/common/time.js";
import type { DistrictParts } from "../../shared/public-lists/compose-lists.js";
import { heldCourses } from "../classes/list-courses.js";
import type { Dependencies } from "../dependencies.js";
import { districtKey } from "./station-index.js";

type Listed = DistrictParts["courses"][number];

const AHEAD_MS = 31 * DAY_MS;

/** Courses that go on, by the district of where they are held, each with the date that comes next. */
export async function gatherCourses(
  deps: Pick<Dependencies, "courses" | "classSessions" | "stations" | "clock">,
): Promise<Map<string, Listed[]>> {
  const now = deps.clock();
  const [held, sessions] = await Promise.all([
    heldCourses(deps, "running"),
    deps.classSessions.listBetween(now, now + AHEAD_MS),
  ]);
  const nextOf = new Map<string, ClassSession>();
  for (const session of sessions)
    if (session.state === "scheduled" && !nextOf.has(session.courseId)) nextOf.set(session.courseId, session);
  const found = new Map<string, Listed[]>();
  for (const { course, venue } of held) {
    const { id, title, category, schedule, isDemo } = course;
    const next = nextOf.get(id);
    const listed: Listed = {
      ...{ id, title, category, isDemo },
      categoryLabel: CLASS_CATEGORY_LABELS[category],
      scheduleWords: scheduleWords(schedule),
      venueName: venue.name,
      next: next === undefined ? null : { id: next.id, startsAt: instantText(next.startsAt) },
    };
    const key = districtKey(venue.district.code);
    found.set(key, [...(found.get(key) ?? []), listed]);
  }
  return found;
}
