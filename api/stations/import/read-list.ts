import type { Datum } from "../../../shared/core/place.js";
import { type Header, readHeader } from "../../../shared/stations/import/columns.js";
import type { HoursAsRead, ImportProblem } from "../../../shared/stations/import/import-answer.js";
import { readStationRow, type StationRow } from "../../../shared/stations/import/station-row.js";
import { ImportRejection, rejected } from "../../tables/import-rejection.js";
import { addProblem, noProblems, type Problems } from "../../tables/problems.js";
import { sheetTexts, type Tables } from "../../tables/table.js";
import { HoursReadings } from "./hours-readings.js";

/** A list of stations as its file says it, before it is compared with what is known. */
export interface StationList {
  header: Header;
  /** As in Excel. */
  headerRow: number;
  datum: Datum;
  rows: StationRow[];
  errors: Problems;
  warnings: ImportProblem[];
  /** How the hours of its rows were read. */
  readings: HoursAsRead[];
}

/** Titles and remarks may stand above the header. */
const HEADER_WITHIN_ROWS = 10;

/**
 * Reads a list from the tables of a file.
 *
 * @param askedDatum the coordinate system that the importing person names; it outweighs the header's
 * @throws ImportRejection when the file is no list; mistakes in rows are returned
 */
export function readList({ sheets: [sheet] }: Tables, askedDatum: Datum | null): StationList {
  const table = sheet ? sheetTexts(sheet) : [];
  const found = findHeader(table);
  if (!found) throw rejected("没有找到表头;要有一行写着 名称、地址、区县、经度、纬度、开放时间、设施 这样的列名");
  const { header, position } = found;
  const headerRow = position + 1;
  if (header.errors.length > 0) throw new ImportRejection(header.errors.map((error) => ({ row: headerRow, ...error })));
  const list: StationList = {
    header,
    headerRow,
    datum: askedDatum ?? header.datum ?? "gcj02",
    rows: [],
    errors: noProblems(),
    warnings: datumWarnings(header, askedDatum).map((message) => ({ row: headerRow, message })),
    readings: [],
  };
  const readings = new HoursReadings();
  for (const [index, cells] of table.entries()) {
    if (index <= position || cells.every((cell) => cell.trim() === "")) continue;
    const { station, errors, warnings } = readStationRow(cells, header, index + 1, readings.read);
    list.rows.push(station);
    addProblem(list.errors, ...errors);
    list.warnings.push(...warnings);
  }
  list.readings = readings.list();
  if (list.rows.length === 0) throw rejected("表头下面一行内容也没有", headerRow);
  return list;
}

function findHeader(table: readonly string[][]): { header: Header; position: number } | null {
  for (const [position, cells] of table.slice(0, HEADER_WITHIN_ROWS).entries()) {
    const header = readHeader(cells);
    if (header) return { header, position };
  }
  return null;
}

function datumWarnings(header: Header, asked: Datum | null): string[] {
  if (!header.columns.has("longitude")) return [];
  if (asked !== null && header.datum !== null && asked !== header.datum) {
    return [`表头写的坐标系是 ${header.datum},导入时指定的是 ${asked};按 ${asked} 导入`];
  }
  if (asked === null && header.datum === null) {
    return ["没有写坐标系,按 gcj02(高德、腾讯地图)导入;如果是 GPS 或百度的坐标,位置会差几百米,请指定坐标系重新导入"];
  }
  return [];
}
