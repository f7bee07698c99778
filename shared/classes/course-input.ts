import { z } from "zod";
import { COURSE_MOST } from "../common/field-limits.js";
import { InstantInput } from "../common/instant.js";
import { SessionId } from "./class-session.js";
import { CourseFacts, VenueFacts, VenueId } from "./course.js";

const { shape } = CourseFacts;

/** A course as an officer writes it: what is not known may be left out. */
export const NewCourse = z
  .strictObject({
    ...shape,
    room: shape.room.default(null),
    teacher: shape.teacher.default(null),
    level: shape.level.default(null),
    age: shape.age.default(null),
    bring: shape.bring.default(null),
    about: shape.about.default(null),
    waitlistLimit: shape.waitlistLimit.default(20),
    bookedBy: shape.bookedBy.default("session"),
    bookingOpensDaysBefore: shape.bookingOpensDaysBefore.default(null),
    rules: shape.rules.default({}),
  })
  .meta({ id: "NewCourse" });

const scope = {
  /**
   * Which sessions a change is for: this one, this and the following, or all that have not started, unless said
   * otherwise.
   */
  scope: z.enum(["this", "following", "all"]).default("all"),
  sessionId: SessionId.optional(),
  revision: z.int().min(1).optional(),
};

/** The same fields, all of them, with the sessions they are for. */
export const CourseReplacement = z.strictObject({ ...NewCourse.shape, ...scope }).meta({ id: "CourseReplacement" });
/** The same fields, each of which may be missing. */
export const CoursePatch = CourseFacts.partial().extend(scope).meta({ id: "CoursePatch" });

/** When and where a session is to be. */
export const SessionMoveInput = z
  .strictObject({
    startsAt: InstantInput.optional(),
    durationMinutes: z.int().min(15).max(COURSE_MOST.minutes).optional(),
    venueId: VenueId.optional(),
    room: shape.room.optional(),
  })
  .meta({ id: "SessionMove" });

export const NewHall = VenueFacts.extend({ room: VenueFacts.shape.room.default(null) }).meta({ id: "NewHall" });
export const HallReplacement = NewHall.extend({ revision: z.int().min(1).optional() }).meta({ id: "HallReplacement" });
