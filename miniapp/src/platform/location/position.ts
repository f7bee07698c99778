import type { MapPoint } from "../../../../shared/common/place";

/** Where the person stands, for the time of one use; it is never kept. */
export interface Position {
  source: "position";
  point: MapPoint;
  datum: "gcj02" | "wgs84";
  /** The same point in GCJ-02, for maps and for measuring on the phone. */
  mapPoint: MapPoint;
  /** Only roughly known: minutes are a range then, and nobody is at a door by it. */
  isRough: boolean;
}

/** A browser that has not said by then where it is does not say it. */
export const LOCATE_TIMEOUT_MS = 10_000;

/** A position that may be farther off than this, in metres, is rough: as far as seven minutes on foot. */
const ROUGH_FROM_METRES = 500;

/** Whether a position with this accuracy, in metres, is rough. A phone that does not say is taken at its word. */
export function isRoughAccuracy(accuracyMetres: unknown): boolean {
  return typeof accuracyMetres === "number" && accuracyMetres > ROUGH_FROM_METRES;
}

/** Why there is no position: the person said no, the phone cannot or took too long, or the build has none. */
export type LocateRefusal = "refused" | "unavailable";

export type LocateResult = { state: "found"; position: Position } | { state: "missing"; reason: LocateRefusal };
