import { z } from "zod";
import { BookingRules } from "./booking-rules.js";
import { ClassCategory, CourseId, Venue } from "./course.js";

export const SessionId = z.string().regex(/^cs_[a-z0-9_]{1,60}$/, { error: "不是课次编号" });
export type SessionId = z.infer<typeof SessionId>;

/** One date of a course, with everything that booking it needs. Instants are EpochMs. */
export const ClassSession = z.strictObject({
  id: SessionId,
  courseId: CourseId,
  title: z.string(),
  category: ClassCategory,
  venue: Venue,
  teacher: z.string().nullable(),
  level: z.string().nullable(),
  age: z.string().nullable(),
  bring: z.string().nullable(),
  about: z.string().nullable(),
  startsAt: z.int(),
  endsAt: z.int(),
  /** Booking opens at this instant; 0: from the beginning. */
  bookingOpensAt: z.int(),
  capacity: z.int().min(1),
  waitlistLimit: z.int().min(0),
  bookedBy: z.enum(["session", "term"]),
  rules: BookingRules,
  state: z.enum(["scheduled", "cancelled"]),
  /** What people booked are told; null while it is held. */
  cancelledReason: z.string().max(60).nullable(),
  /** Where its people went when it was merged into another. */
  mergedInto: SessionId.nullable(),
  /** Cancelled only because the schedule had this date no longer: it comes back with it. */
  isOffSchedule: z.boolean().default(false),
  /** Staff let no absence from it count: heavy weather, a day of peak orders. */
  absencesWaived: z.boolean().default(false),
  /** Whether an officer changed this date by itself, so that a change of the whole course leaves it alone. */
  isOnItsOwn: z.boolean(),
  revision: z.int().min(1),
  isDemo: z.boolean(),
});
export type ClassSession = z.infer<typeof ClassSession>;
