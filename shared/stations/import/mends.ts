import { z } from "zod";

/** So many cells are put right in one go: a list that needs more is better put right in its file. */
const MOST_MENDS = 500;
const LONGEST_CELL = 300;

/** A cell of a list as somebody put it right without touching the file. */
export const CellMend = z.strictObject({
  /** Absent: the file has one sheet that holds a list. */
  sheet: z.string().max(60).optional(),
  /** As in Excel. */
  row: z.int().min(1).max(9_999_999),
  /** The column as it is headed in the file. */
  column: z.string().max(200),
  value: z.string().max(LONGEST_CELL),
});
export type CellMend = z.infer<typeof CellMend>;

/** What somebody put right in a list after it was looked through, sent with the file it belongs to. */
export const ImportMends = z.strictObject({
  cells: z.array(CellMend).max(MOST_MENDS).default([]),
  /** Ways of writing hours, each to be read as another wherever it stands. */
  hours: z
    .array(z.strictObject({ text: z.string().max(LONGEST_CELL), means: z.string().max(LONGEST_CELL) }))
    .max(MOST_MENDS)
    .default([]),
});
export type ImportMends = z.infer<typeof ImportMends>;

/** @returns the same with one cell put right: what was said of it before is forgotten */
export function withCell(mends: ImportMends, cell: CellMend): ImportMends {
  const others = mends.cells.filter(
    ({ sheet, row, column }) => sheet !== cell.sheet || row !== cell.row || column !== cell.column,
  );
  return { ...mends, cells: [...others, cell] };
}

/** @returns the same with one way of writing hours put right */
export function withHours(mends: ImportMends, text: string, means: string): ImportMends {
  const others = mends.hours.filter((one) => one.text !== text && one.means !== text);
  const first = mends.hours.find((one) => one.means === text)?.text ?? text;
  return { ...mends, hours: [...others, { text: first, means }] };
}
