import {
  type CourseField,
  type CourseHeader,
  courseColumnLabel,
  readCourseHeader,
} from "../../../shared/classes/import/course-columns.js";
import { type CourseRow, type RowContext, readCourseRow } from "../../../shared/classes/import/course-row.js";
import { readCategory } from "../../../shared/classes/import/schedule-cells.js";
import { readTimetableNotes } from "../../../shared/classes/import/timetable-notes.js";
import {
  isDatedWeek,
  readWeekTable,
  type WeekTableClass,
  weekTableHeader,
} from "../../../shared/classes/import/week-table.js";
import type { ImportProblem } from "../../../shared/stations/import/import-answer.js";
import type { CellMend } from "../../../shared/stations/import/mends.js";
import { type ImportRejection, rejected } from "../../tables/import-rejection.js";
import { addProblem, hasProblem, noProblems, type Problems } from "../../tables/problems.js";
import { type Sheet, sheetTexts, type Tables } from "../../tables/table.js";
import { mendCells, mendedValues, mendRows, mendsOfSheet } from "./mend-timetable.js";

/** A timetable as its file says it, before it is compared with what is known. */
export interface CourseList {
  rows: CourseRow[];
  /** Headings nobody here knows. */
  ignored: string[];
  errors: Problems;
  warnings: ImportProblem[];
}

/** Titles and remarks may stand above the header. */
const HEADER_WITHIN_ROWS = 10;
/** All of a timetable changes in one step, and each course brings some weeks of sessions with it. */
const MOST_ROWS = 200;

/**
 * Reads a timetable from the tables of a file: every visible sheet that is a list of courses or a week table.
 *
 * @param mends what somebody has put right since the file was written
 * @throws ImportRejection when the file is no timetable; mistakes in rows are returned
 */
export function readCourseList({ sheets }: Tables, mends: readonly CellMend[] = []): CourseList {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const found = filled.flatMap((sheet) => (sheet.hidden ? [] : (tableOf(sheet) ?? [])));
  if (found.length === 0) throw noTimetable(filled);
  const list: CourseList = { rows: [], ignored: [], errors: noProblems(), warnings: [] };
  for (const sheet of filled.filter((one) => !found.some((table) => table.sheet === one))) {
    const reason = sheet.hidden ? "是隐藏的，没有读；要导入它，请取消隐藏" : "里没有课表的表头，没有读";
    list.warnings.push({ sheet: sheet.name, row: 1, message: `工作表「${sheet.name}」${reason}` });
  }
  for (const table of found) {
    const name = found.length > 1 ? table.sheet.name : null;
    const own = mendsOfSheet(mends, table.sheet.name);
    if (table.header === null) addWeekTable(list, table.sheet, name, own);
    else addList(list, table, table.header, name, own);
  }
  const isEmpty = list.rows.length === 0 && list.errors.total === 0;
  if (isEmpty) throw rejected("课表里一门课也没有，表头下面一行内容也没有", (found[0]?.position ?? 0) + 1);
  if (list.rows.length > MOST_ROWS) throw rejected(`一次最多导入 ${MOST_ROWS} 门课，请拆成几份`);
  list.ignored = [...new Set(list.ignored)];
  return list;
}

const COLUMNS_EXPECTED = "要有一行写着 课程名称、类别、上课地点、星期、开始时间、名额 这样的列名，下面一行写一门课";

/** A sheet with its header; a week table has none of a list. */
interface Found {
  sheet: Sheet;
  position: number;
  header: CourseHeader | null;
}

function tableOf(sheet: Sheet): Found | null {
  const texts = sheetTexts(sheet);
  const position = texts.slice(0, HEADER_WITHIN_ROWS).findIndex((cells) => readCourseHeader(cells) !== null);
  if (position >= 0) return { sheet, position, header: readCourseHeader(texts[position] ?? []) };
  const week = weekTableHeader(texts.slice(0, HEADER_WITHIN_ROWS));
  return week < 0 ? null : { sheet, position: week, header: null };
}

