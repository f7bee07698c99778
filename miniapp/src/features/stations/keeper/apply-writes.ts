import type { AmenityKind } from "../../../../../shared/amenities/amenity";
import type { EpochMs } from "../../../../../shared/common/time";
import { type KeeperChange, type KeptStation, keepStation } from "../../../../../shared/stations/keeper-change";
import { openingAt } from "../../../../../shared/stations/opening";
import { presentKept, presentOpening } from "../../../../../shared/stations/present-station";
import type { AmenityEntry } from "../../../../../shared/stations/station";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import type { PendingWrite } from "../../../queue/pending-write";
import { doorOf, parsed } from "../station/opening-of";

type Confirmer = NonNullable<StationDetail["confirmedBy"]>;

/**
 * The station as the keeper has said it is, while the server has not answered yet; what was given up does not count.
 *
 * @param by as whom the person confirms this station
 */
export function applyWrites(
  station: StationDetail,
  writes: readonly PendingWrite[],
  now: EpochMs,
  by: Confirmer,
): StationDetail {
  const changes = writes.filter(({ state }) => state !== "failed").map((write) => changeOf(write, by));
  let kept = keptOf(station);
  let isChanged = false;
  for (const change of changes) {
    const decided = change && keepStation(kept, change, now);
    if (decided === null || "refused" in decided) continue;
    kept = { ...kept, ...decided.changed };
    isChanged = true;
  }
  if (!isChanged) return station;
  return { ...station, ...presentKept(kept), opening: presentOpening(openingAt(kept, now)) };
}

/** Null: it is about something else. */
function changeOf(write: PendingWrite, by: Confirmer): KeeperChange | null {
  switch (write.endpoint) {
    case "PUT /stations/:id/closure": {
      const { until, reason = null } = write.input;
      return { what: "close", until: parsed(until), reason };
    }
    case "DELETE /stations/:id/closure":
      return { what: "reopen" };
    case "PUT /stations/:id/amenities/:kind":
      return { what: "set-amenity", ...write.input };
    case "DELETE /stations/:id/amenities/:kind":
      return { what: "forget-amenity", kind: write.input.kind };
    case "PUT /stations/:id/services/:name": {
      const { name, hoursText, note = null } = write.input;
      return { what: "set-service", name, hoursText, note };
    }
    case "DELETE /stations/:id/services/:name":
      return { what: "forget-service", name: write.input.name };
    case "PUT /stations/:id/today":
      return { what: "set-today", spans: write.input.spans };
    case "DELETE /stations/:id/today":
      return { what: "reset-today" };
    case "PUT /stations/:id/days":
      return { what: "set-days", days: write.input.days, by };
    case "POST /stations/:id/facts":
      return { what: "confirm-fact", fact: write.input.fact, kinds: write.input.kinds ?? [], by };
    case "POST /stations/:id/confirm":
      return { what: "confirm", by };
    default:
      return null;
  }
}

/** What the rule needs of a station, from what the server told of it. */
export function keptOf(station: StationDetail): KeptStation {
  const { verified, confirmedBy, amenityDetails, timedServices } = station;
  const entries = Object.entries(amenityDetails) as [AmenityKind, NonNullable<(typeof amenityDetails)[AmenityKind]>][];
  const amenities = entries.map(([kind, entry]): [AmenityKind, AmenityEntry] => [
    kind,
    { ...entry, since: Date.parse(entry.since), confirmedAt: parsed(entry.confirmedAt) },
  ]);
  return {
    ...doorOf(station),
    amenities: Object.fromEntries(amenities),
    verified: {
      location: parsed(verified.location),
      services: parsed(verified.services),
      open: parsed(verified.open),
      ...(verified.hours === undefined ? {} : { hours: parsed(verified.hours) }),
    },
    confirmedBy,
    ...(timedServices === undefined
      ? {}
      : { timedServices: timedServices.map((one) => ({ ...one, confirmedAt: parsed(one.confirmedAt) })) }),
  };
}
