import type { NamedDay, OpeningSpan } from "../hours.js";
import type { YearRange } from "./dates.js";
import { NotUnderstood } from "./not-understood.js";
import type { KindOfDay, Word } from "./words.js";

/** Some days and what is said of them: 周一至周五 9:00-17:00. Without days it speaks of every day not named elsewhere. */
export interface Clause {
  days: Set<number>;
  workdays: boolean;
  holidays: boolean;
  /** 每天, 周一至周日: said of all days, in so many words. */
  everyDay: boolean;
  /** 其余: the days that no other clause names. */
  others: boolean;
  /** 平日 or 平时, which mean what the days beside them leave over. */
  usual: boolean;
  /** 假日, which beside 平日 means weekends as well. */
  daysOff: boolean;
  /** 每周一: in every season. */
  every: boolean;
  named: NamedDay[];
  dates: string[];
  spans: OpeningSpan[];
  /** 12:00-14:00休息, out of the spans. */
  breaks: OpeningSpan[];
  /** 周一闭馆(法定节假日除外): what is said does not hold on holidays. */
  exceptHolidays: boolean;
  /** 周五下午闭馆: the part of the day that is left out. */
  shutHalf: "morning" | "afternoon" | null;
  /** `shortened`: 周三 13:00-17:00 闭馆 or 周五下午闭馆, out of the hours that the day has otherwise. */
  says: "hours" | "closed" | "open" | "announced_later" | "shortened" | null;
  /** What stands in front of it. */
  after: "nothing" | "comma" | "stop" | "bracket";
  /** Its days stood behind its hours: 9:00-17:00 周一至周五. */
  trailing: boolean;
}

/** A part of the year with its clauses; without `ranges` it is the rest of the year. */
export interface Section {
  ranges: YearRange[];
  clauses: Clause[];
  /** A full stop or ； sets it apart from the season in front of it. */
  afterStop: boolean;
  /** Its season stood behind its hours. */
  trailing: boolean;
}

/** What is said of public holidays apart from the days: 全年无休 may not have thought of them. */
export type HolidayRule = "all_year" | "included" | "closed";

export interface Reading {
  sections: Section[];
  holidays: HolidayRule | null;
  /** 每年: days without a year come back. */
  yearly: boolean;
  /** 做五休二: true only of hours that name their five days. */
  fiveDaysAWeek: boolean;
  /** Words that leave the hours as they are. */
  remarks: string[];
  /** For whoever wrote the hours. */
  warnings: string[];
}

/** Whether a clause names days of the week, or holidays. */
export function namesDays(clause: Clause): boolean {
  return clause.days.size > 0 || clause.workdays || clause.holidays || clause.daysOff;
}

/** Whether a clause says which days it is about. */
export function hasSubject(clause: Clause): boolean {
  return namesDays(clause) || clause.everyDay || clause.others || namesDates(clause);
}

/** Whether a clause names single days of the year. */
export function namesDates(clause: Clause): boolean {
  return clause.named.length > 0 || clause.dates.length > 0;
}

/** Words that say which days a clause is about. */
export type SubjectWord = Extract<Word, { days: unknown } | { dates: unknown }> | KindOfDay;

export const SUBJECTS: ReadonlySet<Word["is"]> = new Set([
  "days",
  "named_days",
  "dates",
  "month_days",
  "every_day",
  "usual_days",
  "plain_weekdays",
  "workdays",
  "holidays",
  "days_off",
]);
/** 1月1日, 5月1日 and 10月1日 are holidays of every year. */
const HOLIDAYS_OF_EVERY_YEAR: ReadonlySet<string> = new Set(["01-01", "05-01", "10-01"]);

const MONDAY_TO_FRIDAY: readonly number[] = [0, 1, 2, 3, 4];
export const ALL_DAYS: readonly number[] = [0, 1, 2, 3, 4, 5, 6];

/** Whether a clause names a day of the week. */
export function coversDay(clause: Clause, day: number): boolean {
  return clause.days.has(day) || (clause.workdays && MONDAY_TO_FRIDAY.includes(day));
}

/** Adds the days of a word to those that a clause is about. */
export function include(clause: Clause, word: SubjectWord, yearly: boolean): void {
  switch (word.is) {
    case "days":
      // 周一至周日 is every day, and stays so beside 周一闭馆.
      if (word.days.length === ALL_DAYS.length) clause.everyDay = true;
      else for (const day of word.days) clause.days.add(day);
      break;
    case "named_days":
      clause.named.push(...word.days);
      break;
    case "dates":
      clause.dates.push(...word.dates);
      break;
    case "month_days":
      if (!yearly && !word.days.every((day) => HOLIDAYS_OF_EVERY_YEAR.has(day))) {
        throw new NotUnderstood(`「${word.written}」没有写是哪一年；每年都这样请写「每年」`);
      }
      clause.named.push(...word.days);
      break;
    case "every_day":
      clause.everyDay = true;
      break;
    case "usual_days":
      clause.everyDay = true;
      clause.usual = true;
      break;
    case "plain_weekdays":
      for (const day of MONDAY_TO_FRIDAY) clause.days.add(day);
      clause.usual = true;
      break;
    case "workdays":
      clause.workdays = true;
      break;
    case "holidays":
      clause.holidays = true;
      break;
    case "days_off":
      clause.holidays = true;
      clause.daysOff = true;
      break;
  }
}

export function emptySection(afterStop: boolean): Section {
  return { ranges: [], clauses: [], afterStop, trailing: false };
}

export function emptyClause(after: Clause["after"]): Clause {
  return {
    days: new Set(),
    workdays: false,
    holidays: false,
    everyDay: false,
    others: false,
    usual: false,
    daysOff: false,
    every: false,
    named: [],
    dates: [],
    spans: [],
    breaks: [],
    exceptHolidays: false,
    shutHalf: null,
    says: null,
    after,
    trailing: false,
  };
}

export function isSubject(word: Word): word is SubjectWord {
  return SUBJECTS.has(word.is);
}
