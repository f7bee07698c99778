import { beijingDate, beijingDayNumber, type EpochMs } from "../../shared/core/time.js";
import type { Station } from "../../shared/stations/station.js";

/** The parts of a station that go out of date by themselves. */
type Dated = Pick<Station, "hours" | "closure">;

/**
 * A station without the exceptions and the closure that are over. Yesterday's exception stays: its hours may pass
 * midnight.
 */
export function withoutPastDays<Of extends Dated>(station: Of, now: EpochMs): Of {
  const { hours, closure } = station;
  const yesterday = beijingDate(beijingDayNumber(now) - 1);
  const exceptions = hours.exceptions.filter(({ date }) => date >= yesterday);
  const isOver = closure !== null && closure.until !== null && closure.until <= now;
  return { ...station, hours: { ...hours, exceptions }, closure: isOver ? null : closure };
}
