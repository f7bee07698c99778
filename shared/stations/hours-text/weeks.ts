import { DAY_MINUTES } from "../../core/time.js";
import type { DayHours, Hours, OpeningSpan, SpecialDay, Week } from "../hours.js";
import { dateWords } from "../hours-words.js";
import {
  type Clause,
  coversDay,
  type HolidayRule,
  namesDates,
  namesDays,
  type Reading,
  type Section,
} from "./clause.js";
import { checkedSpans, dayHours } from "./day-hours.js";
import { NotUnderstood } from "./not-understood.js";
import { overlapOf, rangeDays, rangesCoverTheYear } from "./year-ranges.js";

const WEEKEND = [5, 6];
const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];
const UNKNOWN_WEEK: Week = ALL_DAYS.map(() => "unknown");
const NOON = DAY_MINUTES / 2;
const MOST_SEASONS = 12;
const MOST_NAMED_DAYS = 24;
/** 10月1日至10月7日 without a year may be this year's only. */
const SHORTEST_SEASON_DAYS = 21;

/** The hours that clauses mean, with words for whoever wrote them. */
export interface Meaning {
  hours: Omit<Hours, "note">;
  warnings: string[];
}

/** Throws `NotUnderstood` where two clauses disagree on most of the days. */
export function hoursOf(reading: Reading): Meaning {
  return new HoursMaker(reading).make();
}

/** A week of one part of the year, and what holds there on public holidays; null: this part does not say. */
interface SectionHours {
  section: Section;
  week: Week;
  holidays: SpecialDay | null;
}

class HoursMaker {
  private readonly warnings: string[];
  private readonly sections: Section[];
  private readonly clauses: Clause[];
  /** Closing days that hold in every season. */
  private readonly everywhere: Clause[] = [];
  /** Days of a section that another section makes doubtful. */
  private readonly doubtful = new Map<Section, Set<number>>();

  constructor(private readonly reading: Reading) {
    this.warnings = [...reading.warnings];
    this.sections = reading.sections.map((section) => ({ ...section, clauses: [...section.clauses] }));
    this.clauses = reading.sections.flatMap(({ clauses }) => clauses);
  }

  make(): Meaning {
    this.requireOneBase();
    this.requireWholeDays();
    this.requireMeaningOfUsual();
    this.shareClosingDays();
    this.doubtDaysOfOtherSections();
    const made = this.sections.map((section): SectionHours => {
      const week = this.weekOf(section);
      return { section, week, holidays: this.holidaysOf(section, week) };
    });
    this.shareHolidays(made);
    const base = made.find(({ section }) => section.ranges.length === 0);
    const seasonal = made.filter(({ section }) => section.ranges.length > 0);
    const weeks = made.map(({ week }) => week);
    const week = base?.week ?? UNKNOWN_WEEK;
    if (weeks.every((each) => each.every((day) => day === "unknown"))) throw new NotUnderstood("没有写几点到几点");
    this.requireFiveDays(weeks);
    const { seasons, holidays } = this.seasonsAndHolidays(seasonal, base);
    const namedDays = this.namedDays();
    const hours = {
      week,
      holidays,
      adjustedWorkdays: adjustedWorkdayHours(this.clauses, weeks),
      seasons,
      ...(namedDays.length > 0 ? { namedDays } : {}),
      exceptions: this.exceptions(),
    };
    return { hours, warnings: this.warnings };
  }

  private requireOneBase(): void {
    const bases = this.sections.filter(({ ranges }) => ranges.length === 0);
    if (bases.length > 1) throw new NotUnderstood("分不清哪个时间是哪个季节的");
    const [base] = bases;
    if (!base || this.sections.length === 1) return;
    // 周一闭馆;夏季…,冬季… and a holiday rule in front hold all year.
    if (base.clauses.every(({ says }) => says === "closed")) {
      this.everywhere.push(...base.clauses.filter(({ days }) => days.size > 0));
      base.clauses = base.clauses.filter(({ days }) => days.size === 0);
      if (base.clauses.length === 0) this.sections.splice(this.sections.indexOf(base), 1);
      return;
    }
  }

