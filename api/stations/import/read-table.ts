import { rejected } from "./import-rejection.js";
import { readCsv } from "./read-csv.js";
import { readXlsx } from "./read-xlsx.js";

/** The cells of a list as text, row by row; position 0 is row 1 in Excel. */
export type Table = string[][];

const ZIP_START = [0x50, 0x4b, 0x03, 0x04];
const OLD_EXCEL_START = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a list from a file: XLSX (its first sheet) or CSV, told apart by their content, since names and media types
 * of files are often wrong.
 *
 * @throws ImportRejection when it is neither, or damaged
 */
export async function readTable(file: Uint8Array): Promise<Table> {
  if (file.length === 0) throw rejected("文件是空的");
  if (startsWith(file, OLD_EXCEL_START)) throw rejected("这是旧的 .xls 文件,请在 Excel 里另存为 .xlsx 再导入");
  return startsWith(file, ZIP_START) ? readXlsx(file) : readCsv(file);
}

function startsWith(file: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, position) => file[position] === byte);
}
