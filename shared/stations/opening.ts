import { beijingDayNumber, type EpochMs, MINUTE_MS, startOfBeijingDay } from "../common/time.js";
import { calendarDay } from "./calendar.js";
import type { Hours } from "./hours.js";
import { postedAt, postedTurns } from "./posted-hours.js";
import type { Closure } from "./station.js";

export { hoursOfDay } from "./posted-hours.js";

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
  /** When `state` next becomes another, closing_soon counted as open; null when not within two weeks. */
  changesAt: EpochMs | null;
  /** When it next opens, for a door that is not open; null when not known within two weeks (of a closure's end). */
  opensAt: EpochMs | null;
  /** Whether the door is open when the person gets there; null: nobody knows. */
  openOnArrival: boolean | null;
  /** Open by itself, with nobody there. */
  unattended: boolean;
  /**
   * False when an instant in this answer lies in a year whose public holidays are not announced yet: beyond the
   * holidays fixed by law, the hours are those of an ordinary week.
   */
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

type DoorState = Exclude<OpeningState, "closing_soon">;

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
  const state = stateAt(door, at);
  const changesAt = stateEndsAt(door, at, state);
  const opensAt = state === "open" ? null : nextOpening(door, at);
  return {
    state: state === "open" && isClosingSoon(door, at, changesAt) ? "closing_soon" : state,
    changesAt,
    opensAt,
    openOnArrival: opensForArrival(door, at, arrivesAt),
    unattended: state === "open" && postedAt(door.hours, at).unattended,
    calendarKnown: [at, arrivesAt, changesAt, opensAt].every(isInAnnouncedYear),
  };
}

/**
 * Whether the door is open when a person gets there; null: nobody knows. The `openOnArrival` of {@link openingAt}
 * alone, for sifting thousands of stations: it looks at no day but those of the two instants and the eves of them.
 */
export function opensForArrival(door: Door, at: EpochMs, arrivesAt: EpochMs): boolean | null {
  const isReported = door.reportedClosedUntil !== null && stateAt(door, at) === "reported_closed";
  if (isReported) return false;
  const state = stateAt(door, arrivesAt);
  return state === "unknown" ? null : state === "open";
}

function stateAt(door: Door, at: EpochMs): DoorState {
  if (closureCovers(door.closure, at)) return "temporarily_closed";
  const posted = postedAt(door.hours, at).state;
  const isReported = door.reportedClosedUntil !== null && at < door.reportedClosedUntil;
  return isReported && posted !== "closed" ? "reported_closed" : posted;
}

/** Whether a closure holds at an instant; the instant of its end is after it. */
export function closureCovers(closure: Closure | null, at: EpochMs): boolean {
  return closure !== null && closure.from <= at && (closure.until === null || at < closure.until);
}

/** A door about to be shut, by its hours or by a closure; hours that merely become unknown do not shut it. */
function isClosingSoon(door: Door, at: EpochMs, changesAt: EpochMs | null): boolean {
  return changesAt !== null && changesAt - at <= CLOSING_SOON_MS && stateAt(door, changesAt) !== "unknown";
}

function stateEndsAt(door: Door, at: EpochMs, state: DoorState): EpochMs | null {
  if (state === "temporarily_closed") return door.closure?.until ?? null;
  return firstTurn(door, at, (next) => next !== state);
}

function nextOpening(door: Door, at: EpochMs): EpochMs | null {
  const isOpen = (state: DoorState) => state === "open";
  if (!closureCovers(door.closure, at)) return firstTurn(door, at, isOpen);
  const reopens = door.closure?.until ?? null;
  if (reopens === null) return null;
  return isOpen(stateAt(door, reopens)) ? reopens : firstTurn(door, reopens, isOpen);
}

/** The first instant after `after`, up to two weeks on, from which the door is in a state that is asked for. */
function firstTurn(door: Door, after: EpochMs, isWanted: (state: DoorState) => boolean): EpochMs | null {
  const announced = [door.closure?.from, door.closure?.until, door.reportedClosedUntil];
  const firstDay = beijingDayNumber(after);
  for (let day = firstDay; day <= firstDay + HORIZON_DAYS; day++) {
    const begins = startOfBeijingDay(day);
    const ends = startOfBeijingDay(day + 1);
    const turns = [...postedTurns(door.hours, day), ...announced.filter((instant) => instant != null)]
      .filter((instant) => after < instant && begins <= instant && instant < ends)
      .sort((a, b) => a - b);
    const found = turns.find((instant) => isWanted(stateAt(door, instant)));
    if (found !== undefined) return found;
  }
  return null;
}

function isInAnnouncedYear(instant: EpochMs | null): boolean {
  return instant === null || calendarDay(beijingDayNumber(instant)).announced;
}
