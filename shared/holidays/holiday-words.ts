import { beijingDayNumber, beijingInstant, weekdayOf } from "../common/time.js";
import { dateWords, dayWords, weekdayName } from "../stations/hours-words.js";
import type { HolidayAnswer, HolidayDay, HolidayStation } from "./holiday-answer.js";
import { holidayStanding } from "./holiday-day.js";

/** 8:30–17:30, 不开, or that nobody has said. */
export function holidayDayWords(day: HolidayDay): string {
  if ("hours" in day) return dayWords(day.hours).join("，");
  return "closed" in day ? "不开" : "没人说";
}

/** 国庆节假期 10月1日到7日, or 元旦 1月1日; said when the year is not announced yet. */
export function holidayWords({ name, from, to, announced }: HolidayAnswer): string {
  const [month] = from.split("-").slice(1);
  const end = to.split("-")[1] === month ? `${Number(to.slice(-2))}日` : dateWords(to);
  const days = from === to ? dateWords(from) : `${dateWords(from)}到${end}`;
  return `${name} ${days}${announced ? "" : "(放假安排还没公布，先按法定假日)"}`;
}

/** Days alike that follow one another in one line each: 10月1日到3日 不开. */
export function holidayLines(days: readonly HolidayDay[]): string[] {
  const runs: { from: string; to: string; words: string }[] = [];
  for (const day of days) {
    const words = holidayDayWords(day);
    const last = runs[runs.length - 1];
    if (last?.words === words) last.to = day.date;
    else runs.push({ from: day.date, to: day.date, words });
  }
  if (runs.length === 1 && runs[0]) return [days.length === 1 ? runs[0].words : `每天 ${runs[0].words}`];
  return runs.map(({ from, to, words }) => {
    const end = to.slice(5, 7) === from.slice(5, 7) ? `${Number(to.slice(-2))}日` : dateWords(to);
    return `${dateWords(from)}${from === to ? "" : `到${end}`} ${words}`;
  });
}

/** 10月1日 周四, for a line of its own. */
export function holidayDateWords(date: string): string {
  return `${dateWords(date)} ${weekdayName(weekdayOf(beijingDayNumber(beijingInstant(date))))}`;
}

/** The list as a text to forward: who opens, and how many of whom nobody has said anything. */
export function holidayText({
  holiday,
  stations,
}: {
  holiday: HolidayAnswer;
  stations: readonly HolidayStation[];
}): string {
  const standing = (which: ReturnType<typeof holidayStanding>) =>
    stations.filter(({ days }) => holidayStanding(days) === which);
  const open = standing("open").map(({ name, days }) => `${name}：${holidayLines(days).join("；")}`);
  const shut = standing("closed").length;
  const silent = standing("unknown").length;
  return [
    `${holidayWords(holiday)} 开着的驿站`,
    ...(open.length === 0 ? ["还没有驿站说开。"] : open),
    ...(shut === 0 ? [] : [`${shut} 个说不开。`]),
    ...(silent === 0 ? [] : [`${silent} 个没人说开不开，去之前请先打电话。`]),
  ].join("\n");
}
