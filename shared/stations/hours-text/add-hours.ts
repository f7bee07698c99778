import { DAY_MINUTES } from "../../common/time.js";
import type { OpeningSpan } from "../hours.js";
import { type Clause, hasSubject, namesDates } from "./clause.js";
import { endClause } from "./end-clause.js";
import { NotUnderstood } from "./not-understood.js";
import { beginClause, type Draft, hoursClauses, startAfterSeason } from "./reading-draft.js";
import { exceptDays } from "./say-of-days.js";
import type { Word } from "./words.js";

export function addSpan(draft: Draft, span: OpeningSpan): void {
  if (draft.isApart) exceptDays(draft);
  if (draft.nextIsBreak) {
    draft.nextIsBreak = false;
    addBreak(draft, span);
    return;
  }
  const { says } = draft.clause;
  if (says === "closed" || says === "announced_later" || says === "shortened") endClause(draft);
  const isOpenHolidays = draft.clause.says === "open" && draft.clause.holidays && draft.clause.days.size === 0;
  // 周一闭馆,节假日照常开放,9:00-17:00: the hours are those of all days.
  if (isOpenHolidays && draft.after === "comma" && hoursClauses(draft).length === 0) endClause(draft);
  startAfterSeason(draft);
  beginClause(draft);
  draft.clause.says = "hours";
  draft.clause.spans.push(draft.nextUnattended ? { ...span, unattended: true } : { ...span });
  draft.nextUnattended = false;
  draft.afterSpan = true;
}

export function isBreak(draft: Draft, words: readonly Word[], position: number): boolean {
  return !draft.nextIsBreak && wordsToClosing(words, position) > 0;
}

/** 12:00-14:00休息 is out of the hours said last, if it is clear which those are. */
export function addBreak(draft: Draft, span: OpeningSpan): void {
  const { clause } = draft;
  if (clause.says === null && clause.days.size > 0 && !clause.holidays && !namesDates(clause)) {
    clause.says = "shortened";
    clause.breaks.push(span);
    return;
  }
  const isSaying = draft.clause.says === "hours" && (draft.after !== "comma" || hoursClauses(draft).length === 0);
  const target = isSaying ? draft.clause : onlyHours(draft);
  if (!target) throw new NotUnderstood("分不清是哪几天中间休息");
  target.breaks.push(span);
}

/** 12:00-14:00午休 or 午休12:00-14:00; without times nobody knows when. */
export function markBreak(draft: Draft): void {
  const last = draft.clause.spans[draft.clause.spans.length - 1];
  if (last && draft.afterSpan && draft.clause.spans.length > 1) {
    draft.clause.spans.pop();
    addBreak(draft, last);
  } else draft.nextIsBreak = true;
}

function onlyHours(draft: Draft): Clause | null {
  const hours = [...hoursClauses(draft), ...(draft.clause.says === "hours" ? [draft.clause] : [])];
  const hasOwnDays = draft.clause.says === null && hasSubject(draft.clause);
  return hours.length === 1 && !hasOwnDays && draft.reading.sections.length === 1 ? (hours[0] ?? null) : null;
}

export function checkShutting(draft: Draft, minute: number, written: string): void {
  const ends = draft.clause.spans.map(({ closes }) => closes % DAY_MINUTES);
  if (!ends.includes(minute % DAY_MINUTES)) throw new NotUnderstood(`「${written}」和前面的时间对不上`);
}

/** 20:00-24:00(自助) speaks of the span before it, 自助 20:00-24:00 of the one after. */
export function markUnattended(draft: Draft): void {
  const last = draft.clause.spans[draft.clause.spans.length - 1];
  if (last && (draft.afterSpan || last.unattended)) last.unattended = true;
  else draft.nextUnattended = true;
}

/** How many words after a span until one that makes a break of it: 12:00-14:00休息; none: 0. */
export function wordsToClosing(words: readonly Word[], position: number): number {
  let ahead = 1;
  while (words[position + ahead]?.is === "nothing" || words[position + ahead]?.is === "space") ahead++;
  const next = words[position + ahead]?.is;
  return next === "closed" || next === "break" ? ahead : 0;
}
