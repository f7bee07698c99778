import { DAY_MINUTES, DAY_MS } from "../../core/time.js";
import type { DayHours, Hours, OpeningSpan, Week } from "../hours.js";
import { type Clause, namesDays, type Reading, type Section } from "./clauses.js";
import { NotUnderstood } from "./not-understood.js";

const MONDAY_TO_FRIDAY = [0, 1, 2, 3, 4];
const WEEKEND = [5, 6];
const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];
const UNKNOWN_WEEK: Week = ALL_DAYS.map(() => "unknown");
const LEAP_YEAR_START_MS = 1_704_067_200_000; // 2024-01-01
const MOST_SPANS_A_DAY = 6;
const MOST_SEASONS = 8;

/** The hours that clauses mean. Throws `NotUnderstood` where two of them disagree. */
export function hoursOf(reading: Reading): Omit<Hours, "note"> {
  const base = reading.sections.filter(({ range }) => range === null);
  const seasonal = reading.sections.filter((section) => section.range !== null);
  if (base.length > 1 || seasonal.length > MOST_SEASONS) throw new NotUnderstood("分不清哪个时间是哪个季节的");
  requireSameDays(reading.sections);
  const clauses = reading.sections.flatMap((section) => section.clauses);
  const holidays = holidayHours(reading, clauses);
  const seasons = seasonal.map(({ range, clauses: own }) => {
    if (own.some((clause) => clause.holidays && clause.says === "hours")) {
      throw new NotUnderstood("节假日的时间不能只写在一个季节里");
    }
    return { from: range?.from ?? "", to: range?.to ?? "", week: weekOf(own, clauses) };
  });
  const week = base[0] ? weekOf(base[0].clauses, clauses) : UNKNOWN_WEEK;
  const weeks = base[0] ? [week, ...seasons.map((season) => season.week)] : seasons.map((season) => season.week);
  if (weeks.every((each) => each.every((day) => day === "unknown"))) throw new NotUnderstood("没有写几点到几点");
  return { week, holidays, adjustedWorkdays: adjustedWorkdayHours(clauses, weeks), seasons, exceptions: [] };
}

/** 周日休息 after the last of several seasons may be meant for all of them: nobody can tell. */
function requireSameDays(sections: readonly Section[]): void {
  const named = sections.map(({ clauses }) =>
    ALL_DAYS.filter((day) => clauses.some((clause) => isExplicit(clause) && daysOf(clause).includes(day))).join(),
  );
  if (new Set(named).size > 1) throw new NotUnderstood("分不清休息的日子是哪个季节的");
}

function isExplicit(clause: Clause): boolean {
  return clause.days.size > 0 || clause.workdays;
}

function daysOf(clause: Clause): number[] {
  return [...new Set([...clause.days, ...(clause.workdays ? MONDAY_TO_FRIDAY : [])])];
}

function weekOf(clauses: readonly Clause[], all: readonly Clause[]): Week {
  const everyDay = clauses.filter((clause) => !namesDays(clause));
  const explicit = clauses.filter(isExplicit);
  if (everyDay.length > 1) throw new NotUnderstood("每天的时间说了两遍");
  const general = everyDay[0] ? checkedSpans(everyDay[0].spans) : null;
  const week = new Map<number, DayHours>();
  for (const clause of explicit) {
    const days = daysOf(clause);
    if (general && !everyDay[0]?.others && clause.says === "hours" && days.length > WEEKEND.length) {
      throw new NotUnderstood("大多数日子说了两样");
    }
    for (const day of days) {
      if (week.has(day)) throw new NotUnderstood("同一天说了两样");
      week.set(day, dayHours(clause, general));
    }
  }
  if (general && week.size === ALL_DAYS.length) throw new NotUnderstood("有的时间不知道是哪天的");
  const unnamed = general ?? unnamedDay(explicit);
  const weekendDoubtful = !general && mayIncludeWeekend(all);
  return ALL_DAYS.map((day) => week.get(day) ?? (weekendDoubtful && WEEKEND.includes(day) ? "unknown" : unnamed));
}

