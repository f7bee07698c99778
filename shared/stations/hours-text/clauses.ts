import { DAY_MINUTES } from "../../core/time.js";
import type { OpeningSpan } from "../hours.js";
import { NotUnderstood } from "./not-understood.js";
import type { Word } from "./words.js";

/** Some days and what is said of them: 周一至周五 9:00-17:00. Without days it speaks of every day not named elsewhere. */
export interface Clause {
  days: Set<number>;
  workdays: boolean;
  holidays: boolean;
  /** 其余: the days that no other clause names. */
  others: boolean;
  spans: OpeningSpan[];
  says: "hours" | "closed" | "open" | "announced_later" | null;
}

/** A part of the year with its clauses; without `range` it is the rest of the year. */
export interface Section {
  range: { from: string; to: string } | null;
  clauses: Clause[];
}

export interface Reading {
  sections: Section[];
  /** What is said of public holidays apart from the days. */
  holidays: "as_week" | "closed" | null;
}

/** Whether a clause names the days it is about. */
export function namesDays(clause: Clause): boolean {
  return clause.days.size > 0 || clause.workdays || clause.holidays;
}

/** Groups words into clauses. Throws `NotUnderstood` where the words do not add up to one meaning. */
export function readClauses(words: readonly Word[]): Reading {
  const builder = new ClauseBuilder();
  builder.readAll(words);
  return builder.finish();
}

type SubjectWord = Extract<Word, { is: "days" }> | { is: "every_day" | "workdays" | "holidays" };

class ClauseBuilder {
  private holidays: Reading["holidays"] = null;
  private section: Section = { range: null, clauses: [] };
  private readonly sections: Section[] = [this.section];
  private clause = emptyClause();
  private namesEveryDay = false;
  private hasRange = false;
  private joinedByComma = false;
  private afterSpan = false;
  private nextUnattended = false;
  private awaitsMonths = false;

  readAll(words: readonly Word[]): void {
    for (let position = 0; position < words.length; position++) {
      const word = words[position];
      if (!word) break;
      if (word.is === "bracket_opens") {
        const end = closingBracket(words, position);
        this.readBracket(words.slice(position + 1, end));
        position = end;
      } else this.read(word);
    }
  }

  finish(): Reading {
    this.endClause();
    if (this.awaitsMonths) throw new NotUnderstood("季节没有写是几月到几月");
    const sections = this.sections.filter((section) => section.range !== null || section.clauses.length > 0);
    if (sections.some((section) => section.clauses.length === 0)) throw new NotUnderstood("季节后面没有写时间");
    return { sections, holidays: this.holidays };
  }

  private read(word: Word): void {
    switch (word.is) {
      case "days":
      case "every_day":
      case "workdays":
      case "holidays":
        this.addSubject(word);
        break;
      case "span":
        this.addSpan(word.span);
        break;
      case "whole_day":
        this.addSpan({ opens: 0, closes: DAY_MINUTES });
        break;
      case "unattended":
        this.markUnattended();
        break;
      case "closed":
      case "open":
      case "announced_later":
        this.say(word.is);
        break;
      case "all_year":
      case "holidays_as_week":
        this.sayOfHolidays("as_week");
        break;
      case "holidays_closed":
        this.sayOfHolidays("closed");
        break;
      case "season":
        this.startSeason({ from: word.from, to: word.to });
        break;
      case "season_name":
        this.nameSeason();
        break;
      case "other_days":
        this.startRest();
        break;
      case "comma":
        this.afterSpan = false;
        this.joinedByComma ||= namesDays(this.clause) && this.clause.says === null;
        break;
      case "stop":
        this.endClause();
        break;
      case "bracket_opens":
      case "bracket_closes":
        throw new NotUnderstood("括号不成对");
      case "nothing":
        break;
    }
  }

  /** (周一至周五) after hours says whose they are; (节假日休息) is a clause of its own; anything else reads on. */
  private readBracket(words: readonly Word[]): void {
    const speaks = words.some(({ is }) => ["span", "whole_day", "closed", "open", "announced_later"].includes(is));
    const names = words.some(({ is }) => ["days", "every_day", "workdays", "holidays"].includes(is));
    if (names && speaks) {
      const aside = readClauses(words);
      if (aside.sections.some(({ range }) => range !== null)) throw new NotUnderstood("括号里的季节看不懂");
      if (aside.holidays) this.sayOfHolidays(aside.holidays);
      this.section.clauses.push(...aside.sections.flatMap(({ clauses }) => clauses));
      return;
    }
    if (names && this.clause.says !== null) {
      if (namesDays(this.clause) || this.namesEveryDay) throw new NotUnderstood("括号里外说的不是同样的日子");
      for (const word of words) if (isSubject(word)) this.includeDays(word);
      this.endClause();
      return;
    }
    this.readAll(words);
  }

