import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { SessionDetail, Timetable, TimetableQuery } from "../../shared/classes/class-answer.js";
import { SessionId } from "../../shared/classes/class-session.js";
import type { UserId } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer } from "../http/answers.js";
import { type AppEnv, createRouter } from "../http/app-env.js";
import { readClass, readTimetable } from "./timetable.js";

const timetableRoute = createRoute({
  method: "get",
  path: "/",
  summary: "The classes of some Beijing days, with free seats; with my places where signed in",
  description:
    "With a position (GCJ-02) the nearest venue of a day comes first. A position is neither logged nor stored.",
  request: { query: TimetableQuery },
  responses: { 200: jsonAnswer("By day", Timetable), ...errorAnswers("invalid_input") },
});

const classRoute = createRoute({
  method: "get",
  path: "/{id}",
  summary: "One class with every rule of its booking; with my place where signed in",
  request: { params: z.object({ id: SessionId }) },
  responses: { 200: jsonAnswer("The class", SessionDetail), ...errorAnswers("invalid_input", "not_found") },
});

/** What everybody sees of classes. */
export function timetableRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(timetableRoute, async (c) => {
      const { from, to, latitude, longitude, category = null, venueId = null } = c.req.valid("query");
      const at = latitude === undefined || longitude === undefined ? null : { latitude, longitude };
      const userId = await whoAsks(deps, c);
      return c.json(await readTimetable(deps, { from, to, at, category, venueId, userId }), 200);
    })
    .openapi(classRoute, async (c) =>
      c.json(await readClass(deps, c.req.valid("param").id, await whoAsks(deps, c)), 200),
    );
}

/** Whose places are shown: those of a sign-in that still lives. Everybody else sees the same without them. */
async function whoAsks({ signIns, wallClock }: Dependencies, c: Context<AppEnv>): Promise<UserId | null> {
  const claims = c.get("claims");
  if (claims === null) return null;
  c.header("Cache-Control", "no-store");
  return (await signIns.read(claims, wallClock()))?.user.id ?? null;
}
