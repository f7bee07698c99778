import { beijingDate, beijingDayNumber, type EpochMs } from "../../../../shared/core/time";
import type { DayHours } from "../../../../shared/stations/hours";
import type { StationDetail } from "../../../../shared/stations/station-answer";
import type { PendingWrite } from "../../queue/pending-write";

/** The station as the keeper has said it is, while the server has not answered yet; what was given up does not count. */
export function applyWrites(station: StationDetail, writes: readonly PendingWrite[], now: EpochMs): StationDetail {
  return writes.filter(({ state }) => state !== "failed").reduce((shown, write) => applied(shown, write, now), station);
}

function applied(station: StationDetail, write: PendingWrite, now: EpochMs): StationDetail {
  const nowText = new Date(now).toISOString();
  switch (write.endpoint) {
    case "PUT /stations/:id/closure": {
      const { until, reason = null } = write.input;
      return { ...station, closure: { from: nowText, until, reason } };
    }
    case "DELETE /stations/:id/closure":
      return { ...station, closure: null };
    case "PUT /stations/:id/amenities/:kind":
      return withAmenity(station, write.input, nowText);
    case "DELETE /stations/:id/amenities/:kind": {
      const { [write.input.kind]: _state, ...amenities } = station.amenities;
      const { [write.input.kind]: _entry, ...amenityDetails } = station.amenityDetails;
      return { ...station, amenities, amenityDetails };
    }
    case "PUT /stations/:id/today":
      return withToday(station, write.input.spans, now);
    case "DELETE /stations/:id/today":
      return withToday(station, null, now);
    case "POST /stations/:id/confirm":
      return confirmed(station, nowText);
    default:
      return station;
  }
}

type AmenityInput = PendingWrite<"PUT /stations/:id/amenities/:kind">["input"];

function withAmenity(
  station: StationDetail,
  { kind, state, note, expiresOn }: AmenityInput,
  now: string,
): StationDetail {
  const before = station.amenityDetails[kind];
  const isSame = before?.state === state;
  const entry = {
    state,
    note: note === undefined && isSame ? before.note : (note ?? null),
    since: isSame ? before.since : now,
    confirmedAt: now,
    expiresOn: expiresOn === undefined ? (before?.expiresOn ?? null) : expiresOn,
  };
  return {
    ...station,
    amenities: { ...station.amenities, [kind]: state },
    unconfirmedAmenities: station.unconfirmedAmenities.filter((one) => one !== kind),
    amenityDetails: { ...station.amenityDetails, [kind]: entry },
  };
}

function withToday(station: StationDetail, hours: DayHours | null, now: EpochMs): StationDetail {
  const date = beijingDate(beijingDayNumber(now));
  const others = station.hours.exceptions.filter((exception) => exception.date !== date);
  const exceptions = hours === null ? others : [...others, { date, hours }];
  return { ...station, hours: { ...station.hours, exceptions } };
}

function confirmed(station: StationDetail, now: string): StationDetail {
  const { opening } = station;
  return {
    ...station,
    // Only that reports no longer count: the rest is worked out from the hours.
    opening: opening.state === "reported_closed" ? { ...opening, state: "unknown", changesAt: null } : opening,
    verifiedAt: now,
    confirmedBy: "keeper",
    unconfirmedAmenities: station.unconfirmedAmenities.filter((kind) => station.amenities[kind] !== "working"),
  };
}
