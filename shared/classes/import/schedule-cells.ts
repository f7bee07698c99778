import { type BeijingDate, DAY_MS } from "../../common/time.js";
import { NotUnderstood } from "../../stations/hours-text/not-understood.js";
import { MOMENT, readMoment, readSpan, SPAN } from "../../stations/hours-text/spans.js";
import { CLASS_CATEGORIES, CLASS_CATEGORY_LABELS, type ClassCategory } from "../class-category.js";

/** How timetables write the days of a week, Monday first. */
const DAYS = ["一1", "二2", "三3", "四4", "五5", "六6", "日天七7"] as const;
const EVERY_DAY = /^(每天|每日|天天)$/;
const WEEKEND = /周末|双休日/g;
const RANGE = /^(.)[至到\-~—–](.)$/;

/** 周一, 每周一、三, 周一至周五, 一三五, 周末, 每天 → weekdays, Monday = 0; null: not understood. */
export function readWeekdays(text: string): number[] | null {
  // 3-6周 are weeks of a term.
  if (readTermWeeks(text) !== null) return null;
  if (EVERY_DAY.test(text)) return [0, 1, 2, 3, 4, 5, 6];
  const words = text.replace(WEEKEND, "六日").replace(/每|星期|礼拜|周|\s/g, "");
  const range = words.match(RANGE);
  if (range) {
    const [first, last] = [dayOf(range[1] ?? ""), dayOf(range[2] ?? "")];
    if (first === null || last === null || last < first) return null;
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }
  const days = [...words.replace(/[、,，和及;；/]/g, "")].map(dayOf);
  const known = days.filter((day) => day !== null);
  if (known.length === 0 || known.length < days.length) return null;
  return [...new Set(known)].sort((a, b) => a - b);
}

function dayOf(word: string): number | null {
  const day = DAYS.findIndex((names) => names.includes(word));
  return day < 0 ? null : day;
}

const ONE_TIME = new RegExp(`^${MOMENT}$`);
const TWO_TIMES = new RegExp(`^${SPAN}$`);
const DAY_MINUTES = 1_440;
/** Nobody teaches before six; whoever writes 2:30 means the afternoon, or not even that. */
const EARLIEST_MINUTE = 6 * 60;
/** 7:00 without a word or a leading zero may be the evening. */
const BARE_EVENING = /^[67][:点时]/;
const PART_OF_DAY = /上午|中午|午间|下午|午后|傍晚|晚|夜|凌晨|清晨|早/;

/** A time, `HH:MM`, with its end where that is written; or why it cannot be told. */
export type TimeReading = { startsAt: string; endsAt: string | null } | { unclear: string };

/** 19:00, 下午2:00-4:00, 9点半至11点, 中午12:30-1:30 → both ends. Null: not understood. */
export function readTimeSpan(text: string): TimeReading | null {
  const plain = text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[~—–―至到]+|-+/g, "-");
  const [two, one] = [plain.match(TWO_TIMES), plain.match(ONE_TIME)];
  if (!two && !one) return null;
  try {
    const span = two ? readSpan(two.slice(1), text) : { opens: readMoment(one?.slice(1) ?? [], text), closes: null };
    const isBare = !PART_OF_DAY.test(plain);
    if (isBare && (span.opens < EARLIEST_MINUTE || BARE_EVENING.test(plain))) {
      return { unclear: "分不清是早上还是下午、晚上，请写 14:30 或 下午2:30 这样的时间" };
    }
    return { startsAt: timeOfDay(span.opens), endsAt: span.closes === null ? null : timeOfDay(span.closes) };
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    const isAsked = error.message.includes("分不清");
    return isAsked ? { unclear: "分不清是早上还是下午、晚上，请写 14:30 或 下午2:30 这样的时间" } : null;
  }
}

function timeOfDay(minute: number): string {
  const within = minute % DAY_MINUTES;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}

const DAYS_THEN_TIME =
  /^((?:每|逢)?(?:周|星期|礼拜)[一二三四五六日天末周星期礼拜至到\-~—、,，和及]+|每天|每日)[\s:：,，]*(.*\d.*)$/;

