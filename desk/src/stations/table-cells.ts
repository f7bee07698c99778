import type { DeskRow } from "../../../shared/desk/desk-answer";
import { blockOf, type CellPlace, type Selection } from "../grid/selection";
import type { Column, RowContext } from "./table-columns";
import type { TableSearch } from "./table-search";

export function cellOf(row: DeskRow | undefined, column: Column | undefined, context: RowContext) {
  if (row === undefined || column === undefined) return { text: "" };
  const text = column.text(row, context);
  const isWrong = text !== "" && (column.isWrong?.(row, context) ?? false);
  return { text, tone: isWrong ? "alert" : column.tone?.(row, context) };
}

/** The checked rows; without any, those of a selection of several. */
export function chosenRows(shown: readonly DeskRow[], checked: ReadonlySet<string>, selection: Selection): DeskRow[] {
  const marked = shown.filter(({ id }) => checked.has(id));
  if (marked.length > 0) return marked;
  const { top, bottom } = blockOf(selection);
  return bottom > top ? shown.slice(top, bottom + 1) : [];
}

export function copied(
  selection: Selection,
  shown: readonly DeskRow[],
  columns: readonly Column[],
  context: RowContext,
) {
  const { top, bottom, left, right } = blockOf(selection);
  return shown
    .slice(top, bottom + 1)
    .map((row) => columns.slice(left, right + 1).map((column) => column.text(row, context)));
}

export function clamped({ active, anchor }: Selection, rows: number, columns: number): Selection {
  const within = ({ row, column }: CellPlace) => ({
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  });
  return { active: within(active), anchor: within(anchor) };
}

export function cleaned(search: TableSearch): TableSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ""));
}
