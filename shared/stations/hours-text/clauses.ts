import { DAY_MINUTES } from "../../core/time.js";
import { FESTIVALS } from "../festivals.js";
import type { OpeningSpan } from "../hours.js";
import {
  ALL_DAYS,
  type Clause,
  coversDay,
  emptyClause,
  emptySection,
  type HolidayRule,
  hasSubject,
  include,
  isSubject,
  namesDates,
  namesDays,
  type Reading,
  SUBJECTS,
  type SubjectWord,
} from "./clause.js";
import type { YearRange } from "./dates.js";
import { joinClauses, requireAllSpans, shareDays } from "./join-clauses.js";
import { NotUnderstood } from "./not-understood.js";
import type { Word } from "./words.js";

/** Groups words into clauses. Throws `NotUnderstood` where the words do not add up to one meaning. */
export function readClauses(words: readonly Word[]): Reading {
  const yearly = words.some(({ is }) => is === "yearly");
  const builder = new ClauseBuilder(yearly);
  builder.readAll(words);
  return builder.finish();
}

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
class ClauseBuilder {
  private readonly reading: Reading;
  private section = emptySection(false);
  private clause = emptyClause("nothing");
  private namesEvery = false;
  private hasRange = false;
  private joinedByComma = false;
  private afterSpan = false;
  private nextUnattended = false;
  private nextClosed = false;
  private nextIsBreak = false;
  private isApart = false;
  private isIncluding = false;
  private awaitsMonths = false;
  /** The season stood behind its hours: what follows belongs to another. */
  private sectionIsOver = false;
  private after: Clause["after"] = "nothing";
  /** Days in front of the seasons, which hold in each: 周二至周日,夏季… */
  private shared: Clause | null = null;

  constructor(yearly: boolean) {
    this.reading = {
      sections: [this.section],
      holidays: null,
      yearly,
      fiveDaysAWeek: false,
      remarks: [],
      warnings: [],
    };
  }

  readAll(words: readonly Word[]): void {
    for (let position = 0; position < words.length; position++) {
      const word = words[position];
      if (!word) break;
      if (word.is === "bracket_opens") {
        const end = closingBracket(words, position);
        this.readBracket(words.slice(position + 1, end));
        position = end;
      } else if (word.is === "span" && this.isBreak(words, position)) {
        this.addBreak(word.span);
        position += wordsToClosing(words, position);
      } else this.read(word);
    }
  }

  finish(): Reading {
    this.endClause();
    if (this.awaitsMonths) throw new NotUnderstood("季节没有写是几月到几月");
    const { reading } = this;
    reading.sections = reading.sections.filter(({ ranges, clauses }) => ranges.length > 0 || clauses.length > 0);
    if (reading.sections.some(({ clauses }) => clauses.length === 0)) throw new NotUnderstood("季节后面没有写时间");
    for (const section of reading.sections) section.clauses = joinClauses(section.clauses);
    requireAllSpans(reading.sections.filter(({ trailing }) => trailing));
    if (this.shared) shareDays(this.shared, reading.sections);
    return reading;
  }

