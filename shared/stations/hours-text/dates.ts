import { DAY_MS } from "../../common/time.js";
import type { NamedDay } from "../hours.js";
import { NotUnderstood } from "./not-understood.js";
import { readNumber } from "./spans.js";

/** Both ends included, `MM-DD`; `from` after `to` passes New Year. */
export interface YearRange {
  from: string;
  to: string;
}

/** Words that name parts of the year, or dates. */
export type DateWord =
  | { is: "season"; ranges: readonly YearRange[] }
  /** With the year: these days only. */
  | { is: "dates"; dates: readonly string[] }
  /** Without the year: each year's, where the text says so. */
  | { is: "month_days"; days: readonly string[]; written: string };

const LAST_DAY_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const LEAP_YEAR_START_MS = 1_704_067_200_000; // 2024-01-01
const MOST_DATES = 40;

/** The days of a leap year, `MM-DD`, in order. */
export const DAYS_OF_YEAR: readonly string[] = Array.from({ length: 366 }, (_, day) =>
  new Date(LEAP_YEAR_START_MS + day * DAY_MS).toISOString().slice(5, 10),
);

/** From a month, or a day of it, to another. */
export function seasonOfNumbers(
  written: string,
  [fromMonth = "", fromDay, toMonth = "", toDay]: readonly (string | undefined)[],
): DateWord {
  const lastDay = LAST_DAY_OF_MONTH[readNumber(toMonth) - 1] ?? 0;
  const range = {
    from: monthDay(written, readNumber(fromMonth), fromDay ? readNumber(fromDay) : 1),
    to: monthDay(written, readNumber(toMonth), toDay ? readNumber(toDay) : lastDay),
  };
  return { is: "season", ranges: [range] };
}

/** 1月,12月: months one by one. */
export function seasonOfMonths(months: string, written: string): DateWord {
  const numbers = [...months.matchAll(/\d{1,2}|[一二三四五六七八九十]{1,2}/g)].map(([month]) => readNumber(month));
  const ranges = numbers.map((month) => ({
    from: monthDay(written, month, 1),
    to: monthDay(written, month, LAST_DAY_OF_MONTH[month - 1] ?? 0),
  }));
  return { is: "season", ranges };
}

/** 2月28日及8月31日. */
export function monthDayList(days: string, written: string): DateWord {
  const found = [...days.matchAll(/([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})[日号]/g)];
  return {
    is: "month_days",
    days: found.map(([, month = "", day = ""]) => monthDay(written, readNumber(month), readNumber(day))),
    written,
  };
}

/** 2026年10月1日至10月3日; groups: three numbers, then three of which year and month may be missing. */
export function dateRange(groups: readonly (string | undefined)[], written: string): DateWord {
  const [year = "", month = "", day = "", toYear = year, toMonth = month, toDay = ""] = groups;
  const wrong = new NotUnderstood(`「${written}」里没有这个日期`);
  const instant = (y: string, m: string, d: string) => {
    const date = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
    const at = Date.parse(`${date}T00:00Z`);
    if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date) throw wrong;
    return at;
  };
  const first = instant(year, month, day);
  const last = instant(toYear, toMonth, toDay);
  const length = (last - first) / DAY_MS + 1;
  if (length < 1) throw wrong;
  if (length > MOST_DATES) throw new NotUnderstood(`「${written}」太长了，一次最多写 ${MOST_DATES} 天`);
  const dates = Array.from({ length }, (_, step) => new Date(first + step * DAY_MS).toISOString().slice(0, 10));
  return { is: "dates", dates };
}

/** 除夕至初六; a single day is its own end. */
export function lunarRange(from: string, to: string, written: string): { is: "named_days"; days: NamedDay[] } {
  const [first, last] = [lunarDay(from), lunarDay(to)];
  if (last < first) throw new NotUnderstood(`「${written}」前后不对`);
  const days = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  return {
    is: "named_days",
    days: days.map((day): NamedDay => (day === 0 ? "lunar-new-year-eve" : `lunar-01-${String(day).padStart(2, "0")}`)),
  };
}

/** The day of the first lunar month; 除夕 is 0. */
function lunarDay(word: string): number {
  if (/除夕|三十|大年夜/.test(word)) return 0;
  return readNumber(word.replace(/^.*(?:初|正月|大年|历)/, ""));
}

export function monthDay(written: string, month: number, day: number): string {
  const lastDay = LAST_DAY_OF_MONTH[month - 1];
  if (lastDay === undefined || day < 1 || day > lastDay) throw new NotUnderstood(`「${written}」里没有这个日期`);
  return `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