  /**
   * 上午8:30-12:00,夏季下午…: a morning that is said once may hold in all seasons, and so may one of 8:00-12:00,
   * 14:00-18:00(夏季15:00-18:30).
   */
  private requireWholeDays(): void {
    const spans = this.sections.map((section) => spansOf(section.clauses)).filter(({ length }) => length > 0);
    const isApart = (a: OpeningSpan[], b: OpeningSpan[]) =>
      a.every((one) => b.every((other) => one.closes <= other.opens));
    const leavesMorning = (a: OpeningSpan[], b: OpeningSpan[]) =>
      a.length < b.length && (a[0]?.opens ?? 0) >= NOON && (b[0]?.opens ?? NOON) < NOON;
    for (const some of spans) {
      for (const others of spans) {
        if (some !== others && (isApart(some, others) || leavesMorning(some, others))) {
          throw new NotUnderstood("分不清哪段时间全年都有；请把每个季节的时间都写全");
        }
      }
    }
  }

  /** 平日 and 平时 mean nothing by themselves. */
  private requireMeaningOfUsual(): void {
    const usual = this.clauses.filter((clause) => clause.usual);
    if (usual.length === 0) return;
    const isAlone = this.clauses.every((clause) => clause.usual || (!clause.holidays && !coversWeekend(clause)));
    // 除夕至初三闭馆;平时 9:00-17:00: the rest of the year.
    const isBesideDates = usual.every(({ everyDay }) => everyDay) && this.clauses.some(namesDates);
    if (isAlone && !isBesideDates) throw new NotUnderstood("「平日」看不出包不包括周末");
    const namesWeekend = this.clauses.some((clause) => !clause.usual && coversWeekend(clause));
    if (namesWeekend || usual.some((clause) => clause.everyDay)) return;
    // Beside 平日, 假日 are weekends and holidays alike.
    for (const clause of this.clauses) if (clause.daysOff) for (const day of WEEKEND) clause.days.add(day);
  }

  /**
   * 夏季…;冬季…;每周一闭馆 closes Mondays all year. Where the closing day may belong to the last season alone, it is
   * unknown in the others.
   */
  private shareClosingDays(): void {
    const seasonal = this.sections.filter(({ ranges }) => ranges.length > 0);
    if (seasonal.length === 0 || this.sections.length < 2) return;
    const last = this.sections[this.sections.length - 1];
    for (const section of this.sections) {
      const others = this.sections.filter((other) => other !== section);
      for (const clause of section.clauses.filter((one) => one.says === "closed" && one.days.size > 0)) {
        const isNamedBeside = others.some(({ clauses }) =>
          clauses.some((other) => other !== clause && [...clause.days].some((day) => coversDay(other, day))),
        );
        const ownHours = section.clauses.some((one) => one.says === "hours" && namesDays(one));
        const isShutAnyway = others.every(({ clauses }) => !clauses.some(isGeneralHours));
        if (isNamedBeside || (ownHours && !clause.every && !isShutAnyway)) continue;
        const isBehindAll = section === last && (!ownHours || isShutAnyway);
        const isBeside = clause.after === "comma" && this.sections.every(({ afterStop }) => !afterStop);
        if (isBehindAll && (clause.every || clause.after === "stop" || isBeside)) {
          this.everywhere.push(clause);
          if (!clause.every && isBeside) this.warnings.push("休息的日子写在最后，按每个季节都休息");
        } else {
          for (const other of others) this.doubt(other, clause.days);
          this.warnings.push("休息的日子看不出是哪个季节的；别的季节里这一天显示「不知道」，请在每个季节后面都写上");
        }
      }
    }
    for (const section of this.sections) {
      const added = this.everywhere.filter((clause) => !section.clauses.includes(clause));
      section.clauses.push(...added);
    }
  }

  /** 夏季周一至周五 8:00-18:00,冬季 9:00-17:00: nobody says whether weekends differ in winter. */
  private doubtDaysOfOtherSections(): void {
    const withHours = this.sections.filter(({ clauses }) => clauses.some(({ says }) => says === "hours"));
    for (const section of withHours) {
      const bare = section.clauses.some(
        (clause) => clause.says === "hours" && isGeneral(clause) && !clause.everyDay && !clause.others,
      );
      if (!bare) continue;
      for (const other of withHours) {
        const named = other.clauses.filter((clause) => clause.says === "hours" && isOfWeek(clause));
        if (other === section || named.length === 0 || other.clauses.some(isGeneralHours)) continue;
        const unnamed = ALL_DAYS.filter((day) => !named.some((clause) => coversDay(clause, day)));
        const unsaid = unnamed.filter((day) => !section.clauses.some((clause) => coversDay(clause, day)));
        if (unsaid.length === 0) continue;
        this.doubt(section, unsaid);
        this.warnings.push("有的季节没有写是周几；看不出的日子显示「不知道」，请在每个季节后面都写上");
      }
    }
  }

