import { FESTIVALS } from "../festivals.js";
import {
  ALL_DAYS,
  type Clause,
  coversDay,
  emptyClause,
  hasSubject,
  include,
  isSubject,
  namesDates,
  type Reading,
  SUBJECTS,
} from "./clause.js";
import { endClause, includeDays } from "./end-clause.js";
import { NotUnderstood } from "./not-understood.js";
import { type Draft, namesOnlyWeekdays, sayOfHolidays } from "./reading-draft.js";
import { doubtFestivals, includeAlso, postpone } from "./say-of-days.js";
import { nameSeason } from "./seasons.js";
import type { Word } from "./words.js";

const SAYINGS: ReadonlySet<Word["is"]> = new Set([
  "span",
  "whole_day",
  "closed",
  "half_closed",
  "open",
  "except",
  "apart",
  "announced_later",
  "weekend_off",
  "closed_label",
  "postponed",
]);
const SILENT: ReadonlySet<Word["is"]> = new Set([
  "nothing",
  "space",
  "remark",
  "yearly",
  "comma",
  "every",
  "including",
]);

/** Reads words in and outside of brackets alike; handed over, since it reads brackets itself. */
export interface WordReader {
  readWord: (draft: Draft, word: Word) => void;
  readAll: (draft: Draft, words: readonly Word[]) => void;
  readClauses: (words: readonly Word[]) => Reading;
}

/** What stands in brackets is said of what stands before them, or is a clause of its own. */
export function readBracket(draft: Draft, reader: WordReader, all: readonly Word[]): void {
  for (const word of all) if (word.is === "remark") reader.readWord(draft, word);
  const words = all.filter(({ is }) => is !== "remark");
  const telling = words.filter(({ is }) => !SILENT.has(is));
  const [first] = telling;
  if (!first) return;
  const speaks = telling.some(({ is }) => SAYINGS.has(is));
  const names = telling.some(({ is }) => SUBJECTS.has(is));
  const isSeason = telling.every(({ is }) => is === "season" || is === "season_name");
  const isSeasonName = telling.every(({ is }) => is === "season_name");
  if (isSeason && draft.clause.says === "hours") takeSeasonBehind(draft, telling);
  else if (isSeasonName && draft.section.ranges.length > 0) nameSeason(draft);
  else if (telling.some(({ is }) => is === "season") && speaks) readSeasonAside(draft, reader, words);
  else if (isExceptionOfHolidays(draft, telling)) {
    draft.clause.exceptHolidays = true;
    if (telling.some(({ is }) => is === "postponed")) postpone(draft);
  } else if (isExceptionOfFestivals(draft, telling)) doubtFestivals(draft, subjectOf(draft, words));
  else if (names && speaks) readAside(draft, reader, words);
  else if (names && all.some(({ is }) => is === "including")) includeAlso(draft, subjectOf(draft, words));
  else if (names && draft.clause.says !== null) readDaysBehind(draft, words);
  else if (areDaysOfFestival(draft, telling)) draft.clause.named = subjectOf(draft, words).named;
  else reader.readAll(draft, words);
}

/** 9:00-17:00(周一至周五). */
function readDaysBehind(draft: Draft, words: readonly Word[]): void {
  if (hasSubject(draft.clause)) {
    repeatDays(draft, words);
    return;
  }
  for (const word of words) if (isSubject(word)) includeDays(draft, word);
  draft.clause.trailing = true;
  endClause(draft);
  draft.after = "bracket";
}

/** 周一至周五 9:00-17:00(工作日): the same days by another name. */
function repeatDays(draft: Draft, words: readonly Word[]): void {
  const again = subjectOf(draft, words);
  const days = (clause: Clause) => JSON.stringify(ALL_DAYS.filter((day) => coversDay(clause, day)));
  const isSame = days(again) === days(draft.clause) && again.holidays === draft.clause.holidays;
  if (!isSame || namesDates(again)) throw new NotUnderstood("括号里外说的不是同样的日子");
  draft.clause.workdays ||= again.workdays;
}

