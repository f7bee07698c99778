/**
 * A table of texts, for people and their spreadsheets. Every cell is text, so that no number or date changes on the
 * way.
 */
export interface TextTable {
  sheet: string;
  columns: readonly { header: string; isWide?: boolean }[];
  rows: readonly (readonly string[])[];
}

/** A spreadsheet would take text that begins so for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;
const BYTE_ORDER_MARK = "\uFEFF";

export async function tableXlsx({ sheet, columns, rows }: TextTable): Promise<Buffer> {
  const headers = columns.map(({ header }) => ({ value: header, type: String, fontWeight: "bold" as const }));
  const cells = rows.map((row) => row.map((value) => ({ value: guarded(value), type: String })));
  // Loaded with the first sheet: most processes never write one.
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  return writeXlsxFile([headers, ...cells], {
    columns: columns.map(({ isWide = false }) => ({ width: isWide ? 24 : 12 })),
    sheet,
  }).toBuffer();
}

/** The same as CSV, in UTF-8 with the mark by which Excel knows it. */
export function tableCsv({ columns, rows }: TextTable): string {
  const lines = [columns.map(({ header }) => header), ...rows.map((row) => row.map(guarded))];
  return `${BYTE_ORDER_MARK}${lines.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("")}`;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function guarded(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
