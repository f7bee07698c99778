import { z } from "zod";
import { COURSE_LIMITS, COURSE_MOST, HALL_LIMITS } from "../common/field-limits.js";
import { wordsUpTo } from "../common/free-text.js";
import { DistrictCode, DistrictText, MapPoint, StationId } from "../stations/station.js";
import { CourseRules } from "./booking-rules.js";
import { CLASS_CATEGORIES } from "./class-category.js";

export const ClassCategory = z.enum(CLASS_CATEGORIES);

/** A hall that is no station. */
export const HallId = z.string().regex(/^vn_[a-z0-9_]{1,40}$/, { error: "不是场馆编号" });
export type HallId = z.infer<typeof HallId>;

/** Where a class is held: a station, whose name, place and district are its own, or a hall. */
export const VenueId = z
  .union([StationId, HallId], { error: "不是驿站或场馆的编号" })
  // Named in the description: clients are generated with one type for it.
  .meta({ id: "VenueId" });
export type VenueId = z.infer<typeof VenueId>;

export const CourseId = z.string().regex(/^co_[a-z0-9_]{1,40}$/, { error: "不是课程编号" });
export type CourseId = z.infer<typeof CourseId>;

export const VenueFacts = z.strictObject({
  name: wordsUpTo(HALL_LIMITS.name),
  address: wordsUpTo(HALL_LIMITS.address),
  district: z.strictObject({ code: DistrictCode.nullable(), text: DistrictText }),
  /** GCJ-02. */
  location: MapPoint,
  /** How to find the room: 三楼舞蹈教室. */
  room: wordsUpTo(HALL_LIMITS.room).nullable(),
});
export type VenueFacts = z.infer<typeof VenueFacts>;

export const Venue = VenueFacts.extend({ id: VenueId });
export type Venue = z.infer<typeof Venue>;

/** Beijing time of day, `HH:MM`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "时间要写成 19:00 这样" });

const minutes = z.int().min(15).max(COURSE_MOST.minutes);

/** When a course is held, in Beijing civil time. */
export const CourseSchedule = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("weekly"),
      /** 0 = Monday … 6 = Sunday. */
      weekdays: z.array(z.int().min(0).max(6)).min(1).max(7),
      startsAt: TimeOfDay,
      durationMinutes: minutes,
      /** First and last day, both included. */
      from: z.iso.date(),
      until: z.iso.date(),
      /** Whether it is held on public holidays. An adjusted workday (调休) is a day like any other. */
      holidays: z.enum(["skip", "keep"]).default("skip"),
      /** Days on which it is not held all the same. */
      except: z.array(z.iso.date()).max(100).default([]),
    })
    .refine(({ from, until }) => from <= until, { error: "最后一天不能早于第一天", path: ["until"] }),
  z.strictObject({
    kind: z.literal("dates"),
    dates: z
      .array(z.strictObject({ date: z.iso.date(), startsAt: TimeOfDay, durationMinutes: minutes }))
      .min(1)
      .max(200),
  }),
]);
export type CourseSchedule = z.infer<typeof CourseSchedule>;

/** What an officer says of a course. */
export const CourseFacts = z.strictObject({
  title: wordsUpTo(COURSE_LIMITS.title),
  category: ClassCategory,
  venueId: VenueId,
  /** Which room there, in the place of what the hall says; null: as the hall says. */
  room: wordsUpTo(COURSE_LIMITS.room).nullable(),
  teacher: wordsUpTo(COURSE_LIMITS.teacher).nullable(),
  /** 零基础, 有基础 … */
  level: wordsUpTo(COURSE_LIMITS.level).nullable(),
  /** Who it is meant for by age: 不限, 18-60 岁. */
  age: wordsUpTo(COURSE_LIMITS.age).nullable(),
  /** What to bring. */
  bring: wordsUpTo(COURSE_LIMITS.bring).nullable(),
  about: wordsUpTo(COURSE_LIMITS.about).nullable(),
  capacity: z.int().min(1).max(COURSE_MOST.capacity),
  /** How many may wait; 0: no waitlist. */
  waitlistLimit: z.int().min(0).max(COURSE_MOST.waitlistLimit),
  /** `session`: each date is booked by itself; `term`: one booking holds a seat in every session still to come. */
  bookedBy: z.enum(["session", "term"]),
  /** So many days before a session its booking opens; null: as soon as it is in the timetable. */
  bookingOpensDaysBefore: z.int().min(0).max(COURSE_MOST.bookingOpensDaysBefore).nullable(),
  rules: CourseRules,
  schedule: CourseSchedule,
});
export type CourseFacts = z.infer<typeof CourseFacts>;

export const Course = CourseFacts.extend({
  id: CourseId,
  /** Grows by one with every change. */
  revision: z.int().min(1),
  /**
   * The schedule counts from this day on: sessions before it were made by an earlier one, which a change of "this and
   * the following" left as they were. Null: it counts from the beginning.
   */
  scheduleSince: z.iso.date().nullable(),
  /** An ended course has no more sessions. */
  state: z.enum(["running", "ended"]),
  createdAt: z.int(),
  updatedAt: z.int(),
  isDemo: z.boolean(),
});
export type Course = z.infer<typeof Course>;
