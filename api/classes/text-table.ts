import { CSV_TYPE, XLSX_TYPE } from "../../shared/core/file-types.js";
import type { HeavyWork } from "../heavy-work/heavy-work.js";

/** A table of texts, for people and their spreadsheets. Every cell is text, so that no number or date changes on the way. */
export interface TextTable {
  sheet: string;
  columns: readonly { header: string; isWide?: boolean }[];
  rows: readonly (readonly string[])[];
}

export type TableFormat = "xlsx" | "csv";

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

/** The table as a file to be saved, which nobody keeps on the way; `name` without its ending. */
export async function tableFile(heavyWork: HeavyWork, table: TextTable, format: TableFormat, name: string) {
  return {
    content: format === "csv" ? tableCsv(table) : await heavyWork.run("writeTable", table),
    headers: {
      "Content-Type": format === "csv" ? `${CSV_TYPE}; charset=utf-8` : XLSX_TYPE,
      "Content-Disposition": `attachment; filename="${name}.${format}"`,
    },
  };
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function guarded(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