  private read(word: Word): void {
    switch (word.is) {
      case "days":
      case "named_days":
      case "dates":
      case "month_days":
      case "every_day":
      case "usual_days":
      case "plain_weekdays":
      case "workdays":
      case "holidays":
      case "days_off":
        this.addSubject(word);
        break;
      case "span":
        this.addSpan(word.span);
        break;
      case "whole_day":
        this.addSpan({ opens: 0, closes: DAY_MINUTES });
        break;
      case "shuts_at":
        this.checkShutting(word.minute, word.written);
        break;
      case "unattended":
        this.markUnattended();
        break;
      case "closed":
      case "open":
      case "announced_later":
        this.say(word.is);
        break;
      case "half_closed":
        this.shutHalf(word.half);
        break;
      case "closed_label":
        this.endClause();
        this.nextClosed = true;
        break;
      case "break":
        this.markBreak();
        break;
      case "except":
        this.except();
        break;
      case "apart":
        this.endClause();
        this.isApart = true;
        break;
      case "weekend_off":
        this.endClause();
        this.section.clauses.push({ ...emptyClause("comma"), days: new Set([5, 6]), says: "closed" });
        break;
      case "five_days_a_week":
        this.reading.fiveDaysAWeek = true;
        break;
      case "every":
        this.namesEvery = true;
        break;
      case "all_year":
        this.sayOfHolidays("all_year");
        break;
      case "holidays_included":
        this.sayOfHolidays("included");
        break;
      case "holidays_closed":
        this.sayOfHolidays("closed");
        break;
      case "postponed":
        this.postponeByComma();
        break;
      case "season":
        this.startSeason(word.ranges);
        break;
      case "season_name":
        this.nameSeason();
        break;
      case "other_days":
        this.startRest();
        break;
      case "remark":
        this.reading.remarks.push(word.written);
        break;
      case "vague_days":
        this.reading.remarks.push(word.written);
        this.reading.warnings.push(`「${word.written}」不知道是哪几天，这些日子按平常的时间显示`);
        break;
      case "comma":
        this.afterSpan = false;
        this.joinedByComma ||= namesDays(this.clause) && this.clause.says === null;
        if (this.after === "nothing") this.after = "comma";
        break;
      case "stop":
        this.endClause();
        this.after = "stop";
        break;
      case "bracket_opens":
      case "bracket_closes":
        throw new NotUnderstood("括号不成对");
      case "including":
        this.endClause();
        this.isIncluding = true;
        break;
      case "yearly":
      case "space":
      case "nothing":
        break;
    }
  }

  /** What stands in brackets is said of what stands before them, or is a clause of its own. */
  private readBracket(all: readonly Word[]): void {
    for (const word of all) if (word.is === "remark") this.read(word);
    const words = all.filter(({ is }) => is !== "remark");
    const telling = words.filter(({ is }) => !SILENT.has(is));
    const [first] = telling;
    if (!first) return;
    const speaks = telling.some(({ is }) => SAYINGS.has(is));
    const names = telling.some(({ is }) => SUBJECTS.has(is));
    const isSeason = telling.every(({ is }) => is === "season" || is === "season_name");
    const isSeasonName = telling.every(({ is }) => is === "season_name");
    if (isSeason && this.clause.says === "hours") this.takeSeasonBehind(telling);
    else if (isSeasonName && this.section.ranges.length > 0) this.nameSeason();
    else if (telling.some(({ is }) => is === "season") && speaks) this.readSeasonAside(words);
    else if (this.isExceptionOfHolidays(telling)) {
      this.clause.exceptHolidays = true;
      if (telling.some(({ is }) => is === "postponed")) this.postpone();
    } else if (this.isExceptionOfFestivals(telling)) this.doubtFestivals(this.subjectOf(words));
    else if (names && speaks) this.readAside(words);
    else if (names && all.some(({ is }) => is === "including")) this.includeAlso(this.subjectOf(words));
    else if (names && this.clause.says !== null) this.readDaysBehind(words);
    else if (this.areDaysOfFestival(telling)) this.clause.named = this.subjectOf(words).named;
    else this.readAll(words);
  }

  /** 春节(除夕至初三)闭馆: which days of the festival. */
  private areDaysOfFestival(words: readonly Word[]): boolean {
    const { named, days, holidays } = this.clause;
    const isFestival =
      named.length === 1 && days.size === 0 && !holidays && FESTIVALS.some((each) => each === named[0]);
    return isFestival && words.every(({ is }) => is === "named_days" || is === "month_days");
  }

  /** 9:00-17:00(周一至周五). */
  private readDaysBehind(words: readonly Word[]): void {
    if (hasSubject(this.clause)) {
      this.repeatDays(words);
      return;
    }
    for (const word of words) if (isSubject(word)) this.includeDays(word);
    this.clause.trailing = true;
    this.endClause();
    this.after = "bracket";
  }

  private subjectOf(words: readonly Word[]): Clause {
    const clause = emptyClause("bracket");
    for (const word of words) if (isSubject(word)) include(clause, word, this.reading.yearly);
    return clause;
  }

