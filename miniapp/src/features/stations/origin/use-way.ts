import { distanceMetres, type TravelMode, travelMinutes } from "../../../../../shared/common/distance";
import type { MapPoint } from "../../../../../shared/common/place";
import { useSettings } from "../../../platform/settings/settings";
import { mapPointOf, precisionOf } from "./origin";
import { useOriginState } from "./origin-store";

/** How somebody gets to a place from where they are. */
export interface Way {
  /** Straight line. */
  metres: number;
  minutes: number;
  travel: TravelMode;
  isRough: boolean;
}

/** The way to a place, GCJ-02; null where the phone does not know from where, or knows only a district's middle. */
export function useWay(to: MapPoint): Way | null {
  const { travel } = useSettings();
  const state = useOriginState();
  if (state.status !== "known") return null;
  const precision = precisionOf(state.origin);
  if (precision === "middle") return null;
  const metres = distanceMetres(mapPointOf(state.origin), to);
  return { metres, minutes: travelMinutes(metres, travel), travel, isRough: precision === "rough" };
}
