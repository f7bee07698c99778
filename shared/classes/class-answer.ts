import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { DAY_MS } from "../common/time.js";
import { BookingId, BookingState } from "./booking.js";
import { BookingRules } from "./booking-rules.js";
import { SessionId } from "./class-session.js";
import { ClassCategory, CourseId, Venue, VenueId } from "./course.js";

const MOST_DAYS = 31;
const coordinate = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,20})?$/, { error: "要是一个数" })
    .transform(Number)
    .pipe(z.number().min(-most).max(most));

/** Which classes: Beijing days, both included, and the rest as it pleases. */
export const TimetableQuery = z
  .object({
    from: z.iso.date({ error: "要写成 2026-12-03 这样" }),
    to: z.iso.date({ error: "要写成 2026-12-03 这样" }),
    latitude: coordinate(90).optional(),
    longitude: coordinate(180).optional(),
    category: ClassCategory.optional(),
    venueId: VenueId.optional(),
  })
  .superRefine(({ from, to, latitude, longitude }, context) => {
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
    if (days < 1) context.addIssue({ code: "custom", path: ["to"], message: "不能早于开始的日子" });
    if (days > MOST_DAYS) context.addIssue({ code: "custom", path: ["to"], message: `一次最多看 ${MOST_DAYS} 天` });
    if ((latitude === undefined) !== (longitude === undefined))
      context.addIssue({
        code: "custom",
        path: [latitude === undefined ? "latitude" : "longitude"],
        message: "经纬度要一起给",
      });
  });

/** How the person who asks stands in a session. An offered seat is `waitlisted` with `offerExpiresAt`. */
export const MyPlace = z.object({
  state: BookingState.exclude(["offered"]),
  bookingId: BookingId,
  number: z.int(),
  /** In the waitlist, from 1. */
  position: z.int().optional(),
  offerExpiresAt: InstantText.optional(),
  /** Of an absence, in one's own list only: it counts, one has appealed, an officer said no, or it does not count. */
  absence: z.enum(["counted", "appealed", "upheld", "waived"]).optional(),
});
export type MyPlace = z.infer<typeof MyPlace>;

/** What the timetable shows of a session. */
export const SessionItem = z.object({
  id: SessionId,
  courseId: CourseId,
  title: z.string(),
  category: ClassCategory,
  venue: Venue,
  startsAt: InstantText,
  endsAt: InstantText,
  capacity: z.int(),
  /** Seats nobody holds and nobody is being offered. */
  seatsLeft: z.int(),
  waitlistLength: z.int(),
  state: z.enum(["scheduled", "cancelled"]),
  cancelledReason: z.string().nullable(),
  bookingOpensAt: InstantText.nullable(),
  bookedBy: z.enum(["session", "term"]),
  teacher: z.string().nullable(),
  level: z.string().nullable(),
  isDemo: z.boolean(),
  /** Metres, straight line; with a position only. */
  distanceMetres: z.int().optional(),
  /** Signed in and booked only. */
  mine: MyPlace.optional(),
});
export type SessionItem = z.infer<typeof SessionItem>;

export const Timetable = z.object({ sessions: z.array(SessionItem), asOf: InstantText });
export type Timetable = z.infer<typeof Timetable>;

export const SessionDetail = SessionItem.extend({
  age: z.string().nullable(),
  bring: z.string().nullable(),
  about: z.string().nullable(),
  waitlistLimit: z.int(),
  rules: BookingRules,
  /** Cancelled, since its people went to this one. */
  mergedInto: SessionId.nullable(),
  /** No absence from it counts. */
  absencesWaived: z.boolean(),
  /** When a seat can last be given back without counting as an absence. */
  cancelUntil: InstantText,
  asOf: InstantText,
});
export type SessionDetail = z.infer<typeof SessionDetail>;

/** What booking answers: 201, and the same to a repeat. */
export const BookingAnswer = z.object({
  state: z.enum(["confirmed", "waitlisted"]),
  position: z.int().optional(),
  offerExpiresAt: InstantText.optional(),
  bookingId: BookingId,
  number: z.int(),
});
export type BookingAnswer = z.infer<typeof BookingAnswer>;

/** A seat given back after `cancelUntil` counts as an absence, and still goes to the next. */
export const LeaveAnswer = z.object({ done: z.literal(true), countsAsAbsence: z.boolean() });
export type LeaveAnswer = z.infer<typeof LeaveAnswer>;

export const MyBookings = z.object({
  bookings: z.array(MyPlace.extend({ session: SessionItem })),
  /** Absences that count today, and until when booking is paused. */
  absences: z.object({ count: z.int(), pausedUntil: InstantText.nullable(), warned: z.boolean() }),
  asOf: InstantText,
});
export type MyBookings = z.infer<typeof MyBookings>;

export const RosterEntry = z.object({
  bookingId: BookingId,
  number: z.int(),
  calledBy: z.string(),
  state: BookingState,
  position: z.int().optional(),
  checkedInAt: InstantText.nullable(),
  checkedInBy: z.enum(["code", "keeper", "walk_in"]).nullable(),
  waived: z.boolean(),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

export const Roster = z.object({ session: SessionDetail, entries: z.array(RosterEntry) });
export type Roster = z.infer<typeof Roster>;

/** What the hall's screen shows: a code for 30 s, in large type and as a QR. */
export const CheckInCode = z.object({ code: z.string(), url: z.string(), expiresAt: InstantText, asOf: InstantText });
export type CheckInCode = z.infer<typeof CheckInCode>;
