import { createRoute, z } from "@hono/zod-openapi";
import { BookingId } from "../../shared/classes/booking.js";
import { CheckInCode, MyPlace, Roster, RosterEntry, SessionDetail } from "../../shared/classes/class-answer.js";
import { SessionId } from "../../shared/classes/class-session.js";
import type { ErrorCode } from "../../shared/contract/error-codes.js";
import { wordsUpTo } from "../../shared/core/free-text.js";
import { instantText } from "../../shared/core/instant.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { doerOf } from "../http/doer-of.js";
import { pageAddress, publicOrigin } from "../http/public-address.js";
import { requirePermission } from "../http/require-permission.js";
import type { RosterMove } from "./booking-store.js";
import { cancelClass, mergeClass } from "./cancel-class.js";
import { checkInByCode } from "./check-in.js";
import { checkInCode } from "./check-in-code.js";
import { keepRoster, readRoster, seatWalkIn, sessionFor, waiveClass } from "./keep-roster.js";

const CHECK_IN_PAGE = "visitor/check-in/index";

const params = z.object({ id: SessionId });
const entryParams = params.extend({ bookingId: BookingId });
const reason = wordsUpTo(60);

const answers = (...codes: ErrorCode[]) => errorAnswers("invalid_input", "not_signed_in", "not_found", ...codes);

const checkInRoute = createRoute({
  method: "post",
  path: "/{id}/check-in",
  summary: "Check in with the code of the hall's screen; without a seat, into a free one (signed in)",
  request: {
    params,
    body: jsonBody(z.strictObject({ code: z.string().regex(/^\d{6}$/, { error: "签到码是 6 位数字" }) })),
  },
  responses: {
    200: jsonAnswer("Checked in", MyPlace),
    ...answers(
      "malformed_json",
      "check_in_code_wrong",
      "check_in_not_open",
      "check_in_closed",
      "check_in_struck",
      "not_booked",
      "no_seat_free",
      "walk_in_not_open",
      "session_cancelled",
    ),
  },
});

const codeRoute = createRoute({
  method: "get",
  path: "/{id}/check-in-code",
  summary: "What the hall's screen shows for half a minute (keeper of the station, officer)",
  request: { params },
  responses: { 200: jsonAnswer("The code, and the page it opens", CheckInCode), ...answers("not_allowed") },
});

const rosterRoute = createRoute({
  method: "get",
  path: "/{id}/roster",
  summary: "Who is coming, by number (keeper of the station, officer)",
  request: { params },
  responses: { 200: jsonAnswer("The roster; no phone numbers", Roster), ...answers("not_allowed") },
});

const moveRoute = (what: RosterMove, summary: string, ...codes: ErrorCode[]) =>
  createRoute({
    method: "post",
    path: `/{id}/roster/{bookingId}/${what}`,
    summary: `${summary} (keeper of the station, officer)`,
    request: { params: entryParams },
    responses: { 200: jsonAnswer("The line of the roster", RosterEntry), ...answers("not_allowed", ...codes) },
  });
const staffCheckInRoute = moveRoute(
  "check-in",
  "Check somebody in",
  "check_in_not_open",
  "check_in_closed",
  "not_booked",
  "no_seat_free",
  "walk_in_not_open",
);
const strikeRoute = moveRoute("strike", "Strike out a check-in that was made from elsewhere", "not_booked");
const waiveRoute = moveRoute("waive", "Let an absence not count: heavy weather, a day of peak orders", "not_absent");

const waiveAllRoute = createRoute({
  method: "post",
  path: "/{id}/waive",
  summary: "Let no absence from a class count, those there are and those to come (keeper of the station, officer)",
  request: { params },
  responses: { 200: jsonAnswer("The class", SessionDetail), ...answers("not_allowed", "session_cancelled") },
});

const walkInRoute = createRoute({
  method: "post",
  path: "/{id}/walk-ins",
  summary: "Seat somebody without a phone (keeper of the station, officer)",
  request: { params, body: jsonBody(z.strictObject({ calledBy: wordsUpTo(20) })) },
  responses: {
    201: jsonAnswer("The line of the roster", RosterEntry),
    ...answers("malformed_json", "not_allowed", "walk_in_not_open", "no_seat_free", "session_over"),
  },
});

