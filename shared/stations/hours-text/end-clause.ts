import { emptyClause, hasSubject, include, type SubjectWord } from "./clause.js";
import { NotUnderstood } from "./not-understood.js";
import { beginClause, type Draft, resetClause, startAfterSeason } from "./reading-draft.js";
import { exceptDays, includeAlso } from "./say-of-days.js";

export function endClause(draft: Draft): void {
  if (draft.isApart && hasSubject(draft.clause)) exceptDays(draft);
  if (draft.isIncluding && draft.clause.says === null && hasSubject(draft.clause)) {
    const including = draft.clause;
    draft.clause = emptyClause("nothing");
    resetClause(draft);
    includeAlso(draft, including);
    return;
  }
  const { clause } = draft;
  const last = clause.spans[clause.spans.length - 1];
  if (draft.nextIsBreak) throw new NotUnderstood("没有写中间几点到几点休息");
  if (draft.nextUnattended && !last) throw new NotUnderstood("「自助」没有写时间");
  if (draft.nextUnattended && last) last.unattended = true;
  if (clause.says !== null && hasSubject(clause)) startAfterSeason(draft);
  // 对外开放 in front of everything says nothing of its own.
  if (hasSubject(clause) || (clause.says !== null && clause.says !== "open")) draft.section.clauses.push(clause);
  draft.clause = emptyClause("nothing");
  resetClause(draft);
}

export function addSubject(draft: Draft, word: SubjectWord): void {
  if (draft.clause.says !== null) endClause(draft);
  beginClause(draft);
  includeDays(draft, word);
  if (draft.nextClosed) {
    draft.clause.says = "closed";
    draft.nextClosed = false;
  }
}

export function includeDays(draft: Draft, word: SubjectWord): void {
  include(draft.clause, word, draft.reading.yearly);
  if (word.is === "days") draft.hasRange ||= word.isRange;
  draft.clause.every ||= draft.namesEvery;
  draft.namesEvery = false;
}
