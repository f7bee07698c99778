import type { Datum } from "../../../shared/common/place.js";
import type { Header, HeadingMap, ImportField } from "../../../shared/stations/import/columns.js";
import type { HoursAsRead, ImportProblem } from "../../../shared/stations/import/import-answer.js";
import type { ImportMends } from "../../../shared/stations/import/mends.js";
import { rowNumber, sheetTurn } from "../../../shared/stations/import/row-number.js";
import { readStationRow, type StationRow } from "../../../shared/stations/import/station-row.js";
import { ImportRejection, rejected } from "../../tables/import-rejection.js";
import { addProblem, noProblems, type Problems } from "../../tables/problems.js";
import { cellText, type Sheet, type Tables } from "../../tables/table.js";
import { filledDown, findList, headingsSeen, notAStation, type SheetList } from "./find-tables.js";
import { HoursReadings } from "./hours-readings.js";
import { Mends } from "./mend-cells.js";

/**
 * A list of stations as its file says it, before it is compared with what is known. Plain data: it comes from a
 * worker.
 */
export interface StationList {
  /** The sheets that were read, in the order of the rows' numbers (shared/stations/import/row-number.ts). */
  sheets: { name: string; header: Header; headerRow: number }[];
  datum: Datum;
  rows: StationRow[];
  errors: Problems;
  warnings: ImportProblem[];
  /** Headings that nobody here knows, of all sheets. */
  ignored: string[];
  /** How the hours of its rows were read. */
  readings: HoursAsRead[];
}

/** How a column is headed in the sheet that a row stands in. */
export function headingAt({ sheets }: StationList, row: number, field: ImportField): string | undefined {
  return sheets[sheetTurn(row)]?.header.columns.get(field)?.heading;
}

/**
 * Reads a list from the tables of a file: every sheet that holds one, or a word of why it was not read.
 *
 * @param askedDatum the coordinate system that the importing person names; it outweighs the header's
 * @param said what that person says of headings
 * @param mends what that person has put right since the file was written
 * @throws ImportRejection when the file is no list; mistakes in rows are returned
 */
export function readList(
  tables: Tables,
  askedDatum: Datum | null,
  said: HeadingMap = new Map(),
  mends: ImportMends = { cells: [], hours: [] },
): StationList {
  const list: StationList = {
    sheets: [],
    datum: "gcj02",
    rows: [],
    errors: noProblems(),
    warnings: [],
    ignored: [],
    readings: [],
  };
  const readings = new HoursReadings();
  const found = tables.sheets.flatMap((sheet) => {
    const sheetList = sheet.hidden ? null : findList(sheet, said);
    if (sheetList === null && sheet.rows.length > 0 && tables.sheets.length > 1) {
      list.warnings.push({
        row: 1,
        message: `工作表「${sheet.name}」没有读：${sheet.hidden ? "它是隐藏的" : "没有找到表头"}`,
      });
    }
    return sheetList === null ? [] : [{ sheet, sheetList }];
  });
  if (found.length === 0) throw rejected(noHeader(tables));
  const unclear = found.flatMap(({ sheet, sheetList: { header, headerRow } }) =>
    header.errors.map((error) => ({
      ...(found.length > 1 ? { sheet: sheet.name } : {}),
      row: headerRow + 1,
      ...error,
    })),
  );
  if (unclear.length > 0) throw new ImportRejection(unclear);
  const datums = new Set(found.flatMap(({ sheetList }) => sheetList.header.datum ?? []));
  const [datum = null] = datums;
  if (askedDatum === null && datums.size > 1) throw rejected("几张工作表写的坐标系不一样，请分开导入");
  list.datum = askedDatum ?? datum ?? "gcj02";
  for (const { sheet, sheetList } of found) {
    const own = mends.cells.filter((cell) => cell.sheet === undefined || cell.sheet === sheet.name);
    addSheet(list, sheet, sheetList, readings, new Mends({ ...mends, cells: own }, sheetList));
  }
  list.readings = readings.list();
  const [first] = found;
  if (first) {
    for (const message of datumWarnings(first.sheetList.header, askedDatum)) {
      list.warnings.push({ row: first.sheetList.headerRow + 1, message });
    }
  }
  for (const heading of said.keys()) {
    const isThere = found.some(({ sheetList: { header } }) =>
      [...header.columns.values(), ...[...header.also.values()].flat()].some((column) => column.heading === heading),
    );
    if (!isThere) list.warnings.push({ row: 1, message: `表头里没有「${heading}」这一列，指定它的没有用上` });
  }
  if (list.rows.length === 0 && list.errors.total === 0)
    throw rejected("表头下面一行内容也没有", (first?.sheetList.headerRow ?? 0) + 1);
  return list;
}

