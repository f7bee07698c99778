import type { BookingAnswer, SessionItem } from "../../../../shared/classes/class-answer";

type Places = Pick<SessionItem, "mine" | "seatsLeft" | "waitlistLength">;

/**
 * A class as it stands once the server has answered a booking. A seat that was kept for the person was not free
 * before.
 */
export function withBooking<Session extends Places>(session: Session, booking: BookingAnswer): Session {
  const isNew = session.mine === undefined;
  const takesSeat = isNew && booking.state === "confirmed";
  const joinsWaitlist = isNew && booking.state === "waitlisted";
  return {
    ...session,
    mine: booking,
    seatsLeft: Math.max(0, session.seatsLeft - (takesSeat ? 1 : 0)),
    waitlistLength: session.waitlistLength + (joinsWaitlist ? 1 : 0),
  };
}
