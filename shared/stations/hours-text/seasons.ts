import { emptyClause, hasSubject } from "./clause.js";
import type { YearRange } from "./dates.js";
import { endClause } from "./end-clause.js";
import { NotUnderstood } from "./not-understood.js";
import { type Draft, newSection, resetClause } from "./reading-draft.js";
import { exceptDays } from "./say-of-days.js";

export function startSeason(draft: Draft, ranges: readonly YearRange[]): void {
  if (isFreshSeason(draft) && !hasSubject(draft.clause)) {
    draft.section.ranges.push(...ranges);
    return;
  }
  startSection(draft);
  draft.section.ranges.push(...ranges);
  draft.awaitsMonths = false;
}

/** 夏季 means nothing exact until its months follow, as in 夏季(6月-9月). */
export function nameSeason(draft: Draft): void {
  if (isFreshSeason(draft)) return;
  startSection(draft);
  draft.awaitsMonths = true;
}

/** 其余 after a season is the rest of the year; after some days it is the other days. */
export function startRest(draft: Draft): void {
  if (draft.isApart) exceptDays(draft);
  const isSeasonal = draft.reading.sections.some(({ ranges }) => ranges.length > 0);
  if (isSeasonal) {
    startSection(draft);
  } else {
    endClause(draft);
    draft.clause.others = true;
  }
}

function startSection(draft: Draft): void {
  const { clause } = draft;
  const isShared = clause.says === null && hasSubject(clause) && draft.reading.sections.length === 1;
  if (isShared && draft.section.clauses.length === 0 && draft.section.ranges.length === 0 && !draft.awaitsMonths) {
    draft.shared = clause;
    draft.clause = emptyClause("nothing");
    resetClause(draft);
  }
  endClause(draft);
  if (draft.awaitsMonths && draft.section.clauses.length > 0) throw new NotUnderstood("季节没有写是几月到几月");
  if (draft.section.ranges.length === 0 && draft.section.clauses.length === 0) return;
  if (draft.section.clauses.length === 0) throw new NotUnderstood("季节后面没有写时间");
  newSection(draft);
}

function isFreshSeason(draft: Draft): boolean {
  return draft.section.ranges.length > 0 && draft.section.clauses.length === 0 && draft.clause.says === null;
}
