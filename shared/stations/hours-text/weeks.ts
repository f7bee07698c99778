import type { Hours, Week } from "../hours.js";
import { dateWords } from "../hours-words.js";
import type { Clause, Reading } from "./clause.js";
import { isClosedDay, isGeneralHours, isOfWeek, WEEKEND } from "./clause-kinds.js";
import { checkedSpans, dayHours } from "./day-hours.js";
import { NotUnderstood } from "./not-understood.js";
import { holidayRule, holidaysOf, type SectionHours, shareHolidays } from "./section-holidays.js";
import { UNKNOWN_WEEK, weekOf } from "./section-week.js";
import { type HoursDraft, settleSections } from "./settle-sections.js";
import { overlapOf, rangesCoverTheYear } from "./year-ranges.js";

const MOST_SEASONS = 12;
const MOST_NAMED_DAYS = 24;

/** The hours that clauses mean, with words for whoever wrote them. */
export interface Meaning {
  hours: Omit<Hours, "note">;
  warnings: string[];
}

/** Throws `NotUnderstood` where two clauses disagree on most of the days. */
export function hoursOf(reading: Reading): Meaning {
  const draft = settleSections(reading);
  const made = draft.sections.map((section): SectionHours => {
    const week = weekOf(draft, section);
    return { section, week, holidays: holidaysOf(draft, section, week) };
  });
  shareHolidays(draft, made);
  const base = made.find(({ section }) => section.ranges.length === 0);
  const seasonal = made.filter(({ section }) => section.ranges.length > 0);
  const weeks = made.map(({ week }) => week);
  const week = base?.week ?? UNKNOWN_WEEK;
  if (weeks.every((each) => each.every((day) => day === "unknown"))) throw new NotUnderstood("没有写几点到几点");
  requireFiveDays(draft, weeks);
  const { seasons, holidays } = seasonsAndHolidays(draft, seasonal, base);
  const namedDays = namedDaysOf(draft);
  const hours = {
    week,
    holidays,
    adjustedWorkdays: adjustedWorkdayHours(draft.clauses, weeks),
    seasons,
    ...(namedDays.length > 0 ? { namedDays } : {}),
    exceptions: exceptions(draft),
  };
  return { hours, warnings: draft.warnings };
}

function seasonsAndHolidays(
  draft: HoursDraft,
  seasonal: readonly SectionHours[],
  base: SectionHours | undefined,
): Pick<Hours, "seasons" | "holidays"> {
  const made = base ? [base, ...seasonal] : seasonal;
  const said = made.filter(({ holidays }) => holidays !== null);
  const seasons = overlaps(draft, seasonal);
  const isOfAll = said.length === 1 && made.length > 1 && said[0]?.section === made[made.length - 1]?.section;
  const [first] = said;
  const values = new Set(made.map(({ holidays }) => JSON.stringify(holidays)));
  // 节假日休息 behind the last season is meant for all; 节假日 9:00-17:00 may not be.
  const isPlain = first !== undefined && (first.holidays === "as_week" || isClosedDay(first.holidays));
  for (const { section, week, holidays } of seasonal) {
    for (const { from, to } of section.ranges) {
      const own = values.size > 1 && !(isOfAll && isPlain) && holidays !== null ? { holidays } : {};
      seasons.push({ from, to, week, ...own });
    }
  }
  if (seasons.length > MOST_SEASONS) throw new NotUnderstood("季节太多");
  const shared = values.size === 1 || (isOfAll && isPlain) ? (first?.holidays ?? null) : (base?.holidays ?? null);
  return {
    seasons,
    holidays:
      shared ??
      holidayRule(
        draft,
        made.map(({ week }) => week),
        said.length > 0,
      ),
  };
}

/** Days that two seasons both claim, with different hours: nobody knows which holds. */
function overlaps(draft: HoursDraft, seasonal: readonly SectionHours[]): Hours["seasons"] {
  const doubtful = seasonal.flatMap((one, position) =>
    seasonal.slice(position + 1).flatMap((other) => {
      if (JSON.stringify([one.week, one.holidays]) === JSON.stringify([other.week, other.holidays])) return [];
      return overlapOf(one.section.ranges, other.section.ranges);
    }),
  );
  if (doubtful.length > 0) {
    const words = doubtful
      .map(({ from, to }) => (from === to ? dateWords(from) : `${dateWords(from)}到${dateWords(to)}`))
      .join("、");
    draft.warnings.push(`${words} 写了两遍，时间不一样；这些日子显示「不知道」`);
  }
  return doubtful.map(({ from, to }) => ({ from, to, week: UNKNOWN_WEEK }));
}

function namedDaysOf(draft: HoursDraft): NonNullable<Hours["namedDays"]> {
  const found = new Map<string, NonNullable<Hours["namedDays"]>[number]>();
  for (const clause of draft.clauses.filter(({ named }) => named.length > 0)) {
    const hours = clause.says === "open" ? "as_week" : dayHours(clause, null);
    for (const day of clause.named) {
      if (found.has(day)) throw new NotUnderstood("同一天说了两样");
      found.set(day, { day, hours });
    }
  }
  if (found.size > MOST_NAMED_DAYS) throw new NotUnderstood("单独写的日子太多");
  // A single day outweighs the days off around it.
  const rank = (day: string) => (day.endsWith("-holiday") ? 2 : /\d|lunar/.test(day) ? 0 : 1);
  return [...found.values()].sort((a, b) => rank(a.day) - rank(b.day));
}

function exceptions(draft: HoursDraft): Hours["exceptions"] {
  const dated = draft.clauses.filter(({ dates }) => dates.length > 0);
  const general = draft.clauses.find(isGeneralHours);
  const exceptions = dated.flatMap((clause) => {
    const hours = dayHours(clause, general ? checkedSpans(general) : null);
    return clause.dates.map((date) => ({ date, hours }));
  });
  if (new Set(exceptions.map(({ date }) => date)).size < exceptions.length) throw new NotUnderstood("同一天说了两样");
  if (exceptions.length > 60) throw new NotUnderstood("单独写的日子太多");
  return exceptions;
}

/** 做五休二 may rest on any two days; beside five named ones it says nothing new. */
function requireFiveDays(draft: HoursDraft, weeks: readonly Week[]): void {
  if (!draft.reading.fiveDaysAWeek) return;
  const isFive = (week: Week) => week.filter(isClosedDay).length === 2 && !week.includes("unknown");
  const saysWhich = draft.clauses.some((clause) => isOfWeek(clause));
  if (!saysWhich || !weeks.every(isFive)) throw new NotUnderstood("没有写是哪两天休息；请写 周一至周五 这样的日子");
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
  return WEEKEND.every(isOpen) && [0, 1, 2, 3, 4].some(isOpen);
}

/** Whether hours leave some day of the year unsaid, holidays and 调休 apart. */
export function leavesDaysUnsaid({ week, seasons }: Pick<Hours, "week" | "seasons">): boolean {
  const weeks = seasons.map((season) => season.week);
  if (!rangesCoverTheYear(seasons)) weeks.push(week);
  return weeks.some((each) => each.some((day) => day === "unknown"));
}