  /** 8:00-18:00(5月-9月);8:30-17:30(10月-4月). */
  private takeSeasonBehind(words: readonly Word[]): void {
    const ranges = words.flatMap((word) => (word.is === "season" ? word.ranges : []));
    if (ranges.length === 0) {
      this.nameSeason();
      return;
    }
    if (this.section.ranges.length > 0) throw new NotUnderstood("分不清哪个时间是哪个季节的");
    this.endClause();
    this.section.ranges = [...ranges];
    this.section.trailing = true;
    this.sectionIsOver = true;
  }

  /** 8:00-18:00(冬季11月-3月 8:30-17:00). */
  private readSeasonAside(words: readonly Word[]): void {
    const aside = readClauses(words);
    const isWhole = aside.sections.every(({ ranges }) => ranges.length > 0);
    if (!isWhole || this.section.ranges.length > 0 || aside.holidays) throw new NotUnderstood("括号里的季节看不懂");
    const own = this.section;
    this.endClause();
    this.reading.sections.push(...aside.sections);
    this.take(aside);
    this.section = own;
  }

  private readAside(words: readonly Word[]): void {
    const aside = readClauses(words);
    if (aside.sections.some(({ ranges }) => ranges.length > 0)) throw new NotUnderstood("括号里的季节看不懂");
    if (aside.holidays) this.sayOfHolidays(aside.holidays);
    const clauses = aside.sections.flatMap((section) => section.clauses);
    if (clauses.some((clause) => !hasSubject(clause))) throw new NotUnderstood("括号里的时间看不懂");
    if (this.clause.says !== null) this.endClause();
    for (const clause of clauses) clause.after = "bracket";
    this.section.clauses.push(...clauses);
    this.take(aside);
  }

  private take({ remarks, warnings, fiveDaysAWeek }: Reading): void {
    this.reading.remarks.push(...remarks);
    this.reading.warnings.push(...warnings);
    this.reading.fiveDaysAWeek ||= fiveDaysAWeek;
  }

  /** 周一闭馆(法定节假日除外), 每周一(遇节假日开放)闭馆. */
  private isExceptionOfHolidays(words: readonly Word[]): boolean {
    const subjects = words.filter(({ is }) => SUBJECTS.has(is));
    const isOfHolidays =
      words.some(({ is }) => is === "holidays_closed") || subjects.some(({ is }) => is === "holidays");
    const excepts = words.some(
      ({ is }) => is === "except" || is === "open" || is === "holidays_closed" || is === "apart" || is === "postponed",
    );
    if (words.some(({ is }) => is === "season_name")) throw new NotUnderstood("季节没有写是几月到几月");
    const isAllOf = subjects.every(({ is }) => is === "holidays");
    const isOfDays = this.clause.says === "closed" || (this.clause.says === null && this.namesOnlyWeekdays());
    if (!isOfHolidays || !excepts || !isAllOf || !isOfDays) return false;
    // 周一至周五(法定节假日除外) 9:00-17:00 closes them; which it is shows when the clause ends.
    return this.namesOnlyWeekdays();
  }

  /** 周一闭馆(国庆除外). */
  private isExceptionOfFestivals(words: readonly Word[]): boolean {
    const isClosingDay = this.clause.says === "closed" && this.namesOnlyWeekdays();
    const subjects = words.filter(({ is }) => SUBJECTS.has(is));
    const isOfFestivals = subjects.length > 0 && subjects.every(({ is }) => is === "named_days");
    return isClosingDay && isOfFestivals && words.some(({ is }) => is === "except" || is === "apart");
  }

  /** Open on such a Monday, but till when? */
  private doubtFestivals({ named }: Clause): void {
    this.section.clauses.push({ ...emptyClause("bracket"), named, says: "announced_later" });
    this.reading.warnings.push("节日里逢休息日开放，但没有写几点到几点；这些节日显示「不知道」");
  }

  /** 周一闭馆(节假日顺延): shut on some day after the holiday instead. */
  private postpone(): void {
    const after = emptyClause("bracket");
    this.section.clauses.push({ ...after, named: ["day-after-holiday"], says: "announced_later" });
    this.reading.warnings.push("节假日顺延闭馆，顺延到哪天看不出；节假日后的第一天显示「不知道」");
  }

  private namesOnlyWeekdays(): boolean {
    return this.clause.days.size > 0 && !this.clause.holidays && !this.clause.workdays;
  }

