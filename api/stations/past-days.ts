import { beijingDate, beijingDayNumber, type EpochMs } from "../../shared/common/time.js";
import { withoutPast } from "../../shared/stations/services/kept-services.js";
import type { Station } from "../../shared/stations/station.js";

/** The parts of a station that go out of date by themselves. */
type Dated = Pick<Station, "hours" | "closure" | "timedServices">;

/**
 * A station without the exceptions, the closure and the single events that are over. Yesterday's exception stays: its hours may pass
 * midnight.
 */
export function withoutPastDays<Of extends Dated>(station: Of, now: EpochMs): Of {
  const { hours, closure } = station;
  const yesterday = beijingDate(beijingDayNumber(now) - 1);
  const exceptions = hours.exceptions.filter(({ date }) => date >= yesterday);
  const isOver = closure !== null && closure.until !== null && closure.until <= now;
  const kept = { ...station, hours: { ...hours, exceptions }, closure: isOver ? null : closure };
  return withoutPastServices(kept, now);
}

/** A station without the single events that are over. */
export function withoutPastServices<Of extends Pick<Station, "timedServices">>(station: Of, now: EpochMs): Of {
  const { timedServices } = station;
  return timedServices === undefined ? station : { ...station, timedServices: withoutPast(timedServices, now) };
}
