import { CLASS_CATEGORY_LABELS } from "../../../shared/classes/class-category.js";
import { type CourseField, courseColumnLabel } from "../../../shared/classes/import/course-columns.js";
import type { HeldCourse } from "../../../shared/classes/plan-sessions.js";
import { endOf, weekdayWords } from "../../../shared/classes/schedule-words.js";
import type { TextTable } from "../../tables/text-table.js";

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

/** Courses as a table with Chinese headers. */
export function courseTable(courses: readonly HeldCourse[]): TextTable {
  return {
    sheet: "课程表",
    columns: COLUMNS.map((field) => ({ header: courseColumnLabel(field), isWide: WIDE.has(field) })),
    rows: courses.map(cellsOf),
  };
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
  return COLUMNS.map((column) => String(cells[column] ?? ""));
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
