import {
  beijingDate,
  beijingDayNumber,
  DAY_MINUTES,
  type EpochMs,
  MINUTE_MS,
  startOfBeijingDay,
  weekdayOf,
} from "../core/time.js";
import { dayKind, isYearAnnounced } from "./calendar.js";
import type { DayHours, Hours, Week } from "./hours.js";
import type { Closure } from "./station.js";

export const OPENING_STATES = [
  "open",
  "closing_soon",
  "closed",
  "temporarily_closed",
  "reported_closed",
  "unknown",
] as const;
export type OpeningState = (typeof OPENING_STATES)[number];

/** What is answered about a door, at an instant, for somebody who arrives at another. */
export interface Opening {
  state: OpeningState;
  /** When the door next changes between open, shut and unknown; null when not within two weeks. */
  changesAt: EpochMs | null;
  /** When it next opens, for a door that is not open; null when not known within two weeks. */
  opensAt: EpochMs | null;
  /** Whether the door is open when the person gets there; null: nobody knows. */
  openOnArrival: boolean | null;
  /** Open by itself, with nobody there. */
  unattended: boolean;
  /** False when the public holidays of that year are not announced yet: the hours are those of an ordinary week. */
  calendarKnown: boolean;
}

/** What the rule needs of a station. */
export interface Door {
  hours: Hours;
  closure: Closure | null;
  reportedClosedUntil: EpochMs | null;
}

export const CLOSING_SOON_MS = 30 * MINUTE_MS;
const HORIZON_DAYS = 14;

type Posted = "open" | "closed" | "unknown";

/**
 * The state of a door, in Beijing time wherever it runs.
 *
 * A closure outweighs a report, a report outweighs the posted hours, and a report of a shut door says nothing new
 * while the hours say closed. `openOnArrival` follows docs/decisions/0004-opening-rule.md.
 *
 * @param at the instant asked about
 * @param arrivesAt when the person gets there, not before `at`
 */
export function openingAt(door: Door, at: EpochMs, arrivesAt: EpochMs = at): Opening {
  const posted = postedAt(door.hours, at);
  const closed = closureCovers(door.closure, at);
  const reported = isReportedClosed(door, at) && posted.state !== "closed";
  const changesAt = closed ? (door.closure?.until ?? null) : nextPostedChange(door.hours, at, posted.state);
  const isOpen = posted.state === "open" && !closed && !reported;
  return {
    state: closed ? "temporarily_closed" : reported ? "reported_closed" : openState(posted.state, at, changesAt, door),
    changesAt:
      reported && !closed ? door.reportedClosedUntil : soonest(changesAt, isOpen ? closureStart(door, at) : null),
    opensAt: isOpen ? null : nextOpening(door, at, reported),
    openOnArrival: openOnArrival(door, at, arrivesAt),
    unattended: isOpen && posted.unattended,
    calendarKnown: isYearAnnounced(beijingDate(beijingDayNumber(at))),
  };
}

function openState(posted: Posted, at: EpochMs, changesAt: EpochMs | null, door: Door): OpeningState {
  if (posted !== "open") return posted;
  const closesAt = soonest(changesAt, closureStart(door, at));
  return closesAt !== null && closesAt - at <= CLOSING_SOON_MS ? "closing_soon" : "open";
}

function openOnArrival(door: Door, at: EpochMs, arrivesAt: EpochMs): boolean | null {
  if (closureCovers(door.closure, arrivesAt) || isReportedClosed(door, at)) return false;
  const { state } = postedAt(door.hours, arrivesAt);
  return state === "unknown" ? null : state === "open";
}

function isReportedClosed(door: Door, at: EpochMs): boolean {
  return door.reportedClosedUntil !== null && at < door.reportedClosedUntil;
}

function closureCovers(closure: Closure | null, at: EpochMs): boolean {
  return closure !== null && closure.from <= at && (closure.until === null || at < closure.until);
}

function closureStart(door: Door, at: EpochMs): EpochMs | null {
  return door.closure !== null && door.closure.from > at ? door.closure.from : null;
}

function soonest(a: EpochMs | null, b: EpochMs | null): EpochMs | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/** The hours of one day, by precedence: dated exception, public holiday, 调休, season, week. */
export function hoursOfDay(hours: Hours, dayNumber: number): DayHours {
  const date = beijingDate(dayNumber);
  const exception = hours.exceptions.find((candidate) => candidate.date === date);
  if (exception) return exception.hours;
  const ofWeek = weekOn(hours, date.slice(5))[weekdayOf(dayNumber)] ?? "unknown";
  const kind = dayKind(date);
  if (kind === "holiday") return hours.holidays === "as_week" ? ofWeek : hours.holidays;
  if (kind === "adjusted_workday") return hours.adjustedWorkdays === "as_week" ? ofWeek : hours.adjustedWorkdays;
  return ofWeek;
}

function weekOn(hours: Hours, monthDay: string): Week {
  const season = hours.seasons.find(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to,
  );
  return season?.week ?? hours.week;
}

/** What the posted hours say of an instant, counting a night span that began the day before. */
function postedAt(hours: Hours, at: EpochMs): { state: Posted; unattended: boolean } {
  const today = beijingDayNumber(at);
  const minute = (at - startOfBeijingDay(today)) / MINUTE_MS;
  const spansToday = hoursOfDay(hours, today);
  const spansYesterday = hoursOfDay(hours, today - 1);
  const covering = [
    ...(spansToday === "unknown" ? [] : spansToday.filter((span) => span.opens <= minute && minute < span.closes)),
    ...(spansYesterday === "unknown" ? [] : spansYesterday.filter((span) => minute + DAY_MINUTES < span.closes)),
  ];
  if (covering.length > 0) return { state: "open", unattended: covering.every((span) => span.unattended === true) };
  return { state: spansToday === "unknown" ? "unknown" : "closed", unattended: false };
}

/** Every instant within the horizon at which the posted hours may change: span ends and midnights. */
function* boundariesAfter(hours: Hours, at: EpochMs): Generator<EpochMs> {
  const today = beijingDayNumber(at);
  const instants = new Set<EpochMs>();
  for (let day = today - 1; day <= today + HORIZON_DAYS; day++) {
    const midnight = startOfBeijingDay(day);
    instants.add(midnight);
    const spans = hoursOfDay(hours, day);
    if (spans === "unknown") continue;
    for (const span of spans) {
      instants.add(midnight + span.opens * MINUTE_MS);
      instants.add(midnight + span.closes * MINUTE_MS);
    }
  }
  yield* [...instants].filter((instant) => instant > at).sort((a, b) => a - b);
}

function nextPostedChange(hours: Hours, at: EpochMs, current: Posted): EpochMs | null {
  for (const instant of boundariesAfter(hours, at)) {
    if (postedAt(hours, instant).state !== current) return instant;
  }
  return null;
}

function nextOpening(door: Door, at: EpochMs, reported: boolean): EpochMs | null {
  const reopens = closureCovers(door.closure, at) ? (door.closure?.until ?? null) : null;
  if (closureCovers(door.closure, at) && reopens === null) return null;
  const from = Math.max(reopens ?? at, reported ? (door.reportedClosedUntil ?? at) : at);
  if (from > at && postedAt(door.hours, from).state === "open") return from;
  for (const instant of boundariesAfter(door.hours, from)) {
    if (postedAt(door.hours, instant).state === "open" && !closureCovers(door.closure, instant)) return instant;
  }
  return null;
}