  private addSubject(word: SubjectWord): void {
    if (this.clause.says !== null) this.endClause();
    this.includeDays(word);
  }

  private includeDays(word: SubjectWord): void {
    if (word.is === "days") {
      for (const day of word.days) this.clause.days.add(day);
      this.hasRange ||= word.isRange;
    } else if (word.is === "every_day") this.namesEveryDay = true;
    else if (word.is === "workdays") this.clause.workdays = true;
    else this.clause.holidays = true;
  }

  private addSpan(span: OpeningSpan): void {
    if (this.clause.says === "closed" || this.clause.says === "announced_later") this.endClause();
    this.clause.says = "hours";
    this.clause.spans.push(this.nextUnattended ? { ...span, unattended: true } : { ...span });
    this.nextUnattended = false;
    this.afterSpan = true;
  }

  /** 20:00-24:00(自助) speaks of the span before it, 自助 20:00-24:00 of the one after. */
  private markUnattended(): void {
    const last = this.clause.spans[this.clause.spans.length - 1];
    if (last && this.afterSpan) last.unattended = true;
    else this.nextUnattended = true;
  }

  private say(what: "closed" | "open" | "announced_later"): void {
    if (what === "open" && this.clause.says !== null) return;
    if (this.clause.says !== null && this.clause.says !== what) throw new NotUnderstood("同样的日子说了两样");
    if (what !== "open" && !namesDays(this.clause)) throw new NotUnderstood("没有写哪天休息");
    if (what === "closed" && (this.clause.workdays || (this.hasRange && this.joinedByComma))) {
      throw new NotUnderstood("分不清是哪几天休息");
    }
    this.clause.says = what;
  }

  private sayOfHolidays(what: "as_week" | "closed"): void {
    if (this.holidays !== null && this.holidays !== what) throw new NotUnderstood("节假日说了两样");
    this.holidays = what;
  }

  private startSection(): void {
    this.endClause();
    if (this.awaitsMonths && this.section.clauses.length > 0) throw new NotUnderstood("季节没有写是几月到几月");
    if (this.section.range === null && this.section.clauses.length === 0) return;
    if (this.section.clauses.length === 0) throw new NotUnderstood("季节后面没有写时间");
    this.section = { range: null, clauses: [] };
    this.sections.push(this.section);
  }

  /** 夏季 means nothing exact until its months follow, as in 夏季(6月-9月). */
  private nameSeason(): void {
    if (this.section.range !== null && this.section.clauses.length === 0 && this.clause.says === null) return;
    this.startSection();
    this.awaitsMonths = true;
  }

  private startSeason(range: { from: string; to: string }): void {
    this.startSection();
    this.section.range = range;
    this.awaitsMonths = false;
  }

  /** 其余 after a season is the rest of the year; after some days it is the other days. */
  private startRest(): void {
    if (this.sections.some(({ range }) => range !== null)) this.startSection();
    else {
      this.endClause();
      this.clause.others = true;
    }
  }

  private endClause(): void {
    const { clause } = this;
    const last = clause.spans[clause.spans.length - 1];
    if (this.nextUnattended && !last) throw new NotUnderstood("「自助」没有写时间");
    if (this.nextUnattended && last) last.unattended = true;
    this.nextUnattended = false;
    if (clause.says === null && (namesDays(clause) || this.namesEveryDay)) this.attachToLast();
    // 对外开放 in front of everything says nothing of its own.
    else if (clause.says !== null && (clause.says !== "open" || namesDays(clause))) this.section.clauses.push(clause);
    this.clause = emptyClause();
    this.namesEveryDay = false;
    this.hasRange = false;
    this.joinedByComma = false;
    this.afterSpan = false;
  }

  /** 9:00-17:00 周一至周五: days that follow the only hours are theirs. */
  private attachToLast(): void {
    const [only, ...more] = this.section.clauses;
    if (!only || more.length > 0 || only.says !== "hours" || namesDays(only)) {
      throw new NotUnderstood("有的日子后面没有写时间");
    }
    only.days = this.clause.days;
    only.workdays = this.clause.workdays;
    only.holidays = this.clause.holidays;
  }
}

function emptyClause(): Clause {
  return { days: new Set(), workdays: false, holidays: false, others: false, spans: [], says: null };
}

function isSubject(word: Word): word is SubjectWord {
  return ["days", "every_day", "workdays", "holidays"].includes(word.is);
}

function closingBracket(words: readonly Word[], opening: number): number {
  const end = words.findIndex(({ is }, position) => position > opening && is === "bracket_closes");
  const nested = words.findIndex(({ is }, position) => position > opening && is === "bracket_opens");
  if (end < 0 || (nested >= 0 && nested < end)) throw new NotUnderstood("括号不成对");
  return end;
}
