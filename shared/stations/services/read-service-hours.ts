import { type BeijingDate, beijingDate, DAY_MS } from "../../common/time.js";
import type { DayHours, Hours } from "../hours.js";
import { parseHoursText } from "../hours-text.js";

/** What was made of when a service is there; `problem` says in Chinese why it could not be read. */
export type ServiceHoursReading = { hours: Hours; problem: null } | { hours: null; problem: string };

export const NO_MOBILE = "不要写手机号，电话写在驿站的电话里";

const HOW = "要写成 周二14:00-16:00 或 12月5日9:00-11:00";
const MOST_DATES = 31;
const DATE = "(?:(\\d{4})[年./-])?(\\d{1,2})[月./-](\\d{1,2})[日号]?(?:\\((?:周|星期)[一二三四五六日天]\\))?";
/** 9-11 is a time: a bare month and day need 月, or a year before them. */
const DATE_AT = /(?:\d{4}[年./-]\d{1,2}[月./-]\d{1,2}|\d{1,2}月\d{1,2})[日号]?(?:\((?:周|星期)[一二三四五六日天]\))?/g;
const JOINS = /^[\s,、和及与;]*$/;
const RANGE = /^\s*(?:-|—|–|~|至|到)\s*$/;

/**
 * Reads when a service is there: what {@link parseHoursText} reads as the hours of a station, or dates that come once,
 * 12月5日9:00-11:00. Understood as a whole or not at all. A date without a year is the one nearest to today.
 *
 * @param today from which the year of a date is told
 */
export function readServiceHours(text: string, today: BeijingDate): ServiceHoursReading {
  const plain = text.normalize("NFKC").trim();
  const isOnDates = new RegExp(`^${DATE_AT.source}`).test(plain) && !/每年/.test(plain);
  return isOnDates ? readDates(plain, text.trim(), today) : readWeek(text);
}

/** The same without what the text looked like. */
export function bareHours({ written: _written, ...hours }: Hours): Hours {
  return hours;
}

function readWeek(text: string): ServiceHoursReading {
  const { hours, understood, warnings } = parseHoursText(text);
  if (!understood) return { hours: null, problem: `${warnings.join("；")}；${HOW}` };
  const says = (day: DayHours) => day !== "unknown" && day.length > 0;
  const isSaid = [hours.week, ...hours.seasons.map(({ week }) => week)].some((week) => week.some(says));
  if (!isSaid && !hours.exceptions.some((exception) => says(exception.hours))) return { hours: null, problem: HOW };
  return { hours: { ...hours, written: text.trim() }, problem: null };
}

/** Dates, one after the other or from one to another, each with the times that stand after it. */
function readDates(plain: string, written: string, today: BeijingDate): ServiceHoursReading {
  const found = [...plain.matchAll(DATE_AT)];
  const exceptions: Hours["exceptions"] = [];
  let waiting: BeijingDate[] = [];
  let isRange = false;
  for (const [place, match] of found.entries()) {
    const date = dateOf(match[0], today);
    if (date === null) return { hours: null, problem: `没有「${match[0]}」这一天` };
    const dates = isRange ? datesBetween(waiting[waiting.length - 1] ?? date, date) : [date];
    if (dates === null) return { hours: null, problem: `「${match[0]}」要在它前面那一天以后，最多 ${MOST_DATES} 天` };
    waiting.push(...dates);
    const after = plain.slice(match.index + match[0].length, found[place + 1]?.index);
    const isLast = place === found.length - 1;
    isRange = !isLast && RANGE.test(after);
    if (!isLast && (isRange || JOINS.test(after))) continue;
    const spans = spansOf(after);
    if (spans === null) return { hours: null, problem: `「${match[0]}」后面没有写几点到几点；${HOW}` };
    for (const day of waiting) exceptions.push({ date: day, hours: spans });
    waiting = [];
  }
  const dates = new Set(exceptions.map(({ date }) => date));
  if (dates.size < exceptions.length) return { hours: null, problem: "同一天写了两次" };
  if (dates.size > MOST_DATES) return { hours: null, problem: `最多写 ${MOST_DATES} 天` };
  exceptions.sort((a, b) => (a.date < b.date ? -1 : 1));
  const week = Array.from({ length: 7 }, () => []);
  return {
    hours: { week, holidays: [], adjustedWorkdays: "as_week", seasons: [], exceptions, note: null, written },
    problem: null,
  };
}

function spansOf(text: string): Exclude<DayHours, "unknown"> | null {
  const { hours, understood } = parseHoursText(text.replace(/^[\s:,、;]+|[\s,、;]+$/g, ""));
  const [monday] = hours.week;
  const isAlike = hours.week.every((day) => JSON.stringify(day) === JSON.stringify(monday));
  if (!understood || !isAlike || monday === undefined || monday === "unknown" || monday.length === 0) return null;
  return hours.seasons.length === 0 && hours.exceptions.length === 0 ? monday : null;
}

/** Null: there is no such day. */
function dateOf(text: string, today: BeijingDate): BeijingDate | null {
  const [, year, month = "", day = ""] = text.match(new RegExp(`^${DATE}`)) ?? [];
  if (year !== undefined) return realDate(year, month, day);
  const thisYear = Number(today.slice(0, 4));
  const near = [thisYear - 1, thisYear, thisYear + 1].flatMap((one) => realDate(String(one), month, day) ?? []);
  const daysOff = (date: BeijingDate) => Math.abs(Date.parse(date) - Date.parse(today));
  return near.sort((a, b) => daysOff(a) - daysOff(b))[0] ?? null;
}

function realDate(year: string, month: string, day: string): BeijingDate | null {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = Date.parse(date);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? null : date;
}

/** Those after the first, up to the last; null: it is not after it, or too far. */
function datesBetween(first: BeijingDate, last: BeijingDate): BeijingDate[] | null {
  const from = Date.parse(first) / DAY_MS;
  const days = Date.parse(last) / DAY_MS - from;
  if (days < 1 || days >= MOST_DATES) return null;
  return Array.from({ length: days }, (_, ahead) => beijingDate(from + ahead + 1));
}