  /** 9:00-17:00(含周末及节假日): more days of the hours in front. */
  private includeAlso(including: Clause): void {
    const target =
      this.clause.says === "hours" || hasSubject(this.clause) ? this.clause : this.section.clauses.slice(-1)[0];
    if (!target && including.days.size > 0) throw new NotUnderstood("「含」前面没有写时间");
    if (including.holidays) this.sayOfHolidays("included");
    if (including.dates.length > 0) throw new NotUnderstood("「含」后面的日期看不懂");
    if (including.named.length > 0) {
      this.section.clauses.push({ ...emptyClause("bracket"), named: including.named, says: "open" });
    }
    if (!target) return;
    if (including.everyDay || (including.days.size > 0 && !target.everyDay && target.days.size === 0)) {
      target.everyDay ||= !target.workdays;
    }
    if (!target.everyDay) for (const day of including.days) target.days.add(day);
  }

  /** 周一至周五 9:00-17:00(工作日): the same days by another name. */
  private repeatDays(words: readonly Word[]): void {
    const again = this.subjectOf(words);
    const days = (clause: Clause) => JSON.stringify(ALL_DAYS.filter((day) => coversDay(clause, day)));
    const isSame = days(again) === days(this.clause) && again.holidays === this.clause.holidays;
    if (!isSame || namesDates(again)) throw new NotUnderstood("括号里外说的不是同样的日子");
    this.clause.workdays ||= again.workdays;
  }

  private addSubject(word: SubjectWord): void {
    if (this.clause.says !== null) this.endClause();
    this.beginClause();
    this.includeDays(word);
    if (this.nextClosed) {
      this.clause.says = "closed";
      this.nextClosed = false;
    }
  }

  private beginClause(): void {
    if (this.clause.says === null && !hasSubject(this.clause)) this.clause.after = this.after;
    this.after = "nothing";
  }

  private includeDays(word: SubjectWord): void {
    include(this.clause, word, this.reading.yearly);
    if (word.is === "days") this.hasRange ||= word.isRange;
    this.clause.every ||= this.namesEvery;
    this.namesEvery = false;
  }

  private addSpan(span: OpeningSpan): void {
    if (this.isApart) this.except();
    if (this.nextIsBreak) {
      this.nextIsBreak = false;
      this.addBreak(span);
      return;
    }
    const { says } = this.clause;
    if (says === "closed" || says === "announced_later" || says === "shortened") this.endClause();
    const isOpenHolidays = this.clause.says === "open" && this.clause.holidays && this.clause.days.size === 0;
    // 周一闭馆,节假日照常开放,9:00-17:00: the hours are those of all days.
    if (isOpenHolidays && this.after === "comma" && this.hoursClauses().length === 0) this.endClause();
    this.startAfterSeason();
    this.beginClause();
    this.clause.says = "hours";
    this.clause.spans.push(this.nextUnattended ? { ...span, unattended: true } : { ...span });
    this.nextUnattended = false;
    this.afterSpan = true;
  }

  private isBreak(words: readonly Word[], position: number): boolean {
    return !this.nextIsBreak && wordsToClosing(words, position) > 0;
  }

  /** 12:00-14:00休息 is out of the hours said last, if it is clear which those are. */
  private addBreak(span: OpeningSpan): void {
    const { clause } = this;
    if (clause.says === null && clause.days.size > 0 && !clause.holidays && !namesDates(clause)) {
      clause.says = "shortened";
      clause.breaks.push(span);
      return;
    }
    const isSaying = this.clause.says === "hours" && (this.after !== "comma" || this.hoursClauses().length === 0);
    const target = isSaying ? this.clause : this.onlyHours();
    if (!target) throw new NotUnderstood("分不清是哪几天中间休息");
    target.breaks.push(span);
  }

  /** 周五下午闭馆. */
  private shutHalf(half: "morning" | "afternoon"): void {
    const { clause } = this;
    if (clause.says !== null || clause.days.size === 0 || clause.holidays || namesDates(clause)) {
      throw new NotUnderstood("没有写哪天休息");
    }
    clause.says = "shortened";
    clause.shutHalf = half;
  }

