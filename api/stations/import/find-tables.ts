import { type Header, type HeadingMap, readHeader } from "../../../shared/stations/import/columns.js";
import { cellText, type Sheet } from "../../tables/table.js";

/** The list that a sheet holds. */
export interface SheetList {
  header: Header;
  /** From 0. */
  headerRow: number;
  /** From 0: the first row below the header. */
  firstRow: number;
}

/** Titles and remarks may stand above the header. */
const HEADER_WITHIN_ROWS = 15;
/** So much of a CSV text holds its header. */
const START_CHARACTERS = 8_000;
/** A cover sheet says 名称 somewhere, too. */
const LEAST_COLUMNS = 2;

/** Finds the header of a sheet: a row, or two where one heads several columns of the other. Null: it holds no list. */
export function findList(sheet: Sheet, said: HeadingMap): SheetList | null {
  let best: SheetList | null = null;
  for (let row = 0; row < Math.min(sheet.rows.length, HEADER_WITHIN_ROWS); row += 1) {
    const one = readHeader(rowTexts(sheet, row), said);
    const two = hasSecondRow(sheet, row, one, said) ? readHeader(joined(sheet, row, said), said) : null;
    for (const [header, rows] of [[one, 1] as const, [two, 2] as const]) {
      if (header === null || columnCount(header) + header.errors.length < LEAST_COLUMNS) continue;
      if (best === null || (best.headerRow === row && columnCount(header) > columnCount(best.header)))
        best = { header, headerRow: row, firstRow: row + rows };
    }
    if (best !== null) return best;
  }
  return null;
}

/** Of the rows at the top the one that looks most like headings, for saying what was seen. */
export function headingsSeen(sheet: Sheet): string[] {
  const rows = sheet.rows
    .slice(0, HEADER_WITHIN_ROWS)
    .map((cells) => cells.map(cellText).filter((text) => text.trim() !== ""));
  const known = (cells: readonly string[]) => {
    const header = readHeader(["名称", ...cells]);
    return header === null ? 0 : columnCount(header);
  };
  const [best = []] = [...rows].sort((a, b) => known(b) - known(a) || b.length - a.length);
  return best.map((text) => text.replace(/\s+/g, " ").trim()).slice(0, 20);
}

/** How many columns of a row of headings are known. */
export function columnCount({ columns, amenities }: Header): number {
  return columns.size + amenities.length;
}

function rowTexts(sheet: Sheet, row: number): string[] {
  return (sheet.rows[row] ?? []).map(cellText);
}

/** Whether the row below belongs to the header: cells are merged into it, or it heads what the first row leaves open. */
function hasSecondRow(sheet: Sheet, row: number, header: Header | null, said: HeadingMap): boolean {
  if (header === null) return false;
  if (sheet.merged.some(({ top, bottom }) => top === row && bottom === row + 1)) return true;
  const below = rowTexts(sheet, row + 1);
  const name = header.columns.get("name")?.index;
  if (name !== undefined && (below[name] ?? "").trim() !== "") return false;
  const named = readHeader(["编号", ...below], said);
  return named !== null && columnCount(named) > LEAST_COLUMNS;
}

/** Headings of two rows: what stands below counts, with what stands above it where it means nothing alone. */
function joined(sheet: Sheet, row: number, said: HeadingMap): string[] {
  const above = rowTexts(sheet, row);
  const below = rowTexts(sheet, row + 1);
  for (const { top, bottom, left, right } of sheet.merged) {
    if (top !== row || bottom !== row) continue;
    for (let column = left + 1; column <= right; column += 1) above[column] = above[left] ?? "";
  }
  return Array.from({ length: Math.max(above.length, below.length) }, (_, column) => {
    const [upper = "", lower = ""] = [above[column]?.trim(), below[column]?.trim()];
    if (lower === "" || upper === "") return lower || upper;
    const isKnown = (heading: string) => {
      const header = readHeader(["编号", heading], said);
      return header !== null && columnCount(header) > 1;
    };
    return [lower, `${lower}${upper}`, `${upper}${lower}`].find(isKnown) ?? `${upper}${lower}`;
  });
}

/** The texts of a sheet's rows, with what is merged downwards below the header in each of its rows. */
export function filledDown(sheet: Sheet, { header, firstRow }: SheetList): string[][] {
  const rows = sheet.rows.map((cells) => cells.map(cellText));
  const own = new Set(
    (["code", "name", "longitude", "latitude", "point", "sameSite"] as const).flatMap(
      (field) => header.columns.get(field)?.index ?? [],
    ),
  );
  for (const { top, bottom, left, right } of sheet.merged) {
    if (top < firstRow || top === bottom) continue;
    for (let column = left; column <= right; column += 1) {
      if (own.has(column)) continue;
      for (let row = top + 1; row <= bottom; row += 1) {
        const cells = rows[row];
        if (!cells) continue;
        while (cells.length <= column) cells.push("");
        cells[column] = rows[top]?.[left] ?? "";
      }
    }
  }
  return rows;
}

const TOTALS = /^(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计)|(合计|总计|小计)[:：]?$/;
const REMARKS =
  /^(备?注|说明|填表说明|填报说明|填表人|填报人|制表人|制表|审核人|审核|负责人签字|填报单位|填表单位|填报时间|填报日期|填表日期|制表时间|联系人|联系电话|单位.?盖章.?|例如?|示例|填写示例)\s*[:：(（]|^(单位.?盖章.?|以下空白|填写示例)/;

/** Why a row below the header is no station; null: it may be one. */
export function notAStation(
  cells: readonly string[],
  { header }: SheetList,
  headings: readonly string[],
): string | null {
  const texts = cells.map((cell) => cell.trim());
  const filled = texts.filter((text) => text !== "");
  const said = (field: "address" | "longitude" | "point") => texts[header.columns.get(field)?.index ?? -1] ?? "";
  const isPlaced = said("longitude") !== "" || said("point") !== "" || said("address").length > 3;
  const [first = ""] = filled;
  if (filled.length > 1 && texts.every((text, at) => text === "" || text === headings[at]?.trim()))
    return "是重复的表头";
  if (filled.some((text) => TOTALS.test(text)) && !isPlaced) return "是合计";
  if (REMARKS.test(first) && (!isPlaced || filled.length === 1)) return "是备注或填表说明";
  const name = header.columns.get("name")?.index ?? header.columns.get("code")?.index ?? -1;
  if (filled.length === 1 && (texts[name] ?? "") === "") return "只有一格有字";
  return null;
}

/** Of the marks that may stand between the cells of a CSV text, the one by which a header is found. */
export function delimiterOf(text: string, said: HeadingMap): string | null {
  const lines = text
    .slice(0, START_CHARACTERS)
    .split(/\r\n|\n|\r/, HEADER_WITHIN_ROWS)
    .map((line) => line.replace(/^\uFEFF/, ""));
  const counts = [",", "\t", ";", "\uff0c", "|"].map((delimiter) => {
    const known = lines.map((line) => {
      const header = readHeader(
        line.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, "")),
        said,
      );
      return header === null ? 0 : columnCount(header);
    });
    return { delimiter, count: Math.max(0, ...known) };
  });
  const [best] = counts.sort((a, b) => b.count - a.count);
  return best && best.count >= LEAST_COLUMNS ? best.delimiter : null;
}
