import { isDeepStrictEqual } from "node:util";
import { type Course, CourseFacts, type Venue } from "../../../shared/classes/course.js";
import { COURSE_FIELDS, type CourseField, courseColumnLabel } from "../../../shared/classes/import/course-columns.js";
import { type CourseRow, problemAt } from "../../../shared/classes/import/course-row.js";
import type { HeldCourse } from "../../../shared/classes/plan-sessions.js";
import { scheduleWords } from "../../../shared/classes/schedule-words.js";
import type { Slices } from "../../../shared/common/slices.js";
import type { EpochMs } from "../../../shared/common/time.js";
import type { User } from "../../../shared/people/user.js";
import type { ImportProblem } from "../../../shared/stations/import/import-answer.js";
import type { Dependencies } from "../../dependencies.js";
import { inSlices } from "../../snapshot/in-slices.js";
import { dateProblem, newCourse } from "../change-course.js";
import { heldCourses, reaches } from "../list-courses.js";
import { draft, keyOf, overlay } from "./course-of-row.js";
import { findNamedVenues } from "./find-named-venues.js";
import type { CourseList } from "./read-course-list.js";

export interface PlannedCourse {
  row: CourseRow;
  /** Null: it is new. */
  before: HeldCourse | null;
  /** The same object as `before` where nothing changes. */
  after: HeldCourse;
}

export interface CourseImportPlan {
  courses: PlannedCourse[];
  errors: ImportProblem[];
  warnings: ImportProblem[];
}

export type ImportNeeds = Pick<
  Dependencies,
  "courses" | "classSessions" | "classReadings" | "stations" | "districts" | "clock" | "newId"
>;

/**
 * Decides for each row which course it speaks of and what becomes of it: the course of its number, else the one with
 * the same title, place, weekdays and start, else a new one.
 */
export async function planCourseImport(
  deps: ImportNeeds,
  { rows, warnings }: CourseList,
  user: User,
): Promise<CourseImportPlan> {
  const known = await heldCourses(deps, "running");
  const venues = await findNamedVenues(
    deps,
    rows.flatMap(({ venue }) => venue ?? []),
  );
  const plan: CourseImportPlan = { courses: [], errors: [], warnings: [...warnings] };
  const planner = new RowPlanner(known, venues, deps.clock(), user);
  await inSlices(planRows(planner, { rows, plan, newId: () => deps.newId("co") }));
  plan.errors.push(...planner.repeated(plan.courses));
  plan.warnings.push(...planner.namesakes(plan.courses));
  return plan;
}

/** A row a step, so that a long table leaves others their turn. */
function* planRows(
  planner: RowPlanner,
  { rows, plan, newId }: { rows: readonly CourseRow[]; plan: CourseImportPlan; newId: () => string },
): Slices<undefined> {
  for (const row of rows) {
    const planned = planner.plan(row, newId);
    if ("errors" in planned) plan.errors.push(...planned.errors);
    else plan.courses.push(planned);
    yield;
  }
  return undefined;
}

class RowPlanner {
  private readonly byId: ReadonlyMap<string, HeldCourse>;
  private readonly byKey: ReadonlyMap<string, HeldCourse>;

  constructor(
    private readonly known: readonly HeldCourse[],
    private readonly venues: ReadonlyMap<string, Venue[]>,
    private readonly now: EpochMs,
    private readonly user: User,
  ) {
    this.byId = new Map(known.map((held) => [held.course.id, held]));
    this.byKey = new Map(known.map((held) => [keyOf(held.course), held]));
  }

