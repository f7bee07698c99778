import { z } from "zod";
import { SessionId } from "./class-session.js";

export const BookingId = z.string().regex(/^bk_[a-z0-9]{8,40}$/, { error: "不是报名编号" });
export type BookingId = z.infer<typeof BookingId>;

/**
 * Where a booking stands. `offered` is a place in the waitlist to which a free seat is held for a while: people are
 * told `waitlisted` with `offerExpiresAt`. `cancelled_late` was given back so late that it counts as an absence. The last
 * six are ended.
 */
export const BOOKING_STATES = [
  "confirmed",
  "waitlisted",
  "offered",
  "attended",
  "absent",
  "cancelled",
  "cancelled_late",
  "lapsed",
  "session_cancelled",
] as const;
export const BookingState = z.enum(BOOKING_STATES);
export type BookingState = z.infer<typeof BookingState>;

/** Why a booking is refused; each is an error code with its sentence (shared/contract/error-codes.ts). */
export const BOOKING_REFUSALS = [
  "session_cancelled",
  "session_started",
  "booking_not_open_yet",
  "waitlist_full",
  "term_full",
  "too_many_bookings",
  "too_many_waitlist_places",
  "overlapping_booking",
  "booking_paused",
] as const;

/** A booking as it is stored. Instants are EpochMs. */
export const Booking = z.strictObject({
  id: BookingId,
  sessionId: SessionId,
  userId: z.string(),
  state: BookingState,
  /** What a roster calls the person; chosen by them, no real name asked. */
  calledBy: z.string().max(20),
  /** The number on the roster, short and read out loud; one a booking within its session. */
  number: z.int().min(1),
  createdAt: z.int(),
  /** While `offered`: until when the seat is held. */
  offerExpiresAt: z.int().nullable(),
  checkedInAt: z.int().nullable(),
  checkedInBy: z.enum(["code", "keeper", "walk_in"]).nullable(),
  /** When staff struck out a check-in: from then on only they can check the person in. */
  struckAt: z.int().nullable(),
  endedAt: z.int().nullable(),
  /** An absence that staff waived does not count. */
  waived: z.boolean(),
});
export type Booking = z.infer<typeof Booking>;
