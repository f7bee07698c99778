import { isDeepStrictEqual } from "node:util";
import { MOST_SERVICES } from "../../../shared/common/field-limits.js";
import { type Datum, type MapPoint, toGcj02 } from "../../../shared/common/place.js";
import type { EpochMs } from "../../../shared/common/time.js";
import type { Hours } from "../../../shared/stations/hours.js";
import { unknownHours } from "../../../shared/stations/hours-text.js";
import { type StationRow, surveyedPoint } from "../../../shared/stations/import/station-row.js";
import { withoutPast } from "../../../shared/stations/services/kept-services.js";
import { isSameService, type ListedService } from "../../../shared/stations/services/service-list-text.js";
import type { TimedService } from "../../../shared/stations/services/timed-service.js";
import {
  type Amenities,
  type AmenityEntry,
  STATION_SCHEMA_VERSION,
  type Station,
  type StationFacts,
  type StationId,
} from "../../../shared/stations/station.js";
import type { District } from "./find-district.js";

/** What a row means, beyond its own words. */
export interface RowContext {
  id: StationId;
  district: District;
  datum: Datum;
  sameSiteAs: StationId | null;
  now: EpochMs;
  /** What the row says of services with hours of their own; null: nothing. */
  services: readonly ListedService[] | null;
}

/** What a new station cannot do without. */
export type CompleteRow = StationRow & { name: string; address: string; point: MapPoint };

const MICRO_BELOW_SQUARE_METRES = 5;

/** A station that a list names for the first time. Nothing about it is verified. */
export function newStation(row: CompleteRow, context: RowContext): Station {
  const { name, address, point, areaSquareMetres } = row;
  const isMicro = areaSquareMetres !== null && areaSquareMetres < MICRO_BELOW_SQUARE_METRES;
  return {
    schemaVersion: STATION_SCHEMA_VERSION,
    id: context.id,
    revision: 1,
    code: row.code,
    name,
    kind: row.kind ?? (isMicro ? "micro" : "standard"),
    host: row.host,
    address,
    landmark: row.landmark,
    district: context.district,
    ...placed(point, context.datum),
    areaSquareMetres,
    capacity: row.capacity,
    audience: row.audience,
    entryNote: row.entryNote,
    phone: row.phone,
    hours: row.hours ?? unknownHours(),
    amenities: listedAmenities({}, row, context.now),
    sameSiteAs: context.sameSiteAs,
    ...mergedServices(context, undefined),
    verified: { location: null, services: null, open: null },
    closure: null,
    confirmedBy: null,
    reportedClosedUntil: null,
    openReportCount: 0,
    isDemo: false,
    withdrawnAt: null,
    createdAt: context.now,
    updatedAt: context.now,
  };
}

/** A known station with what a row says of it; the very same object where that is nothing new. */
export function mergedStation(row: StationRow, previous: Station, context: RowContext): Station {
  const merged: Station = {
    ...previous,
    code: row.code ?? previous.code,
    name: row.name ?? previous.name,
    kind: row.kind ?? previous.kind,
    host: row.host ?? previous.host,
    address: row.address ?? previous.address,
    landmark: row.landmark ?? previous.landmark,
    district: mergedDistrict(row, previous, context.district),
    ...mergedPlace(row, previous, context.datum),
    areaSquareMetres: row.areaSquareMetres ?? previous.areaSquareMetres,
    capacity: row.capacity ?? previous.capacity,
    audience: row.audience ?? previous.audience,
    entryNote: row.entryNote ?? previous.entryNote,
    phone: row.phone ?? previous.phone,
    hours: mergedHours(row.hours, previous.hours),
    amenities: listedAmenities(previous.amenities, row, context.now),
    sameSiteAs: context.sameSiteAs ?? previous.sameSiteAs,
    ...mergedServices(context, previous.timedServices),
  };
  if (isDeepStrictEqual(merged, previous)) return previous;
  const hasMoved = !isDeepStrictEqual(merged.location, previous.location);
  return {
    ...merged,
    verified: { ...previous.verified, location: hasMoved ? null : previous.verified.location },
    revision: previous.revision + 1,
    updatedAt: context.now,
  };
}

