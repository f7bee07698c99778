import type { EpochMs } from "../../common/time.js";
import type { Closure, ShutReports, Station, StationId } from "../station.js";
import { type AmenityMask, workingMask } from "./amenity-mask.js";
import { hoursCode } from "./hours-code.js";

/** What finding a station needs to know of it. */
export interface StationCore {
  id: StationId;
  /** GCJ-02 degrees. */
  latitude: number;
  longitude: number;
  /** Those that work. */
  amenities: AmenityMask;
  /** As {@link hoursCode} writes them. */
  hours: string;
  /** When somebody at the station last saw the door open as posted; null: never. */
  confirmedAt: EpochMs | null;
  /** What few stations have; null: nothing of it. */
  rare: RareFacts | null;
}

export interface RareFacts {
  closure: Closure | null;
  reportedClosedUntil: EpochMs | null;
  shutReports: ShutReports | null;
}

export function coreOf(station: Station): StationCore {
  const { closure, reportedClosedUntil, shutReports = null } = station;
  const isPlain = closure === null && reportedClosedUntil === null && shutReports === null;
  return {
    id: station.id,
    latitude: station.location.latitude,
    longitude: station.location.longitude,
    amenities: workingMask(station.amenities),
    hours: hoursCode(station.hours),
    confirmedAt: station.verified.open,
    rare: isPlain ? null : { closure, reportedClosedUntil, shutReports },
  };
}
