import { doClash } from "../../shared/classes/clashes.js";
import type { ClassSession } from "../../shared/classes/class-session.js";
import type { CourseDate, CourseItem, HallAnswer } from "../../shared/classes/course-answer.js";
import type { Hall } from "../../shared/classes/hall.js";
import type { HeldCourse } from "../../shared/classes/plan-sessions.js";
import { scheduleWords } from "../../shared/classes/schedule-words.js";
import { instantText } from "../../shared/common/instant.js";

export function presentCourse({ course, venue }: HeldCourse): CourseItem {
  const { scheduleSince: _, createdAt: __, updatedAt: ___, ...told } = course;
  return { ...told, venue, scheduleWords: scheduleWords(course.schedule) };
}

/** @param others sessions of other courses, among them all that may be in its way */
export function presentDate(session: ClassSession, others: readonly ClassSession[]): CourseDate {
  const { id, venue, teacher, capacity, state, cancelledReason, isOnItsOwn, revision } = session;
  const [startsAt, endsAt] = [instantText(session.startsAt), instantText(session.endsAt)];
  const clashesWith = [...new Set(others.filter((other) => doClash(session, other)).map(({ title }) => title))];
  return { id, startsAt, endsAt, venue, teacher, capacity, state, cancelledReason, isOnItsOwn, clashesWith, revision };
}

export function presentHall({ createdAt: _, updatedAt: __, ...told }: Hall): HallAnswer {
  return told;
}
