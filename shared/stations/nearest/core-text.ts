import { AMENITY_KINDS } from "../../amenities/amenity.js";
import type { RareFacts, StationCore } from "./station-core.js";

type CoreRow = [
  id: string,
  latitude: number,
  longitude: number,
  amenitiesLow: number,
  amenitiesHigh: number,
  hours: string,
  confirmedAt: number | null,
  rare?: [closure: RareFacts["closure"], reportedClosedUntil: number | null, shutReports: RareFacts["shutReports"]],
];

/** Changes when texts made before can no longer be read: the numbers of amenities are their places in the list. */
export const CORE_FORMAT = `2:${AMENITY_KINDS.length}:${checksum(AMENITY_KINDS.join(","))}`;

/** What finding a station needs to know of it, as it is kept and sent. About 90 characters. */
export function coreText({ id, latitude, longitude, amenities, hours, confirmedAt, rare }: StationCore): string {
  const row: CoreRow = [id, latitude, longitude, amenities.low, amenities.high, hours, confirmedAt];
  if (rare !== null) row.push([rare.closure, rare.reportedClosedUntil, rare.shutReports]);
  return JSON.stringify(row);
}

export function coreOfText(text: string): StationCore {
  const [id, latitude, longitude, low, high, hours, confirmedAt, rare]: CoreRow = JSON.parse(text);
  return {
    id,
    latitude,
    longitude,
    amenities: { low, high },
    hours,
    confirmedAt,
    rare: rare ? { closure: rare[0], reportedClosedUntil: rare[1], shutReports: rare[2] } : null,
  };
}

/** FNV-1a. */
function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
