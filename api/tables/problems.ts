import type { ImportProblem } from "../../shared/stations/import/import-answer.js";
import { ImportRejection, MOST_TOLD } from "./import-rejection.js";

/** What is wrong in the cells of a table: the first problems in full, the others as a count. Plain data. */
export interface Problems {
  first: ImportProblem[];
  total: number;
  /** Sheet, row and column of all of them. */
  places: Set<string>;
}

export function noProblems(): Problems {
  return { first: [], total: 0, places: new Set() };
}

export function addProblem(problems: Problems, ...added: readonly ImportProblem[]): void {
  for (const problem of added) {
    problems.total += 1;
    problems.places.add(placeOf(problem));
    if (problems.first.length < MOST_TOLD) problems.first.push(problem);
  }
}

/** Whether something is wrong with a cell already. */
export function hasProblem(problems: Problems, place: Pick<ImportProblem, "sheet" | "row" | "column">): boolean {
  return problems.places.has(placeOf(place));
}

/** @throws ImportRejection when there is a problem in any of them */
export function rejectIfAny(...all: readonly Problems[]): void {
  const total = all.reduce((sum, problems) => sum + problems.total, 0);
  if (total === 0) return;
  throw new ImportRejection(
    all.flatMap(({ first }) => first),
    total,
  );
}

function placeOf({ sheet, row, column }: Pick<ImportProblem, "sheet" | "row" | "column">): string {
  return `${row}|${column ?? ""}|${sheet ?? ""}`;
}
