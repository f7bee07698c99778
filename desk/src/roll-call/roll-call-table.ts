import type { HolidayAnswer, RollCallRow } from "../../../shared/holidays/holiday-answer";
import { holidayStanding } from "../../../shared/holidays/holiday-day";
import { holidayDayWords } from "../../../shared/holidays/holiday-words";
import { dateWords } from "../../../shared/stations/hours-words";

export const ROLL_CALL_FILTERS = { all: "全部", silent: "没答完", open: "有一天开", closed: "都不开" } as const;
export type RollCallFilter = keyof typeof ROLL_CALL_FILTERS;

/** The stations that a filter leaves, those that have not answered first. */
export function filteredRows(rows: readonly RollCallRow[], filter: RollCallFilter): RollCallRow[] {
  return rows.filter((row) => isIn(row, filter)).sort((a, b) => Number(isSilent(b)) - Number(isSilent(a)));
}

export function countOf(rows: readonly RollCallRow[], filter: RollCallFilter): number {
  return rows.filter((row) => isIn(row, filter)).length;
}

export function isSilent({ days }: RollCallRow): boolean {
  return days.some((day) => "unknown" in day);
}

function isIn(row: RollCallRow, filter: RollCallFilter): boolean {
  if (filter === "all") return true;
  return filter === "silent" ? isSilent(row) : holidayStanding(row.days) === filter;
}

/** As whom it was said and when, or how often its keepers were asked. */
export function saidWords({ said, askedAt, keepers, days }: RollCallRow): string {
  if (said !== null) return `${said.by === "keeper" ? "站长" : "工会"} ${dateWords(said.on)}说的`;
  if (!days.some((day) => "unknown" in day)) return "平常的时间里写了";
  if (keepers.length === 0) return "没有站长，没法问";
  return askedAt.length === 0 ? "还没问" : `问了 ${askedAt.length} 次，没答`;
}

/** The table as a file: a column for each day. */
export function tableCells(rows: readonly RollCallRow[], dates: readonly string[]): string[][] {
  return [
    ["驿站", "区县", "站长", "电话", ...dates.map(dateWords), "谁说的"],
    ...rows.map((row) => [
      row.name,
      row.district.text,
      row.keepers.join("、"),
      row.phone ?? "",
      ...row.days.map(holidayDayWords),
      saidWords(row),
    ]),
  ];
}

export function fileName({ name, from }: HolidayAnswer): string {
  return `${from.slice(0, 4)}${name}-驿站开不开`;
}
