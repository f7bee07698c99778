import type { SpecialDay, Week } from "../hours.js";
import type { Clause, HolidayRule, Section } from "./clause.js";
import { coversWeekend, isClosedDay, isOfWeek } from "./clause-kinds.js";
import { checkedSpans } from "./day-hours.js";
import { NotUnderstood } from "./not-understood.js";
import type { HoursDraft } from "./settle-sections.js";

/** A week of one part of the year, and what holds there on public holidays; null: this part does not say. */
export interface SectionHours {
  section: Section;
  week: Week;
  holidays: SpecialDay | null;
}

export function holidaysOf(draft: HoursDraft, { clauses }: Section, week: Week): SpecialDay | null {
  const named = clauses.filter((clause) => clause.holidays);
  const isExcepted = clauses.some((clause) => clause.exceptHolidays && clause.says === "closed");
  const isClosed = clauses.some((clause) => clause.exceptHolidays && clause.says === "hours");
  if (named.length > 1) throw new NotUnderstood("节假日说了两样");
  const [clause] = named;
  if (clause) {
    const isSaidTwice = clause.says !== "open" && (isExcepted || isClosed);
    if (isSaidTwice || contradicts(draft, clause)) throw new NotUnderstood("节假日说了两样");
    if (clause.says === "hours") return checkedSpans(clause);
    if (clause.says === "closed") return [];
    return clause.says === "open" ? openOnHolidays(draft, week) : "unknown";
  }
  if (isClosed && (isExcepted || draft.reading.holidays !== null)) throw new NotUnderstood("节假日说了两样");
  if (isClosed) return [];
  return isExcepted ? openOnHolidays(draft, week) : null;
}

/** 夏季…;冬季…;节假日照常开放 speaks of all seasons. */
export function shareHolidays(draft: HoursDraft, made: SectionHours[]): void {
  const last = made[made.length - 1];
  const isOpen = last?.section.clauses.some((clause) => clause.holidays && clause.says === "open");
  if (made.length < 2 || isOpen !== true) return;
  for (const one of made) one.holidays ??= openOnHolidays(draft, one.week);
}

function contradicts(draft: HoursDraft, clause: Clause): boolean {
  const rule = draft.reading.holidays;
  if (rule === null || rule === "all_year") return false;
  return rule === "closed" ? clause.says !== "closed" : clause.says === "closed";
}

/**
 * Open on a holiday whatever its weekday. On a closing day it has the hours of the other days where these are all
 * alike, else nobody knows.
 */
function openOnHolidays(draft: HoursDraft, week: Week): SpecialDay {
  const closing = week.filter((day) => day !== "unknown" && day.length === 0);
  if (closing.length === 0) return "as_week";
  const open = new Set(week.filter((day) => day === "unknown" || day.length > 0).map((day) => JSON.stringify(day)));
  const [only] = week.filter((day) => day === "unknown" || day.length > 0);
  if (open.size === 1 && only !== undefined) return only;
  draft.warnings.push("节假日逢休息日开放，但没有写几点到几点，那天显示「不知道」");
  return { week: week.map((day) => (day !== "unknown" && day.length === 0 ? "unknown" : day)) };
}

export function holidayRule(draft: HoursDraft, weeks: readonly Week[], isSaidInPart: boolean): SpecialDay {
  const rule: HolidayRule | null = draft.reading.holidays;
  if (rule === "closed") return [];
  if (rule !== null) {
    const closes = weeks.some((week) => week.some((day) => isClosedDay(day)));
    if (!closes) return "as_week";
    const only = weeks.length === 1 ? weeks[0] : undefined;
    draft.warnings.push("节假日逢休息日开不开没有写，那天显示「不知道」");
    return only ? { week: only.map((day) => (isClosedDay(day) ? "unknown" : day)) } : "unknown";
  }
  return !isSaidInPart && servesWorkdaysOnly(draft.clauses) ? [] : "unknown";
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
