import type { SpecialDay } from "../hours.js";
import { type Clause, coversDay, namesDays } from "./clause.js";

export const WEEKEND = [5, 6];

export function isClosedDay(day: SpecialDay | null): boolean {
  return Array.isArray(day) && day.length === 0;
}

/** Said of all days that nothing else is said of. */
export function isGeneral(clause: Clause): boolean {
  const isOfDates = clause.named.length > 0 || clause.dates.length > 0;
  return clause.everyDay || clause.others || (!namesDays(clause) && !isOfDates);
}

export function isGeneralHours(clause: Clause): boolean {
  return isGeneral(clause) && clause.says === "hours";
}

export function isOfWeek(clause: Clause): boolean {
  return !isGeneral(clause) && (clause.days.size > 0 || clause.workdays);
}

export function coversWeekend(clause: Clause): boolean {
  return WEEKEND.some((day) => coversDay(clause, day));
}
