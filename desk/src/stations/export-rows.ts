import type { DeskRow } from "../../../shared/desk/desk-answer";
import { saveTable, type TableFormat } from "../parts/save-table";
import type { Column, RowContext } from "./table-columns";

export type ExportFormat = TableFormat;

/** Saves the rows as they are shown: the columns of the table, in its order. */
export async function exportRows(
  format: ExportFormat,
  rows: readonly DeskRow[],
  columns: readonly Column[],
  context: RowContext,
): Promise<void> {
  const cells = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map((column) => column.text(row, context))),
  ];
  const name = `驿站-${new Date(context.now + 8 * 3_600_000).toISOString().slice(0, 10)}`;
  await saveTable(format, { name, sheet: "驿站", cells });
}
