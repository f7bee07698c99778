import type { ImportProblem } from "../../shared/stations/import/import-answer.js";
import { ApiError } from "../api-error.js";

/** So many are told one by one; nobody reads more, and a file may have one in each of a million cells. */
export const MOST_TOLD = 200;

/** A list with mistakes in it: nothing of it was imported. */
export class ImportRejection extends ApiError {
  /** The first two hundred, by row. */
  readonly problems: readonly ImportProblem[];

  constructor(
    problems: readonly ImportProblem[],
    /** How many there are, beyond those listed too. */
    readonly total: number = problems.length,
  ) {
    const listed = [...problems].sort((a, b) => a.row - b.row).slice(0, MOST_TOLD);
    const more = total - listed.length;
    super("import_rejected", [
      ...listed.map((problem) => ({ path: problemPath(problem), message: problemText(problem) })),
      ...(more > 0 ? [{ path: "", message: `另外还有 ${more} 处错误，改好这些再导入会继续列出` }] : []),
    ]);
    this.problems = listed;
  }
}

/** A list that fails as a whole. */
export function rejected(message: string, row = 1): ImportRejection {
  return new ImportRejection([{ row, message }]);
}

/** Where a problem is: `row 3 / 经度(GCJ-02)`, with the sheet in front where several were read. */
function problemPath({ sheet, row, column }: ImportProblem): string {
  return [sheet, `row ${row}`, column].filter((part) => part !== undefined).join(" / ");
}

/** The value and what is expected of it, for people. */
export function problemText({ value, message }: ImportProblem): string {
  return value === undefined ? message : `「${value}」${message}`;
}
