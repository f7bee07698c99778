import {
  type Clause,
  emptyClause,
  emptySection,
  type HolidayRule,
  hasSubject,
  type Reading,
  type Section,
} from "./clause.js";
import { NotUnderstood } from "./not-understood.js";

/** A reading under way: the clause and the section that words are added to, and what the words so far have announced. */
export interface Draft {
  readonly reading: Reading;
  section: Section;
  clause: Clause;
  namesEvery: boolean;
  hasRange: boolean;
  joinedByComma: boolean;
  afterSpan: boolean;
  nextUnattended: boolean;
  nextClosed: boolean;
  nextIsBreak: boolean;
  isApart: boolean;
  isIncluding: boolean;
  awaitsMonths: boolean;
  /** The season stood behind its hours: what follows belongs to another. */
  sectionIsOver: boolean;
  after: Clause["after"];
  /** Days in front of the seasons, which hold in each: 周二至周日,夏季… */
  shared: Clause | null;
}

export function newDraft(yearly: boolean): Draft {
  const section = emptySection(false);
  return {
    reading: { sections: [section], holidays: null, yearly, fiveDaysAWeek: false, remarks: [], warnings: [] },
    section,
    clause: emptyClause("nothing"),
    namesEvery: false,
    hasRange: false,
    joinedByComma: false,
    afterSpan: false,
    nextUnattended: false,
    nextClosed: false,
    nextIsBreak: false,
    isApart: false,
    isIncluding: false,
    awaitsMonths: false,
    sectionIsOver: false,
    after: "nothing",
    shared: null,
  };
}

export function hoursClauses(draft: Draft): Clause[] {
  return draft.section.clauses.filter(({ says }) => says === "hours");
}

export function namesOnlyWeekdays(draft: Draft): boolean {
  return draft.clause.days.size > 0 && !draft.clause.holidays && !draft.clause.workdays;
}

export function resetClause(draft: Draft): void {
  draft.hasRange = false;
  draft.joinedByComma = false;
  draft.afterSpan = false;
  draft.nextUnattended = false;
  draft.isApart = false;
  draft.isIncluding = false;
}

export function beginClause(draft: Draft): void {
  if (draft.clause.says === null && !hasSubject(draft.clause)) draft.clause.after = draft.after;
  draft.after = "nothing";
}

export function newSection(draft: Draft): void {
  draft.section = emptySection(draft.after === "stop");
  draft.reading.sections.push(draft.section);
  draft.sectionIsOver = false;
}

export function startAfterSeason(draft: Draft): void {
  if (draft.sectionIsOver) newSection(draft);
}

export function sayOfHolidays(draft: Draft, what: HolidayRule): void {
  const { holidays } = draft.reading;
  const isStronger = holidays === "all_year" && what === "included";
  if (holidays !== null && holidays !== what && !isStronger) throw new NotUnderstood("节假日说了两样");
  draft.reading.holidays = what;
}
