import { z } from "zod";
import { BOOKING_REFUSALS, BookingId } from "../classes/booking.js";
import {
  BookingAnswer,
  CheckInCode,
  LeaveAnswer,
  MyBookings,
  MyPlace,
  Roster,
  RosterEntry,
  SessionDetail,
  Timetable,
  TimetableQuery,
} from "../classes/class-answer.js";
import { SessionId } from "../classes/class-session.js";
import { PERSON_NAME_LIMIT, REASON_LIMIT } from "../common/field-limits.js";
import { wordsUpTo } from "../common/free-text.js";
import type { Contract } from "./endpoint.js";

const params = z.object({ id: SessionId });
const entryParams = params.extend({ bookingId: BookingId });
const reason = wordsUpTo(REASON_LIMIT);

/** What everybody sees of classes. */
export const timetableContract = {
  listClasses: {
    route: "GET /classes",
    summary: "The classes of some Beijing days, with free seats; with my places where signed in",
    description:
      "With a position (GCJ-02) the nearest venue of a day comes first. A position is neither logged nor stored.",
    permission: "known",
    query: TimetableQuery,
    answer: Timetable,
    answers: "By day",
  },
  getClass: {
    route: "GET /classes/:id",
    summary: "One class with every rule of its booking; with my place where signed in",
    permission: "known",
    params,
    answer: SessionDetail,
    answers: "The class",
    errors: ["not_found"],
  },
} as const satisfies Contract;

const leaveErrors = ["not_found", "not_booked", "session_started", "already_checked_in"] as const;

/** A person's own booking of a class. */
export const bookingContract = {
  bookClass: {
    route: "POST /classes/:id/booking",
    summary: "Book a class, or join its waitlist; a repeat is answered with the same booking (signed in)",
    permission: "class:book",
    write: "repeatable",
    params,
    status: 201,
    answer: BookingAnswer,
    answers: "Booked or waiting. Of a term every date to come is booked",
    errors: ["not_found", ...BOOKING_REFUSALS],
  },
  acceptOffer: {
    route: "POST /classes/:id/booking/accept",
    summary: "Take the seat that is being kept (signed in)",
    permission: "class:book",
    write: "repeatable",
    params,
    answer: BookingAnswer,
    answers: "Booked",
    errors: [
      "not_found",
      "not_booked",
      "no_offer",
      "offer_expired",
      "session_cancelled",
      "session_started",
      "overlapping_booking",
      "too_many_bookings",
    ],
  },
  cancelBooking: {
    route: "DELETE /classes/:id/booking",
    summary: "Give back a seat or a place; of a term all that is to come",
    permission: "class:book",
    write: "once",
    params,
    answer: LeaveAnswer,
    answers: "Given back",
    errors: leaveErrors,
  },
  skipClass: {
    route: "POST /classes/:id/booking/skip",
    summary: "Give back this one date of a term",
    permission: "class:book",
    write: "once",
    params,
    answer: LeaveAnswer,
    answers: "Given back",
    errors: leaveErrors,
  },
} as const satisfies Contract;

export const ownBookingContract = {
  listMyBookings: {
    route: "GET /bookings/mine",
    summary: "What I booked, next classes first, then past ones; my absences (signed in)",
    permission: "class:book",
    answer: MyBookings,
    answers: "At most 100",
  },
} as const satisfies Contract;

/** Checking in, and what the staff of a hall see and do. */
export const rosterContract = {
  checkIn: {
    route: "POST /classes/:id/check-in",
    summary: "Check in with the code of the hall's screen; without a seat, into a free one (signed in)",
    permission: "class:book",
    write: "repeatable",
    params,
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/, { error: "签到码是 6 位数字" }) }),
    answer: MyPlace,
    answers: "Checked in",
    errors: [
      "not_found",
      "check_in_code_wrong",
      "check_in_not_open",
      "check_in_closed",
      "check_in_struck",
      "not_booked",
      "no_seat_free",
      "walk_in_not_open",
      "session_cancelled",
    ],
  },
  getRoster: {
    route: "GET /classes/:id/roster",
    summary: "Who is coming, by number (keeper of the station, officer)",
    permission: "class:keep-roster",
    params,
    answer: Roster,
    answers: "The roster; no phone numbers",
    errors: ["not_found"],
  },
  getCheckInCode: {
    route: "GET /classes/:id/check-in-code",
    summary: "What the hall's screen shows for half a minute (keeper of the station, officer)",
    permission: "class:keep-roster",
    params,
    answer: CheckInCode,
    answers: "The code, and the page it opens",
    errors: ["not_found"],
  },
  checkInOnRoster: {
    route: "POST /classes/:id/roster/:bookingId/check-in",
    summary: "Check somebody in (keeper of the station, officer)",
    permission: "class:keep-roster",
    write: "repeatable",
    params: entryParams,
    answer: RosterEntry,
    answers: "The line of the roster",
    errors: ["not_found", "check_in_not_open", "check_in_closed", "not_booked", "no_seat_free", "walk_in_not_open"],
  },
  strikeCheckIn: {
    route: "POST /classes/:id/roster/:bookingId/strike",
    summary: "Strike out a check-in that was made from elsewhere (keeper of the station, officer)",
    permission: "class:keep-roster",
    write: "repeatable",
    params: entryParams,
    answer: RosterEntry,
    answers: "The line of the roster",
    errors: ["not_found", "not_booked"],
  },
  waiveAbsence: {
    route: "POST /classes/:id/roster/:bookingId/waive",
    summary: "Let an absence not count: heavy weather, a day of peak orders (keeper of the station, officer)",
    permission: "class:keep-roster",
    write: "repeatable",
    params: entryParams,
    answer: RosterEntry,
    answers: "The line of the roster",
    errors: ["not_found", "not_absent"],
  },
  waiveAllAbsences: {
    route: "POST /classes/:id/waive",
    summary: "Let no absence from a class count, those there are and those to come (keeper of the station, officer)",
    permission: "class:keep-roster",
    write: "repeatable",
    params,
    answer: SessionDetail,
    answers: "The class",
    errors: ["not_found", "session_cancelled"],
  },
  seatWalkIn: {
    route: "POST /classes/:id/walk-ins",
    summary: "Seat somebody without a phone (keeper of the station, officer)",
    permission: "class:keep-roster",
    write: "once",
    params,
    body: z.strictObject({ calledBy: wordsUpTo(PERSON_NAME_LIMIT) }),
    status: 201,
    answer: RosterEntry,
    answers: "The line of the roster",
    errors: ["not_found", "walk_in_not_open", "no_seat_free", "session_over"],
  },
  cancelClass: {
    route: "POST /classes/:id/cancel",
    summary: "Cancel a class: everybody is told, no absence counts (officer)",
    permission: "class:cancel",
    write: "repeatable",
    params,
    body: z.strictObject({ reason: reason.default("临时取消") }),
    answer: SessionDetail,
    answers: "Cancelled",
    errors: ["not_found", "session_over", "words_refused"],
  },
  mergeClass: {
    route: "POST /classes/:id/merge",
    summary: "Merge a class into another: its people move there in their order (officer)",
    permission: "class:cancel",
    write: "once",
    params,
    body: z.strictObject({ into: SessionId, reason: reason.default("并班上课") }),
    answer: SessionDetail,
    answers: "The class they moved to",
    errors: ["not_found", "session_started", "session_cancelled", "words_refused"],
  },
} as const satisfies Contract;