/** What somebody wrote stays as long as it is what the list says too. */
export function mergedHours(listed: Hours | null, previous: Hours): Hours {
  if (listed === null) return previous;
  const { written, ...known } = previous;
  const merged = { ...listed, exceptions: mergedDates(listed, previous) };
  return written !== undefined && isDeepStrictEqual(merged, known) ? previous : merged;
}

/**
 * Services are as the list says, and unconfirmed where that is news. What people at the station said and the list does not
 * name stays, as far as there is room; what stands in the earlier list only follows the new one.
 */
function mergedServices(
  { services: listed, now }: RowContext,
  previous: Station["timedServices"],
): Pick<Station, "timedServices"> {
  if (listed === null) return {};
  const current = withoutPast(previous ?? [], now);
  const merged = listed.map((service): TimedService => {
    const known = current.find((one) => isSameService(one, service));
    return known ?? { ...service, confirmedAt: null };
  });
  const isNamed = new Set(listed.map(({ name }) => name));
  const kept = current.filter(({ name, confirmedAt }) => confirmedAt !== null && !isNamed.has(name));
  const all = [...merged, ...kept].slice(0, MOST_SERVICES);
  const isSame = all.length === current.length && current.every((service) => all.includes(service));
  return { timedServices: isSame && previous !== undefined ? previous : all };
}

const MOST_DATES = 60;

/** Single dates that people entered stay, but for those that the list names itself. */
function mergedDates({ exceptions: listed }: Hours, { exceptions: entered }: Hours): Hours["exceptions"] {
  const named = new Set(listed.map(({ date }) => date));
  const kept = entered.filter(({ date }) => !named.has(date));
  return [...kept, ...listed].sort((a, b) => (a.date < b.date ? -1 : 1)).slice(-MOST_DATES);
}

function mergedDistrict(row: StationRow, previous: Station, found: District): District {
  if (row.districtText === null) return previous.district;
  const { code, text } = previous.district;
  // A code that somebody gave to 高新区 stays, unless it lies in another city than the list says now.
  const isKept =
    found.code === null || (code !== null && found.code.length < code.length && code.startsWith(found.code));
  return isKept && found.text === text ? previous.district : found;
}

function mergedPlace(row: StationRow, previous: Station, datum: Datum): Pick<StationFacts, "location" | "surveyed"> {
  const { location, surveyed } = previous;
  if (row.point === null) return { location, surveyed };
  const { latitude, longitude } = row.point;
  const isSame = surveyed.datum === datum && surveyed.latitude === latitude && surveyed.longitude === longitude;
  const moved = placed(row.point, datum);
  // A list that was written here has the place as it is shown, whatever datum it was once surveyed in.
  return isSame || isDeepStrictEqual(moved.location, location) ? { location, surveyed } : moved;
}

function placed(point: MapPoint, datum: Datum): Pick<StationFacts, "location" | "surveyed"> {
  return { location: toGcj02(point, datum), surveyed: surveyedPoint(point, datum) };
}

/**
 * A listed amenity is as the list says, but unconfirmed. What people have confirmed, reported or annotated stays; what stands in
 * the earlier list only follows the new one.
 */
function listedAmenities(previous: Amenities, { amenities: listed }: StationRow, now: EpochMs): Amenities {
  if (listed === null) return previous;
  const merged: Amenities = { ...previous };
  for (const kind of Object.keys(merged) as (keyof Amenities)[]) {
    const entry = merged[kind];
    if (entry && isFromList(entry) && listed[kind] === undefined) delete merged[kind];
  }
  for (const [kind, state] of Object.entries(listed) as [keyof Amenities, AmenityEntry["state"]][]) {
    const entry = merged[kind];
    if (entry && (!isFromList(entry) || entry.state === state)) continue;
    merged[kind] = { state, note: null, since: now, confirmedAt: null, expiresOn: null };
  }
  return merged;
}

function isFromList({ note, confirmedAt, expiresOn }: AmenityEntry): boolean {
  return note === null && confirmedAt === null && expiresOn === null;
}
