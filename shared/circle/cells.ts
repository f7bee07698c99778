import { cellToChildren, cellToLatLng, gridDisk, latLngToCell } from "h3-js";
import type { MapPoint } from "../common/place.js";
import { PointGrid } from "./point-grid.js";

/** H3 cells of about 0.1 km². */
export const CELL_RESOLUTION = 9;
/** A cell counts whose centre lies so near to a station: where nobody has a station at all, nothing is measured. */
export const CELL_REACH_METRES = 2_500;
const PARENT_RESOLUTION = CELL_RESOLUTION - 1;
/** Rings of parent cells (0.8 km apart at the least) around a station's own that hold all cells in reach. */
const PARENT_RINGS = 5;

/**
 * The cells that a circle is measured on, in the order of their ids. Centres are in the datum of the stations,
 * GCJ-02.
 */
export interface Cells {
  ids: string[];
  latitudes: Float64Array;
  longitudes: Float64Array;
}

/** All cells of resolution 9 whose centre lies within 2,500 m, as shown, of one of some places. */
export function cellsAround(places: readonly MapPoint[]): Cells {
  const grid = new PointGrid(
    places.map(({ latitude }) => latitude),
    places.map(({ longitude }) => longitude),
    CELL_REACH_METRES,
  );
  const found: { id: string; latitude: number; longitude: number }[] = [];
  for (const parent of parentsAround(places)) {
    for (const id of cellToChildren(parent, CELL_RESOLUTION)) {
      const [latitude, longitude] = cellToLatLng(id);
      if (isNearOne(grid, latitude, longitude)) found.push({ id, latitude, longitude });
    }
  }
  found.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ids: found.map(({ id }) => id),
    latitudes: Float64Array.from(found, ({ latitude }) => latitude),
    longitudes: Float64Array.from(found, ({ longitude }) => longitude),
  };
}

function parentsAround(places: readonly MapPoint[]): Set<string> {
  const own = new Set(places.map(({ latitude, longitude }) => latLngToCell(latitude, longitude, PARENT_RESOLUTION)));
  const around = new Set<string>();
  for (const parent of own) for (const one of gridDisk(parent, PARENT_RINGS)) around.add(one);
  return around;
}

function isNearOne(grid: PointGrid, latitude: number, longitude: number): boolean {
  let isNear = false;
  grid.within(latitude, longitude, () => {
    isNear = true;
  });
  return isNear;
}
