import { type CourseHeader, readCourseHeader } from "../../../shared/classes/import/course-columns.js";
import { type CourseRow, readCourseRow } from "../../../shared/classes/import/course-row.js";
import { ImportRejection, rejected } from "../../tables/import-rejection.js";
import { addProblem, noProblems, type Problems } from "../../tables/problems.js";
import { sheetTexts, type Tables } from "../../tables/table.js";

/** A timetable as its file says it, before it is compared with what is known. */
export interface CourseList {
  header: CourseHeader;
  rows: CourseRow[];
  errors: Problems;
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
export function readCourseList({ sheets: [sheet] }: Tables): CourseList {
  const table = sheet ? sheetTexts(sheet) : [];
  const found = table.slice(0, HEADER_WITHIN_ROWS).map(readCourseHeader);
  const position = found.findIndex((header) => header !== null);
  const header = found[position];
  if (!header) throw rejected("没有找到表头;要有一行写着 课程名称、类别、上课地点、星期、开始时间、名额 这样的列名");
  const headerRow = position + 1;
  if (header.errors.length > 0) throw new ImportRejection(header.errors.map((error) => ({ row: headerRow, ...error })));
  const list: CourseList = { header, rows: [], errors: noProblems() };
  for (const [index, cells] of table.entries()) {
    if (index <= position || cells.every((cell) => cell.trim() === "")) continue;
    const { course, errors } = readCourseRow(cells, header, index + 1);
    list.rows.push(course);
    addProblem(list.errors, ...errors);
  }
  if (list.rows.length === 0) throw rejected("表头下面一行内容也没有", headerRow);
  if (list.rows.length > MOST_ROWS) throw rejected(`一次最多导入 ${MOST_ROWS} 门课,请拆成几份`);
  return list;
}
