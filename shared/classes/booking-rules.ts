import { z } from "zod";

/**
 * The rules of booking. Every one is shown before the tap and enforced on the server. The defaults are those of the
 * union's circle (docs/decisions/0015-class-booking.md); a course may set its own for those in {@link CourseRules}.
 */
export const BookingRules = z.strictObject({
  /** Seats a person may hold in sessions that have not ended. */
  mostBookings: z.int().min(1).max(20),
  /** Places in waitlists a person may hold at the same time. */
  mostWaitlistPlaces: z.int().min(0).max(20),
  /** A seat can be given back until so many minutes before the start without counting as an absence. */
  cancelBeforeMinutes: z
    .int()
    .min(0)
    .max(7 * 1_440),
  checkInBeforeMinutes: z.int().min(0).max(240),
  checkInAfterMinutes: z.int().min(0).max(240),
  /** A free seat goes to whoever stands there from so many minutes after the start. */
  walkInAfterMinutes: z.int().min(0).max(240),
  /** How long a freed seat is kept for the one it is offered to; shorter near the start (shared/classes/offer.ts). */
  offerMinutes: z.int().min(1).max(1_440),
  /** So many absences … */
  absencesToPause: z.int().min(1).max(20),
  /** … of so many warn … */
  absencesToWarn: z.int().min(1).max(20),
  /** … within so many days … */
  absenceWindowDays: z.int().min(1).max(365),
  /** … pause booking for so many days. */
  pauseDays: z.int().min(1).max(365),
});
export type BookingRules = z.infer<typeof BookingRules>;

export const DEFAULT_BOOKING_RULES: BookingRules = {
  mostBookings: 2,
  mostWaitlistPlaces: 2,
  cancelBeforeMinutes: 240,
  checkInBeforeMinutes: 30,
  checkInAfterMinutes: 15,
  walkInAfterMinutes: 10,
  offerMinutes: 120,
  absencesToPause: 3,
  absencesToWarn: 2,
  absenceWindowDays: 60,
  pauseDays: 30,
};

/** What a course may set otherwise; the limits on a person hold everywhere alike. */
export const CourseRules = BookingRules.pick({
  cancelBeforeMinutes: true,
  checkInBeforeMinutes: true,
  checkInAfterMinutes: true,
  walkInAfterMinutes: true,
  offerMinutes: true,
}).partial();
export type CourseRules = z.infer<typeof CourseRules>;
