import type { Course, CourseFacts, CourseSchedule, Venue } from "../../../shared/classes/course.js";
import type { CourseRow } from "../../../shared/classes/import/course-row.js";
import { beijingDate, beijingDayNumber, type EpochMs } from "../../../shared/common/time.js";

const DEFAULT_WAITLIST = 20;

/** The facts of a course before they are checked: what is needed and not said is undefined, which the schema names. */
export type Draft = { [Field in keyof CourseFacts]: unknown };

/** What a row makes of a new course. */
export function draft(row: CourseRow, venue: Venue, now: EpochMs): Draft {
  return {
    ...wordsOf(row),
    title: row.title ?? undefined,
    category: row.category ?? row.assumedCategory ?? undefined,
    venueId: venue.id,
    capacity: row.capacity ?? undefined,
    waitlistLimit: row.waitlistLimit ?? DEFAULT_WAITLIST,
    bookedBy: row.bookedBy ?? "session",
    bookingOpensDaysBefore: row.bookingOpensDaysBefore,
    rules: {},
    schedule: scheduleOf(row, { from: row.from ?? beijingDate(beijingDayNumber(now)), holidays: "skip", except: [] }),
  };
}

/** A known course with what the row says. */
export function overlay(course: Course, row: CourseRow, venue: Venue): Draft {
  const { rules, schedule, bookedBy, category, capacity, waitlistLimit, bookingOpensDaysBefore, title } = course;
  const said = Object.fromEntries(Object.entries(wordsOf(row)).filter(([, value]) => value !== null));
  const { room, teacher, level, age, bring, about } = course;
  return {
    ...{ room, teacher, level, age, bring, about },
    ...said,
    title: row.title ?? title,
    category: row.category ?? category,
    venueId: venue.id,
    capacity: row.capacity ?? capacity,
    waitlistLimit: row.waitlistLimit ?? waitlistLimit,
    bookedBy: row.bookedBy ?? bookedBy,
    bookingOpensDaysBefore: row.bookingOpensDaysBefore ?? bookingOpensDaysBefore,
    rules,
    schedule: scheduleOf(row, schedule),
  };
}

function wordsOf({ room, teacher, level, age, bring, about }: CourseRow) {
  return { room, teacher, level, age, bring, about };
}

/** Listed dates where the row lists some, else weekly; what the row leaves out is as before. */
function scheduleOf(row: CourseRow, before: Partial<Extract<CourseSchedule, { kind: "weekly" }>> | CourseSchedule) {
  const { startsAt, durationMinutes, dates } = row;
  if (dates !== null) {
    const first = "dates" in before ? before.dates[0] : before;
    const [start, minutes] = [startsAt ?? first?.startsAt, durationMinutes ?? first?.durationMinutes];
    return { kind: "dates", dates: dates.map((date) => ({ date, startsAt: start, durationMinutes: minutes })) };
  }
  if ("dates" in before && row.weekdays === null) {
    const retimed = before.dates.map((one) => ({
      date: one.date,
      startsAt: startsAt ?? one.startsAt,
      durationMinutes: durationMinutes ?? one.durationMinutes,
    }));
    return { kind: "dates", dates: retimed };
  }
  const weekly = "dates" in before ? null : before;
  return {
    kind: "weekly",
    weekdays: row.weekdays ?? weekly?.weekdays,
    startsAt: startsAt ?? weekly?.startsAt,
    durationMinutes: durationMinutes ?? weekly?.durationMinutes,
    from: row.from ?? weekly?.from,
    until: row.until ?? weekly?.until,
    holidays: row.holidays ?? weekly?.holidays ?? "skip",
    except: row.except ?? weekly?.except ?? [],
  };
}

/** What tells courses without a number apart. */
export function keyOf({ title, venueId, schedule }: Pick<Draft, "title" | "venueId" | "schedule">): string {
  const { weekdays, startsAt, dates } = schedule as { weekdays?: unknown; startsAt?: unknown; dates?: unknown };
  return JSON.stringify([title, venueId, dates ?? [weekdays, startsAt]]);
}
