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
  if (startsWith(file, OLD_EXCEL_START)) throw rejected(OLD_OFFICE);
  const other = otherKind(file);
  if (other !== null) throw rejected(other);
  const size = new TableSize(limits);
  if (!startsWith(file, ZIP_START)) return { kind: "csv", sheets: [readCsv(file, size, guessDelimiter)] };
  // Loaded with the first of them: most processes never read one.
  const { readXlsx } = await import("./xlsx/read-xlsx.js");
  return { kind: "xlsx", sheets: await readXlsx(file, size) };
}

const OLD_OFFICE =
  "这是旧的 .xls 文件、WPS 的 .et 文件，或者加了密码的表格；请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 再导入";
const START_CHARACTERS = 600;

/** What people take for a table, and how to make one of it; null: it may be one. */
function otherKind(file: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(file.subarray(0, START_CHARACTERS)).replace(/\0/g, "");
  const text = start
    .replace(/^[^\x20-\x7e]+/, "")
    .trimStart()
    .toLowerCase();
  if (text.startsWith("%pdf")) return "这是 PDF，不是表格；请找来原来的 Excel 表，存为 .xlsx 再导入";
  if (text.startsWith("{\\rtf")) return "这是 Word 文档(RTF)，不是表格；请把表复制到 Excel 里，存为 .xlsx 再导入";
  if (/^<\?xml/.test(text) && /excel|spreadsheet|workbook/.test(text)) {
    return "这个文件其实是 XML 表格(Excel 2003)，只是取名 .xls；请用 Excel 或 WPS 打开，另存为 .xlsx 再导入";
  }
  if (/^(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?<(!doctype html|html|head|meta|body|table|style|div)\b/.test(text)) {
    return "这个文件其实是网页(HTML)，只是取名 .xls；请用 Excel 或 WPS 打开，另存为 .xlsx 再导入";
  }
  return null;
}

function startsWith(file: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, position) => file[position] === byte);
}