  private doubt(section: Section, days: Iterable<number>): void {
    const known = this.doubtful.get(section) ?? new Set();
    for (const day of days) known.add(day);
    this.doubtful.set(section, known);
  }

  private weekOf(section: Section): Week {
    const { clauses } = section;
    if (this.isShort(section)) return UNKNOWN_WEEK;
    const everyDay = clauses.filter((clause) => isGeneral(clause) && clause.says !== null);
    const explicit = clauses.filter(isOfWeek);
    if (everyDay.length > 1) throw new NotUnderstood("每天的时间说了两遍");
    const [allDays] = everyDay;
    const general = allDays ? dayHours(allDays, null) : null;
    const week = new Map<number, DayHours>();
    for (const clause of explicit.filter(({ says }) => says !== "shortened")) {
      const days = ALL_DAYS.filter((day) => coversDay(clause, day));
      const overridesMost = allDays && !allDays.others && !allDays.usual && clause.says === "hours";
      if (overridesMost && days.length > WEEKEND.length) throw new NotUnderstood("大多数日子说了两样");
      for (const day of days) {
        if (week.has(day)) throw new NotUnderstood("同一天说了两样");
        week.set(day, dayHours(clause, general));
      }
    }
    for (const clause of explicit.filter(({ says }) => says === "shortened")) {
      for (const day of clause.days) week.set(day, dayHours(clause, week.get(day) ?? general));
    }
    if (general && week.size === ALL_DAYS.length) throw new NotUnderstood("有的时间不知道是哪天的");
    const unnamed = general ?? this.unnamedDay(section, explicit);
    const weekendDoubtful = !general && mayIncludeWeekend(this.clauses);
    const doubtful = this.doubtful.get(section);
    return ALL_DAYS.map((day) => {
      if (doubtful?.has(day) === true) return "unknown";
      return week.get(day) ?? (weekendDoubtful && WEEKEND.includes(day) ? "unknown" : unnamed);
    });
  }

  /** Days that a list of days leaves out are shut; beside 周日休息 alone, nobody has told us. */
  private unnamedDay(section: Section, explicit: readonly Clause[]): DayHours {
    if (!explicit.some((clause) => clause.says === "hours" || clause.says === "open")) return "unknown";
    const leavesOut = this.sections.some(
      (other) =>
        other !== section &&
        other.ranges.length > 0 &&
        other.clauses.every((clause) => clause.says === "closed" && isOfWeek(clause)),
    );
    return leavesOut ? "unknown" : [];
  }

  private isShort({ ranges, clauses }: Section): boolean {
    const days = ranges.reduce((sum, range) => sum + rangeDays(range).length, 0);
    if (ranges.length === 0 || days >= SHORTEST_SEASON_DAYS || this.reading.yearly) return false;
    if (clauses.some(({ says }) => says === "hours" || says === "closed")) {
      this.warnings.push("只有几天的日期没有写是哪一年，这几天显示「不知道」；每年都这样请写「每年」");
    }
    return true;
  }

  private holidaysOf({ clauses }: Section, week: Week): SpecialDay | null {
    const named = clauses.filter((clause) => clause.holidays);
    const isExcepted = clauses.some((clause) => clause.exceptHolidays && clause.says === "closed");
    const isClosed = clauses.some((clause) => clause.exceptHolidays && clause.says === "hours");
    if (named.length > 1) throw new NotUnderstood("节假日说了两样");
    const [clause] = named;
    if (clause) {
      const isSaidTwice = clause.says !== "open" && (isExcepted || isClosed);
      if (isSaidTwice || this.contradicts(clause)) throw new NotUnderstood("节假日说了两样");
      if (clause.says === "hours") return checkedSpans(clause);
      if (clause.says === "closed") return [];
      return clause.says === "open" ? this.openOnHolidays(week) : "unknown";
    }
    if (isClosed && (isExcepted || this.reading.holidays !== null)) throw new NotUnderstood("节假日说了两样");
    if (isClosed) return [];
    return isExcepted ? this.openOnHolidays(week) : null;
  }

  /** 夏季…;冬季…;节假日照常开放 speaks of all seasons. */
  private shareHolidays(made: SectionHours[]): void {
    const last = made[made.length - 1];
    const isOpen = last?.section.clauses.some((clause) => clause.holidays && clause.says === "open");
    if (made.length < 2 || isOpen !== true) return;
    for (const one of made) one.holidays ??= this.openOnHolidays(one.week);
  }

