import type { MyBookings } from "../../../../../shared/classes/class-answer";
import type { EpochMs } from "../../../../../shared/common/time";
import { offerUntil } from "../class-words";

export type MyBooking = MyBookings["bookings"][number];

/** What is still to come, offers that run out first and then by the hour; and what is over, newest first. */
export function sortBookings(bookings: readonly MyBooking[], now: EpochMs): { coming: MyBooking[]; past: MyBooking[] } {
  const isComing = ({ state, session }: MyBooking) =>
    (state === "confirmed" || state === "waitlisted") &&
    session.state === "scheduled" &&
    Date.parse(session.endsAt) > now;
  const urgency = (booking: MyBooking) => offerUntil(booking, now) ?? Date.parse(booking.session.startsAt);
  const isOffered = (booking: MyBooking) => offerUntil(booking, now) !== null;
  return {
    coming: bookings
      .filter(isComing)
      .sort((a, b) => Number(isOffered(b)) - Number(isOffered(a)) || urgency(a) - urgency(b)),
    past: bookings
      .filter((booking) => !isComing(booking))
      .sort((a, b) => Date.parse(b.session.startsAt) - Date.parse(a.session.startsAt)),
  };
}
