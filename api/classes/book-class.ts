import type { BookingAnswer } from "../../shared/classes/class-answer.js";
import type { SessionId } from "../../shared/classes/class-session.js";
import type { User } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import { done } from "./booking-outcome.js";
import { presentBooking } from "./present-class.js";

type Needs = Pick<Dependencies, "bookings" | "clock" | "newId">;

/**
 * Books a session, a term, or joins the waitlist.
 *
 * @throws ApiError not_found, or the rule that stands against it
 */
export async function bookClass(
  { bookings, clock, newId }: Needs,
  sessionId: SessionId,
  user: User,
): Promise<BookingAnswer> {
  const booker = { sessionId, userId: user.id, calledBy: user.name, newId: newId("bk") };
  return presentBooking(done(await bookings.book(clock(), booker)));
}

/** Takes the seat that is offered. */
export async function acceptOffer(
  { bookings, clock }: Omit<Needs, "newId">,
  sessionId: SessionId,
  user: User,
): Promise<BookingAnswer> {
  return presentBooking(done(await bookings.accept(clock(), sessionId, user.id)));
}

/**
 * Gives back a seat, an offer or a place in the waitlist.
 *
 * @param dates of a term `all` dates to come, or this `one`
 * @returns whether it was so late that it counts as an absence
 */
export async function leaveClass(
  { bookings, clock }: Omit<Needs, "newId">,
  { sessionId, user, dates }: { sessionId: SessionId; user: User; dates: "all" | "one" },
): Promise<{ countsAsAbsence: boolean }> {
  const state = done(await bookings.leave(clock(), { sessionId, userId: user.id, dates }));
  return { countsAsAbsence: state === "cancelled_late" };
}
