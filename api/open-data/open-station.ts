import { AMENITY_KINDS, type AmenityKind } from "../../shared/amenities/amenity.js";
import { optionalInstantText } from "../../shared/common/instant.js";
import { MOBILE_NUMBER } from "../../shared/common/mobile-number.js";
import { type MapPoint, toWgs84 } from "../../shared/common/place.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { Hours } from "../../shared/stations/hours.js";
import { alwaysOpen } from "../../shared/stations/posted-hours.js";
import { withoutPast } from "../../shared/stations/services/kept-services.js";
import type { ListedService } from "../../shared/stations/services/service-list-text.js";
import type { Station } from "../../shared/stations/station.js";

/** What anybody may have of a station: nothing of a person, and no number that may be somebody's own. */
export interface OpenStation {
  id: string;
  code: string | null;
  name: string;
  address: string;
  landmark: string | null;
  district: Station["district"];
  kind: Station["kind"];
  host: string | null;
  areaSquareMetres: number | null;
  capacity: number | null;
  audience: string | null;
  entryNote: string | null;
  hours: Hours;
  /** Those that are not over; nobody's number stands in them (shared/stations/services/timed-service.ts). */
  timedServices: ListedService[];
  alwaysOpen: boolean;
  amenities: Partial<Record<AmenityKind, "working" | "broken" | "absent">>;
  /** When each was last seen to be so; null: never. */
  verified: { location: string | null; services: string | null; open: string | null };
  closure: { from: number; until: number | null } | null;
  wgs84: MapPoint;
  gcj02: MapPoint;
  isDemo: boolean;
  createdAt: number;
  updatedAt: number;
}

/** About a tenth of a metre: the datum has no exact inverse anyhow. */
const DEGREE_STEPS = 1_000_000;

/** @param now by which single events are over */
export function openStation(station: Station, now: EpochMs): OpenStation {
  const { id, code, name, address, district, kind, areaSquareMetres, capacity, hours } = station;
  return {
    id,
    code,
    name: name.replace(MOBILE_NUMBER, "***"),
    address: address.replace(MOBILE_NUMBER, "***"),
    landmark: impersonal(station.landmark),
    district,
    kind,
    host: impersonal(station.host),
    areaSquareMetres,
    capacity,
    audience: impersonal(station.audience),
    entryNote: impersonal(station.entryNote),
    hours: {
      ...hours,
      exceptions: hours.exceptions.map(({ date, hours: ofDate }) => ({ date, hours: ofDate })),
      note: impersonal(hours.note),
    },
    timedServices: withoutPast(station.timedServices ?? [], now).map(({ name, hours: ofService, note }) => {
      return { name, hours: ofService, note };
    }),
    alwaysOpen: alwaysOpen(hours),
    amenities: Object.fromEntries(
      AMENITY_KINDS.flatMap((amenity) => {
        const state = station.amenities[amenity]?.state;
        return state === undefined ? [] : [[amenity, state]];
      }),
    ),
    verified: {
      location: optionalInstantText(station.verified.location),
      services: optionalInstantText(station.verified.services),
      open: optionalInstantText(station.verified.open),
    },
    closure: station.closure && { from: station.closure.from, until: station.closure.until },
    wgs84: rounded(toWgs84(station.location)),
    gcj02: station.location,
    isDemo: station.isDemo,
    createdAt: station.createdAt,
    updatedAt: station.updatedAt,
  };
}

function impersonal(text: string | null): string | null {
  return text === null || MOBILE_NUMBER.test(text) ? null : text;
}

function rounded({ latitude, longitude }: MapPoint): MapPoint {
  const step = (degrees: number) => Math.round(degrees * DEGREE_STEPS) / DEGREE_STEPS;
  return { latitude: step(latitude), longitude: step(longitude) };
}
