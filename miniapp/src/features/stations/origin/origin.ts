import type { MapPoint } from "../../../../../shared/common/place";
import type { Position } from "../../../platform/location/position";

/** A place picked by hand; it may be kept, as it says where stations are looked for, not where the person is. */
export interface ChosenPlace {
  source: "place";
  name: string;
  /** GCJ-02. */
  point: MapPoint;
  /** The middle of a whole district: it orders a list, and says nothing of minutes and metres. */
  isMiddle?: boolean;
}

export type Origin = Position | ChosenPlace;

/** An origin, for whoever needs no point on a map. */
export type MeasuredFrom = Omit<Position, "mapPoint"> | ChosenPlace;

/** A place as the phone keeps it; null where that is none. */
export function chosenPlaceOf(kept: unknown): ChosenPlace | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { name, point, isMiddle } = kept as Partial<ChosenPlace>;
  if (typeof name !== "string" || typeof point?.latitude !== "number" || typeof point.longitude !== "number")
    return null;
  return {
    source: "place",
    name,
    point: { latitude: point.latitude, longitude: point.longitude },
    isMiddle: isMiddle === true,
  };
}

/** How well what is measured from is known: `rough` makes ranges of minutes, from a `middle` there are none. */
export type Precision = "exact" | "rough" | "middle";

export function precisionOf(origin: MeasuredFrom): Precision {
  if (origin.source === "position") return origin.isRough ? "rough" : "exact";
  return origin.isMiddle === true ? "middle" : "exact";
}

/** GCJ-02. */
export function mapPointOf(origin: Origin): MapPoint {
  return origin.source === "position" ? origin.mapPoint : origin.point;
}
