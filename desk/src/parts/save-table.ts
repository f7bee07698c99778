import { saveFile } from "./save-file";

export type TableFormat = "xlsx" | "csv";

interface SavedTable {
  /** Of the file, without its ending. */
  name: string;
  sheet: string;
  /** The headings first. */
  cells: readonly (readonly string[])[];
}

/** Saves a table of texts as a file of the person's choice. */
export async function saveTable(format: TableFormat, { name, sheet, cells }: SavedTable): Promise<void> {
  if (format === "csv") {
    saveFile(new Blob([csvOf(cells)], { type: "text/csv" }), `${name}.csv`);
    return;
  }
  const { default: writeXlsx } = await import("write-excel-file/browser");
  const rows = cells.map((row, index) =>
    row.map((value) => ({ value, type: String, ...(index === 0 ? { fontWeight: "bold" as const } : {}) })),
  );
  await writeXlsx(rows, { sheet }).toFile(`${name}.xlsx`);
}

/**
 * Excel takes the mark at the front for UTF-8, and a cell that begins like a formula for one: a quote keeps it a
 * text.
 */
function csvOf(cells: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => row.map(csvCell).join(",");
  return `\uFEFF${cells.map(line).join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
