import type { AroundStation } from "../../../../../shared/circle/around";
import { instantText } from "../../../../../shared/common/instant-text";
import type { EpochMs } from "../../../../../shared/common/time";
import { type DetailPack, detailAt, idsOf, type PackedDetail } from "../../../../../shared/packs/detail-pack";
import { coresOf } from "../../../../../shared/packs/lite-pack";
import { kindsOf } from "../../../../../shared/stations/nearest/amenity-mask";
import { hoursOfCode } from "../../../../../shared/stations/nearest/hours-code";
import type { StationCore } from "../../../../../shared/stations/nearest/station-core";
import { type ListedStation, presentClosure, presentItem } from "../../../../../shared/stations/present-station";
import type { StationDetail, StationItem } from "../../../../../shared/stations/station-answer";
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
  const { closure = null, reportedClosedUntil = null } = core.rare ?? {};
  const hours = hoursOfCode(core.hours);
  const location = { latitude: core.latitude, longitude: core.longitude };
  const verified = { open: core.confirmedAt };
  const amenities = amenitiesOf(core, detail);
  const station = { ...detail, location, hours, closure, reportedClosedUntil, verified, amenities, openReportCount: 0 };
  return presentItem(station, at, arrivesAt);
}

/** A station of a pack as the 15-minute circle asks for it, but for the way to it; null: the pack has no such row. */
export function packedAround(
  core: StationCore,
  pack: DetailPack,
  row: number,
): Omit<AroundStation, "metres" | "minutes"> | null {
  const detail = detailAt(pack, row);
  if (detail === null) return null;
  const { id, name, isDemo, timedServices } = detail;
  const { closure = null, reportedClosedUntil = null } = core.rare ?? {};
  const hours = hoursOfCode(core.hours);
  return { id, name, isDemo, hours, closure, reportedClosedUntil, working: kindsOf(core.amenities), timedServices };
}

/**
 * A station's page from what the phone keeps, and as of when; what packs do not hold is left open. Null: it is not
 * kept.
 */
export function packedDetailOf(id: string, now: EpochMs): StationDetail | null {
  for (const { area, checkedAt } of keptAreas()) {
    const pack = readPack(area);
    const row = pack === null ? -1 : idsOf(pack.detail).indexOf(id);
    const core = pack === null || row === -1 ? undefined : coresOf(pack.lite, idsOf(pack.detail))[row];
    const item = pack && core ? packedItem(core, pack.detail, row, now, now) : null;
    const detail = pack && core ? detailAt(pack.detail, row) : null;
    if (core === undefined || item === null || detail === null) continue;
    return {
      ...item,
      asOf: instantText(now),
      stale: true,
      staleSince: instantText(checkedAt),
      kind: "standard",
      host: detail.host,
      phone: detail.phone,
      areaSquareMetres: null,
      capacity: null,
      hours: hoursOfCode(core.hours),
      closure: presentClosure(core.rare?.closure ?? null),
      amenityDetails: {},
      verified: { location: null, services: null, open: item.verifiedAt },
      surveyed: { datum: "gcj02", ...item.location, source: "" },
      sameSiteAs: null,
      timedServices: detail.timedServices.map((service) => ({ ...service, confirmedAt: null })),
      photos: [],
      revision: 0,
      isWithdrawn: false,
      updatedAt: instantText(checkedAt),
    };
  }
  return null;
}

function amenitiesOf({ amenities }: StationCore, detail: PackedDetail): ListedStation["amenities"] {
  const working = kindsOf(amenities);
  const states = { ...Object.fromEntries(working.map((kind) => [kind, "working" as const])), ...detail.otherAmenities };
  const unconfirmed: ReadonlySet<string> = new Set(detail.unconfirmedAmenities);
  return Object.fromEntries(
    Object.entries(states).map(([kind, state]) => [kind, { state, confirmedAt: unconfirmed.has(kind) ? null : true }]),
  );
}
