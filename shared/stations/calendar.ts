import chineseDays from "chinese-days";
import { type BeijingDate, beijingDate, DAY_MS, weekdayOf } from "../common/time.js";
import type { Festival } from "./festivals.js";
import type { NamedDay } from "./hours.js";

export type DayKind = "ordinary" | "holiday" | "adjusted_workday";

/** What the calendar says of one civil day in Beijing. */
export interface CalendarDay {
  date: BeijingDate;
  /** `MM-DD`. */
  monthDay: string;
  /** 0 = Monday … 6 = Sunday. */
  weekday: number;
  kind: DayKind;
  /** Whether the holidays of its year are announced; see {@link dayKind} for what is known when they are not. */
  announced: boolean;
}

/** Days asked about so far. A day never changes, and two weeks around each request are all that is ever asked. */
const knownDays = new Map<number, CalendarDay>();

/** The calendar's entry for a day counted from 1970-01-01. Kept once computed: lists ask about the same days again. */
export function calendarDay(dayNumber: number): CalendarDay {
  const known = knownDays.get(dayNumber);
  if (known) return known;
  const date = beijingDate(dayNumber);
  const day: CalendarDay = {
    date,
    monthDay: date.slice(5),
    weekday: weekdayOf(dayNumber),
    kind: dayKind(date),
    announced: isYearAnnounced(date),
  };
  knownDays.set(dayNumber, day);
  return day;
}

/**
 * What the State Council's calendar makes of a date. In a year that is not announced yet, only the days that are
 * holidays by law are known (全国年节及纪念日放假办法, 国务院令第 795 号, in force since 2025): no bridging days, no 调休.
 */
export function dayKind(date: BeijingDate): DayKind {
  if (!isYearAnnounced(date)) return isHolidayByLaw(date) ? "holiday" : "ordinary";
  // Only what the table says of a date may be read: the weekday in it depends on the machine's time zone.
  const detail = chineseDays.getDayDetail(date);
  if (!isAnnouncedName(detail.name)) return "ordinary";
  return detail.work ? "adjusted_workday" : "holiday";
}

/** Whether the holidays of a date's year are in the calendar; each November brings those of the next year. */
export function isYearAnnounced(date: BeijingDate): boolean {
  return isAnnouncedName(chineseDays.getDayDetail(`${date.slice(0, 4)}-10-01`).name);
}

const FESTIVAL_NAMES: Readonly<Record<string, Festival>> = {
  元旦: "new_year",
  春节: "spring_festival",
  清明: "qingming",
  劳动节: "labour_day",
  端午: "dragon_boat",
  中秋: "mid_autumn",
  国庆节: "national_day",
};

/** Whether a day goes by a name that comes back every year. */
export function isNamedDay(dayNumber: number, named: NamedDay): boolean {
  const { date, monthDay, kind } = calendarDay(dayNumber);
  if (named === "eve-of-holiday") return kind !== "holiday" && calendarDay(dayNumber + 1).kind === "holiday";
  if (named === "day-after-holiday") return kind !== "holiday" && calendarDay(dayNumber - 1).kind === "holiday";
  if (named === "lunar-new-year-eve") return isLunarDay(beijingDate(dayNumber + 1), "01-01");
  if (named.startsWith("lunar-")) return isLunarDay(date, named.slice("lunar-".length));
  return named === monthDay || (kind === "holiday" && festivalOf(date) === named);
}

/** The festival that a holiday belongs to; undefined for a day that is none. */
export function festivalOf(date: BeijingDate): Festival | undefined {
  if (isYearAnnounced(date)) {
    const [, name = ""] = chineseDays.getDayDetail(date).name.split(",");
    return FESTIVAL_NAMES[name];
  }
  const solar = { "01": "new_year", "05": "labour_day", "10": "national_day" } as const;
  const month = date.slice(5, 7);
  if (SOLAR_HOLIDAYS.has(date.slice(5)) && (month === "01" || month === "05" || month === "10")) return solar[month];
  if (date === qingming(date.slice(0, 4))) return "qingming";
  if (date === lunarFestival(date.slice(0, 4), 5, 5)) return "dragon_boat";
  return date === lunarFestival(date.slice(0, 4), 8, 15) ? "mid_autumn" : "spring_festival";
}

/** Whether a date is a day of the lunar calendar, `MM-DD`; its last months reach into the next solar year. */
function isLunarDay(date: BeijingDate, lunarDay: string): boolean {
  const [month = 1, day = 1] = lunarDay.split("-").map(Number);
  const year = Number(date.slice(0, 4));
  return [year, year - 1].some((lunarYear) => lunarFestival(String(lunarYear), month, day) === date);
}

/** An announced day is named "English,中文,days"; any other by its weekday. */
function isAnnouncedName(name: string): boolean {
  return name.includes(",");
}

/** 元旦, 劳动节 and 国庆节: the days that the law sets in the solar calendar. */
const SOLAR_HOLIDAYS: ReadonlySet<string> = new Set(["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"]);

function isHolidayByLaw(date: BeijingDate): boolean {
  if (SOLAR_HOLIDAYS.has(date.slice(5)) || date === qingming(date.slice(0, 4))) return true;
  const daysSince = (month: number, day: number) => daysBetween(lunarFestival(date.slice(0, 4), month, day), date);
  const sinceSpringFestival = daysSince(1, 1);
  const isSpringFestival = sinceSpringFestival >= -1 && sinceSpringFestival <= 2; // 除夕 to 初三
  return isSpringFestival || daysSince(5, 5) === 0 || daysSince(8, 15) === 0; // 端午, 中秋
}

/** Noon, as chinese-days takes the machine's local fields here: a date text would count as the day before in America. */
function lunarFestival(year: string, month: number, day: number): BeijingDate {
  return chineseDays.getSolarDateFromLunar(new Date(Number(year), month - 1, day, 12)).date;
}

/** 清明 of a year from 2000 to 2099, by the customary formula for the fifth solar term: 4 to 6 April. */
function qingming(year: string): BeijingDate {
  const ofCentury = Number(year) % 100;
  return `${year}-04-0${Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4)}`;
}

function daysBetween(from: BeijingDate, to: BeijingDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
