import { beijingDayNumber, type EpochMs, startOfBeijingDay } from "../../common/time.js";
import type { Hours } from "../hours.js";
import { type Door, opensForArrival } from "../opening.js";
import { postedAt, postedTurns } from "../posted-hours.js";

/** When a service is there for somebody who arrives at an instant. */
export interface ServiceTime {
  /** Whether it is there when the person arrives; null: nobody knows, of the service or of the door. */
  onArrival: boolean | null;
  /** Of one that is, or may be, there on arrival: when that ends; null: not within two weeks. */
  until: EpochMs | null;
  /** When it begins: of one that is there on arrival and not yet now, else of the next; null: not within two weeks. */
  startsAt: EpochMs | null;
  /** Whether it is known that the door is open then. */
  isDoorKnown: boolean;
}

const HORIZON_DAYS = 14;

/**
 * A service is there where its own hours say so and one gets in: a closure of the door, its posted hours and a report of a
 * shut door take the service with them, and behind a door of which nobody knows nobody knows of the service
 * (docs/decisions/0043-timed-services.md).
 *
 * @param at the instant asked about
 * @param arrivesAt when the person gets there, not before `at`
 */
export function serviceTime(door: Door, hours: Hours, at: EpochMs, arrivesAt: EpochMs = at): ServiceTime {
  const thereAt = (instant: EpochMs) => both(saidAt(hours, instant), opensForArrival(door, instant, instant));
  const onArrival = both(saidAt(hours, arrivesAt), opensForArrival(door, at, arrivesAt));
  if (onArrival === false) {
    // One that is said to be there behind a door that may be open is worth telling of.
    const startsAt = firstTurn(door, hours, arrivesAt, (instant) => {
      return saidAt(hours, instant) === true && opensForArrival(door, instant, instant) !== false;
    });
    return {
      onArrival,
      until: null,
      startsAt,
      isDoorKnown: startsAt === null || opensForArrival(door, startsAt, startsAt) === true,
    };
  }
  const isThereNow = thereAt(at) === onArrival;
  return {
    onArrival,
    until: firstTurn(door, hours, arrivesAt, (instant) => thereAt(instant) !== onArrival),
    startsAt: isThereNow ? null : firstTurn(door, hours, at, (instant) => thereAt(instant) === onArrival),
    isDoorKnown: opensForArrival(door, at, arrivesAt) === true,
  };
}

/** Whether the service's own hours name an instant; null: nobody has said. */
function saidAt(hours: Hours, at: EpochMs): boolean | null {
  const { state } = postedAt(hours, at);
  return state === "unknown" ? null : state === "open";
}

function both(one: boolean | null, other: boolean | null): boolean | null {
  if (one === false || other === false) return false;
  return one === null || other === null ? null : true;
}

/** The first instant after `after`, up to two weeks on, at which the door or the service turns and that is wanted. */
function firstTurn(door: Door, hours: Hours, after: EpochMs, isWanted: (instant: EpochMs) => boolean): EpochMs | null {
  const announced = [door.closure?.from, door.closure?.until, door.reportedClosedUntil].filter((turn) => turn != null);
  const firstDay = beijingDayNumber(after);
  const ends = startOfBeijingDay(firstDay + HORIZON_DAYS + 1);
  const days = Array.from({ length: HORIZON_DAYS + 1 }, (_, ahead) => firstDay + ahead);
  const turns = [...days.flatMap((day) => [...postedTurns(hours, day), ...postedTurns(door.hours, day)]), ...announced];
  return (
    turns
      .filter((turn) => after < turn && turn < ends)
      .sort((a, b) => a - b)
      .find(isWanted) ?? null
  );
}
