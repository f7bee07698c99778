import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { SessionId } from "./class-session.js";
import { CourseId } from "./course.js";
import { WANTED_SUBJECTS } from "./wanted-subject.js";

const Subject = z.enum(WANTED_SUBJECTS, { error: "没有这一样" });
/** A county, or the zones of a city by its code. */
const District = z.string().regex(/^\d{4}(\d{2})?$/, { error: "要写市或区县的代码，如 4101、410102" });
const topic = { district: District, subject: Subject };

/** 想学, or not any more. */
export const WantedInput = z.strictObject({ ...topic, wants: z.boolean() });
export const WantedAnswer = z.object({ ...topic, wants: z.boolean() });

/** A course that came of it, with the date that comes next; null: none within a month. */
const OpenedCourse = z.object({ id: CourseId, title: z.string(), nextSessionId: SessionId.nullable() });

/** What a person wants to learn, and what came of it, the newest first. */
export const OwnWanted = z.object({
  asOf: InstantText,
  wanted: z.array(
    z.object({
      ...topic,
      districtName: z.string(),
      label: z.string(),
      since: InstantText,
      /** Null: it is not taught yet. */
      course: OpenedCourse.nullable(),
    }),
  ),
});
export type OwnWanted = z.infer<typeof OwnWanted>;

/** What people in an officer's reach want to learn, most people first. */
export const WantedClasses = z.object({
  asOf: InstantText,
  wanted: z.array(
    z.object({
      ...topic,
      districtName: z.string(),
      label: z.string(),
      people: z.int(),
      /** Courses of the district; those that may be it come first. */
      courses: z.array(
        z.object({
          id: CourseId,
          title: z.string(),
          scheduleWords: z.string(),
          venueName: z.string(),
          fits: z.boolean(),
        }),
      ),
    }),
  ),
});
export type WantedClasses = z.infer<typeof WantedClasses>;

/** This course is what they wanted. */
export const WantedOpened = z.strictObject({ ...topic, courseId: CourseId });
export const ToldWanted = z.object({ ...topic, courseId: CourseId, told: z.int() });
