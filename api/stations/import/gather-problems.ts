import type { ImportProblem } from "../../../shared/stations/import/import-answer.js";
import { rowText } from "../../../shared/stations/import/row-number.js";

const MOST_ROWS_NAMED = 8;
const MOST_PROBLEMS = 300;

/** Says once what several rows share, and which rows; by row, and not more than a person can read. */
export function gathered(problems: readonly ImportProblem[]): ImportProblem[] {
  const groups = new Map<string, { problem: ImportProblem; rows: Set<number> }>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.sheet, problem.column, problem.value, problem.message]);
    const group = groups.get(key);
    if (group) group.rows.add(problem.row);
    else groups.set(key, { problem, rows: new Set([problem.row]) });
  }
  const all = [...groups.values()]
    .map(({ problem, rows }) =>
      described(
        problem,
        [...rows].sort((a, b) => a - b),
      ),
    )
    .sort((a, b) => a.row - b.row);
  const listed = all.slice(0, MOST_PROBLEMS);
  const more = all.length - listed.length;
  const last = listed.at(-1);
  return more > 0 && last ? [...listed, { row: last.row, message: `后面还有 ${more} 条提醒没有列出` }] : listed;
}

function described(problem: ImportProblem, rows: readonly number[]): ImportProblem {
  const [first = problem.row, ...others] = rows;
  if (others.length === 0) return problem;
  const named = rows.slice(0, MOST_ROWS_NAMED).map(rowText).join("、");
  const rest = rows.length > MOST_ROWS_NAMED ? "等" : "";
  return { ...problem, row: first, message: `${problem.message}(共 ${rows.length} 行：第 ${named} ${rest}行)` };
}
