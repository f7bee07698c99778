import { isDeepStrictEqual } from "node:util";
import { createRoute, z } from "@hono/zod-openapi";
import { type CourseFacts, CourseId } from "../../shared/classes/course.js";
import { CourseDetail, CourseList } from "../../shared/classes/course-answer.js";
import { CoursePatch, CourseReplacement, NewCourse } from "../../shared/classes/course-input.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { doerOf } from "../http/doer-of.js";
import { requirePermission } from "../http/require-permission.js";
import type { Doer } from "../people/doer.js";
import { changeCourse, createCourse, endCourse, findHeld, requireReach } from "./change-course.js";
import { changeSession } from "./change-session.js";
import { detailOf, listCourses } from "./list-courses.js";

const params = z.object({ id: CourseId });
const REFUSALS = ["malformed_json", "invalid_input", "not_signed_in", "not_allowed", "conflict"] as const;

const listRoute = createRoute({
  method: "get",
  path: "/",
  summary: "The courses of an officer's reach, the newest first, a page at a time",
  request: {
    query: z.object({
      state: z.enum(["running", "ended"]).default("running"),
      cursor: CourseId.optional().openapi({ description: "`nextCursor` of the page before" }),
    }),
  },
  responses: {
    200: jsonAnswer("A page", CourseList),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed"),
  },
});

const detailRoute = createRoute({
  method: "get",
  path: "/{id}",
  summary: "A course with its dates to come (officer)",
  request: { params },
  responses: {
    200: jsonAnswer("The course", CourseDetail),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed", "not_found"),
  },
});

const createCourseRoute = createRoute({
  method: "post",
  path: "/",
  summary: "Add a course; its sessions are in the timetable at once (officer)",
  request: { body: jsonBody(NewCourse) },
  responses: { 201: jsonAnswer("Added", CourseDetail), ...errorAnswers(...REFUSALS) },
});

const changed = {
  responses: {
    200: jsonAnswer("Changed", CourseDetail),
    ...errorAnswers(
      ...REFUSALS,
      "not_found",
      "seats_taken",
      "course_ended",
      "term_booked",
      "session_cancelled",
      "session_started",
    ),
  },
};
const patchRoute = createRoute({
  method: "patch",
  path: "/{id}",
  summary: "Change this session of a course, this and the following, or all (officer)",
  request: { params, body: jsonBody(CoursePatch) },
  ...changed,
});
const putRoute = createRoute({
  method: "put",
  path: "/{id}",
  summary: "The same, with everything there is to say of the course (officer)",
  request: { params, body: jsonBody(CourseReplacement) },
  ...changed,
});
const endRoute = createRoute({
  method: "post",
  path: "/{id}/end",
  summary: "End a course: what is still to come is cancelled, and everybody booked is told (officer)",
  request: { params },
  responses: {
    200: jsonAnswer("Ended", CourseDetail),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed", "not_found", "conflict"),
  },
});

/** Courses, for officers. */
export function courseRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use(requirePermission(deps, "class:manage"));
  return router
    .openapi(listRoute, async (c) =>
      c.json(await listCourses(deps, { user: c.get("user"), ...c.req.valid("query") }), 200),
    )
    .openapi(detailRoute, async (c) => {
      const held = await findHeld(deps, c.req.valid("param").id);
      requireReach(held.venue, doerOf(c));
      return c.json(await detailOf(deps, held), 200);
    })
    .openapi(createCourseRoute, async (c) => {
      const held = await createCourse(deps, c.req.valid("json"), doerOf(c));
      return c.json(await detailOf(deps, held), 201);
    })
    .openapi(patchRoute, async (c) => {
      const held = await change(deps, { ...c.req.valid("param"), ...c.req.valid("json") }, doerOf(c));
      return c.json(await detailOf(deps, held), 200);
    })
    .openapi(putRoute, async (c) => {
      const held = await change(deps, { ...c.req.valid("param"), ...c.req.valid("json") }, doerOf(c));
      return c.json(await detailOf(deps, held), 200);
    })
    .openapi(endRoute, async (c) => {
      const held = await endCourse(deps, c.req.valid("param").id, doerOf(c));
      return c.json(await detailOf(deps, held), 200);
    });
}

type Change = { id: CourseId } & z.infer<typeof CoursePatch>;

async function change(deps: Dependencies, { id, scope, sessionId, revision, ...facts }: Change, doer: Doer) {
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
    throw new ApiError("invalid_input", [{ path: "schedule", message: "只改这一次的时间,请用调课" }]);
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
