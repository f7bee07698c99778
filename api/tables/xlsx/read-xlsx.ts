import { ImportRejection, rejected } from "../import-rejection.js";
import type { Sheet } from "../table.js";
import type { TableSize } from "../table-limits.js";
import { readSharedStrings, readSheet, type SheetContext } from "./read-sheet.js";
import { readFormats, readWorkbook } from "./read-workbook.js";
import { openZip } from "./zip-parts.js";

/**
 * Reads all sheets of an XLSX file (ECMA-376), part by part while it unpacks: docs/decisions/0026-tables.md.
 *
 * @throws ImportRejection when it is none, is damaged, or larger than a limit
 */
export async function readXlsx(file: Uint8Array, size: TableSize): Promise<Sheet[]> {
  try {
    return await readParts(file, size);
  } catch (error) {
    if (error instanceof ImportRejection) throw error;
    // Whatever a damaged file makes the libraries say: it is the file's fault.
    throw rejected("XLSX 文件打不开，可能损坏了或加了密码；请另存一份再导入");
  }
}

async function readParts(file: Uint8Array, size: TableSize): Promise<Sheet[]> {
  const parts = await openZip(file, size);
  const { sheets: listed, daysBefore, sharedStringsPart, stylesPart } = await readWorkbook(parts);
  if (listed.length === 0) throw rejected("XLSX 文件里没有工作表；请另存一份再导入");
  size.addSheets(listed.length);
  const context: SheetContext = {
    sharedStrings: await readSharedStrings(parts, sharedStringsPart, size),
    formats: await readFormats(parts, stylesPart),
    daysBefore,
  };
  const sheets: Sheet[] = [];
  for (const { name, hidden, part } of listed) {
    sheets.push({ name, hidden, ...(await readSheet(parts, part, context, size)) });
  }
  return sheets;
}
