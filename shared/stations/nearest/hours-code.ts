import type { DayHours, Hours, OpeningSpan, Week } from "../hours.js";

/** A span without its names; a third member says that nobody is there. */
type SpanCode = [opens: number, closes: number, unattended?: 1];
/** 0: nobody has told us. */
type DayCode = SpanCode[] | 0;
/** 1: as in the week. */
type SpecialDayCode = DayCode | 1;
/** One day stands for seven that are alike. */
type WeekCode = DayCode[];
type HoursCode = [
  week: WeekCode,
  holidays: SpecialDayCode,
  adjustedWorkdays: SpecialDayCode,
  seasons: [from: string, to: string, week: WeekCode][],
  exceptions: [date: string, hours: DayCode][],
];

/**
 * Hours as a short text, equal for equal hours: what the opening rule goes by, and nothing else. Notes are left out.
 */
export function hoursCode(hours: Hours): string {
  const code: HoursCode = [
    weekCode(hours.week),
    hours.holidays === "as_week" ? 1 : dayCode(hours.holidays),
    hours.adjustedWorkdays === "as_week" ? 1 : dayCode(hours.adjustedWorkdays),
    hours.seasons.map(({ from, to, week }) => [from, to, weekCode(week)]),
    hours.exceptions.map(({ date, hours: ofDate }) => [date, dayCode(ofDate)]),
  ];
  return JSON.stringify(code);
}

/** The hours of a text that {@link hoursCode} made. */
export function hoursOfCode(text: string): Hours {
  const [week, holidays, adjustedWorkdays, seasons, exceptions]: HoursCode = JSON.parse(text);
  return {
    week: weekOf(week),
    holidays: holidays === 1 ? "as_week" : dayOf(holidays),
    adjustedWorkdays: adjustedWorkdays === 1 ? "as_week" : dayOf(adjustedWorkdays),
    seasons: seasons.map(([from, to, ofSeason]) => ({ from, to, week: weekOf(ofSeason) })),
    exceptions: exceptions.map(([date, hours]) => ({ date, hours: dayOf(hours) })),
    note: null,
  };
}

function weekCode(week: Week): WeekCode {
  const days = week.map(dayCode);
  const first = JSON.stringify(days[0]);
  return days.every((day) => JSON.stringify(day) === first) ? days.slice(0, 1) : days;
}

function dayCode(day: DayHours): DayCode {
  if (day === "unknown") return 0;
  return day.map(({ opens, closes, unattended }) => (unattended ? [opens, closes, 1] : [opens, closes]));
}

function weekOf(days: WeekCode): Week {
  const week = days.map(dayOf);
  const [same] = week;
  return week.length === 1 && same !== undefined ? Array.from({ length: 7 }, () => same) : week;
}

function dayOf(day: DayCode): DayHours {
  if (day === 0) return "unknown";
  return day.map(
    ([opens, closes, unattended]): OpeningSpan =>
      unattended ? { opens, closes, unattended: true } : { opens, closes },
  );
}
