import { createRoute, z } from "@hono/zod-openapi";
import { SessionId } from "../../shared/classes/class-session.js";
import { CourseDate } from "../../shared/classes/course-answer.js";
import { SessionMoveInput } from "../../shared/classes/course-input.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { doerOf } from "../http/doer-of.js";
import { requirePermission } from "../http/require-permission.js";
import { moveSession } from "./change-session.js";
import { sessionsAround } from "./list-courses.js";
import { presentDate } from "./present-course.js";

const moveRoute = createRoute({
  method: "post",
  path: "/{id}/move",
  summary: "Hold a session at another time or place; who booked it stays booked and is told (officer)",
  request: { params: z.object({ id: SessionId }), body: jsonBody(SessionMoveInput) },
  responses: {
    200: jsonAnswer("Moved", CourseDate),
    ...errorAnswers(
      "malformed_json",
      "invalid_input",
      "not_signed_in",
      "not_allowed",
      "not_found",
      "conflict",
      "session_cancelled",
      "session_started",
    ),
  },
});

/** What officers do to one date of a course; who booked it is the matter of the roster. */
export function sessionRoutes(deps: Dependencies) {
  const router = createRouter();
  router.on("POST", "/:id/move", requirePermission(deps, "class:manage"));
  return router.openapi(moveRoute, async (c) => {
    const session = await moveSession(deps, { ...c.req.valid("param"), move: c.req.valid("json") }, doerOf(c));
    return c.json(presentDate(session, await sessionsAround(deps.classSessions, [session])), 200);
  });
}