  private contradicts(clause: Clause): boolean {
    const rule = this.reading.holidays;
    if (rule === null || rule === "all_year") return false;
    return rule === "closed" ? clause.says !== "closed" : clause.says === "closed";
  }

  /**
   * Open on a holiday whatever its weekday. On a closing day it has the hours of the other days where these are all
   * alike, else nobody knows.
   */
  private openOnHolidays(week: Week): SpecialDay {
    const closing = week.filter((day) => day !== "unknown" && day.length === 0);
    if (closing.length === 0) return "as_week";
    const open = new Set(week.filter((day) => day === "unknown" || day.length > 0).map((day) => JSON.stringify(day)));
    const [only] = week.filter((day) => day === "unknown" || day.length > 0);
    if (open.size === 1 && only !== undefined) return only;
    this.warnings.push("节假日逢休息日开放，但没有写几点到几点，那天显示「不知道」");
    return { week: week.map((day) => (day !== "unknown" && day.length === 0 ? "unknown" : day)) };
  }

  private seasonsAndHolidays(
    seasonal: readonly SectionHours[],
    base: SectionHours | undefined,
  ): Pick<Hours, "seasons" | "holidays"> {
    const made = base ? [base, ...seasonal] : seasonal;
    const said = made.filter(({ holidays }) => holidays !== null);
    const seasons = this.overlaps(seasonal);
    const isOfAll = said.length === 1 && made.length > 1 && said[0]?.section === made[made.length - 1]?.section;
    const [first] = said;
    const values = new Set(made.map(({ holidays }) => JSON.stringify(holidays)));
    // 节假日休息 behind the last season is meant for all; 节假日 9:00-17:00 may not be.
    const isPlain = first !== undefined && (first.holidays === "as_week" || isClosedDay(first.holidays));
    for (const { section, week, holidays } of seasonal) {
      for (const { from, to } of section.ranges) {
        const own = values.size > 1 && !(isOfAll && isPlain) && holidays !== null ? { holidays } : {};
        seasons.push({ from, to, week, ...own });
      }
    }
    if (seasons.length > MOST_SEASONS) throw new NotUnderstood("季节太多");
    const shared = values.size === 1 || (isOfAll && isPlain) ? (first?.holidays ?? null) : (base?.holidays ?? null);
    return {
      seasons,
      holidays:
        shared ??
        this.holidayRule(
          made.map(({ week }) => week),
          said.length > 0,
        ),
    };
  }

  private holidayRule(weeks: readonly Week[], isSaidInPart: boolean): SpecialDay {
    const rule: HolidayRule | null = this.reading.holidays;
    if (rule === "closed") return [];
    if (rule !== null) {
      const closes = weeks.some((week) => week.some((day) => isClosedDay(day)));
      if (!closes) return "as_week";
      const only = weeks.length === 1 ? weeks[0] : undefined;
      this.warnings.push("节假日逢休息日开不开没有写，那天显示「不知道」");
      return only ? { week: only.map((day) => (isClosedDay(day) ? "unknown" : day)) } : "unknown";
    }
    return !isSaidInPart && servesWorkdaysOnly(this.clauses) ? [] : "unknown";
  }

  /** Days that two seasons both claim, with different hours: nobody knows which holds. */
  private overlaps(seasonal: readonly SectionHours[]): Hours["seasons"] {
    const doubtful = seasonal.flatMap((one, position) =>
      seasonal.slice(position + 1).flatMap((other) => {
        if (JSON.stringify([one.week, one.holidays]) === JSON.stringify([other.week, other.holidays])) return [];
        return overlapOf(one.section.ranges, other.section.ranges);
      }),
    );
    if (doubtful.length > 0) {
      const words = doubtful
        .map(({ from, to }) => (from === to ? dateWords(from) : `${dateWords(from)}到${dateWords(to)}`))
        .join("、");
      this.warnings.push(`${words} 写了两遍，时间不一样；这些日子显示「不知道」`);
    }
    return doubtful.map(({ from, to }) => ({ from, to, week: UNKNOWN_WEEK }));
  }

  private namedDays(): NonNullable<Hours["namedDays"]> {
    const found = new Map<string, NonNullable<Hours["namedDays"]>[number]>();
    for (const clause of this.clauses.filter(({ named }) => named.length > 0)) {
      const hours = clause.says === "open" ? "as_week" : dayHours(clause, null);
      for (const day of clause.named) {
        if (found.has(day)) throw new NotUnderstood("同一天说了两样");
        found.set(day, { day, hours });
      }
    }
    if (found.size > MOST_NAMED_DAYS) throw new NotUnderstood("单独写的日子太多");
    // A single day outweighs the days off around it.
    const rank = (day: string) => (day.endsWith("-holiday") ? 2 : /\d|lunar/.test(day) ? 0 : 1);
    return [...found.values()].sort((a, b) => rank(a.day) - rank(b.day));
  }

