import type { DeskRow } from "../../../shared/desk/desk-answer";
import { parseHoursText } from "../../../shared/stations/hours-text";
import type { StationSet } from "../../../shared/stations/station-input";
import { type Block, blockOf, type Selection } from "../grid/selection";
import type { Column, EditableField, RowContext } from "./table-columns";

/** What a cell becomes, or why it cannot. */
export interface CellEdit {
  row: DeskRow;
  column: Column;
  before: string;
  after: string;
  set: StationSet;
  /** Null: it can be stored. */
  problem: string | null;
}

export type Districts = ReadonlyMap<string, DeskRow["district"]>;

const LONGEST: Readonly<Record<EditableField, number>> = {
  code: 40,
  name: 60,
  district: 30,
  address: 120,
  landmark: 60,
  hoursText: 200,
  phone: 100,
  audience: 60,
  host: 60,
  entryNote: 60,
};
const NEEDED: ReadonlySet<EditableField> = new Set(["name", "address", "district", "hoursText"]);
const PHONE = /^[\d\-+() 转]{5,30}(、[\d\-+() 转]{5,30}){0,2}$/;

/** The districts that the table knows, by what they are called. */
export function districtsOf(rows: readonly DeskRow[]): Districts {
  return new Map(rows.map(({ district }) => [district.text, district]));
}

/** A text typed or pasted into a cell; null: it says what stands there. */
export function cellEdit(
  row: DeskRow,
  column: Column,
  typed: string,
  context: RowContext,
  districts: Districts,
): CellEdit | null {
  const before = column.text(row, context);
  const after = typed.trim();
  if (after === before.trim()) return null;
  const { field } = column;
  if (field === undefined) return { row, column, before, after, set: {}, problem: "这一列不能改" };
  const problem = problemOf(field, after, districts);
  return { row, column, before, after, set: problem === null ? setOf(field, after, districts) : {}, problem };
}

function problemOf(field: EditableField, text: string, districts: Districts): string | null {
  if (text === "") return NEEDED.has(field) ? "不能空着" : null;
  if (text.length > LONGEST[field]) return `不能多于 ${LONGEST[field]} 个字`;
  if (field === "phone" && !PHONE.test(text)) return "电话只能有数字、空格和 - ( ) +；几个电话用顿号隔开";
  if (field === "district" && !districts.has(text)) return "没有这个区，请照表里的写";
  if (field !== "hoursText") return null;
  const { understood, warnings } = parseHoursText(text);
  return understood ? null : `读不懂：${warnings.join(";")}`;
}

function setOf(field: EditableField, text: string, districts: Districts): StationSet {
  if (field === "district") return { district: districts.get(text) };
  return { [field]: text === "" ? null : text };
}

/**
 * A block from the clipboard, laid on the table from the corner of the selection; one cell alone fills the selection.
 *
 * @returns what would change, what cannot among it
 */
export function pastedEdits(
  pasted: readonly (readonly string[])[],
  selection: Selection,
  shown: { rows: readonly DeskRow[]; columns: readonly Column[] },
  context: RowContext,
  districts: Districts,
): { edits: CellEdit[]; outside: number } {
  const block = blockOf(selection);
  const [single] = pasted[0] ?? [];
  const isSingle = pasted.length === 1 && pasted[0]?.length === 1;
  const cells = isSingle ? filled(block, single ?? "") : laid(pasted, block);
  const edits: CellEdit[] = [];
  let outside = 0;
  for (const { row, column, text } of cells) {
    const [inRow, inColumn] = [shown.rows[row], shown.columns[column]];
    if (inRow === undefined || inColumn === undefined) outside += 1;
    else {
      const edit = cellEdit(inRow, inColumn, text, context, districts);
      if (edit !== null) edits.push(edit);
    }
  }
  return { edits, outside };
}

interface CellText {
  row: number;
  column: number;
  text: string;
}

function laid(pasted: readonly (readonly string[])[], { top, left }: Block): CellText[] {
  return pasted.flatMap((cells, down) => cells.map((text, right) => ({ row: top + down, column: left + right, text })));
}

function filled({ top, bottom, left, right }: Block, text: string): CellText[] {
  const cells: CellText[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push({ row, column, text });
  return cells;
}

/** The first row of the selection in all rows below it. */
export function filledDown(
  selection: Selection,
  shown: { rows: readonly DeskRow[]; columns: readonly Column[] },
  context: RowContext,
  districts: Districts,
): CellEdit[] {
  const { top, bottom, left, right } = blockOf(selection);
  const first = shown.rows[top];
  const edits: CellEdit[] = [];
  for (let column = left; column <= right; column++) {
    const inColumn = shown.columns[column];
    if (first === undefined || inColumn === undefined) continue;
    const text = inColumn.text(first, context);
    for (const row of shown.rows.slice(top + 1, bottom + 1)) {
      const edit = cellEdit(row, inColumn, text, context, districts);
      if (edit !== null) edits.push(edit);
    }
  }
  return edits;
}

/** What a row shows once its edits are stored. */
export function editedRow(edits: readonly CellEdit[]): Partial<DeskRow> {
  const row: Partial<DeskRow> = {};
  for (const { column, after, set } of edits) {
    if (column.field === "hoursText") Object.assign(row, { hours: after, hasHours: true });
    else Object.assign(row, set);
  }
  return row;
}
