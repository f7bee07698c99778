import { CsvError, parse } from "csv-parse/sync";
import { rejected } from "./import-rejection.js";
import type { Table } from "./read-table.js";

const DELIMITERS = [",", "\t", ";", "\uff0c"] as const;

/**
 * Reads CSV as people's programs write it: UTF-8 with or without a byte order mark, GB18030 (Chinese Excel), UTF-16
 * with a mark; commas, tabs or semicolons; quotes around commas and line breaks.
 */
export function readCsv(file: Uint8Array): Table {
  const text = decodeText(file);
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      // An empty line keeps its place, so that rows are numbered as in Excel.
      skip_empty_lines: false,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = "lines" in error && typeof error.lines === "number" ? error.lines : 1;
    throw rejected('这一行附近的引号没有成对,请检查单元格里的 "', row);
  }
}

function decodeText(file: Uint8Array): string {
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(file);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(file);
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {
      // Not in this encoding: the next one.
    }
  }
  throw rejected("文件不是 CSV,或者编码看不懂;请另存为「CSV UTF-8」或 .xlsx 再导入");
}

/** The delimiter that the first lines have most of, quoted parts apart. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 4_000).replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => start.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}