/** Days that a list of days leaves out are shut; beside 周日休息 alone, nobody has told us. */
function unnamedDay(explicit: readonly Clause[]): DayHours {
  return explicit.some((clause) => clause.says === "hours" || clause.says === "open") ? [] : "unknown";
}

/** Beside 工作日, people say 节假日 for weekends as well. */
function mayIncludeWeekend(clauses: readonly Clause[]): boolean {
  const opensOnHolidays = clauses.some((clause) => clause.holidays && clause.says !== "closed");
  return opensOnHolidays && clauses.some((clause) => clause.workdays);
}

function dayHours(clause: Clause, general: OpeningSpan[] | null): DayHours {
  if (clause.says === "hours") return checkedSpans(clause.spans);
  if (clause.says === "closed") return [];
  return clause.says === "open" ? (general ?? "unknown") : "unknown";
}

/** Spans in the order of the day: 8:30-12:00,1:30-5:30 would otherwise open a door at half past one in the night. */
function checkedSpans(spans: readonly OpeningSpan[]): OpeningSpan[] {
  if (spans.length > MOST_SPANS_A_DAY) throw new NotUnderstood("一天里的时间段太多");
  spans.forEach((span, position) => {
    const previous = spans[position - 1];
    if (previous && span.opens < previous.closes) throw new NotUnderstood("一天里的时间段前后不对");
  });
  const [first, last] = [spans[0], spans[spans.length - 1]];
  if (first && last && spans.length > 1 && last.closes - DAY_MINUTES > first.opens) {
    throw new NotUnderstood("一天里的时间段有重叠");
  }
  return [...spans];
}

function holidayHours({ holidays }: Reading, clauses: readonly Clause[]): Hours["holidays"] {
  const named = clauses.filter((clause) => clause.holidays);
  if (named.length > 1 || (named.length > 0 && holidays !== null)) throw new NotUnderstood("节假日说了两样");
  if (holidays !== null) return holidays === "closed" ? [] : "as_week";
  const [clause] = named;
  if (!clause) return servesWorkdaysOnly(clauses) ? [] : "unknown";
  if (clause.says === "hours") return checkedSpans(clause.spans);
  if (clause.says === "closed") return [];
  return clause.says === "open" ? "as_week" : "unknown";
}

/** 工作日 excludes public holidays, unless the door is open on other days as well. */
function servesWorkdaysOnly(clauses: readonly Clause[]): boolean {
  if (!clauses.some((clause) => clause.workdays)) return false;
  return clauses.every(
    (clause) => clause.says === "closed" || (clause.workdays && clause.days.size === 0) || isWithinWeek(clause),
  );
}

function isWithinWeek(clause: Clause): boolean {
  return isExplicit(clause) && daysOf(clause).every((day) => MONDAY_TO_FRIDAY.includes(day));
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
  return WEEKEND.every(isOpen) && MONDAY_TO_FRIDAY.some(isOpen);
}

/** Whether hours leave some day of the year unsaid, holidays and 调休 apart. */
export function leavesDaysUnsaid({ week, seasons }: Pick<Hours, "week" | "seasons">): boolean {
  const weeks = seasons.map((season) => season.week);
  if (!coverTheYear(seasons)) weeks.push(week);
  return weeks.some((each) => each.some((day) => day === "unknown"));
}

function coverTheYear(seasons: Hours["seasons"]): boolean {
  if (seasons.length === 0) return false;
  const days = Array.from({ length: 366 }, (_, day) =>
    new Date(LEAP_YEAR_START_MS + day * DAY_MS).toISOString().slice(5, 10),
  );
  return days.every((day) =>
    seasons.some(({ from, to }) => (from <= to ? from <= day && day <= to : day >= from || day <= to)),
  );
}
