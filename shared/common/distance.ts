import { getDistance } from "geolib";
import type { MapPoint } from "./place.js";

export type TravelMode = "walk" | "ebike";

/** The 15-minute service circle: 1 km that is walked in 15 minutes (docs/decisions/0003-travel-time.md). */
export const SERVICE_CIRCLE_METRES = 1_000;
export const SERVICE_CIRCLE_MINUTES = 15;
const EBIKE_METRES_PER_MINUTE = 200;

/** The radius of the sphere on which everything shown is measured: the equator's, as geolib's `getDistance` takes it. */
export const EARTH_RADIUS_METRES = 6_378_137;
const RADIANS = Math.PI / 180;

/** Metres between two points of one datum, straight line, whole metres (geolib's sphere of 6,378,137 m). */
export function distanceMetres(from: MapPoint, to: MapPoint): number {
  return getDistance(from, to);
}

/**
 * Measures from one point to many, as {@link distanceMetres} does: the same formula in the same order as geolib's
 * `getDistance`, to the last bit, without looking the fields up each time: the search measures thousands.
 */
export function distancesFrom(from: MapPoint): (latitude: number, longitude: number) => number {
  const fromLatitude = from.latitude * RADIANS;
  const sine = Math.sin(fromLatitude);
  const cosine = Math.cos(fromLatitude);
  return (latitude, longitude) => {
    const toLatitude = latitude * RADIANS;
    const between =
      Math.sin(toLatitude) * sine + Math.cos(toLatitude) * cosine * Math.cos((from.longitude - longitude) * RADIANS);
    return Math.round(Math.acos(Math.max(-1, Math.min(1, between))) * EARTH_RADIUS_METRES);
  };
}

/** An estimate, rounded up to whole minutes: straight-line metres over a speed that already contains the detours. */
export function travelMinutes(metres: number, mode: TravelMode): number {
  return mode === "ebike"
    ? Math.ceil(metres / EBIKE_METRES_PER_MINUTE)
    : Math.ceil((metres * SERVICE_CIRCLE_MINUTES) / SERVICE_CIRCLE_METRES);
}

/** How far one gets in so many minutes, whole metres: all points for which {@link travelMinutes} says no more. */
export function reachMetres(minutes: number, mode: TravelMode): number {
  return mode === "ebike"
    ? Math.floor(minutes * EBIKE_METRES_PER_MINUTE)
    : Math.floor((minutes * SERVICE_CIRCLE_METRES) / SERVICE_CIRCLE_MINUTES);
}
