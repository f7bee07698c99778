import { createRoute, z } from "@hono/zod-openapi";
import { AppealItem, AppealList } from "../../shared/classes/appeal.js";
import { BookingId } from "../../shared/classes/booking.js";
import { wordsUpTo } from "../../shared/core/free-text.js";
import { instantText } from "../../shared/core/instant.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { doerOf } from "../http/doer-of.js";
import { requirePermission } from "../http/require-permission.js";
import { appeal, decideAppeal, listAppeals } from "./appeal.js";

const params = z.object({ id: BookingId });
const refusals = ["malformed_json", "invalid_input", "not_signed_in", "not_found", "words_refused"] as const;

const appealRoute = createRoute({
  method: "post",
  path: "/{id}/appeal",
  summary: "Say why an absence should not count, once (whoever was absent)",
  request: { params, body: jsonBody(z.strictObject({ text: wordsUpTo(200) })) },
  responses: {
    201: jsonAnswer("An officer looks at it", z.object({ done: z.literal(true) })),
    ...errorAnswers(...refusals, "not_absent"),
  },
});

const listRoute = createRoute({
  method: "get",
  path: "/",
  summary: "The appeals that wait, the oldest first (officer)",
  responses: { 200: jsonAnswer("At most 200", AppealList), ...errorAnswers("not_signed_in", "not_allowed") },
});

const decideRoute = createRoute({
  method: "post",
  path: "/{id}",
  summary: "Decide an appeal; granted, the absence does not count any more (officer)",
  request: {
    params,
    body: jsonBody(
      z.strictObject({ decision: z.enum(["granted", "refused"]), reply: wordsUpTo(100).nullable().default(null) }),
    ),
  },
  responses: { 200: jsonAnswer("Decided", AppealItem), ...errorAnswers(...refusals, "not_allowed", "appeal_decided") },
});

/** `POST /api/bookings/{id}/appeal`. */
export function ownAppealRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use("/:id/appeal", requirePermission(deps, "class:book"));
  return router.openapi(appealRoute, async (c) => {
    await appeal(deps, { bookingId: c.req.valid("param").id, ...c.req.valid("json") }, c.get("user"));
    return c.json({ done: true as const }, 201);
  });
}

/** What officers do about appeals. */
export function appealRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use(requirePermission(deps, "class:decide-appeal"));
  return router
    .openapi(listRoute, async (c) => {
      c.header("Cache-Control", "no-store");
      const appeals = await listAppeals(deps, c.get("user"));
      return c.json({ appeals, asOf: instantText(deps.clock()) }, 200);
    })
    .openapi(decideRoute, async (c) => {
      const decision = { bookingId: c.req.valid("param").id, ...c.req.valid("json") };
      return c.json(await decideAppeal(deps, decision, doerOf(c)), 200);
    });
}
