import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { CourseFacts, CourseId } from "../../shared/classes/course.js";
import type { CoursePatch } from "../../shared/classes/course-input.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { changeCourse, findHeld } from "./change-course.js";
import { changeSession } from "./change-session.js";

type Change = { id: CourseId } & z.infer<typeof CoursePatch>;

/**
 * Changes a course as its form asks for: all of it, what follows from one session on, or that session alone.
 *
 * @throws ApiError `invalid_input` where one session cannot be changed so
 */
export async function changeInScope(
  deps: Dependencies,
  { id, scope, sessionId, revision, ...facts }: Change,
  doer: Doer,
) {
  if (scope === "all") return changeCourse(deps, { id, facts, revision, scope: { scope } }, doer);
  if (sessionId === undefined) {
    throw new ApiError("invalid_input", [{ path: "sessionId", message: "要说明从哪一次课开始" }]);
  }
  if (scope === "following") return changeCourse(deps, { id, facts, revision, scope: { scope, sessionId } }, doer);
  const held = await findHeld(deps, id);
  const session = await deps.classSessions.find(sessionId);
  if (session?.courseId !== id) {
    throw new ApiError("invalid_input", [{ path: "sessionId", message: "这门课没有这一次" }]);
  }
  const { schedule, bookedBy, ...own } = differences(facts, held.course);
  if (schedule !== undefined) {
    throw new ApiError("invalid_input", [{ path: "schedule", message: "只改这一次的时间，请用调课" }]);
  }
  if (bookedBy !== undefined) {
    throw new ApiError("invalid_input", [{ path: "bookedBy", message: "一次课不能单独改报名方式" }]);
  }
  await changeSession(deps, { id: sessionId, facts: own }, doer);
  return held;
}

/** A form sends all it shows: for one session counts only what is not as the course has it. */
function differences(facts: Partial<CourseFacts>, course: CourseFacts): Partial<CourseFacts> {
  const isDifferent = ([field, value]: [string, unknown]) =>
    value !== undefined && !isDeepStrictEqual(value, course[field as keyof CourseFacts]);
  return Object.fromEntries(Object.entries(facts).filter(isDifferent));
}
