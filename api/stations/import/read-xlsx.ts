import { readSheet } from "read-excel-file/node";
import { rejected } from "./import-rejection.js";
import type { Table } from "./read-table.js";

/** A list of 20,000 stations unpacks to about 20 MB; a file made to fill the memory unpacks to far more. */
const LARGEST_UNPACKED_BYTES = 300_000_000;
const CENTRAL_ENTRY = 0x02014b50;
const CENTRAL_ENTRY_BYTES = 46;

/** Reads the first sheet of an XLSX file. Numbers keep the digits that Excel shows. */
export async function readXlsx(file: Uint8Array): Promise<Table> {
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (unpackedBytes(buffer) > LARGEST_UNPACKED_BYTES) throw rejected("表格展开后太大,请拆成几份");
  let rows: readonly (readonly unknown[])[];
  try {
    rows = await readSheet<string>(buffer, { parseNumber: shownNumber });
  } catch {
    throw rejected("XLSX 文件打不开,可能损坏了或加了密码;请另存一份再导入");
  }
  return rows.map((row) => row.map(cellText));
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
