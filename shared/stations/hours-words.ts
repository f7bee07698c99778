import { DAY_MINUTES } from "../common/time.js";
import type { DayHours, Hours, NamedDay, OpeningSpan, SpecialDay, Week } from "./hours.js";

const WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"] as const;

/** 周一 for 0 … 周日 for 6. */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday] ?? "";
}

/** `7:00`, `22:30`: the hour as it stands on doors. */
export function hourWords(minuteOfDay: number): string {
  const hour = Math.floor(minuteOfDay / 60);
  return `${hour}:${String(minuteOfDay % 60).padStart(2, "0")}`;
}

/** `2026-12-03` → 12月3日; a bare `12-03` too. */
export function dateWords(date: string): string {
  const [month, day] = date.slice(-5).split("-");
  return `${Number(month)}月${Number(day)}日`;
}

/** 8:30–12:00, 18:00–次日 2:00, 24 小时. */
export function spanWords(span: OpeningSpan): string {
  const suffix = span.unattended ? "(没人值守)" : "";
  if (span.opens === 0 && span.closes === DAY_MINUTES) return `24 小时${suffix}`;
  const closes = span.closes > DAY_MINUTES ? `次日 ${hourWords(span.closes - DAY_MINUTES)}` : hourWords(span.closes);
  return `${hourWords(span.opens)}–${closes}${suffix}`;
}

/** The hours of one day, a line each; two spans are a lunch break. */
export function dayWords(hours: DayHours | "as_week"): string[] {
  if (hours === "unknown") return ["不知道"];
  if (hours === "as_week") return ["和平常一样"];
  return hours.length === 0 ? ["不开"] : hours.map(spanWords);
}

/** As {@link dayWords}, of holidays and 调休, which may go by a week of their own. */
export function specialDayWords(special: SpecialDay): string[] {
  return typeof special === "object" && "week" in special ? weekInShort(special.week) : dayWords(special);
}

const FESTIVAL_WORDS: Readonly<Record<string, string>> = {
  new_year: "元旦假期",
  spring_festival: "春节假期",
  qingming: "清明假期",
  labour_day: "五一假期",
  dragon_boat: "端午假期",
  mid_autumn: "中秋假期",
  national_day: "国庆假期",
  "lunar-new-year-eve": "除夕",
  "eve-of-holiday": "节假日前一天",
  "day-after-holiday": "节假日后一天",
};
const LUNAR_DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** 除夕, 正月初一, 农历8月15, 国庆假期, 2月28日. */
export function namedDayWords(day: NamedDay): string {
  const known = FESTIVAL_WORDS[day];
  if (known !== undefined) return known;
  if (!day.startsWith("lunar-")) return dateWords(day);
  const [month, ofMonth] = day.slice("lunar-".length).split("-").map(Number);
  const digit = LUNAR_DIGITS[ofMonth ?? 0];
  return month === 1 && digit ? `正月初${digit}` : `农历${month}月${ofMonth}`;
}

/** Everything that hours say, a line each: what a reader made of a text, for whoever wrote it to check. */
export function hoursInShort(hours: Hours): string[] {
  const { seasons, week, holidays, namedDays = [], exceptions } = hours;
  const saysWeek = seasons.length === 0 || week.some((day) => day !== "unknown");
  return [
    ...seasons.flatMap((season) => {
      const title = `${dateWords(season.from)}到${dateWords(season.to)}`;
      const onHolidays = season.holidays === undefined ? [] : specialDayWords(season.holidays);
      return [
        ...weekInShort(season.week).map((line) => `${title} ${line}`),
        ...onHolidays.map((line) => `${title} 节假日 ${line}`),
      ];
    }),
    ...(saysWeek ? weekInShort(week).map((line) => (seasons.length > 0 ? `其他日子 ${line}` : line)) : []),
    ...(seasons.length > 0 && seasons.every((season) => season.holidays !== undefined)
      ? []
      : [`节假日 ${specialDayWords(holidays).join("，")}`]),
    ...namedDays.map(({ day, hours: ofDay }) => `${namedDayWords(day)} ${dayWords(ofDay).join("，")}`),
    ...exceptions.map(({ date, hours: ofDate }) => `${date} ${dayWords(ofDate).join("，")}`),
  ];
}

/** A week in as few lines as its days differ: 周一到周五 8:30–17:30 / 周六 周日 不开. */
export function weekInShort(week: Week): string[] {
  return weekRuns(week).map(({ days, lines }) => `${days} ${lines.join("，")}`);
}

/** Days alike that follow one another, and their hours: 周一到周五, 每天. */
export function weekRuns(week: Week): { days: string; lines: string[] }[] {
  const runs: { from: number; to: number; lines: string[] }[] = [];
  week.forEach((day, weekday) => {
    const lines = dayWords(day);
    const last = runs[runs.length - 1];
    if (last && last.lines.join() === lines.join()) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, lines });
  });
  return runs.map(({ from, to, lines }) => ({ days: runWords(from, to), lines }));
}

function runWords(from: number, to: number): string {
  if (from === 0 && to === 6) return "每天";
  return from === to ? weekdayName(from) : `${weekdayName(from)}到${weekdayName(to)}`;
}
