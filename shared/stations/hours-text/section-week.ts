import type { DayHours, Week } from "../hours.js";
import { ALL_DAYS, type Clause, coversDay, type Section } from "./clause.js";
import { isGeneral, isOfWeek, WEEKEND } from "./clause-kinds.js";
import { dayHours } from "./day-hours.js";
import { NotUnderstood } from "./not-understood.js";
import type { HoursDraft } from "./settle-sections.js";
import { rangeDays } from "./year-ranges.js";

export const UNKNOWN_WEEK: Week = ALL_DAYS.map(() => "unknown");
/** 10月1日至10月7日 without a year may be this year's only. */
const SHORTEST_SEASON_DAYS = 21;

export function weekOf(draft: HoursDraft, section: Section): Week {
  const { clauses } = section;
  if (isShort(draft, section)) return UNKNOWN_WEEK;
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
  const unnamed = general ?? unnamedDay(draft, section, explicit);
  const weekendDoubtful = !general && mayIncludeWeekend(draft.clauses);
  const doubtful = draft.doubtful.get(section);
  return ALL_DAYS.map((day) => {
    if (doubtful?.has(day) === true) return "unknown";
    return week.get(day) ?? (weekendDoubtful && WEEKEND.includes(day) ? "unknown" : unnamed);
  });
}

/** Days that a list of days leaves out are shut; beside 周日休息 alone, nobody has told us. */
function unnamedDay(draft: HoursDraft, section: Section, explicit: readonly Clause[]): DayHours {
  if (!explicit.some((clause) => clause.says === "hours" || clause.says === "open")) return "unknown";
  const leavesOut = draft.sections.some(
    (other) =>
      other !== section &&
      other.ranges.length > 0 &&
      other.clauses.every((clause) => clause.says === "closed" && isOfWeek(clause)),
  );
  return leavesOut ? "unknown" : [];
}

function isShort(draft: HoursDraft, { ranges, clauses }: Section): boolean {
  const days = ranges.reduce((sum, range) => sum + rangeDays(range).length, 0);
  if (ranges.length === 0 || days >= SHORTEST_SEASON_DAYS || draft.reading.yearly) return false;
  if (clauses.some(({ says }) => says === "hours" || says === "closed")) {
    draft.warnings.push("只有几天的日期没有写是哪一年，这几天显示「不知道」；每年都这样请写「每年」");
  }
  return true;
}

/** Beside 工作日, people say 节假日 for weekends as well. */
function mayIncludeWeekend(clauses: readonly Clause[]): boolean {
  const opensOnHolidays = clauses.some((clause) => clause.holidays && clause.says !== "closed");
  return opensOnHolidays && clauses.some((clause) => clause.workdays || (clause.usual && !clause.everyDay));
}
