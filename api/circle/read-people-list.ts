import { cellsAround } from "../../shared/circle/cells.js";
import { PeopleCells } from "../../shared/circle/people-cells.js";
import { addPeopleRow, type PeopleHeader, readPeopleHeader } from "../../shared/circle/people-table.js";
import type { Datum, MapPoint } from "../../shared/common/place.js";
import { rejected } from "../tables/import-rejection.js";
import { addProblem, noProblems, rejectIfAny } from "../tables/problems.js";
import { type Sheet, sheetTexts, type Tables } from "../tables/table.js";

export interface PeopleListAsked {
  /** Outweighs the header; null: that has to say it. */
  datum: Datum | null;
  /** Where the stations of the city are, GCJ-02. */
  stations: readonly MapPoint[];
}

/** A table of people as it was read. */
export interface PeopleList {
  cells: Map<string, number>;
  rows: number;
  datum: Datum;
  /** Those in cells that a circle of these stations is measured on. */
  peopleInCircle: number;
}

/** Titles may stand above the header. */
const HEADER_WITHIN_ROWS = 10;
/** Packed they stay below what a request to Redis may hold. */
const MOST_CELLS = 100_000;

/**
 * Reads the first sheet that is shown and has a header of such a table.
 *
 * @throws ImportRejection naming each wrong cell; where one is wrong, nothing is read
 */
export function readPeopleList({ sheets }: Tables, asked: PeopleListAsked): PeopleList {
  const [found] = sheets.flatMap((sheet) => (sheet.hidden ? [] : (tableOf(sheet) ?? [])));
  if (found === undefined) {
    throw rejected("没有找到表头；要有一行写着 经度、纬度、人数，或者 H3格子、人数，下面一行写一处");
  }
  const { texts, position, header } = found;
  const datum = asked.datum ?? header.datum;
  if (datum === null) {
    throw rejected("没有说是哪种坐标系；请在上面选，或在表头写成 经度(GCJ-02)、格子(WGS-84)", position + 1);
  }
  const [people, problems] = [new PeopleCells(), noProblems()];
  let rows = 0;
  for (const [index, cells] of texts.entries()) {
    if (index <= position || !cells.some((cell) => cell.trim() !== "")) continue;
    rows += 1;
    addProblem(problems, ...addPeopleRow(cells, index + 1, header, { people, datum }));
  }
  rejectIfAny(problems);
  if (rows === 0) throw rejected("表头下面一行内容也没有", position + 1);
  if (people.cells.size > MOST_CELLS) throw rejected(`分到了超过 ${MOST_CELLS} 个格子；请只留这个市的`);
  const { ids } = cellsAround(asked.stations);
  const peopleInCircle = ids.reduce((sum, cell) => sum + (people.cells.get(cell) ?? 0), 0);
  return { cells: people.cells, rows, datum, peopleInCircle };
}

function tableOf(sheet: Sheet): { texts: string[][]; position: number; header: PeopleHeader } | null {
  const texts = sheetTexts(sheet);
  for (const [position, cells] of texts.slice(0, HEADER_WITHIN_ROWS).entries()) {
    const header = readPeopleHeader(cells);
    if (header !== null) return { texts, position, header };
  }
  return null;
}
