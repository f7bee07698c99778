import type { EpochMs } from "../../../../shared/core/time";
import { type Opening, openingAt } from "../../../../shared/stations/opening";
import type { OpeningAnswer, StationDetail } from "../../../../shared/stations/station-answer";

/**
 * The same rule that the server runs, run again on the phone while the page stays open, at the server's `now`, for
 * somebody who arrives then or later.
 */
export function openingOf(station: StationDetail, now: EpochMs, arrivesAt: EpochMs = now): OpeningAnswer {
  const { closure, opening } = station;
  return asAnswer(
    openingAt(
      {
        hours: station.hours,
        closure: closure && { ...closure, from: Date.parse(closure.from), until: parsed(closure.until) },
        // While reports count, the next change of the door is the end of their time.
        reportedClosedUntil: opening.state === "reported_closed" ? parsed(opening.changesAt) : null,
      },
      now,
      arrivesAt,
    ),
  );
}

function parsed(instant: string | null): EpochMs | null {
  return instant === null ? null : Date.parse(instant);
}

function asAnswer(opening: Opening): OpeningAnswer {
  return { ...opening, changesAt: written(opening.changesAt), opensAt: written(opening.opensAt) };
}

function written(instant: EpochMs | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
