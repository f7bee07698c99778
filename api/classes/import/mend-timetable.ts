import {
  COURSE_FIELDS,
  type CourseField,
  type CourseHeader,
  courseColumnLabel,
} from "../../../shared/classes/import/course-columns.js";
import type { WeekTableClass } from "../../../shared/classes/import/week-table.js";
import type { CellMend } from "../../../shared/stations/import/mends.js";

/** B4, as a spreadsheet names a cell. */
const CELL_NAME = /^([A-Z]{1,3})(\d{1,7})$/;

/** What was put right of one sheet. A sheet that is the only one has no name in what was told of it. */
export function mendsOfSheet(mends: readonly CellMend[], sheet: string): CellMend[] {
  return mends.filter((mend) => mend.sheet === undefined || mend.sheet === sheet);
}

/**
 * Writes what was put right into the rows of a list. A column that the list lacks, and that was told as missing, is
 * added behind the others.
 *
 * @param table the texts of the sheet; they are changed
 * @returns the header with what was added
 */
export function mendRows(table: string[][], header: CourseHeader, mends: readonly CellMend[]): CourseHeader {
  const columns = new Map(header.columns);
  let next = Math.max(0, ...table.map((cells) => cells.length));
  for (const { row, column, value } of mends) {
    const cells = table[row - 1];
    const field = fieldOf(columns, column);
    if (cells === undefined || field === undefined) continue;
    const { index } = columns.get(field) ?? { index: next++ };
    if (!columns.has(field)) columns.set(field, { index, heading: column });
    while (cells.length <= index) cells.push("");
    cells[index] = value;
  }
  return { ...header, columns };
}

/** Writes what was put right into cells of a week table that are named as a spreadsheet names them. */
export function mendCells(texts: string[][], mends: readonly CellMend[]): string[][] {
  const mended = texts.map((cells) => [...cells]);
  for (const { column, value } of mends) {
    const [, letters, row] = CELL_NAME.exec(column) ?? [];
    const cells = mended[Number(row) - 1];
    if (letters === undefined || cells === undefined) continue;
    const index = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (cells.length <= index) cells.push("");
    cells[index] = value;
  }
  return mended;
}

/** The values of a class of a week table, with what was said of a single one of them: `B4 名额`. */
export function mendedValues({ cell, values }: WeekTableClass, mends: readonly CellMend[]): WeekTableClass["values"] {
  const said = COURSE_FIELDS.flatMap((field): [CourseField, string][] => {
    const mend = mends.find(({ column }) => column === `${cell} ${courseColumnLabel(field)}`);
    return mend === undefined ? [] : [[field, mend.value]];
  });
  return { ...values, ...Object.fromEntries(said) };
}

function fieldOf(columns: CourseHeader["columns"], column: string): CourseField | undefined {
  const [known] = [...columns].find(([, { heading }]) => heading === column) ?? [];
  return known ?? COURSE_FIELDS.find((field) => !columns.has(field) && courseColumnLabel(field) === column);
}
