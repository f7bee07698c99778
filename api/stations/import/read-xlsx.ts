import { strFromU8, unzipSync } from "fflate";
import { rejected } from "./import-rejection.js";
import type { Table } from "./read-table.js";

/** A list of 20,000 stations unpacks to about 20 MB; a file made to fill the memory unpacks to far more. */
const LARGEST_UNPACKED_BYTES = 300_000_000;
/** The reader keeps a place for every cell up to the furthest; one stray cell at the end of a sheet would fill the memory. */
const MOST_CELLS = 5_000_000;
const CENTRAL_ENTRY = 0x02014b50;
const CENTRAL_ENTRY_BYTES = 46;

/** Reads the first sheet of an XLSX file. Numbers keep the digits that Excel shows. */
export async function readXlsx(file: Uint8Array): Promise<Table> {
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (unpackedBytes(buffer) > LARGEST_UNPACKED_BYTES) throw rejected("表格展开后太大,请拆成几份");
  if (furthestCells(file) > MOST_CELLS) {
    throw rejected("表格里有离得很远的格子;把用到的行和列复制到一张新表,另存后再导入");
  }
  // Loaded with the first sheet: most processes never read one.
  const { readSheet } = await import("read-excel-file/node");
  let rows: readonly (readonly unknown[])[];
  try {
    rows = await readSheet<string>(buffer, { parseNumber: shownNumber });
  } catch {
    throw rejected("XLSX 文件打不开,可能损坏了或加了密码;请另存一份再导入");
  }
  return rows.map((row) => row.map(cellText));
}

/** How many cells the largest sheet spans, up to its furthest row and column; 0 where the file cannot be read. */
function furthestCells(file: Uint8Array): number {
  let sheets: Record<string, Uint8Array>;
  try {
    sheets = unzipSync(file, { filter: ({ name }) => name.startsWith("xl/worksheets/") });
  } catch {
    return 0;
  }
  const spans = Object.values(sheets).map((sheet) => {
    let furthestColumn = 0;
    let furthestRow = 0;
    for (const [, column = "", row = ""] of strFromU8(sheet).matchAll(/\br="([A-Z]{1,3})(\d{1,7})"/g)) {
      furthestColumn = Math.max(furthestColumn, columnNumber(column));
      furthestRow = Math.max(furthestRow, Number(row));
    }
    return furthestColumn * furthestRow;
  });
  return Math.max(0, ...spans);
}

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Excel keeps 113.56 as 113.56000000000000 2 and shows 15 digits; long codes stay as they are. */
function shownNumber(written: string): string {
  return /^\d+$/.test(written) ? written : String(Number(Number(written).toPrecision(15)));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return dateText(cell);
  return String(cell);
}

/** A time of day lies in 1899 or 1900, the first days of Excel's calendar. */
function dateText(date: Date): string {
  const iso = date.toISOString();
  return date.getUTCFullYear() <= 1_900 ? iso.slice(11, 16) : iso.slice(0, 10);
}

/** What the archive's own directory says its parts unpack to. */
function unpackedBytes(file: Buffer): number {
  const marker = Buffer.alloc(4);
  marker.writeUInt32LE(CENTRAL_ENTRY);
  let total = 0;
  for (let at = file.indexOf(marker); at >= 0; at = file.indexOf(marker, at + CENTRAL_ENTRY_BYTES)) {
    if (at + CENTRAL_ENTRY_BYTES > file.length) break;
    total += file.readUInt32LE(at + 24);
  }
  return total;
}
