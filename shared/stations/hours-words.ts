import { DAY_MINUTES } from "../core/time.js";
import type { DayHours, OpeningSpan, Week } from "./hours.js";

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

/** A week in as few lines as its days differ: 周一到周五 8:30–17:30 / 周六 周日 不开. */
export function weekInShort(week: Week): string[] {
  const runs: { from: number; to: number; words: string }[] = [];
  week.forEach((day, weekday) => {
    const words = dayWords(day).join(",");
    const last = runs[runs.length - 1];
    if (last && last.words === words) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, words });
  });
  return runs.map(({ from, to, words }) => {
    if (from === 0 && to === 6) return `每天 ${words}`;
    const days = from === to ? weekdayName(from) : `${weekdayName(from)}到${weekdayName(to)}`;
    return `${days} ${words}`;
  });
}
