import { onTestFinished } from "vitest";
import type { CourseFacts } from "../../../shared/classes/course.js";
import type { CourseDetail } from "../../../shared/classes/course-answer.js";
import { ask, keepSignIn, tokenOf } from "./ask.js";
import type { Visitor } from "./visitor.js";

/** Today's evening in the journeys' town, in its nearest open station. */
const TONIGHT = { date: "2026-11-18", startsAt: "19:00", durationMinutes: 90 };

/**
 * A course with one date, tonight at 19:00 unless it is said otherwise, that an officer has added; ended when the test is
 * over.
 *
 * @returns its session's id
 */
export async function givenClass(changed: Partial<CourseFacts> = {}): Promise<string> {
  const officer = await tokenOf({ as: "officer" });
  const course = await ask<CourseDetail>("POST", "/courses", officer, {
    title: "零基础广场舞",
    category: "dance",
    venueId: "st_community",
    room: "三楼舞蹈教室",
    teacher: "李老师",
    level: "零基础",
    age: "不限",
    bring: "水杯、软底鞋",
    about: "下了班来动一动，跟着音乐走。",
    capacity: 20,
    waitlistLimit: 30,
    schedule: { kind: "dates", dates: [TONIGHT] },
    ...changed,
  });
  onTestFinished(async () => {
    await ask("POST", `/courses/${course.id}/end`, officer);
  });
  const [first] = course.dates;
  if (first === undefined) throw new Error(`${course.title} has no date to come`);
  return first.id;
}

/** Signs somebody in on this phone, before any page is open. */
export async function givenSignIn(
  { context }: Visitor,
  as: "officer" | "keeper" | "worker",
  name?: string,
): Promise<string> {
  const token = await tokenOf({ as, name });
  const user = await ask<object>("GET", "/me", token);
  await context.addInitScript(keepSignIn, { token, user });
  return token;
}

/** Whatever the page asks is answered so. */
export async function answering({ page }: Visitor, path: string, json: object): Promise<void> {
  await page.route(path, (route) => route.fulfill({ json }));
}
