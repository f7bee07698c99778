import { createRoute, z } from "@hono/zod-openapi";
import { BOOKING_REFUSALS } from "../../shared/classes/booking.js";
import { BookingAnswer, LeaveAnswer, MyBookings } from "../../shared/classes/class-answer.js";
import { SessionId } from "../../shared/classes/class-session.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { requirePermission } from "../http/require-permission.js";
import { acceptOffer, bookClass, leaveClass } from "./book-class.js";
import { listOwnBookings } from "./own-bookings.js";

const params = z.object({ id: SessionId });
const common = ["invalid_input", "not_signed_in", "sign_in_expired", "not_found"] as const;

const bookRoute = createRoute({
  method: "post",
  path: "/{id}/booking",
  summary: "Book a class, or join its waitlist; a repeat is answered with the same booking (signed in)",
  request: { params },
  responses: {
    201: jsonAnswer("Booked or waiting. Of a term every date to come is booked", BookingAnswer),
    ...errorAnswers(...common, ...BOOKING_REFUSALS),
  },
});

const acceptRoute = createRoute({
  method: "post",
  path: "/{id}/booking/accept",
  summary: "Take the seat that is being kept (signed in)",
  request: { params },
  responses: {
    200: jsonAnswer("Booked", BookingAnswer),
    ...errorAnswers(
      ...common,
      "not_booked",
      "no_offer",
      "offer_expired",
      "session_cancelled",
      "session_started",
      "overlapping_booking",
      "too_many_bookings",
    ),
  },
});

const leaveRoute = (method: "delete" | "post", path: string, summary: string) =>
  createRoute({
    method,
    path,
    summary,
    request: { params },
    responses: {
      200: jsonAnswer("Given back", LeaveAnswer),
      ...errorAnswers(...common, "not_booked", "session_started", "already_checked_in"),
    },
  });
const cancelRoute = leaveRoute("delete", "/{id}/booking", "Give back a seat or a place; of a term all that is to come");
const skipRoute = leaveRoute("post", "/{id}/booking/skip", "Give back this one date of a term");

const mineRoute = createRoute({
  method: "get",
  path: "/mine",
  summary: "What I booked, next classes first, then past ones; my absences (signed in)",
  responses: { 200: jsonAnswer("At most 100", MyBookings), ...errorAnswers("not_signed_in", "sign_in_expired") },
});

/** A person's own booking of a class. */
export function bookingRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use("/:id/booking/*", requirePermission(deps, "class:book"));
  return router
    .openapi(bookRoute, async (c) => c.json(await bookClass(deps, c.req.valid("param").id, c.get("user")), 201))
    .openapi(acceptRoute, async (c) => c.json(await acceptOffer(deps, c.req.valid("param").id, c.get("user")), 200))
    .openapi(cancelRoute, async (c) => {
      const leaving = { sessionId: c.req.valid("param").id, user: c.get("user"), dates: "all" } as const;
      return c.json({ done: true as const, ...(await leaveClass(deps, leaving)) }, 200);
    })
    .openapi(skipRoute, async (c) => {
      const leaving = { sessionId: c.req.valid("param").id, user: c.get("user"), dates: "one" } as const;
      return c.json({ done: true as const, ...(await leaveClass(deps, leaving)) }, 200);
    });
}

export function ownBookingRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use("/mine", requirePermission(deps, "class:book"));
  return router.openapi(mineRoute, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(await listOwnBookings(deps, c.get("user")), 200);
  });
}