function noTimetable(sheets: readonly Sheet[]): ImportRejection {
  const shown = sheets.filter(({ hidden }) => !hidden);
  if (shown.length === 0 && sheets.length > 0) return rejected("有内容的工作表都是隐藏的；请取消隐藏再导入");
  if (!shown.some((sheet) => isDatedWeek(sheetTexts(sheet)))) return rejected(`没有找到表头；${COLUMNS_EXPECTED}`);
  return rejected(
    `星期旁边写着日期，看不出是每周都上，还是只上这一周；每周都上的请去掉日期，只上几天的，${COLUMNS_EXPECTED}`,
  );
}

function addList(
  list: CourseList,
  { sheet, position }: Found,
  found: CourseHeader,
  name: string | null,
  mends: readonly CellMend[],
): void {
  const named = name === null ? {} : { sheet: name };
  const table = filledTexts(sheet);
  const header = mendRows(table, found, mends);
  addProblem(list.errors, ...header.errors.map((error) => ({ ...named, row: position + 1, ...error })));
  if (header.errors.length > 0) return;
  list.ignored.push(...header.ignored);
  const { term } = readTimetableNotes(table.slice(0, position));
  const context: RowContext = { sheet: name, header, term };
  let count = 0;
  for (const [index, cells] of table.entries()) {
    if (index <= position || !hasContent(cells)) continue;
    count += 1;
    const { course, errors } = readCourseRow(cells, index + 1, context);
    list.rows.push(course);
    addProblem(list.errors, ...errors);
  }
  if (count === 0 && name !== null) {
    list.warnings.push({ ...named, row: position + 1, message: "表头下面一行内容也没有" });
  }
  const isCounted = list.rows.some(
    (row) => row.header === header && row.dates !== null && !header.columns.has("dates"),
  );
  if (term.start !== null && isCounted && !header.columns.has("termStart")) {
    list.warnings.push({ ...named, row: position + 1, message: `第几周从表上面写的 ${term.start} 算起` });
  }
}

/** Each class of a week table becomes a row as a list has it. */
function addWeekTable(list: CourseList, sheet: Sheet, name: string | null, mends: readonly CellMend[]): void {
  const named = name === null ? {} : { sheet: name };
  const table = readWeekTable({ name: sheet.name, texts: mendCells(sheetTexts(sheet), mends), merged: sheet.merged });
  list.ignored.push(...table.ignored);
  list.warnings.push(...table.warnings.map((warning) => ({ ...named, ...warning })));
  addProblem(list.errors, ...table.errors.map((error) => ({ ...named, ...error })));
  for (const one of table.classes) {
    const values = mendedValues(one, mends);
    const header = headerOfClass({ ...one, values });
    const { course, errors } = readCourseRow(Object.values(values), one.row, {
      sheet: name,
      header,
      term: table.notes.term,
    });
    const { title } = course;
    course.assumedCategory = title === null ? null : (readCategory(title) ?? "other");
    if (course.assumedCategory === "other" && course.category === null && title !== null) {
      list.warnings.push({
        ...named,
        row: one.row,
        column: one.cell,
        value: title,
        message: "看不出类别，读作「其他」",
      });
    }
    list.rows.push(course);
    addProblem(list.errors, ...errors.filter((error) => !hasProblem(list.errors, error)));
  }
}

function headerOfClass({ cell, values }: WeekTableClass): CourseHeader {
  const fields = Object.keys(values) as CourseField[];
  const columns = fields.map((field, index) => {
    const heading = field === "title" ? cell : `${cell} ${courseColumnLabel(field)}`;
    return [field, { index, heading }] as const;
  });
  return { columns: new Map(columns), ignored: [], errors: [], cell };
}

function hasContent(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== "");
}

/** Texts of a sheet; a cell that is merged over several rows speaks for each of them. */
function filledTexts(sheet: Sheet): string[][] {
  const texts = sheetTexts(sheet);
  for (const { top, bottom, left, right } of sheet.merged) {
    const text = texts[top]?.[left];
    if (text === undefined || left !== right) continue;
    for (const row of texts.slice(top + 1, bottom + 1)) if (row.length > 0) row[left] = text;
  }
  return texts.map((row) => Array.from(row, (cell) => cell ?? ""));
}
