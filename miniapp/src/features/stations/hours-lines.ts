import {
  type BeijingDate,
  beijingDate,
  beijingDayNumber,
  type EpochMs,
  weekdayOf,
} from "../../../../shared/common/time";
import { type DayKind, dayKind, isNamedDay } from "../../../../shared/stations/calendar";
import type { DayHours, Hours, Week } from "../../../../shared/stations/hours";
import {
  dateWords,
  dayWords,
  namedDayWords,
  specialDayWords,
  weekdayName,
  weekInShort,
  weekRuns,
} from "../../../../shared/stations/hours-words";
import { hoursOfDay } from "../../../../shared/stations/opening";
import { seasonOn } from "../../../../shared/stations/posted-hours";

/** A line about some days. */
export interface HoursNote {
  title: string;
  lines: string[];
}

export interface HoursWords {
  /** What holds today; `isApart` where a holiday, 调休 or a dated exception sets it apart from its weekday. */
  today: HoursNote & { isApart: boolean };
  /** The week, days alike in one line. */
  week: HoursNote[];
  others: HoursNote[];
  note: string | null;
}

/** Everything the hours say, in words, today first; `now` is the server's time. */
export function hoursWords(hours: Hours, now: EpochMs): HoursWords {
  const todayNumber = beijingDayNumber(now);
  const today = beijingDate(todayNumber);
  const season = seasonOn(hours, today.slice(5));
  const week = season?.week ?? hours.week;
  return {
    today: todayApart(hours, week, todayNumber) ?? ordinaryToday(week, weekdayOf(todayNumber)),
    week: weekRuns(week).map(({ days, lines }) => ({ title: days, lines })),
    others: [...seasonNotes(hours, season), ...specialDays(hours, season), ...exceptionNotes(hours, today)],
    note: hours.note,
  };
}

function ordinaryToday(week: Week, weekday: number): HoursWords["today"] {
  return { title: `${weekdayName(weekday)} · 今天`, lines: dayWords(week[weekday] ?? "unknown"), isApart: false };
}

function todayApart(hours: Hours, week: Week, todayNumber: number): HoursWords["today"] | null {
  const date = beijingDate(todayNumber);
  const exception = hours.exceptions.find((candidate) => candidate.date === date);
  const kind = dayKind(date);
  const named = hours.namedDays?.find(({ day }) => isNamedDay(todayNumber, day));
  if (!exception && !named && kind === "ordinary") return null;
  const applies = hoursOfDay(hours, todayNumber);
  if (sameDay(applies, week[weekdayOf(todayNumber)])) return null;
  return { title: `今天 · ${whyApart(exception, named, kind)}`, lines: dayWords(applies), isApart: true };
}

function whyApart(
  exception: Hours["exceptions"][number] | undefined,
  named: NonNullable<Hours["namedDays"]>[number] | undefined,
  kind: DayKind,
): string {
  if (exception) return exception.note ?? "今天例外";
  if (named) return namedDayWords(named.day);
  return kind === "holiday" ? "节假日" : "调休上班日";
}

function sameDay(a: DayHours, b: DayHours | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function seasonNotes(hours: Hours, current: Hours["seasons"][number] | undefined): HoursNote[] {
  const notes = hours.seasons
    .filter((season) => season !== current)
    .map(({ from, to, week }) => ({ title: `${dateWords(from)}到${dateWords(to)}`, lines: weekInShort(week) }));
  if (current) notes.push({ title: "其他日子", lines: weekInShort(hours.week) });
  return notes;
}

function specialDays(hours: Hours, current: Hours["seasons"][number] | undefined): HoursNote[] {
  const named = hours.namedDays ?? [];
  return [
    { title: "节假日", lines: specialDayWords(current?.holidays ?? hours.holidays) },
    ...named.map(({ day, hours: ofDay }) => ({ title: namedDayWords(day), lines: dayWords(ofDay) })),
    { title: "调休上班日", lines: specialDayWords(hours.adjustedWorkdays) },
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
