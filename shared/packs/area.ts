import type { MapPoint } from "../common/place.js";

/**
 * Cells of a tenth of a degree, about 11 km by 9 km: the fullest of a country of 200,000 stations holds some 3,300. Never
 * changed: keys are made of it.
 */
const CELLS_A_DEGREE = 10;

/** The name of an area: how many cells it lies north of the south pole, and east of the date line. */
export type AreaName = string;
export const AREA_NAME = /^\d{1,4}x\d{1,4}$/;
/** The file of an area's pack: area, version, and which of its two packs. */
export const PACK_FILE = /^\d{1,4}x\d{1,4}\.\d{1,16}(\.detail)?\.json$/;

/** The area that a point lies in. */
export function areaOf({ latitude, longitude }: MapPoint): AreaName {
  return `${Math.floor((latitude + 90) * CELLS_A_DEGREE)}x${Math.floor((longitude + 180) * CELLS_A_DEGREE)}`;
}

/** The area that a point lies in, and the eight around it, in no order. */
export function areasAround({ latitude, longitude }: MapPoint): AreaName[] {
  const steps = [-1, 0, 1].map((cells) => cells / CELLS_A_DEGREE);
  const around = steps.flatMap((north) =>
    steps.map((east) => areaOf({ latitude: latitude + north, longitude: wrapped(longitude + east) })),
  );
  return [...new Set(around)];
}

function wrapped(longitude: number): number {
  return ((longitude + 540) % 360) - 180;
}
