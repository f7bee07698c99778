import { CsvError, parse } from "csv-parse/sync";
import { rejected } from "./import-rejection.js";
import type { Sheet } from "./table.js";
import type { TableSize } from "./table-limits.js";

/** Tells which mark stands between the cells of a CSV text; null: it cannot. */
export type DelimiterGuess = (text: string) => string | null;

const DELIMITERS = [",", "\t", ";", "\uff0c"] as const;
/** A line that no table has; also what an open quote makes of the rest of a file. */
const LONGEST_RECORD_CHARACTERS = 200_000;

/**
 * Reads CSV as people's programs write it: UTF-8 with or without a byte order mark, GB18030 (Chinese Excel), UTF-16
 * with a mark; quotes around delimiters and line breaks; lines that end in any of the three ways.
 */
export function readCsv(file: Uint8Array, size: TableSize, guessDelimiter?: DelimiterGuess): Sheet {
  const text = decodeText(file);
  const rows: string[][] = [];
  let row = 0;
  const keep = (cells: string[]) => {
    row += 1;
    size.addLine();
    const width = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
    // Nothing is kept of the thousands of empty lines at the end of many files. Others keep their place, so that rows are
    // numbered as in Excel.
    if (width === 0) return null;
    size.addRow(row, width);
    const kept = cells.slice(0, width);
    for (const cell of kept) size.addText(cell, row);
    while (rows.length < row - 1) rows.push([]);
    rows.push(kept);
    return null;
  };
  try {
    parse(text, {
      delimiter: guessDelimiter?.(text) ?? commonestDelimiter(text),
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_RECORD_CHARACTERS,
      on_record: keep,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = "lines" in error && typeof error.lines === "number" ? error.lines : 1;
    if (error.code === "CSV_MAX_RECORD_SIZE") {
      throw rejected(`这一行超过 ${LONGEST_RECORD_CHARACTERS} 个字；也可能是单元格里的 " 没有成对`, row + 1);
    }
    throw rejected('这一行附近的引号没有成对，请检查单元格里的 "', at);
  }
  return { name: "", hidden: false, rows, merged: [] };
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
  throw rejected("文件不是 CSV，或者编码看不懂；请另存为「CSV UTF-8」或 .xlsx 再导入");
}

/** The delimiter that the first lines have most of, quoted parts apart. */
function commonestDelimiter(text: string): string {
  const start = text.slice(0, 4_000).replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => start.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}
