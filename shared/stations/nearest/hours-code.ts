import type { DayHours, Hours, OpeningSpan, SpecialDay, Week } from "../hours.js";

/** A span without its names; a third member says that nobody is there. */
type SpanCode = [opens: number, closes: number, unattended?: 1];
/** 0: nobody has told us. */
type DayCode = SpanCode[] | 0;
/** One day stands for seven that are alike. */
type WeekCode = DayCode[];
/** 1: as in the week. */
type SpecialDayCode = DayCode | 1 | { week: WeekCode };
type HoursCode = [
  week: WeekCode,
  holidays: SpecialDayCode,
  adjustedWorkdays: SpecialDayCode,
  seasons: [from: string, to: string, week: WeekCode, holidays?: SpecialDayCode][],
  exceptions: [date: string, hours: DayCode][],
  namedDays?: [day: string, hours: DayCode | 1][],
];

/**
 * Hours as a short text, equal for equal hours: what the opening rule goes by, and nothing else. Notes are left out.
 */
export function hoursCode(hours: Hours): string {
  const namedDays = hours.namedDays?.map(({ day, hours: ofDay }): [string, DayCode | 1] => [
    day,
    ofDay === "as_week" ? 1 : dayCode(ofDay),
  ]);
  const code: HoursCode = [
    weekCode(hours.week),
    specialCode(hours.holidays),
    specialCode(hours.adjustedWorkdays),
    hours.seasons.map(({ from, to, week, holidays }) =>
      holidays === undefined ? [from, to, weekCode(week)] : [from, to, weekCode(week), specialCode(holidays)],
    ),
    hours.exceptions.map(({ date, hours: ofDate }) => [date, dayCode(ofDate)]),
  ];
  return JSON.stringify(namedDays ? [...code, namedDays] : code);
}

/** The hours of a text that {@link hoursCode} made. */
export function hoursOfCode(text: string): Hours {
  const [week, holidays, adjustedWorkdays, seasons, exceptions, namedDays]: HoursCode = JSON.parse(text);
  return {
    week: weekOf(week),
    holidays: specialOf(holidays),
    adjustedWorkdays: specialOf(adjustedWorkdays),
    seasons: seasons.map(([from, to, ofSeason, onHolidays]) => ({
      from,
      to,
      week: weekOf(ofSeason),
      ...(onHolidays === undefined ? {} : { holidays: specialOf(onHolidays) }),
    })),
    exceptions: exceptions.map(([date, hours]) => ({ date, hours: dayOf(hours) })),
    ...(namedDays === undefined
      ? {}
      : { namedDays: namedDays.map(([day, hours]) => ({ day, hours: hours === 1 ? "as_week" : dayOf(hours) })) }),
    note: null,
  };
}

function specialCode(special: SpecialDay): SpecialDayCode {
  if (special === "as_week") return 1;
  return typeof special === "object" && "week" in special ? { week: weekCode(special.week) } : dayCode(special);
}

function specialOf(code: SpecialDayCode): SpecialDay {
  if (code === 1) return "as_week";
  return typeof code === "object" && "week" in code ? { week: weekOf(code.week) } : dayOf(code);
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