function addSheet(list: StationList, sheet: Sheet, sheetList: SheetList, readings: HoursReadings, mends: Mends): void {
  const { header, headerRow, firstRow } = sheetList;
  const turn = list.sheets.length;
  list.sheets.push({ name: sheet.name, header, headerRow: headerRow + 1 });
  for (const heading of header.ignored) if (!list.ignored.includes(heading)) list.ignored.push(heading);
  for (const problem of header.warnings) list.warnings.push({ row: rowNumber(turn, headerRow + 1), ...problem });
  const headings = (sheet.rows[headerRow] ?? []).map(cellText);
  const sheetDistrict =
    header.columns.has("district") || !/^.{1,10}(区|县|市|旗)$/.test(sheet.name) ? null : sheet.name;
  for (const [index, cells] of filledDown(sheet, sheetList).entries()) {
    if (index < firstRow || cells.every((cell) => cell.trim() === "")) continue;
    const row = rowNumber(turn, index + 1);
    mends.apply(index + 1, cells);
    const why = notAStation(cells, sheetList, headings);
    if (why !== null) {
      const value = cells
        .find((cell) => cell.trim() !== "")
        ?.trim()
        .slice(0, 40);
      list.warnings.push({ row, value, message: `这一行${why}，没有当作驿站` });
      continue;
    }
    const { station, errors, warnings } = readStationRow(cells, header, row, readings.read);
    list.rows.push(station.districtText === null ? { ...station, districtText: sheetDistrict } : station);
    addProblem(list.errors, ...errors);
    list.warnings.push(...warnings);
  }
}

/** Why no sheet could be read, with what was seen. */
function noHeader({ sheets }: Tables): string {
  const wanted = "没有找到表头；要有一行写着 名称、地址、区县、经度、纬度、开放时间、设施 这样的列名";
  const visible = sheets.filter(({ hidden, rows }) => !hidden && rows.length > 0);
  if (visible.length === 0 && sheets.some(({ rows }) => rows.length > 0)) return `${wanted}；有字的工作表都是隐藏的`;
  const [sheet] = [...visible].sort((a, b) => b.rows.length - a.rows.length);
  const seen = sheet ? headingsSeen(sheet) : [];
  const [first] = seen;
  if (seen.length < 2 || first === undefined) return wanted;
  return `${wanted}。看到的列有：${seen.join("、")}；没有一列像「名称」，可以指定哪一列是，如 --map ${first}=名称`;
}

function datumWarnings(header: Header, asked: Datum | null): string[] {
  if (!header.columns.has("longitude") && !header.columns.has("point")) return [];
  if (asked !== null && header.datum !== null && asked !== header.datum) {
    return [`表头写的坐标系是 ${header.datum}，导入时指定的是 ${asked}；按 ${asked} 导入`];
  }
  if (asked === null && header.datum === null) {
    return [
      "没有写坐标系，按 gcj02(高德、腾讯地图)导入；如果是 GPS 或百度的坐标，位置会差几百米，请指定坐标系重新导入",
    ];
  }
  return [];
}
