import { z } from "zod";
import { SessionId } from "../classes/class-session.js";
import { CourseId, HallId, VenueId } from "../classes/course.js";
import { CourseDate, CourseDetail, CourseList, HallAnswer, VenueList } from "../classes/course-answer.js";
import {
  CoursePatch,
  CourseReplacement,
  HallReplacement,
  NewCourse,
  NewHall,
  SessionMoveInput,
} from "../classes/course-input.js";
import { CSV_TYPE, XLSX_TYPE } from "../common/file-types.js";
import { DAY_MS } from "../common/time.js";
import { ImportAnswer } from "../stations/import/import-answer.js";
import type { Contract } from "./endpoint.js";

const params = z.object({ id: CourseId });
const TABLE_FILE = { files: { [XLSX_TYPE]: "binary", [CSV_TYPE]: "text" } } as const;
const format = z.enum(["xlsx", "csv"]).default("xlsx");
const change = {
  permission: "class:manage",
  params,
  answer: CourseDetail,
  answers: "Changed",
  errors: [
    "conflict",
    "not_found",
    "seats_taken",
    "course_ended",
    "term_booked",
    "session_cancelled",
    "session_started",
  ],
} as const;

/** Timetables as files. */
export const courseTableContract = {
  importCourses: {
    route: "POST /courses/import",
    summary: "Import a timetable, CSV or XLSX: all of its courses or none (officer). The body is the file itself",
    description: "As a form, the file is its field `file`, and `mends` may hold JSON of cells put right since.",
    permission: "class:manage",
    write: "repeatable",
    query: z.strictObject({ dryRun: z.enum(["true", "false"]).default("false") }),
    body: {
      files: { [CSV_TYPE]: "text", [XLSX_TYPE]: "binary", "multipart/form-data": "form" },
      otherwise: "unsupported_media_type",
    },
    answer: ImportAnswer,
    answers: "What was imported, or would be",
    errors: ["conflict", "term_booked", "import_rejected"],
  },
  exportCourses: {
    route: "GET /courses/export",
    summary: "The courses that go on, as a table that an import reads back (officer)",
    permission: "class:manage",
    query: z.strictObject({ format }),
    answer: TABLE_FILE,
    answers: "The table",
  },
} as const satisfies Contract;

/** Courses, for officers. */
export const courseContract = {
  listCourses: {
    route: "GET /courses",
    summary: "The courses of an officer's reach, the newest first, a page at a time",
    permission: "class:manage",
    query: z.object({
      state: z.enum(["running", "ended"]).default("running"),
      cursor: CourseId.optional().meta({ description: "`nextCursor` of the page before" }),
    }),
    answer: CourseList,
    answers: "A page",
  },
  getCourse: {
    route: "GET /courses/:id",
    summary: "A course with its dates to come (officer)",
    permission: "class:manage",
    params,
    answer: CourseDetail,
    answers: "The course",
    errors: ["not_found"],
  },
  createCourse: {
    route: "POST /courses",
    summary: "Add a course; its sessions are in the timetable at once (officer)",
    permission: "class:manage",
    write: "once",
    body: NewCourse,
    status: 201,
    answer: CourseDetail,
    answers: "Added",
    errors: ["conflict"],
  },
  changeCourse: {
    route: "PATCH /courses/:id",
    summary: "Change this session of a course, this and the following, or all (officer)",
    write: "repeatable",
    body: CoursePatch,
    ...change,
  },
  replaceCourse: {
    route: "PUT /courses/:id",
    summary: "The same, with everything there is to say of the course (officer)",
    write: "repeatable",
    body: CourseReplacement,
    ...change,
  },
  endCourse: {
    route: "POST /courses/:id/end",
    summary: "End a course: what is still to come is cancelled, and everybody booked is told (officer)",
    permission: "class:manage",
    write: "repeatable",
    params,
    answer: CourseDetail,
    answers: "Ended",
    errors: ["not_found", "conflict"],
  },
} as const satisfies Contract;

/** One date of a course; who booked it is the matter of the roster. */
export const sessionContract = {
  moveClass: {
    route: "POST /classes/:id/move",
    summary: "Hold a session at another time or place; who booked it stays booked and is told (officer)",
    permission: "class:manage",
    write: "repeatable",
    params: z.object({ id: SessionId }),
    body: SessionMoveInput,
    answer: CourseDate,
    answers: "Moved",
    errors: ["not_found", "conflict", "session_cancelled", "session_started"],
  },
} as const satisfies Contract;

/** Where classes are held. */
export const hallContract = {
  createHall: {
    route: "POST /halls",
    summary: "Add a hall where classes are held and which is no station (officer)",
    permission: "class:manage",
    write: "once",
    body: NewHall,
    status: 201,
    answer: HallAnswer,
    answers: "Added",
  },
  changeHall: {
    route: "PUT /halls/:id",
    summary: "Change what is said about a hall (officer)",
    permission: "class:manage",
    write: "repeatable",
    params: z.object({ id: HallId }),
    body: HallReplacement,
    answer: HallAnswer,
    answers: "Changed",
    errors: ["not_found", "conflict"],
  },
  listVenues: {
    route: "GET /venues",
    summary: "Where classes are held: all halls, and stations with a course",
    permission: "open",
    answer: VenueList,
    answers: "By name",
  },
} as const satisfies Contract;

/** Classes in other people's calendars. */
export const calendarContract = {
  getVenueCalendar: {
    route: "GET /venues/:id/calendar.ics",
    summary: "The classes at a station or a hall, for calendar applications to subscribe to",
    permission: "open",
    params: z.object({ id: VenueId }),
    answer: { files: { "text/calendar": "text" } },
    answers: "An iCalendar file (RFC 5545)",
    errors: ["not_found"],
  },
  getClassCalendar: {
    route: "GET /classes/:id/calendar.ics",
    summary: "One class, for the phone's calendar",
    permission: "open",
    params: z.object({ id: SessionId }),
    answer: { files: { "text/calendar": "text" } },
    answers: "An iCalendar file (RFC 5545)",
    errors: ["not_found"],
  },
} as const satisfies Contract;

const MOST_DAYS = 92;
const day = z.iso.date({ error: "要写成 2026-12-03 这样" });

export const attendanceContract = {
  exportAttendance: {
    route: "GET /classes/attendance",
    summary: "Who came to the classes of some Beijing days, as a table (officer)",
    description: "Within the officer's reach: what people are called and their numbers. Attendance is kept for a year.",
    permission: "class:attendance",
    query: z.strictObject({ from: day, to: day, format }).superRefine(({ from, to }, context) => {
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
      if (days < 1) context.addIssue({ code: "custom", path: ["to"], message: "不能早于开始的日子" });
      if (days > MOST_DAYS) context.addIssue({ code: "custom", path: ["to"], message: `一次最多导出 ${MOST_DAYS} 天` });
    }),
    answer: TABLE_FILE,
    answers: "The table",
  },
} as const satisfies Contract;
