import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { SessionId } from "./class-session.js";
import { CourseFacts, CourseId, Venue } from "./course.js";
import { Hall } from "./hall.js";

/** A course as officers see it. */
export const CourseItem = CourseFacts.extend({
  id: CourseId,
  revision: z.int(),
  state: z.enum(["running", "ended"]),
  venue: Venue,
  /** 每周三 19:00–20:30,节假日不上 */
  scheduleWords: z.string(),
  isDemo: z.boolean(),
});
export type CourseItem = z.infer<typeof CourseItem>;

export const CourseList = z.object({ courses: z.array(CourseItem), nextCursor: z.string().nullable() });
export type CourseList = z.infer<typeof CourseList>;

/** A date of a course in the officer's list; who booked it stands in its roster. */
export const CourseDate = z.object({
  id: SessionId,
  startsAt: InstantText,
  endsAt: InstantText,
  venue: Venue,
  teacher: z.string().nullable(),
  capacity: z.int(),
  state: z.enum(["scheduled", "cancelled"]),
  cancelledReason: z.string().nullable(),
  isOnItsOwn: z.boolean(),
  /** Titles of other courses that are held in the same room at the same time. */
  clashesWith: z.array(z.string()),
  revision: z.int(),
});
export type CourseDate = z.infer<typeof CourseDate>;

/** `dates`: those that have not started, earliest first. */
export const CourseDetail = CourseItem.extend({ dates: z.array(CourseDate), asOf: InstantText });
export type CourseDetail = z.infer<typeof CourseDetail>;

export const HallAnswer = Hall.omit({ createdAt: true, updatedAt: true });
export type HallAnswer = z.infer<typeof HallAnswer>;

/** Halls, and stations where classes are held. */
export const VenueList = z.object({ venues: z.array(Venue) });
export type VenueList = z.infer<typeof VenueList>;