  plan(row: CourseRow, newId: () => string): PlannedCourse | { errors: ImportProblem[] } {
    const numbered = row.id === null ? null : this.byId.get(row.id);
    if (numbered === undefined) return this.wrong(row, "id", row.id, "没有这门课，或者已经结束；新课请把编号空着");
    const isWhereItIs = row.venue === null || row.venue === numbered?.venue.name;
    const venue = isWhereItIs ? numbered?.venue : this.venueOf(row.venue ?? "");
    if (venue === undefined) return this.wrong(row, "venue", null, missing(row, "venue"));
    if (typeof venue === "string") return this.wrong(row, "venue", row.venue, venue);
    if (!reaches(this.user, numbered?.venue ?? venue) || !reaches(this.user, venue)) {
      return this.wrong(row, "venue", row.venue, "这个地方不归您管");
    }
    if (row.dates !== null && row.weekdays !== null) {
      return this.wrong(row, "dates", null, "星期和上课日期只能填一项");
    }
    const before = numbered ?? this.byKey.get(keyOf(draft(row, venue, this.now))) ?? null;
    const facts = before === null ? draft(row, venue, this.now) : overlay(before.course, row, venue);
    const checked = CourseFacts.safeParse(facts);
    if (!checked.success) {
      const errors = checked.error.issues.map(({ path, message }) =>
        problemAt(row, fieldAt(path), null, isMissing(facts, path) ? missing(row, fieldAt(path)) : message),
      );
      return { errors };
    }
    const course = before === null ? newCourse(checked.data, newId(), this.now) : { ...before.course, ...checked.data };
    if (before !== null && isDeepStrictEqual(course, before.course)) return { row, before, after: before };
    if (before !== null && course.bookedBy !== before.course.bookedBy) {
      return this.wrong(row, "bookedBy", null, "按次还是整期，开课后不能改；请结束这门课，再建一门");
    }
    const problem = dateProblem(course, this.now);
    if (problem) return this.wrong(row, "until", null, problem.message);
    if (before === null) return { row, before, after: { course, venue } };
    return { row, before, after: { course: changed(course, before.course, this.now), venue } };
  }

  /** Two rows of one course: nobody can tell which of them counts. */
  repeated(courses: readonly PlannedCourse[]): ImportProblem[] {
    const rows = new Map<string, CourseRow>();
    return courses.flatMap(({ row, after: { course } }) => {
      const key = keyOf(course);
      const earlier = rows.get(course.id) ?? rows.get(key);
      rows.set(course.id, row).set(key, row);
      if (earlier === undefined) return [];
      const sheet = earlier.sheet === row.sheet || earlier.sheet === null ? "" : `工作表「${earlier.sheet}」`;
      const place = earlier.header.cell === null ? `第 ${earlier.row} 行` : ` ${earlier.header.cell} `;
      const message = `和${sheet}${place}是同一门课(名称、地点、星期和时间都一样)，请只留一行`;
      return [problemAt(row, "title", course.title, message)];
    });
  }

  /** New courses that look like a known one at another time: perhaps that one was meant. */
  namesakes(courses: readonly PlannedCourse[]): ImportProblem[] {
    const spokenOf = new Set(courses.map(({ after }) => after.course.id));
    return courses.flatMap(({ row, before, after: { course } }) => {
      const namesake = this.known.find(
        (one) =>
          one.course.title === course.title && one.course.venueId === course.venueId && !spokenOf.has(one.course.id),
      );
      if (before !== null || namesake === undefined) return [];
      const { id, schedule } = namesake.course;
      const message = `同一个地点已有同名的课(${scheduleWords(schedule)})；这一行另建一门。要改那一门，请填课程编号 ${id}`;
      return [problemAt(row, "title", course.title, message)];
    });
  }

  /** The place, or why there is none. */
  private venueOf(words: string): Venue | string {
    const [venue, ...others] = this.venues.get(words) ?? [];
    if (!venue) return "没有这个驿站或场馆；请写全名，或写它的编号";
    return others.length > 0 ? "有好几个地方叫这个名字，请写它的编号" : venue;
  }

  private wrong(row: CourseRow, field: CourseField, value: string | null, message: string) {
    return { errors: [problemAt(row, field, value, message)] };
  }
}

/** What is not written, and for a week table where it can be. */
function missing({ header }: CourseRow, field: CourseField): string {
  const message = field === "venue" ? "没有填在哪里上课" : "没有填";
  const label = courseColumnLabel(field);
  return header.cell === null ? message : `${message}；可以在课表上面加一行「${label}：…」，对每一格都算`;
}

function changed(course: Course, before: Course, now: EpochMs): Course {
  const isRescheduled = !isDeepStrictEqual(course.schedule, before.schedule);
  return {
    ...course,
    scheduleSince: isRescheduled ? null : course.scheduleSince,
    revision: before.revision + 1,
    updatedAt: now,
  };
}

function isMissing(facts: unknown, path: readonly PropertyKey[]): boolean {
  let value: unknown = facts;
  for (const part of path) value = typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined;
  return value === undefined;
}

const SCHEDULE_COLUMNS: Readonly<Record<string, CourseField>> = { durationMinutes: "minutes" };

/** The column that a field of the schema is read from. */
function fieldAt(path: readonly PropertyKey[]): CourseField {
  const names = path.filter((part) => typeof part === "string");
  const name = names[0] === "schedule" ? (names.at(-1) ?? "") : (names[0] ?? "");
  const field = SCHEDULE_COLUMNS[name] ?? COURSE_FIELDS.find((one) => one === name);
  return field ?? (name === "schedule" ? "weekdays" : "title");
}
