import { rejected } from "./import-rejection.js";
import { type DelimiterGuess, readCsv } from "./read-csv.js";
import type { Tables } from "./table.js";
import { NETWORK_LIMITS, type TableLimits, TableSize } from "./table-limits.js";

export interface TableReading {
  limits?: TableLimits;
  /** Tells the delimiter of a CSV file from its text; without it, the mark that the first lines have most of. */
  guessDelimiter?: DelimiterGuess;
}

const ZIP_START = [0x50, 0x4b, 0x03, 0x04];
const OLD_EXCEL_START = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads the tables of a file: XLSX (all sheets) or CSV, told apart by their content, since names and media types of files
 * are often wrong. It keeps a processor busy for seconds where a file is large: on a server it belongs into a worker.
 *
 * @throws ImportRejection when it is neither, damaged, or larger than a limit, which it names
 */
export async function readTables(
  file: Uint8Array,
  { limits = NETWORK_LIMITS, guessDelimiter }: TableReading = {},
): Promise<Tables> {
  if (file.length === 0) throw rejected("文件是空的");
  if (startsWith(file, OLD_EXCEL_START)) throw rejected("这是旧的 .xls 文件,请在 Excel 里另存为 .xlsx 再导入");
  const size = new TableSize(limits);
  if (!startsWith(file, ZIP_START)) return { kind: "csv", sheets: [readCsv(file, size, guessDelimiter)] };
  // Loaded with the first of them: most processes never read one.
  const { readXlsx } = await import("./xlsx/read-xlsx.js");
  return { kind: "xlsx", sheets: await readXlsx(file, size) };
}

function startsWith(file: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, position) => file[position] === byte);
}
