import writeXlsxFile from "write-excel-file/node";
import { CLASS_CATEGORY_LABELS } from "../../../shared/classes/category.js";
import { type CourseField, courseColumnLabel } from "../../../shared/classes/import/course-columns.js";
import type { HeldCourse } from "../../../shared/classes/plan-sessions.js";
import { endOf, weekdayWords } from "../../../shared/classes/schedule-words.js";

/** What an export tells of a course, in the order of its columns; each is read back by an import. */
const COLUMNS = [
  "id",
  "title",
  "category",
  "venue",
  "room",
  "teacher",
  "weekdays",
  "startsAt",
  "endsAt",
  "from",
  "until",
  "dates",
  "holidays",
  "except",
  "capacity",
  "waitlistLimit",
  "bookedBy",
  "bookingOpensDaysBefore",
  "level",
  "age",
  "bring",
  "about",
] as const satisfies readonly CourseField[];

const WIDE: ReadonlySet<CourseField> = new Set(["id", "title", "venue", "dates", "bring", "about"]);
/** A spreadsheet would take text that begins so for a formula. */
const FORMULA_START = /^[=+\-@]/;
const BYTE_ORDER_MARK = "\uFEFF";

/** Courses as a sheet with Chinese headers. Every cell is text, so that no number or date changes on the way. */
export function coursesXlsx(courses: readonly HeldCourse[]): Promise<Buffer> {
  const rows = courses.map((held) => cellsOf(held).map((value) => ({ value, type: String })));
  return writeXlsxFile([COLUMNS.map(header), ...rows], {
    columns: COLUMNS.map((field) => ({ width: WIDE.has(field) ? 24 : 12 })),
    sheet: "课程表",
  }).toBuffer();
}

/** The same as CSV, in UTF-8 with the mark by which Excel knows it. */
export function coursesCsv(courses: readonly HeldCourse[]): string {
  const rows = [COLUMNS.map(courseColumnLabel), ...courses.map(cellsOf)];
  return `${BYTE_ORDER_MARK}${rows.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("")}`;
}

function header(field: CourseField) {
  return { value: courseColumnLabel(field), type: String, fontWeight: "bold" as const };
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellsOf({ course, venue }: HeldCourse): string[] {
  const cells: Record<(typeof COLUMNS)[number], string | number | null> = {
    ...scheduleCells(course.schedule),
    id: course.id,
    title: course.title,
    category: CLASS_CATEGORY_LABELS[course.category],
    venue: venue.name,
    room: course.room,
    teacher: course.teacher,
    capacity: course.capacity,
    waitlistLimit: course.waitlistLimit,
    bookedBy: course.bookedBy === "term" ? "整期" : "按次",
    bookingOpensDaysBefore: course.bookingOpensDaysBefore,
    level: course.level,
    age: course.age,
    bring: course.bring,
    about: course.about,
  };
  return COLUMNS.map((column) => guarded(String(cells[column] ?? "")));
}

function guarded(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

function scheduleCells(schedule: HeldCourse["course"]["schedule"]) {
  if (schedule.kind === "weekly") {
    const { weekdays, startsAt, durationMinutes, from, until, holidays, except } = schedule;
    return {
      weekdays: weekdayWords(weekdays),
      startsAt,
      endsAt: endOf(startsAt, durationMinutes),
      from,
      until,
      dates: "",
      holidays: holidays === "keep" ? "照常上" : "停课",
      except: except.join("、"),
    };
  }
  const [first] = schedule.dates;
  return {
    weekdays: "",
    startsAt: first?.startsAt ?? "",
    endsAt: first ? endOf(first.startsAt, first.durationMinutes) : "",
    from: "",
    until: "",
    dates: schedule.dates.map(({ date }) => date).join("、"),
    holidays: "",
    except: "",
  };
}
