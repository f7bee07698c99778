import { AMENITY_KINDS, type AmenityState } from "../../../shared/amenities/amenity";
import type { EpochMs } from "../../../shared/core/time";
import { type DetailPack, detailAt, idsOf } from "../../../shared/packs/detail-pack";
import { coresOf } from "../../../shared/packs/lite-pack";
import { maskOf } from "../../../shared/stations/nearest/amenity-mask";
import { hoursOfCode } from "../../../shared/stations/nearest/hours-code";
import type { StationCore } from "../../../shared/stations/nearest/station-core";
import { openingAt } from "../../../shared/stations/opening";
import { alwaysOpen } from "../../../shared/stations/posted-hours";
import type { OpeningAnswer, StationDetail, StationItem } from "../../../shared/stations/station-answer";
import { keptAreas, readPack } from "./kept-packs";

/** A station of a pack as the server would list it; null: the pack has no such row. */
export function packedItem(
  core: StationCore,
  pack: DetailPack,
  row: number,
  at: EpochMs,
  arrivesAt: EpochMs,
): StationItem | null {
  const detail = detailAt(pack, row);
  if (detail === null) return null;
  const { id, name, code, address, landmark, district, audience, entryNote, confirmedBy, isDemo } = detail;
  const hours = hoursOfCode(core.hours);
  return {
    ...{ id, name, code, address, landmark, district, audience, entryNote, confirmedBy, isDemo },
    location: { latitude: core.latitude, longitude: core.longitude },
    opening: openingOfCore(core, at, arrivesAt),
    alwaysOpen: alwaysOpen(hours),
    amenities: { ...working(core), ...detail.otherAmenities },
    unconfirmedAmenities: detail.unconfirmedAmenities,
    verifiedAt: written(core.confirmedAt),
    openReports: 0,
  };
}

/** A station's page from what the phone keeps, and as of when; what packs do not hold is left open. Null: it is not kept. */
export function packedDetailOf(id: string, now: EpochMs): StationDetail | null {
  for (const { area, checkedAt } of keptAreas()) {
    const pack = readPack(area);
    const row = pack === null ? -1 : idsOf(pack.detail).indexOf(id);
    const core = pack === null || row === -1 ? undefined : coresOf(pack.lite, idsOf(pack.detail))[row];
    const item = pack && core ? packedItem(core, pack.detail, row, now, now) : null;
    const detail = pack && core ? detailAt(pack.detail, row) : null;
    if (core === undefined || item === null || detail === null) continue;
    const closure = core.rare?.closure ?? null;
    return {
      ...item,
      asOf: new Date(now).toISOString(),
      stale: true,
      staleSince: new Date(checkedAt).toISOString(),
      kind: "standard",
      host: detail.host,
      phone: detail.phone,
      areaSquareMetres: null,
      capacity: null,
      hours: hoursOfCode(core.hours),
      closure: closure && { ...closure, from: new Date(closure.from).toISOString(), until: written(closure.until) },
      amenityDetails: {},
      verified: { location: null, services: null, open: item.verifiedAt },
      surveyed: { datum: "gcj02", ...item.location, source: "" },
      sameSiteAs: null,
      photos: [],
      revision: 0,
      isWithdrawn: false,
      updatedAt: new Date(checkedAt).toISOString(),
    };
  }
  return null;
}

function working({ amenities }: StationCore): Partial<Record<(typeof AMENITY_KINDS)[number], AmenityState>> {
  const kinds = AMENITY_KINDS.filter((kind) => {
    const { low, high } = maskOf([kind]);
    return (amenities.low & low) !== 0 || (amenities.high & high) !== 0;
  });
  return Object.fromEntries(kinds.map((kind) => [kind, "working" as const]));
}

function openingOfCore({ hours, rare }: StationCore, at: EpochMs, arrivesAt: EpochMs): OpeningAnswer {
  const { closure = null, reportedClosedUntil = null } = rare ?? {};
  const opening = openingAt({ hours: hoursOfCode(hours), closure, reportedClosedUntil }, at, arrivesAt);
  return { ...opening, changesAt: written(opening.changesAt), opensAt: written(opening.opensAt) };
}

function written(instant: EpochMs | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
