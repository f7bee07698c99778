import type { ChangeAuthor } from "../../../shared/audit/audit-entry.js";
import { problemAt } from "../../../shared/classes/import/course-row.js";
import type { User } from "../../../shared/people/user.js";
import type { ImportAnswer } from "../../../shared/stations/import/import-answer.js";
import type { CellMend } from "../../../shared/stations/import/mends.js";
import type { Dependencies } from "../../dependencies.js";
import { gathered } from "../../stations/import/gather-problems.js";
import { ImportRejection, MOST_TOLD } from "../../tables/import-rejection.js";
import { addProblem, hasProblem, noProblems, rejectIfAny } from "../../tables/problems.js";
import { STALE, untilStored } from "../../until-stored.js";
import type { ClassChange } from "../class-change-store.js";
import { courseChanges, keepTermSeats, planCourseChange } from "../store-course.js";
import { type CourseImportPlan, type ImportNeeds, type PlannedCourse, planCourseImport } from "./plan-course-import.js";

export interface CourseImport {
  file: Uint8Array;
  /** What somebody has put right since the file was written. */
  mends: readonly CellMend[];
  /** Says what would happen and changes nothing. */
  dryRun: boolean;
  user: User;
}

/**
 * Imports a timetable, CSV or XLSX: all of its courses with their sessions, or none. Rows that say what is known change
 * nothing. Courses that the list does not speak of stay as they are.
 *
 * @throws ImportRejection naming row, column, value and what is expected; nothing was imported
 */
export async function importCourses(
  deps: ImportNeeds & Pick<Dependencies, "heavyWork">,
  { file, mends, dryRun, user }: CourseImport,
): Promise<ImportAnswer> {
  const list = await deps.heavyWork.run("readCourseList", { file, mends });
  // More is wrong in its cells than is told: what else may be wrong is looked at when those are right.
  if (list.errors.total > MOST_TOLD) rejectIfAny(list.errors);
  return untilStored(async () => {
    const plan = await planCourseImport(deps, list, user);
    const planned = noProblems();
    // What is written wrongly is read as nothing, which is no second mistake.
    addProblem(planned, ...plan.errors.filter((error) => !hasProblem(list.errors, error)));
    rejectIfAny(list.errors, planned);
    const answer = answerOf(plan, list.ignored);
    if (dryRun) return answer;
    const reply = await deps.courses.change(...(await changesOf(deps, plan, user)));
    if (reply[0] === "stored") return answer;
    if (reply[0] === "seats_taken") throw await tooFewSeats(deps, plan, reply[1], reply[2]);
    return STALE;
  });
}

async function changesOf(deps: ImportNeeds, plan: CourseImportPlan, user: User): Promise<ClassChange[]> {
  const author: ChangeAuthor = { userId: user.id, role: "officer", way: "import" };
  const now = deps.clock();
  const changes: ClassChange[] = [];
  for (const { before, after } of plan.courses.filter(isChanged)) {
    const change = { before, after, author, action: "class:import", now } as const;
    const sessions = await planCourseChange(deps, change);
    await keepTermSeats(deps, change, sessions);
    changes.push(...courseChanges(change, sessions));
  }
  return changes;
}

async function tooFewSeats({ classSessions }: ImportNeeds, plan: CourseImportPlan, sessionId: string, count: number) {
  const session = await classSessions.find(sessionId);
  const planned = plan.courses.find(({ after }) => after.course.id === session?.courseId);
  const message = `有一次课已有 ${count} 人占着座位，名额不能少于 ${count}`;
  return new ImportRejection([
    planned ? problemAt(planned.row, "capacity", null, message) : { row: 1, column: "名额", message },
  ]);
}

function isChanged({ before, after }: PlannedCourse): boolean {
  return before !== after;
}

function answerOf({ courses, warnings }: CourseImportPlan, ignoredColumns: string[]): ImportAnswer {
  const changedCourses = courses.filter(isChanged);
  const created = changedCourses.filter(({ before }) => before === null).length;
  return {
    created,
    updated: changedCourses.length - created,
    unchanged: courses.length - changedCourses.length,
    warnings: gathered(warnings),
    ignoredColumns,
  };
}