const cancelRoute = createRoute({
  method: "post",
  path: "/{id}/cancel",
  summary: "Cancel a class: everybody is told, no absence counts (officer)",
  request: { params, body: jsonBody(z.strictObject({ reason: reason.default("临时取消") })) },
  responses: {
    200: jsonAnswer("Cancelled", SessionDetail),
    ...answers("malformed_json", "not_allowed", "session_over", "words_refused"),
  },
});

const mergeRoute = createRoute({
  method: "post",
  path: "/{id}/merge",
  summary: "Merge a class into another: its people move there in their order (officer)",
  request: { params, body: jsonBody(z.strictObject({ into: SessionId, reason: reason.default("并班上课") })) },
  responses: {
    200: jsonAnswer("The class they moved to", SessionDetail),
    ...answers("malformed_json", "not_allowed", "session_started", "session_cancelled", "words_refused"),
  },
});

/** Checking in by the hall's code. */
export function checkInRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use("/:id/check-in", requirePermission(deps, "class:book"));
  return router.openapi(checkInRoute, async (c) => {
    const { code } = c.req.valid("json");
    return c.json(await checkInByCode(deps, { sessionId: c.req.valid("param").id, code }, c.get("user")), 200);
  });
}

/** What the staff of a hall see and do. */
export function rosterRoutes(deps: Dependencies) {
  const router = createRouter();
  for (const path of ["/:id/roster/*", "/:id/waive", "/:id/walk-ins", "/:id/check-in-code"]) {
    router.use(path, requirePermission(deps, "class:keep-roster"));
  }
  const move = (id: SessionId, bookingId: BookingId, what: RosterMove) => ({ sessionId: id, bookingId, what });
  return router
    .openapi(rosterRoute, async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(await readRoster(deps, c.req.valid("param").id, c.get("user")), 200);
    })
    .openapi(codeRoute, async (c) => {
      const { id } = c.req.valid("param");
      await sessionFor(deps, { id, action: "class:keep-roster", user: c.get("user") });
      const now = deps.clock();
      const { code, expiresAt } = checkInCode(deps.fingerprint, id, now);
      const url = pageAddress(publicOrigin(c, deps), CHECK_IN_PAGE, { id, code });
      c.header("Cache-Control", "no-store");
      return c.json({ code, url, expiresAt: instantText(expiresAt), asOf: instantText(now) }, 200);
    })
    .openapi(staffCheckInRoute, async (c) => {
      const { id, bookingId } = c.req.valid("param");
      return c.json(await keepRoster(deps, move(id, bookingId, "check-in"), doerOf(c)), 200);
    })
    .openapi(strikeRoute, async (c) => {
      const { id, bookingId } = c.req.valid("param");
      return c.json(await keepRoster(deps, move(id, bookingId, "strike"), doerOf(c)), 200);
    })
    .openapi(waiveRoute, async (c) => {
      const { id, bookingId } = c.req.valid("param");
      return c.json(await keepRoster(deps, move(id, bookingId, "waive"), doerOf(c)), 200);
    })
    .openapi(waiveAllRoute, async (c) => c.json(await waiveClass(deps, c.req.valid("param").id, doerOf(c)), 200))
    .openapi(walkInRoute, async (c) => {
      const walkIn = { sessionId: c.req.valid("param").id, ...c.req.valid("json") };
      return c.json(await seatWalkIn(deps, walkIn, doerOf(c)), 201);
    });
}

/** What officers do with a whole session that others have booked. */
export function cancelClassRoutes(deps: Dependencies) {
  const router = createRouter();
  for (const path of ["/:id/cancel", "/:id/merge"]) router.use(path, requirePermission(deps, "class:cancel"));
  return router
    .openapi(cancelRoute, async (c) => {
      const cancelling = { sessionId: c.req.valid("param").id, ...c.req.valid("json") };
      return c.json(await cancelClass(deps, cancelling, doerOf(c)), 200);
    })
    .openapi(mergeRoute, async (c) => {
      const { into, reason: why } = c.req.valid("json");
      return c.json(await mergeClass(deps, { from: c.req.valid("param").id, into, reason: why }, doerOf(c)), 200);
    });
}
