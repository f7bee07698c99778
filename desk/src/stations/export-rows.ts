import type { DeskRow } from "../../../shared/desk/desk-answer";
import { saveFile } from "../parts/save-file";
import type { Column, RowContext } from "./columns";

export type ExportFormat = "xlsx" | "csv";

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
  if (format === "csv") saveFile(new Blob([csvOf(cells)], { type: "text/csv" }), `${name}.csv`);
  else {
    const { default: writeXlsx } = await import("write-excel-file/browser");
    const sheet = cells.map((row, place) =>
      row.map((value) => ({ value, type: String, ...(place === 0 ? { fontWeight: "bold" as const } : {}) })),
    );
    await writeXlsx(sheet, { sheet: "驿站" }).toFile(`${name}.xlsx`);
  }
}

/** Excel takes the mark at the front for UTF-8, and a cell that begins like a formula for one: a quote keeps it a text. */
function csvOf(cells: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => row.map(csvCell).join(",");
  return `\uFEFF${cells.map(line).join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
