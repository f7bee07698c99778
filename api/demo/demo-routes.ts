import { createRoute, z } from "@hono/zod-openapi";
import { wordsUpTo } from "../../shared/core/free-text.js";
import { InstantInput, instantText } from "../../shared/core/instant.js";
import { ROLES } from "../../shared/people/roles.js";
import { UserId } from "../../shared/people/user.js";
import { StationId } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { demoSignIn } from "../people/demo-sign-in.js";
import type { DemoClock } from "./demo-clock.js";
import { seedDemoClasses } from "./seed-demo-classes.js";

const ClockAnswer = z.object({ now: z.iso.datetime() });

const signInRoute = createRoute({
  method: "post",
  path: "/sign-in/demo",
  summary: "Sign in by name alone (demo mode only); the same name is always the same person",
  request: {
    body: jsonBody(z.strictObject({ as: z.enum(ROLES), name: wordsUpTo(20).optional() })),
  },
  responses: {
    200: jsonAnswer(
      "Signed in",
      z.object({
        token: z.string(),
        user: z.object({ id: UserId, roles: z.array(z.enum(ROLES)), stationIds: z.array(StationId) }),
      }),
    ),
    ...errorAnswers("malformed_json", "invalid_input"),
  },
});

const setClockRoute = createRoute({
  method: "put",
  path: "/demo/clock",
  summary: "Set the server's clock, which runs on from there (demo mode only); null goes back to the present",
  request: { body: jsonBody(z.strictObject({ now: InstantInput.nullable() })) },
  responses: { 200: jsonAnswer("Set", ClockAnswer), ...errorAnswers("malformed_json", "invalid_input") },
});

const readClockRoute = createRoute({
  method: "get",
  path: "/demo/clock",
  summary: "The server's clock (demo mode only)",
  responses: { 200: jsonAnswer("The clock", ClockAnswer), ...errorAnswers() },
});

/** Routes that exist in demo mode only. */
export function demoRoutes(deps: Dependencies, clock: DemoClock) {
  return createRouter()
    .openapi(signInRoute, async (c) => c.json(await demoSignIn(deps, c.req.valid("json")), 200))
    .openapi(setClockRoute, async (c) => {
      const { now } = c.req.valid("json");
      if (now === null) clock.reset();
      else clock.set(now);
      await seedDemoClasses(deps);
      return c.json({ now: instantText(clock.now()) }, 200);
    })
    .openapi(readClockRoute, (c) => c.json({ now: instantText(clock.now()) }, 200));
}