  private hoursClauses(): Clause[] {
    return this.section.clauses.filter(({ says }) => says === "hours");
  }

  private onlyHours(): Clause | null {
    const hours = [...this.hoursClauses(), ...(this.clause.says === "hours" ? [this.clause] : [])];
    const hasOwnDays = this.clause.says === null && hasSubject(this.clause);
    return hours.length === 1 && !hasOwnDays && this.reading.sections.length === 1 ? (hours[0] ?? null) : null;
  }

  /** 12:00-14:00午休 or 午休12:00-14:00; without times nobody knows when. */
  private markBreak(): void {
    const last = this.clause.spans[this.clause.spans.length - 1];
    if (last && this.afterSpan && this.clause.spans.length > 1) {
      this.clause.spans.pop();
      this.addBreak(last);
    } else this.nextIsBreak = true;
  }

  private checkShutting(minute: number, written: string): void {
    const ends = this.clause.spans.map(({ closes }) => closes % DAY_MINUTES);
    if (!ends.includes(minute % DAY_MINUTES)) throw new NotUnderstood(`「${written}」和前面的时间对不上`);
  }

  /** 20:00-24:00(自助) speaks of the span before it, 自助 20:00-24:00 of the one after. */
  private markUnattended(): void {
    const last = this.clause.spans[this.clause.spans.length - 1];
    if (last && (this.afterSpan || last.unattended)) last.unattended = true;
    else this.nextUnattended = true;
  }

  private say(what: "closed" | "open" | "announced_later"): void {
    if (what === "open" && this.clause.says !== null) return;
    if (what === "announced_later" && this.clause.says === "hours") {
      this.reading.remarks.push("以公告为准");
      return;
    }
    if (this.clause.says !== null && this.clause.says !== what) throw new NotUnderstood("同样的日子说了两样");
    const names = namesDays(this.clause) || namesDates(this.clause);
    if (what !== "open" && !names && !(this.section.ranges.length > 0 && this.section.clauses.length === 0)) {
      throw new NotUnderstood("没有写哪天休息");
    }
    if (what === "closed" && (this.clause.workdays || (this.hasRange && this.joinedByComma))) {
      throw new NotUnderstood("分不清是哪几天休息");
    }
    this.clause.says = what;
    this.isApart = false;
  }

  /** 法定节假日除外 after hours closes the holidays; 除周一外 closes Mondays. */
  private except(): void {
    this.isApart = false;
    const [last] = this.section.clauses.slice(-1);
    const isAfterClosing = last?.says === "closed" && last.days.size > 0;
    const isOfHolidays = this.clause.holidays && this.clause.days.size === 0 && !namesDates(this.clause);
    if (this.clause.says === null && isOfHolidays && isAfterClosing) {
      // 周一闭馆,法定节假日除外: shut on holidays, or not even shut on a Monday that is one?
      this.clause.says = "announced_later";
      this.reading.warnings.push(
        "「节假日除外」看不出是节假日不开，还是节假日逢休息日也开；节假日显示「不知道」，请写「节假日休息」或「节假日照常开放」",
      );
      return;
    }
    const { named, days, holidays } = this.clause;
    if (this.clause.says === null && named.length > 0 && days.size === 0 && !holidays && isAfterClosing) {
      const festivals = this.clause;
      this.clause = emptyClause("nothing");
      this.doubtFestivals(festivals);
      return;
    }
    if (this.clause.says === "hours") throw new NotUnderstood("「除外」看不出说的是哪段时间");
    if (this.clause.says !== null) return;
    this.say("closed");
  }

  /** 周一闭馆,遇节假日顺延. */
  private postponeByComma(): void {
    const [last] = this.section.clauses.slice(-1);
    const isOfHolidays = this.clause.says === null && this.clause.holidays && this.clause.days.size === 0;
    if (!isOfHolidays || last?.says !== "closed" || last.days.size === 0) throw new NotUnderstood("「顺延」看不懂");
    last.exceptHolidays = true;
    this.clause = emptyClause("nothing");
    this.resetClause();
    this.postpone();
  }

