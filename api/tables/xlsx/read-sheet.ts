import { rejected } from "../import-rejection.js";
import type { Cell, MergedCells } from "../table.js";
import type { TableSize } from "../table-limits.js";
import { numberText, type ShownAs } from "./number-format.js";
import { BrokenXml, readXml } from "./read-xml.js";
import type { ZipParts } from "./zip-parts.js";

/** What cells only point to. */
export interface SheetContext {
  sharedStrings: readonly string[];
  formats: readonly ShownAs[];
  daysBefore: number;
}

/** Excel itself merges no more on any sheet that people make. */
const MOST_MERGED = 20_000;

/** Reads the cells of one sheet. Cells without content, which are only coloured, say, count for nothing. */
export async function readSheet(
  parts: ZipParts,
  part: string,
  context: SheetContext,
  size: TableSize,
): Promise<{ rows: Cell[][]; merged: MergedCells[] }> {
  const rows: Cell[][] = [];
  const merged: MergedCells[] = [];
  const cell = { type: "", format: 0, column: -1, text: "", isText: false };
  let row = -1;
  let column = -1;
  let cells: Cell[] = [];

  const keepCell = () => {
    const content = contentOf(cell.text, cell.type, cell.format, context);
    const text = typeof content === "object" ? content.text : content;
    if (text.trim() === "") return;
    size.addText(text, row + 1);
    // Before the blank cells on the way to it are made.
    size.checkPlace(row + 1, cell.column + 1);
    while (cells.length < cell.column) cells.push("");
    cells[cell.column] = content;
  };
  const keepRow = () => {
    if (cells.length === 0) return;
    size.addRow(row + 1, cells.length);
    while (rows.length < row) rows.push([]);
    rows[row] = cells;
  };

  await readXml(parts, part, {
    open: (name, attributes) => {
      if (name === "row") {
        row = numberOr(attributes.r, row + 2) - 1;
        if (row < 0) throw new BrokenXml("row 0");
        column = -1;
        cells = [];
      } else if (name === "c") {
        const reference = attributes.r;
        column = reference === undefined ? column + 1 : placeOf(reference).column;
        cell.type = attributes.t ?? "n";
        cell.format = numberOr(attributes.s, 0);
        cell.column = column;
        cell.text = "";
      } else if (name === "v" || name === "t") cell.isText = true;
      else if (name === "mergeCell") {
        if (merged.length >= MOST_MERGED) throw rejected(`合并的格子超过 ${MOST_MERGED} 处；请取消合并再导入`);
        const [first, last] = (attributes.ref ?? "").split(":");
        if (first === undefined || last === undefined) return;
        const [from, to] = [placeOf(first), placeOf(last)];
        merged.push({ top: from.row, bottom: to.row, left: from.column, right: to.column });
      }
    },
    text: (text) => {
      if (!cell.isText) return;
      cell.text += text;
      size.checkLength(cell.text, row + 1);
    },
    close: (name) => {
      if (name === "v" || name === "t") cell.isText = false;
      else if (name === "c") keepCell();
      else if (name === "row") keepRow();
    },
  });
  return { rows, merged };
}

/** The texts that cells point to by number. What is said on how to pronounce them is left out. */
export async function readSharedStrings(parts: ZipParts, part: string | null, size: TableSize): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  let isText = false;
  let isPhonetic = false;
  if (part === null) return strings;
  await readXml(parts, part, {
    open: (name) => {
      if (name === "si") text = "";
      else if (name === "rPh") isPhonetic = true;
      else if (name === "t") isText = !isPhonetic;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === "t") isText = false;
      else if (name === "rPh") isPhonetic = false;
      else if (name === "si") {
        size.addSharedText();
        strings.push(unescaped(text));
      }
    },
  });
  return strings;
}

function contentOf(written: string, type: string, format: number, context: SheetContext): Cell {
  switch (type) {
    case "s":
      return context.sharedStrings[Number(written)] ?? "";
    case "n": {
      const text = written.trim();
      const number = Number(text);
      if (text === "" || !Number.isFinite(number)) return text;
      const shownAs = context.formats[format] ?? "number";
      const isDay = shownAs !== "number" && number >= 1;
      const days = isDay && shownAs !== "time" ? number + context.daysBefore : number;
      return { text: numberText(text, days, shownAs), number: days, shownAs };
    }
    case "b":
      return written.trim() === "1" ? "TRUE" : "FALSE";
    // A date as ISO 8601 text.
    case "d":
      return written
        .trim()
        .replace("T", " ")
        .replace(/ 00:00(:00(\.0+)?)?$/, "");
    default:
      return unescaped(written);
  }
}

/** Control characters stand as _x000D_ in the texts of XLSX (ECMA-376 part 1, 22.9.2.19). */
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Of a reference such as AB12, counted from 0. */
function placeOf(reference: string): { row: number; column: number } {
  const [, letters = "", digits = ""] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === "") throw new BrokenXml("a cell without a place");
  const column = [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

function numberOr(text: string | undefined, fallback: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : fallback;
}
