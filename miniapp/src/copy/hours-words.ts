import { type BeijingDate, beijingDate, beijingDayNumber, type EpochMs, weekdayOf } from "../../../shared/core/time";
import { dayKind } from "../../../shared/stations/calendar";
import type { DayHours, Hours, Week } from "../../../shared/stations/hours";
import { dateWords, dayWords, weekdayName, weekInShort } from "../../../shared/stations/hours-words";
import { hoursOfDay } from "../../../shared/stations/opening";

export interface WeekRow {
  weekday: number;
  name: string;
  lines: string[];
  isToday: boolean;
}

/** A line about days that differ from the week. */
export interface HoursNote {
  title: string;
  lines: string[];
}

export interface HoursWords {
  week: WeekRow[];
  /** Today, where a holiday, 调休 or a dated exception sets it apart from its weekday. */
  today: HoursNote | null;
  others: HoursNote[];
  note: string | null;
}

/** Everything the hours say, in words, with today marked; `now` is the server's time. */
export function hoursWords(hours: Hours, now: EpochMs): HoursWords {
  const todayNumber = beijingDayNumber(now);
  const today = beijingDate(todayNumber);
  const season = seasonOf(hours, today);
  const week = season?.week ?? hours.week;
  return {
    week: weekRows(week, weekdayOf(todayNumber)),
    today: todayApart(hours, week, todayNumber),
    others: [...seasonNotes(hours, season), ...specialDays(hours), ...exceptionNotes(hours, today)],
    note: hours.note,
  };
}

function weekRows(week: Week, today: number): WeekRow[] {
  return week.map((day, weekday) => ({
    weekday,
    name: weekdayName(weekday),
    lines: dayWords(day),
    isToday: weekday === today,
  }));
}

function todayApart(hours: Hours, week: Week, todayNumber: number): HoursNote | null {
  const date = beijingDate(todayNumber);
  const exception = hours.exceptions.find((candidate) => candidate.date === date);
  const kind = dayKind(date);
  if (!exception && kind === "ordinary") return null;
  const applies = hoursOfDay(hours, todayNumber);
  if (sameDay(applies, week[weekdayOf(todayNumber)])) return null;
  const why = exception ? (exception.note ?? "今天例外") : kind === "holiday" ? "节假日" : "调休上班日";
  return { title: `今天 · ${why}`, lines: dayWords(applies) };
}

function sameDay(a: DayHours, b: DayHours | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function seasonOf(hours: Hours, date: BeijingDate): Hours["seasons"][number] | undefined {
  const monthDay = date.slice(5);
  return hours.seasons.find(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to,
  );
}

function seasonNotes(hours: Hours, current: Hours["seasons"][number] | undefined): HoursNote[] {
  const notes = hours.seasons
    .filter((season) => season !== current)
    .map(({ from, to, week }) => ({ title: `${dateWords(from)}到${dateWords(to)}`, lines: weekInShort(week) }));
  if (current) notes.push({ title: "其他日子", lines: weekInShort(hours.week) });
  return notes;
}

function specialDays(hours: Hours): HoursNote[] {
  return [
    { title: "节假日", lines: dayWords(hours.holidays) },
    { title: "调休上班日", lines: dayWords(hours.adjustedWorkdays) },
  ];
}

const EXCEPTIONS_SHOWN = 10;

function exceptionNotes(hours: Hours, today: BeijingDate): HoursNote[] {
  return hours.exceptions
    .filter(({ date }) => date >= today)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, EXCEPTIONS_SHOWN)
    .map(({ date, hours: day, note }) => ({
      title: dateWords(date) + (note ? ` · ${note}` : ""),
      lines: dayWords(day),
    }));
}
