import { DAY_MINUTES } from "../../common/time.js";
import type { OpeningSpan } from "../hours.js";
import { ALL_DAYS, type Clause, coversDay, namesDates, namesDays, type Reading, type Section } from "./clause.js";
import { coversWeekend, isGeneral, isGeneralHours, isOfWeek, WEEKEND } from "./clause-kinds.js";
import { NotUnderstood } from "./not-understood.js";

const NOON = DAY_MINUTES / 2;

/** Hours in the making: a reading with what its sections have said of each other. */
export interface HoursDraft {
  readonly reading: Reading;
  readonly warnings: string[];
  readonly sections: Section[];
  readonly clauses: Clause[];
  /** Closing days that hold in every season. */
  readonly everywhere: Clause[];
  /** Days of a section that another section makes doubtful. */
  readonly doubtful: Map<Section, Set<number>>;
}

/** Settles what the sections say of each other. Throws `NotUnderstood` where that cannot be told. */
export function settleSections(reading: Reading): HoursDraft {
  const draft: HoursDraft = {
    reading,
    warnings: [...reading.warnings],
    sections: reading.sections.map((section) => ({ ...section, clauses: [...section.clauses] })),
    clauses: reading.sections.flatMap(({ clauses }) => clauses),
    everywhere: [],
    doubtful: new Map(),
  };
  requireOneBase(draft);
  requireWholeDays(draft);
  requireMeaningOfUsual(draft);
  shareClosingDays(draft);
  doubtDaysOfOtherSections(draft);
  return draft;
}

export function requireOneBase(draft: HoursDraft): void {
  const bases = draft.sections.filter(({ ranges }) => ranges.length === 0);
  if (bases.length > 1) throw new NotUnderstood("分不清哪个时间是哪个季节的");
  const [base] = bases;
  if (!base || draft.sections.length === 1) return;
  // 周一闭馆;夏季…,冬季… and a holiday rule in front hold all year.
  if (base.clauses.every(({ says }) => says === "closed")) {
    draft.everywhere.push(...base.clauses.filter(({ days }) => days.size > 0));
    base.clauses = base.clauses.filter(({ days }) => days.size === 0);
    if (base.clauses.length === 0) draft.sections.splice(draft.sections.indexOf(base), 1);
    return;
  }
}

/**
 * 上午8:30-12:00,夏季下午…: a morning that is said once may hold in all seasons, and so may one of 8:00-12:00,
 * 14:00-18:00(夏季15:00-18:30).
 */
export function requireWholeDays(draft: HoursDraft): void {
  const spans = draft.sections.map((section) => spansOf(section.clauses)).filter(({ length }) => length > 0);
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
export function requireMeaningOfUsual(draft: HoursDraft): void {
  const usual = draft.clauses.filter((clause) => clause.usual);
  if (usual.length === 0) return;
  const isAlone = draft.clauses.every((clause) => clause.usual || (!clause.holidays && !coversWeekend(clause)));
  // 除夕至初三闭馆;平时 9:00-17:00: the rest of the year.
  const isBesideDates = usual.every(({ everyDay }) => everyDay) && draft.clauses.some(namesDates);
  if (isAlone && !isBesideDates) throw new NotUnderstood("「平日」看不出包不包括周末");
  const namesWeekend = draft.clauses.some((clause) => !clause.usual && coversWeekend(clause));
  if (namesWeekend || usual.some((clause) => clause.everyDay)) return;
  // Beside 平日, 假日 are weekends and holidays alike.
  for (const clause of draft.clauses) if (clause.daysOff) for (const day of WEEKEND) clause.days.add(day);
}

/**
 * 夏季…;冬季…;每周一闭馆 closes Mondays all year. Where the closing day may belong to the last season alone, it is
 * unknown in the others.
 */
export function shareClosingDays(draft: HoursDraft): void {
  const seasonal = draft.sections.filter(({ ranges }) => ranges.length > 0);
  if (seasonal.length === 0 || draft.sections.length < 2) return;
  const last = draft.sections[draft.sections.length - 1];
  for (const section of draft.sections) {
    const others = draft.sections.filter((other) => other !== section);
    for (const clause of section.clauses.filter((one) => one.says === "closed" && one.days.size > 0)) {
      const isNamedBeside = others.some(({ clauses }) =>
        clauses.some((other) => other !== clause && [...clause.days].some((day) => coversDay(other, day))),
      );
      const ownHours = section.clauses.some((one) => one.says === "hours" && namesDays(one));
      const isShutAnyway = others.every(({ clauses }) => !clauses.some(isGeneralHours));
      if (isNamedBeside || (ownHours && !clause.every && !isShutAnyway)) continue;
      const isBehindAll = section === last && (!ownHours || isShutAnyway);
      const isBeside = clause.after === "comma" && draft.sections.every(({ afterStop }) => !afterStop);
      if (isBehindAll && (clause.every || clause.after === "stop" || isBeside)) {
        draft.everywhere.push(clause);
        if (!clause.every && isBeside) draft.warnings.push("休息的日子写在最后，按每个季节都休息");
      } else {
        for (const other of others) doubt(draft, other, clause.days);
        draft.warnings.push("休息的日子看不出是哪个季节的；别的季节里这一天显示「不知道」，请在每个季节后面都写上");
      }
    }
  }
  for (const section of draft.sections) {
    const added = draft.everywhere.filter((clause) => !section.clauses.includes(clause));
    section.clauses.push(...added);
  }
}

/** 夏季周一至周五 8:00-18:00,冬季 9:00-17:00: nobody says whether weekends differ in winter. */
export function doubtDaysOfOtherSections(draft: HoursDraft): void {
  const withHours = draft.sections.filter(({ clauses }) => clauses.some(({ says }) => says === "hours"));
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
      doubt(draft, section, unsaid);
      draft.warnings.push("有的季节没有写是周几；看不出的日子显示「不知道」，请在每个季节后面都写上");
    }
  }
}

function doubt(draft: HoursDraft, section: Section, days: Iterable<number>): void {
  const known = draft.doubtful.get(section) ?? new Set();
  for (const day of days) known.add(day);
  draft.doubtful.set(section, known);
}

function spansOf(clauses: readonly Clause[]): OpeningSpan[] {
  return clauses.filter((clause) => clause.says === "hours" && isGeneral(clause)).flatMap(({ spans }) => spans);
}
