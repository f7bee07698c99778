import { cellToBoundary, cellToLatLng } from "h3-js";
import type { CellState } from "../../shared/circle/coverage.js";
import type { BoundingBox, CellsAnswer } from "../../shared/circle/coverage-answer.js";
import type { BeijingDate } from "../../shared/common/time.js";

export const CELL_STATES = ["none", "shut", "unknown", "open"] as const satisfies readonly CellState[];

export interface DrawnCells {
  ids: readonly string[];
  /** A place in `CELL_STATES` for each cell. */
  states: Uint8Array;
  on: BeijingDate;
  at: string;
  /** Cells whose middle lies elsewhere are left out; null: none are. */
  box: BoundingBox | null;
}

/** A tenth of a metre. */
const DECIMALS = 1_000_000;

/** The JSON of a CellsAnswer. */
export function cellsJson({ ids, states, on, at, box }: DrawnCells): string {
  const answer: CellsAnswer = {
    type: "FeatureCollection",
    datum: "gcj02",
    on,
    at,
    features: ids.flatMap((id, cell) =>
      box === null || isInside(id, box)
        ? [
            {
              type: "Feature" as const,
              id,
              properties: { state: CELL_STATES[states[cell] ?? 0] ?? ("none" as const) },
              geometry: { type: "Polygon" as const, coordinates: [ringOf(id)] },
            },
          ]
        : [],
    ),
  };
  return JSON.stringify(answer);
}

function isInside(id: string, [west, south, east, north]: BoundingBox): boolean {
  const [latitude, longitude] = cellToLatLng(id);
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
}

/** Counter-clockwise and closed, as GeoJSON wants it. */
function ringOf(id: string): [number, number][] {
  return cellToBoundary(id, true).map(([longitude = 0, latitude = 0]) => [rounded(longitude), rounded(latitude)]);
}

function rounded(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS;
}
