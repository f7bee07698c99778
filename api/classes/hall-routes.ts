import { createRoute, z } from "@hono/zod-openapi";
import { HallId } from "../../shared/classes/course.js";
import { HallAnswer, VenueList } from "../../shared/classes/course-answer.js";
import { HallReplacement, NewHall } from "../../shared/classes/course-input.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { doerOf } from "../http/doer-of.js";
import { requirePermission } from "../http/require-permission.js";
import { changeHall, createHall } from "./change-hall.js";
import { listVenues } from "./list-courses.js";
import { presentHall } from "./present-course.js";

const createHallRoute = createRoute({
  method: "post",
  path: "/",
  summary: "Add a hall where classes are held and which is no station (officer)",
  request: { body: jsonBody(NewHall) },
  responses: {
    201: jsonAnswer("Added", HallAnswer),
    ...errorAnswers("malformed_json", "invalid_input", "not_signed_in", "not_allowed"),
  },
});

const changeHallRoute = createRoute({
  method: "put",
  path: "/{id}",
  summary: "Change what is said about a hall (officer)",
  request: { params: z.object({ id: HallId }), body: jsonBody(HallReplacement) },
  responses: {
    200: jsonAnswer("Changed", HallAnswer),
    ...errorAnswers("malformed_json", "invalid_input", "not_signed_in", "not_allowed", "not_found", "conflict"),
  },
});

export function hallRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use(requirePermission(deps, "class:manage"));
  return router
    .openapi(createHallRoute, async (c) =>
      c.json(presentHall(await createHall(deps, c.req.valid("json"), doerOf(c))), 201),
    )
    .openapi(changeHallRoute, async (c) => {
      const { revision, ...facts } = c.req.valid("json");
      const hall = await changeHall(deps, { ...c.req.valid("param"), facts, revision }, doerOf(c));
      return c.json(presentHall(hall), 200);
    });
}

const listRoute = createRoute({
  method: "get",
  path: "/",
  summary: "Where classes are held: all halls, and stations with a course",
  responses: { 200: jsonAnswer("By name", VenueList), ...errorAnswers() },
});

export function venueRoutes(deps: Dependencies) {
  return createRouter().openapi(listRoute, async (c) => c.json({ venues: await listVenues(deps) }, 200));
}
