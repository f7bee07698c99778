import { type Clause, emptyClause, hasSubject, namesDates, namesDays } from "./clause.js";
import { NotUnderstood } from "./not-understood.js";
import { type Draft, resetClause, sayOfHolidays } from "./reading-draft.js";

export function sayOf(draft: Draft, what: "closed" | "open" | "announced_later"): void {
  if (what === "open" && draft.clause.says !== null) return;
  if (what === "announced_later" && draft.clause.says === "hours") {
    draft.reading.remarks.push("以公告为准");
    return;
  }
  if (draft.clause.says !== null && draft.clause.says !== what) throw new NotUnderstood("同样的日子说了两样");
  const names = namesDays(draft.clause) || namesDates(draft.clause);
  if (what !== "open" && !names && !(draft.section.ranges.length > 0 && draft.section.clauses.length === 0)) {
    throw new NotUnderstood("没有写哪天休息");
  }
  if (what === "closed" && (draft.clause.workdays || (draft.hasRange && draft.joinedByComma))) {
    throw new NotUnderstood("分不清是哪几天休息");
  }
  draft.clause.says = what;
  draft.isApart = false;
}

/** 周五下午闭馆. */
export function shutHalf(draft: Draft, half: "morning" | "afternoon"): void {
  const { clause } = draft;
  if (clause.says !== null || clause.days.size === 0 || clause.holidays || namesDates(clause)) {
    throw new NotUnderstood("没有写哪天休息");
  }
  clause.says = "shortened";
  clause.shutHalf = half;
}

/** 法定节假日除外 after hours closes the holidays; 除周一外 closes Mondays. */
export function exceptDays(draft: Draft): void {
  draft.isApart = false;
  const [last] = draft.section.clauses.slice(-1);
  const isAfterClosing = last?.says === "closed" && last.days.size > 0;
  const isOfHolidays = draft.clause.holidays && draft.clause.days.size === 0 && !namesDates(draft.clause);
  if (draft.clause.says === null && isOfHolidays && isAfterClosing) {
    // 周一闭馆,法定节假日除外: shut on holidays, or not even shut on a Monday that is one?
    draft.clause.says = "announced_later";
    draft.reading.warnings.push(
      "「节假日除外」看不出是节假日不开，还是节假日逢休息日也开；节假日显示「不知道」，请写「节假日休息」或「节假日照常开放」",
    );
    return;
  }
  const { named, days, holidays } = draft.clause;
  if (draft.clause.says === null && named.length > 0 && days.size === 0 && !holidays && isAfterClosing) {
    const festivals = draft.clause;
    draft.clause = emptyClause("nothing");
    doubtFestivals(draft, festivals);
    return;
  }
  if (draft.clause.says === "hours") throw new NotUnderstood("「除外」看不出说的是哪段时间");
  if (draft.clause.says !== null) return;
  sayOf(draft, "closed");
}

/** 周一闭馆,遇节假日顺延. */
export function postponeByComma(draft: Draft): void {
  const [last] = draft.section.clauses.slice(-1);
  const isOfHolidays = draft.clause.says === null && draft.clause.holidays && draft.clause.days.size === 0;
  if (!isOfHolidays || last?.says !== "closed" || last.days.size === 0) throw new NotUnderstood("「顺延」看不懂");
  last.exceptHolidays = true;
  draft.clause = emptyClause("nothing");
  resetClause(draft);
  postpone(draft);
}

/** 周一闭馆(节假日顺延): shut on some day after the holiday instead. */
export function postpone(draft: Draft): void {
  const after = emptyClause("bracket");
  draft.section.clauses.push({ ...after, named: ["day-after-holiday"], says: "announced_later" });
  draft.reading.warnings.push("节假日顺延闭馆，顺延到哪天看不出；节假日后的第一天显示「不知道」");
}

/** Open on such a Monday, but till when? */
export function doubtFestivals(draft: Draft, { named }: Clause): void {
  draft.section.clauses.push({ ...emptyClause("bracket"), named, says: "announced_later" });
  draft.reading.warnings.push("节日里逢休息日开放，但没有写几点到几点；这些节日显示「不知道」");
}

/** 9:00-17:00(含周末及节假日): more days of the hours in front. */
export function includeAlso(draft: Draft, including: Clause): void {
  const target =
    draft.clause.says === "hours" || hasSubject(draft.clause) ? draft.clause : draft.section.clauses.slice(-1)[0];
  if (!target && including.days.size > 0) throw new NotUnderstood("「含」前面没有写时间");
  if (including.holidays) sayOfHolidays(draft, "included");
  if (including.dates.length > 0) throw new NotUnderstood("「含」后面的日期看不懂");
  if (including.named.length > 0) {
    draft.section.clauses.push({ ...emptyClause("bracket"), named: including.named, says: "open" });
  }
  if (!target) return;
  if (including.everyDay || (including.days.size > 0 && !target.everyDay && target.days.size === 0)) {
    target.everyDay ||= !target.workdays;
  }
  if (!target.everyDay) for (const day of including.days) target.days.add(day);
}
