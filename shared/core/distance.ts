import { getDistance } from "geolib";
import type { MapPoint } from "./place.js";

export type TravelMode = "walk" | "ebike";

/** The 15-minute service circle: 1 km that is walked in 15 minutes (docs/decisions/0003-travel-time.md). */
export const SERVICE_CIRCLE_METRES = 1_000;
const SERVICE_CIRCLE_MINUTES = 15;
const EBIKE_METRES_PER_MINUTE = 200;

/** Metres between two points of one datum, straight line, whole metres (geolib's sphere of 6,378,137 m). */
export function distanceMetres(from: MapPoint, to: MapPoint): number {
  return getDistance(from, to);
}

/** An estimate, rounded up to whole minutes: straight-line metres over a speed that already contains the detours. */
export function travelMinutes(metres: number, mode: TravelMode): number {
  return mode === "ebike"
    ? Math.ceil(metres / EBIKE_METRES_PER_MINUTE)
    : Math.ceil((metres * SERVICE_CIRCLE_MINUTES) / SERVICE_CIRCLE_METRES);
}