  private exceptions(): Hours["exceptions"] {
    const dated = this.clauses.filter(({ dates }) => dates.length > 0);
    const general = this.clauses.find(isGeneralHours);
    const exceptions = dated.flatMap((clause) => {
      const hours = dayHours(clause, general ? checkedSpans(general) : null);
      return clause.dates.map((date) => ({ date, hours }));
    });
    if (new Set(exceptions.map(({ date }) => date)).size < exceptions.length) throw new NotUnderstood("同一天说了两样");
    if (exceptions.length > 60) throw new NotUnderstood("单独写的日子太多");
    return exceptions;
  }

  /** 做五休二 may rest on any two days; beside five named ones it says nothing new. */
  private requireFiveDays(weeks: readonly Week[]): void {
    if (!this.reading.fiveDaysAWeek) return;
    const isFive = (week: Week) => week.filter(isClosedDay).length === 2 && !week.includes("unknown");
    const saysWhich = this.clauses.some((clause) => isOfWeek(clause));
    if (!saysWhich || !weeks.every(isFive)) throw new NotUnderstood("没有写是哪两天休息；请写 周一至周五 这样的日子");
  }
}

function isClosedDay(day: SpecialDay | null): boolean {
  return Array.isArray(day) && day.length === 0;
}

function spansOf(clauses: readonly Clause[]): OpeningSpan[] {
  return clauses.filter((clause) => clause.says === "hours" && isGeneral(clause)).flatMap(({ spans }) => spans);
}

/** Said of all days that nothing else is said of. */
function isGeneral(clause: Clause): boolean {
  const isOfDates = clause.named.length > 0 || clause.dates.length > 0;
  return clause.everyDay || clause.others || (!namesDays(clause) && !isOfDates);
}

function isGeneralHours(clause: Clause): boolean {
  return isGeneral(clause) && clause.says === "hours";
}

function isOfWeek(clause: Clause): boolean {
  return !isGeneral(clause) && (clause.days.size > 0 || clause.workdays);
}

function coversWeekend(clause: Clause): boolean {
  return WEEKEND.some((day) => coversDay(clause, day));
}

/** Beside 工作日, people say 节假日 for weekends as well. */
function mayIncludeWeekend(clauses: readonly Clause[]): boolean {
  const opensOnHolidays = clauses.some((clause) => clause.holidays && clause.says !== "closed");
  return opensOnHolidays && clauses.some((clause) => clause.workdays || (clause.usual && !clause.everyDay));
}

/** 工作日 excludes public holidays, unless the door is open on other days as well. */
function servesWorkdaysOnly(clauses: readonly Clause[]): boolean {
  if (!clauses.some((clause) => clause.workdays)) return false;
  return clauses.every(
    (clause) =>
      clause.says === "closed" ||
      (clause.workdays && clause.days.size === 0) ||
      (isOfWeek(clause) && !coversWeekend(clause)),
  );
}

function adjustedWorkdayHours(clauses: readonly Clause[], weeks: readonly Week[]): Hours["adjustedWorkdays"] {
  const onWorkdays = clauses.filter((clause) => clause.workdays);
  const [first] = onWorkdays;
  if (first) {
    const hours = dayHours(first, null);
    const same = onWorkdays.every((clause) => JSON.stringify(dayHours(clause, null)) === JSON.stringify(hours));
    return same ? hours : "unknown";
  }
  return weeks.every(coversWeekendToo) ? "as_week" : "unknown";
}

function coversWeekendToo(week: Week): boolean {
  const isOpen = (day: number) => week[day] !== "unknown" && week[day]?.length !== 0;
  return WEEKEND.every(isOpen) && [0, 1, 2, 3, 4].some(isOpen);
}

/** Whether hours leave some day of the year unsaid, holidays and 调休 apart. */
export function leavesDaysUnsaid({ week, seasons }: Pick<Hours, "week" | "seasons">): boolean {
  const weeks = seasons.map((season) => season.week);
  if (!rangesCoverTheYear(seasons)) weeks.push(week);
  return weeks.some((each) => each.some((day) => day === "unknown"));
}
