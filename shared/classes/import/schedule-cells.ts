import type { BeijingDate } from "../../core/time.js";
import { CLASS_CATEGORIES, CLASS_CATEGORY_LABELS, type ClassCategory } from "../category.js";

/** How timetables write the days of a week, Monday first. */
const DAYS = ["一1", "二2", "三3", "四4", "五5", "六6", "日天七7"] as const;
const EVERY_DAY = /^(每天|每日|天天)$/;
const WEEKEND = /周末|双休日/g;
const RANGE = /^(.)[至到\-~—–](.)$/;

/** 周一, 每周一、三, 周一至周五, 一三五, 周末, 每天 → weekdays, Monday = 0; null: not understood. */
export function readWeekdays(text: string): number[] | null {
  if (EVERY_DAY.test(text)) return [0, 1, 2, 3, 4, 5, 6];
  const words = text.replace(WEEKEND, "六日").replace(/每|星期|礼拜|周|\s/g, "");
  const range = words.match(RANGE);
  if (range) {
    const [first, last] = [dayOf(range[1] ?? ""), dayOf(range[2] ?? "")];
    if (first === null || last === null || last < first) return null;
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }
  const days = [...words.replace(/[、,,和及;;/]/g, "")].map(dayOf);
  const known = days.filter((day) => day !== null);
  if (known.length === 0 || known.length < days.length) return null;
  return [...new Set(known)].sort((a, b) => a - b);
}

function dayOf(word: string): number | null {
  const day = DAYS.findIndex((names) => names.includes(word));
  return day < 0 ? null : day;
}

/** 19:00, 9:30, 19点, 19点半, 19时30分, 晚上7点 → `HH:MM`; null: not understood. */
export function readTimeOfDay(text: string): string | null {
  const [, half, hours, , minutes = "0"] =
    text.replace(/\s/g, "").match(/^(上午|早上|中午|下午|晚上)?(\d{1,2})([:点时])(\d{1,2}|半)?(?:分)?(?::00)?$/) ?? [];
  if (hours === undefined) return null;
  const isLater = (half === "下午" || half === "晚上") && Number(hours) < 12;
  const [hour, minute] = [Number(hours) + (isLater ? 12 : 0), minutes === "半" ? 30 : Number(minutes)];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** 19:00-20:30 in one cell → both ends; a single time has no end. Null: not understood. */
export function readTimeSpan(text: string): { startsAt: string; endsAt: string | null } | null {
  const [first = "", second, ...more] = text.split(/[-~—–至到]+/);
  const startsAt = readTimeOfDay(first);
  const endsAt = second === undefined ? null : readTimeOfDay(second);
  if (startsAt === null || more.length > 0 || (second !== undefined && endsAt === null)) return null;
  return { startsAt, endsAt };
}

/** Minutes from one time of day to the next such. */
export function minutesBetween(startsAt: string, endsAt: string): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return (minutes(endsAt) - minutes(startsAt) + 1_440) % 1_440;
}

/** 90, 90分钟, 1.5小时 → minutes; null: not understood. */
export function readMinutes(text: string): number | null {
  const [, number, unit = "分"] = text.match(/^(\d+(?:\.\d+)?)\s*(分|小时|时|h)?钟?$/i) ?? [];
  if (number === undefined) return null;
  const minutes = Number(number) * (unit === "分" ? 1 : 60);
  return Number.isInteger(minutes) ? minutes : null;
}

/** 2026-12-05, 2026/12/5, 2026年12月5日 → the date; null: none, or no day of the calendar. */
export function readDate(text: string): BeijingDate | null {
  const [, year, month, day] = text.trim().match(/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const instant = Date.parse(`${date}T00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date ? null : date;
}

/** Several dates; the first that is none is named. */
export function readDates(text: string): { dates: BeijingDate[] } | { notADate: string } {
  const words = text.split(/[、,,;;\s]+/).filter((word) => word !== "");
  const dates = words.map(readDate);
  const wrong = dates.indexOf(null);
  if (wrong >= 0) return { notADate: words[wrong] ?? text };
  return { dates: dates.filter((date) => date !== null).sort() };
}

const CATEGORY_WORDS: readonly (readonly [RegExp, ClassCategory])[] = [
  [/舞/, "dance"],
  [/瑜伽|瑜珈/, "yoga"],
  [/声乐|唱|合唱/, "vocal"],
  [/书法|毛笔|硬笔/, "calligraphy"],
  [/画|素描/, "painting"],
  [/葫芦丝/, "hulusi"],
  [/太极/, "taichi"],
  [/手工|剪纸|编织|刺绣/, "handicraft"],
  [/手机|智能/, "phone_skills"],
];

/** A category by its label, or by a word that it goes by; null: none. */
export function readCategory(text: string): ClassCategory | null {
  const labelled = CLASS_CATEGORIES.find((category) => CLASS_CATEGORY_LABELS[category] === text);
  return labelled ?? CATEGORY_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
