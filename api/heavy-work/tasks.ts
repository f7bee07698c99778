import type { AuditLine } from "../../shared/audit/audit-answer.js";
import type { AuditExportQuestion } from "../../shared/audit/audit-export.js";
import type { CoverageQuestion } from "../../shared/circle/coverage.js";
import type { StepsQuestion } from "../../shared/circle/steps-question.js";
import type { Datum } from "../../shared/common/place.js";
import type { HeadingMap } from "../../shared/stations/import/columns.js";
import type { CellMend, ImportMends } from "../../shared/stations/import/mends.js";
import type { Station } from "../../shared/stations/station.js";
import type { WishFigureAnswer } from "../../shared/wishes/figures-answer.js";
import type { DrawnCells } from "../circle/draw-cells.js";
import type { PeopleListAsked } from "../circle/read-people-list.js";
import type { HolidayListContent, HolidayNoticeContent } from "../holidays/holiday-layout.js";
import type { ParcelInput } from "../open-data/parcel-zip.js";
import type { OpenDataInput } from "../open-data/write-open-data.js";
import type { BatchPage, PosterFormat } from "../posters/make-poster.js";
import type { TableLimits } from "../tables/table-limits.js";
import type { TextTable } from "../tables/text-table.js";
import type { MiniProgramCode } from "../wechat/mini-program-code.js";

interface StationListInput {
  file: Uint8Array;
  datum: Datum | null;
  limits?: TableLimits;
  said?: HeadingMap;
  mends?: ImportMends;
}

/**
 * What keeps a processor busy for longer than others should wait. What goes in and comes out is copied between threads:
 * plain data, maps, sets and bytes. Each loads what it needs when it is first asked for.
 */
export const TASKS = {
  readStationList,
  /** The same, where nobody waits for it: with more time. */
  readLongStationList: readStationList,
  readCourseList: async ({ file, mends }: { file: Uint8Array; mends: readonly CellMend[] }) => {
    const [{ readTables }, { readCourseList }] = await Promise.all([
      import("../tables/read-tables.js"),
      import("../classes/import/read-course-list.js"),
    ]);
    return readCourseList(await readTables(file), mends);
  },
  readPeopleList: async ({ file, ...asked }: { file: Uint8Array } & PeopleListAsked) => {
    const [{ readTables }, { readPeopleList }] = await Promise.all([
      import("../tables/read-tables.js"),
      import("../circle/read-people-list.js"),
    ]);
    return readPeopleList(await readTables(file), asked);
  },
  writeTable: async (table: TextTable) => {
    const { tableXlsx } = await import("../tables/text-table.js");
    return new Uint8Array(await tableXlsx(table));
  },
  writeAuditTable: async ({ lines, format }: { lines: AuditLine[]; format: AuditExportQuestion["format"] }) => {
    const { auditTable } = await import("../audit/audit-table.js");
    return auditTable(lines, format);
  },
  writeFigures: async (figures: WishFigureAnswer) => {
    const { figuresXlsx } = await import("../wishes/figures-xlsx.js");
    return new Uint8Array(await figuresXlsx(figures));
  },
  drawPoster: async ({
    station,
    link,
    format,
    miniProgramCode,
  }: {
    station: Station;
    link: string;
    format: PosterFormat;
    miniProgramCode: MiniProgramCode | null;
  }) => {
    const { makePoster } = await import("../posters/make-poster.js");
    return makePoster(station, link, format, miniProgramCode);
  },
  drawPosterBatch: async ({ pages }: { pages: BatchPage[] }) => {
    const { makePosterBatch } = await import("../posters/make-poster.js");
    return makePosterBatch(pages);
  },
  drawHolidayList: async (content: HolidayListContent) => {
    const { holidayListPng } = await import("../holidays/draw-holiday.js");
    return holidayListPng(content);
  },
  drawHolidayNotice: async (content: HolidayNoticeContent) => {
    const { holidayNoticePdf } = await import("../holidays/draw-holiday.js");
    return holidayNoticePdf(content);
  },
  measureCoverage: async ({ firstDay, days, ...question }: Omit<CoverageQuestion, "instants"> & WhichDays) => {
    const { coverageOf, halfHoursFrom } = await import("../../shared/circle/coverage.js");
    return coverageOf({ ...question, instants: halfHoursFrom(firstDay, days) });
  },
  drawCells: async (cells: DrawnCells) => {
    const { cellsJson } = await import("../circle/draw-cells.js");
    return cellsJson(cells);
  },
  findNextSteps: async (question: StepsQuestion) => {
    const { nextSteps } = await import("../../shared/circle/next-steps.js");
    return nextSteps(question);
  },
  packParcel: async (input: ParcelInput) => {
    const { parcelZip } = await import("../open-data/parcel-zip.js");
    return parcelZip(input);
  },
  writeOpenData: async (input: OpenDataInput) => {
    const { openDataText } = await import("../open-data/write-open-data.js");
    return openDataText(input);
  },
};

/** Days that follow each other, from one counted from 1970-01-01. */
interface WhichDays {
  firstDay: number;
  days: number;
}

export type TaskName = keyof typeof TASKS;
export type TaskInput<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
export type TaskOutput<Name extends TaskName> = Outputs[Name];
type Outputs = { [Name in TaskName]: Awaited<ReturnType<(typeof TASKS)[Name]>> };

/** Does a task in this thread. */
export function runTask<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<TaskOutput<Name>> {
  const task: (input: never) => Promise<unknown> = TASKS[name];
  return task(input as never) as Promise<TaskOutput<Name>>;
}

async function readStationList({ file, datum, limits, said, mends }: StationListInput) {
  const [{ readTables }, { readList }, { delimiterOf }] = await Promise.all([
    import("../tables/read-tables.js"),
    import("../stations/import/read-list.js"),
    import("../stations/import/find-tables.js"),
  ]);
  const guessDelimiter = (text: string) => delimiterOf(text, said ?? new Map());
  return readList(await readTables(file, { limits, guessDelimiter }), datum, said, mends);
}
