import type { CellsAnswer } from "../../../shared/circle/coverage-answer";
import { distanceMetres } from "../../../shared/common/distance";
import type { MapPoint } from "../../../shared/common/place";

/** The middle of a cell of resolution 9 is no further from its corners. */
const FURTHEST_METRES = 230;

/** The cell of a circle that a point lies in, GCJ-02; null: it lies outside of them. */
export function cellAt(shapes: CellsAnswer["features"], point: MapPoint): string | null {
  let best: { id: string; metres: number } | null = null;
  for (const { id, geometry } of shapes) {
    const ring = (geometry.coordinates[0] ?? []).slice(1);
    const mean = (axis: 0 | 1) => ring.reduce((sum, corner) => sum + corner[axis], 0) / ring.length;
    const middle = { latitude: mean(1), longitude: mean(0) };
    if (Math.abs(middle.latitude - point.latitude) > 0.005) continue;
    const metres = distanceMetres(middle, point);
    if (metres < (best?.metres ?? FURTHEST_METRES)) best = { id, metres };
  }
  return best?.id ?? null;
}
