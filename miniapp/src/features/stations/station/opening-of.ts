import type { EpochMs } from "../../../../../shared/common/time";
import { type Door, openingAt } from "../../../../../shared/stations/opening";
import { presentOpening } from "../../../../../shared/stations/present-station";
import type { OpeningAnswer, StationDetail } from "../../../../../shared/stations/station-answer";

/**
 * The same rule that the server runs, run again on the phone while the page stays open, at the server's `now`, for
 * somebody who arrives then or later.
 */
export function openingOf(station: StationDetail, now: EpochMs, arrivesAt: EpochMs = now): OpeningAnswer {
  return presentOpening(openingAt(doorOf(station), now, arrivesAt));
}

/** What the rule needs of a station, from what the server told of it. */
export function doorOf({ hours, closure, opening }: StationDetail): Door {
  return {
    hours,
    closure: closure && { ...closure, from: Date.parse(closure.from), until: parsed(closure.until) },
    // While reports count, the next change of the door is the end of their time.
    reportedClosedUntil: opening.state === "reported_closed" ? parsed(opening.changesAt) : null,
  };
}

export function parsed(instant: string | null): EpochMs | null {
  return instant === null ? null : Date.parse(instant);
}
