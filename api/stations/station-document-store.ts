import { isDeepStrictEqual } from "node:util";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { areaOf } from "../../shared/packs/area.js";
import { isCounty } from "../../shared/stations/district.js";
import { coreText } from "../../shared/stations/nearest/core-text.js";
import { coreOf } from "../../shared/stations/nearest/station-core.js";
import { STATION_SCHEMA_VERSION, type Station, Station as StationSchema } from "../../shared/stations/station.js";
import { districtField, listingMember, stationNameField } from "../redis/keys.js";
import type { CHANGE_FIELDS } from "../redis/scripts/change-stations.js";
import { differences, type StationChange } from "./station-change.js";

/**
 * Reads a document as an earlier or the present version of the program wrote it. Documents of the present version were
 * validated when they were written; older ones are brought up to date and validated again.
 */
export function readStation(json: string): Station {
  const document: { schemaVersion?: number } = JSON.parse(json);
  if (document.schemaVersion === STATION_SCHEMA_VERSION) return document as Station;
  return StationSchema.parse(migrated(document));
}

/** Steps from one schema version to the next; version 1 is the first. */
const migrations: Record<number, (document: object) => object> = {};

function migrated(document: { schemaVersion?: number }): object {
  let version = document.schemaVersion ?? 0;
  let current: object = document;
  while (version < STATION_SCHEMA_VERSION) {
    const step = migrations[version];
    if (!step) throw new Error(`no migration from station schema version ${version}`);
    current = step(current);
    version += 1;
  }
  return current;
}

/** What a detail pack says of a station, and where it stands, which decides the row (shared/packs/detail-pack.ts). */
const PACKED_DETAILS = [
  "location",
  "name",
  "code",
  "address",
  "landmark",
  "district",
  "phone",
  "entryNote",
  "audience",
  "host",
  "amenities",
  "confirmedBy",
  "isDemo",
  "timedServices",
] as const satisfies readonly (keyof Station)[];

type ChangeFields = Record<(typeof CHANGE_FIELDS)[number], string>;

/** The fields the scripts take, in the order of `CHANGE_FIELDS`. */
export function changeFields({ station, previous, by, told }: StationChange): string[] {
  const fields: ChangeFields = {
    id: station.id,
    revisionBefore: String(previous?.revision ?? 0),
    revision: String(station.revision),
    document: JSON.stringify(withFactRevisions(station, previous)),
    longitude: String(station.location.longitude),
    latitude: String(station.location.latitude),
    isListed: flag(isListed(station)),
    code: station.code ?? "",
    nameField: stationNameField(station.name, station.district.text),
    districtField: districtField(station.district),
    listing: listingMembers(station).join(","),
    amenities: workingAmenities(station).join(","),
    wasListed: flag(previous !== null && isListed(previous)),
    codeBefore: previous?.code ?? "",
    nameFieldBefore: previous ? stationNameField(previous.name, previous.district.text) : "",
    districtFieldBefore: previous ? districtField(previous.district) : "",
    listingBefore: previous ? listingMembers(previous).join(",") : "",
    amenitiesBefore: previous ? workingAmenities(previous).join(",") : "",
    photosWaitingSince: photosWaitingSince(station),
    auditEntry: JSON.stringify(told ?? auditEntry({ station, previous, by })),
    core: isListed(station) ? coreText(coreOf(station)) : "",
    area: isListed(station) ? areaOf(station.location) : "",
    areaBefore: previous !== null && isListed(previous) ? areaOf(previous.location) : "",
    isDetailChanged: flag(previous === null || !isListed(previous) || isDetailChanged(station, previous)),
    changedAt: String(station.updatedAt),
  };
  return Object.values(fields);
}

function auditEntry({ station, previous, by }: StationChange): AuditEntry {
  return {
    at: station.updatedAt,
    author: by.author,
    action: by.action,
    subject: { type: "station", id: station.id },
    districtCode: station.district.code,
    ...(previous === null ? { from: {}, to: { name: station.name } } : differences(station, previous)),
  };
}

function withFactRevisions(station: Station, previous: Station | null): Station {
  if (previous === null) return station;
  const changed = Object.keys(differences(station, previous).to).map((field) => [field, station.revision]);
  const before = previous.factRevisions ?? { rest: previous.revision };
  return { ...station, factRevisions: { ...before, ...Object.fromEntries(changed) } };
}

/** Whether anything is different that finding a station does not need. */
function isDetailChanged(station: Station, previous: Station): boolean {
  return PACKED_DETAILS.some((field) => !isDeepStrictEqual(station[field], previous[field]));
}

function isListed(station: Station): boolean {
  return station.withdrawnAt === null;
}

function workingAmenities(station: Station): string[] {
  return Object.entries(station.amenities)
    .filter(([, entry]) => entry?.state === "working")
    .map(([kind]) => kind);
}

/** Empty where no photo waits for somebody to look at it, as at a station that was taken off the lists. */
function photosWaitingSince({ photos = [], withdrawnAt }: Station): string {
  const waiting = photos.filter(({ check }) => check === "waiting").map(({ addedAt }) => addedAt);
  return waiting.length === 0 || withdrawnAt !== null ? "" : String(Math.min(...waiting));
}

function listingMembers(station: Station): string[] {
  const { id, district } = station;
  if (!isListed(station)) return [listingMember(`withdrawn|${district.code ?? ""}`, id)];
  const byText = listingMember(`text|${district.text}`, id);
  if (district.code === null) return [byText];
  const byCode = listingMember(`code|${district.code}`, id);
  return isCounty(district.code)
    ? [byText, byCode]
    : [byText, byCode, listingMember(`zone|${district.code}|${district.text}`, id)];
}

function flag(isSet: boolean): string {
  return isSet ? "1" : "0";
}