/** 每周三19:00-20:30 in one cell → the days and the time; null: not both. */
export function splitDaysAndTime(text: string): { days: string; time: string } | null {
  const [, days, time] = text.match(DAYS_THEN_TIME) ?? [];
  return days === undefined || time === undefined ? null : { days, time };
}

/** Weeks of a term, counted from 1: 第3-16周, 3-6周, 单周. */
export interface TermWeeks {
  from: number | null;
  to: number | null;
  /** `alternate`: every other week (隔周), nobody says from which on. */
  parity: "odd" | "even" | "alternate" | null;
}

const PARITIES: Readonly<Record<string, TermWeeks["parity"]>> = { 单: "odd", 双: "even", 隔: "alternate" };
const TERM_WEEKS =
  /第?(\d{1,2})(?:[至到\-~—–](\d{1,2}))?周(?![一二三四五六日天末])|第(\d{1,2})(?:[至到\-~—–](\d{1,2}))周?/;

/** What a cell says of weeks of a term, and the rest of it, which may name days; null: nothing. */
export function readTermWeeks(text: string): { weeks: TermWeeks; rest: string } | null {
  const plain = text.normalize("NFKC");
  const found = plain.match(TERM_WEEKS);
  const [, parity] = plain.match(/(单|双|隔)周/) ?? [];
  if (!found && parity === undefined) return null;
  const first = found?.[1] ?? found?.[3];
  const from = first === undefined ? null : Number(first);
  const last = found?.[2] ?? found?.[4];
  const weeks: TermWeeks = {
    from,
    to: last === undefined ? from : Number(last),
    parity: parity === undefined ? null : (PARITIES[parity] ?? null),
  };
  const rest = plain
    .replace(TERM_WEEKS, "")
    .replace(/[(（]?每?(单|双|隔)周[)）]?/, "")
    .replace(/[()（）\s,，、;；]+$|^[()（）\s,，、;；]+/g, "");
  return { weeks, rest };
}

/** The dates of some weekdays in weeks of a term, whose first week holds `termStart`. */
export function datesOfWeeks(
  { from, to, parity }: { from: number; to: number; parity: "odd" | "even" | null },
  weekdays: readonly number[],
  termStart: BeijingDate,
): BeijingDate[] {
  const monday = mondayOf(termStart);
  const weeks = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step).filter(
    (week) => parity === null || (week % 2 === 1) === (parity === "odd"),
  );
  return weeks
    .flatMap((week) => weekdays.map((day) => monday + ((week - 1) * 7 + day) * DAY_MS))
    .map((at) => new Date(at).toISOString().slice(0, 10))
    .filter((date) => date >= termStart)
    .sort();
}

/** The week of a term, counted from 1, in which a date lies. */
export function weekOfTerm(date: BeijingDate, termStart: BeijingDate): number {
  return Math.floor((mondayOf(date) - mondayOf(termStart)) / (7 * DAY_MS)) + 1;
}

/** Midnight, UTC, of the Monday of a date's week. */
export function mondayOf(date: BeijingDate): number {
  const at = Date.parse(`${date}T00:00Z`);
  return at - ((new Date(at).getUTCDay() + 6) % 7) * DAY_MS;
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

/** Spreadsheets count days from the end of 1899 (ECMA-376 part 1, 18.17.4.1). */
const SPREADSHEET_EPOCH_MS = Date.UTC(1899, 11, 30);

/**
 * 2026-12-05, 2026/12/5, 2026年12月5日, or 46361 as some spreadsheets store it → the date; null: none, or no day of the
 * calendar.
 */
export function readDate(text: string): BeijingDate | null {
  const [serial] = text.trim().match(/^[45]\d{4}(?=\.0+$|$)/) ?? [];
  if (serial !== undefined) return new Date(SPREADSHEET_EPOCH_MS + Number(serial) * DAY_MS).toISOString().slice(0, 10);
  const [, year, month, day] = text.trim().match(/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const instant = Date.parse(`${date}T00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date ? null : date;
}

/** Several dates; the first that is none is named. */
export function readDates(text: string): { dates: BeijingDate[] } | { notADate: string } {
  const words = text.split(/[、,，;；\s]+/).filter((word) => word !== "");
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
