import type { CourseFacts, CourseSchedule } from "../../../shared/classes/course";
import type { CourseItem } from "../../../shared/classes/course-answer";
import { beijingDate, beijingDayNumber, beijingInstant } from "../../../shared/common/time";

/** The first and the last day of a course. */
export function termOf(schedule: CourseSchedule): { from: string; until: string } {
  if (schedule.kind === "weekly") return { from: schedule.from, until: schedule.until };
  const dates = schedule.dates.map(({ date }) => date).sort();
  return { from: dates[0] ?? "", until: dates.at(-1) ?? "" };
}

/**
 * The same course for another term. A weekly one keeps its weekdays; one with dates of its own has all of them moved as far
 * as the first, and what would come after the last day is left out.
 */
export function clonedCourse(course: CourseItem, { from, until }: { from: string; until: string }): CourseFacts {
  const { title, category, venueId, room, teacher, level, age, bring, about, capacity } = course;
  const { waitlistLimit, bookedBy, bookingOpensDaysBefore, rules, schedule } = course;
  const facts = { title, category, venueId, room, teacher, level, age, bring, about, capacity };
  const booking = { waitlistLimit, bookedBy, bookingOpensDaysBefore, rules };
  return { ...facts, ...booking, schedule: clonedSchedule(schedule, from, until) };
}

function clonedSchedule(schedule: CourseSchedule, from: string, until: string): CourseSchedule {
  if (schedule.kind === "weekly") return { ...schedule, from, until, except: [] };
  const days = dayNumber(from) - dayNumber(termOf(schedule).from);
  const dates = schedule.dates
    .map((one) => ({ ...one, date: beijingDate(dayNumber(one.date) + days) }))
    .filter(({ date }) => date <= until);
  return { ...schedule, dates };
}

function dayNumber(date: string): number {
  return beijingDayNumber(beijingInstant(date));
}
