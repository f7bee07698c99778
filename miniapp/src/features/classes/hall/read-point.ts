import type { MapPoint } from "../../../../../shared/common/place";

/** China, roughly: what lies outside was written the wrong way round, or is no place of ours. */
const BOUNDS = { latitude: [3, 54], longitude: [73, 136] } as const;

/** Reads `106.289,38.474` as map sites write it, longitude first, GCJ-02; null where it is no place in China. */
export function readPoint(text: string): MapPoint | null {
  const [longitude, latitude, ...rest] = text
    .trim()
    .split(/[\s,，]+/)
    .map(Number);
  if (longitude === undefined || latitude === undefined || rest.length > 0) return null;
  return isWithin(longitude, BOUNDS.longitude) && isWithin(latitude, BOUNDS.latitude) ? { latitude, longitude } : null;
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}
