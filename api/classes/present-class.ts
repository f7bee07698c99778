import type { Booking } from "../../shared/classes/booking.js";
import type {
  BookingAnswer,
  MyPlace,
  RosterEntry,
  SessionDetail,
  SessionItem,
} from "../../shared/classes/class-answer.js";
import type { ClassSession } from "../../shared/classes/class-session.js";
import { distanceMetres } from "../../shared/common/distance.js";
import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import type { MapPoint } from "../../shared/common/place.js";
import { type EpochMs, MINUTE_MS } from "../../shared/common/time.js";
import type { PlacedBooking } from "./booking-store.js";
import type { StandingSession } from "./class-reading-store.js";

/** What the timetable shows of a session, with the place of whoever asks. */
export function presentSession(standing: StandingSession, from: MapPoint | null = null): SessionItem {
  const { session, seatsTaken, seatsOffered, waiting, mine } = standing;
  const { id, courseId, title, category, venue, capacity, state, cancelledReason, bookedBy, teacher, level, isDemo } =
    session;
  return {
    id,
    courseId,
    title,
    category,
    venue,
    startsAt: instantText(session.startsAt),
    endsAt: instantText(session.endsAt),
    capacity,
    seatsLeft: state === "cancelled" ? 0 : Math.max(0, capacity - seatsTaken - seatsOffered),
    waitlistLength: waiting,
    state,
    cancelledReason,
    bookingOpensAt: session.bookingOpensAt === 0 ? null : instantText(session.bookingOpensAt),
    bookedBy,
    teacher,
    level,
    isDemo,
    ...(from === null ? {} : { distanceMetres: distanceMetres(from, venue.location) }),
    ...(mine === null ? {} : { mine: presentPlace(mine) }),
  };
}

export function presentDetail(standing: StandingSession, now: EpochMs): SessionDetail {
  const { session } = standing;
  return {
    ...presentSession(standing),
    age: session.age,
    bring: session.bring,
    about: session.about,
    // A seat that is free on one date only is no seat in a term.
    waitlistLimit: session.bookedBy === "term" ? 0 : session.waitlistLimit,
    rules: session.rules,
    mergedInto: session.mergedInto,
    absencesWaived: session.absencesWaived,
    cancelUntil: instantText(cancelUntil(session)),
    asOf: instantText(now),
  };
}

function cancelUntil({ startsAt, rules }: ClassSession): EpochMs {
  return startsAt - rules.cancelBeforeMinutes * MINUTE_MS;
}

/** How a person stands in a session. An offered seat is told as a place in the waitlist that can be accepted. */
export function presentPlace({ booking, position }: PlacedBooking): MyPlace {
  const { id, number, state, offerExpiresAt } = booking;
  return {
    state: state === "offered" ? "waitlisted" : state,
    bookingId: id,
    number,
    ...(position === null ? {} : { position }),
    ...(offerExpiresAt === null ? {} : { offerExpiresAt: instantText(offerExpiresAt) }),
  };
}

/** What booking answers, to a repeat too: whoever has checked in meanwhile holds a seat all the same. */
export function presentBooking(placed: PlacedBooking): BookingAnswer {
  const { state, ...place } = presentPlace(placed);
  return { ...place, state: state === "waitlisted" ? state : "confirmed" };
}

/** A line of the roster: what people are called and their number, never more. */
export function presentRosterEntry({ booking, position }: { booking: Booking; position: number | null }): RosterEntry {
  const { id, number, calledBy, state, checkedInAt, checkedInBy, waived } = booking;
  return {
    bookingId: id,
    number,
    calledBy,
    state,
    ...(position === null ? {} : { position }),
    checkedInAt: optionalInstantText(checkedInAt),
    checkedInBy,
    waived,
  };
}