  private sayOfHolidays(what: HolidayRule): void {
    const { holidays } = this.reading;
    const isStronger = holidays === "all_year" && what === "included";
    if (holidays !== null && holidays !== what && !isStronger) throw new NotUnderstood("节假日说了两样");
    this.reading.holidays = what;
  }

  private startAfterSeason(): void {
    if (this.sectionIsOver) this.newSection();
  }

  private newSection(): void {
    this.section = emptySection(this.after === "stop");
    this.reading.sections.push(this.section);
    this.sectionIsOver = false;
  }

  private startSection(): void {
    const { clause } = this;
    const isShared = clause.says === null && hasSubject(clause) && this.reading.sections.length === 1;
    if (isShared && this.section.clauses.length === 0 && this.section.ranges.length === 0 && !this.awaitsMonths) {
      this.shared = clause;
      this.clause = emptyClause("nothing");
      this.resetClause();
    }
    this.endClause();
    if (this.awaitsMonths && this.section.clauses.length > 0) throw new NotUnderstood("季节没有写是几月到几月");
    if (this.section.ranges.length === 0 && this.section.clauses.length === 0) return;
    if (this.section.clauses.length === 0) throw new NotUnderstood("季节后面没有写时间");
    this.newSection();
  }

  /** 夏季 means nothing exact until its months follow, as in 夏季(6月-9月). */
  private nameSeason(): void {
    if (this.isFreshSeason()) return;
    this.startSection();
    this.awaitsMonths = true;
  }

  private isFreshSeason(): boolean {
    return this.section.ranges.length > 0 && this.section.clauses.length === 0 && this.clause.says === null;
  }

  private startSeason(ranges: readonly YearRange[]): void {
    if (this.isFreshSeason() && !hasSubject(this.clause)) {
      this.section.ranges.push(...ranges);
      return;
    }
    this.startSection();
    this.section.ranges.push(...ranges);
    this.awaitsMonths = false;
  }

  /** 其余 after a season is the rest of the year; after some days it is the other days. */
  private startRest(): void {
    if (this.isApart) this.except();
    const isSeasonal = this.reading.sections.some(({ ranges }) => ranges.length > 0);
    if (isSeasonal) {
      this.startSection();
    } else {
      this.endClause();
      this.clause.others = true;
    }
  }

  private endClause(): void {
    if (this.isApart && hasSubject(this.clause)) this.except();
    if (this.isIncluding && this.clause.says === null && hasSubject(this.clause)) {
      const including = this.clause;
      this.clause = emptyClause("nothing");
      this.resetClause();
      this.includeAlso(including);
      return;
    }
    const { clause } = this;
    const last = clause.spans[clause.spans.length - 1];
    if (this.nextIsBreak) throw new NotUnderstood("没有写中间几点到几点休息");
    if (this.nextUnattended && !last) throw new NotUnderstood("「自助」没有写时间");
    if (this.nextUnattended && last) last.unattended = true;
    if (clause.says !== null && hasSubject(clause)) this.startAfterSeason();
    // 对外开放 in front of everything says nothing of its own.
    if (hasSubject(clause) || (clause.says !== null && clause.says !== "open")) this.section.clauses.push(clause);
    this.clause = emptyClause("nothing");
    this.resetClause();
  }

  private resetClause(): void {
    this.hasRange = false;
    this.joinedByComma = false;
    this.afterSpan = false;
    this.nextUnattended = false;
    this.isApart = false;
    this.isIncluding = false;
  }
}

/** How many words after a span until one that makes a break of it: 12:00-14:00休息; none: 0. */
function wordsToClosing(words: readonly Word[], position: number): number {
  let ahead = 1;
  while (words[position + ahead]?.is === "nothing" || words[position + ahead]?.is === "space") ahead++;
  const next = words[position + ahead]?.is;
  return next === "closed" || next === "break" ? ahead : 0;
}

function closingBracket(words: readonly Word[], opening: number): number {
  const end = words.findIndex(({ is }, position) => position > opening && is === "bracket_closes");
  const nested = words.findIndex(({ is }, position) => position > opening && is === "bracket_opens");
  if (end < 0 || (nested >= 0 && nested < end)) throw new NotUnderstood("括号不成对");
  return end;
}