/** 春节(除夕至初三)闭馆: which days of the festival. */
function areDaysOfFestival(draft: Draft, words: readonly Word[]): boolean {
  const { named, days, holidays } = draft.clause;
  const isFestival = named.length === 1 && days.size === 0 && !holidays && FESTIVALS.some((each) => each === named[0]);
  return isFestival && words.every(({ is }) => is === "named_days" || is === "month_days");
}

function subjectOf(draft: Draft, words: readonly Word[]): Clause {
  const clause = emptyClause("bracket");
  for (const word of words) if (isSubject(word)) include(clause, word, draft.reading.yearly);
  return clause;
}

/** 8:00-18:00(5月-9月);8:30-17:30(10月-4月). */
function takeSeasonBehind(draft: Draft, words: readonly Word[]): void {
  const ranges = words.flatMap((word) => (word.is === "season" ? word.ranges : []));
  if (ranges.length === 0) {
    nameSeason(draft);
    return;
  }
  if (draft.section.ranges.length > 0) throw new NotUnderstood("分不清哪个时间是哪个季节的");
  endClause(draft);
  draft.section.ranges = [...ranges];
  draft.section.trailing = true;
  draft.sectionIsOver = true;
}

/** 8:00-18:00(冬季11月-3月 8:30-17:00). */
function readSeasonAside(draft: Draft, reader: WordReader, words: readonly Word[]): void {
  const aside = reader.readClauses(words);
  const isWhole = aside.sections.every(({ ranges }) => ranges.length > 0);
  if (!isWhole || draft.section.ranges.length > 0 || aside.holidays) throw new NotUnderstood("括号里的季节看不懂");
  const own = draft.section;
  endClause(draft);
  draft.reading.sections.push(...aside.sections);
  takeRest(draft, aside);
  draft.section = own;
}

function readAside(draft: Draft, reader: WordReader, words: readonly Word[]): void {
  const aside = reader.readClauses(words);
  if (aside.sections.some(({ ranges }) => ranges.length > 0)) throw new NotUnderstood("括号里的季节看不懂");
  if (aside.holidays) sayOfHolidays(draft, aside.holidays);
  const clauses = aside.sections.flatMap((section) => section.clauses);
  if (clauses.some((clause) => !hasSubject(clause))) throw new NotUnderstood("括号里的时间看不懂");
  if (draft.clause.says !== null) endClause(draft);
  for (const clause of clauses) clause.after = "bracket";
  draft.section.clauses.push(...clauses);
  takeRest(draft, aside);
}

function takeRest(draft: Draft, { remarks, warnings, fiveDaysAWeek }: Reading): void {
  draft.reading.remarks.push(...remarks);
  draft.reading.warnings.push(...warnings);
  draft.reading.fiveDaysAWeek ||= fiveDaysAWeek;
}

/** 周一闭馆(法定节假日除外), 每周一(遇节假日开放)闭馆. */
function isExceptionOfHolidays(draft: Draft, words: readonly Word[]): boolean {
  const subjects = words.filter(({ is }) => SUBJECTS.has(is));
  const isOfHolidays = words.some(({ is }) => is === "holidays_closed") || subjects.some(({ is }) => is === "holidays");
  const excepts = words.some(
    ({ is }) => is === "except" || is === "open" || is === "holidays_closed" || is === "apart" || is === "postponed",
  );
  if (words.some(({ is }) => is === "season_name")) throw new NotUnderstood("季节没有写是几月到几月");
  const isAllOf = subjects.every(({ is }) => is === "holidays");
  const isOfDays = draft.clause.says === "closed" || (draft.clause.says === null && namesOnlyWeekdays(draft));
  if (!isOfHolidays || !excepts || !isAllOf || !isOfDays) return false;
  // 周一至周五(法定节假日除外) 9:00-17:00 closes them; which it is shows when the clause ends.
  return namesOnlyWeekdays(draft);
}

/** 周一闭馆(国庆除外). */
function isExceptionOfFestivals(draft: Draft, words: readonly Word[]): boolean {
  const isClosingDay = draft.clause.says === "closed" && namesOnlyWeekdays(draft);
  const subjects = words.filter(({ is }) => SUBJECTS.has(is));
  const isOfFestivals = subjects.length > 0 && subjects.every(({ is }) => is === "named_days");
  return isClosingDay && isOfFestivals && words.some(({ is }) => is === "except" || is === "apart");
}
