import { type CourseHeader, readCourseHeader } from "../../../shared/classes/import/course-columns.js";
import { type CourseRow, readCourseRow } from "../../../shared/classes/import/course-row.js";
import type { ImportProblem } from "../../../shared/stations/import/import-answer.js";
import { ImportRejection, rejected } from "../../tables/import-rejection.js";
import { addProblem, noProblems, type Problems } from "../../tables/problems.js";
import { type Sheet, sheetTexts, type Tables } from "../../tables/table.js";

/** A timetable as its file says it, before it is compared with what is known. */
export interface CourseList {
  header: CourseHeader;
  rows: CourseRow[];
  errors: Problems;
  warnings: ImportProblem[];
}

/** Titles and remarks may stand above the header. */
const HEADER_WITHIN_ROWS = 10;
/** All of a timetable changes in one step, and each course brings some weeks of sessions with it. */
const MOST_ROWS = 200;

/**
 * Reads a timetable from the tables of a file.
 *
 * @throws ImportRejection when the file is no timetable; mistakes in rows are returned
 */
export function readCourseList({ sheets }: Tables): CourseList {
  const tables = sheets.map((sheet) => ({ sheet, table: filledTexts(sheet) }));
  const shown = tables.filter(({ sheet, table }) => !sheet.hidden && table.some(hasContent));
  const headed = shown.filter(({ table }) => headerOf(table) !== null);
  const [first] = headed;
  const header = first ? headerOf(first.table) : null;
  if (!first || !header) {
    if (shown.some(({ table }) => table.some(headsWeek))) throw rejected(`这是一张一周的课表;${COLUMNS_EXPECTED}`);
    throw rejected(`没有找到表头;${COLUMNS_EXPECTED}`);
  }
  const { table } = first;
  const position = headerPosition(table);
  const headerRow = position + 1;
  if (header.errors.length > 0) throw new ImportRejection(header.errors.map((error) => ({ row: headerRow, ...error })));
  const unread = shown.filter((one) => one !== first).map(({ sheet }) => sheet.name);
  const warnings = unread.map((name) => ({
    row: headerRow,
    message: `工作表「${name}」没有读;要导入它,请另存成一个文件`,
  }));
  const list: CourseList = { header, rows: [], errors: noProblems(), warnings };
  for (const [index, cells] of table.entries()) {
    if (index <= position || !hasContent(cells)) continue;
    const { course, errors } = readCourseRow(cells, header, index + 1);
    list.rows.push(course);
    addProblem(list.errors, ...errors);
  }
  if (list.rows.length === 0) throw rejected("表头下面一行内容也没有", headerRow);
  if (list.rows.length > MOST_ROWS) throw rejected(`一次最多导入 ${MOST_ROWS} 门课,请拆成几份`);
  return list;
}

const COLUMNS_EXPECTED = "要有一行写着 课程名称、类别、上课地点、星期、开始时间、名额 这样的列名,下面一行写一门课";

function headerPosition(table: readonly string[][]): number {
  return table.slice(0, HEADER_WITHIN_ROWS).findIndex((cells) => readCourseHeader(cells) !== null);
}

function headerOf(table: readonly string[][]): CourseHeader | null {
  return readCourseHeader(table[headerPosition(table)] ?? []);
}

/** 时间 | 周一 | 周二 | 周三 …: days across, as halls print them. */
function headsWeek(cells: readonly string[]): boolean {
  return cells.filter((cell) => /^(周|星期|礼拜)[一二三四五六日天]$/.test(cell.trim())).length >= 3;
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
