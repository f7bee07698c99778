import { cellToChildren, getResolution } from "h3-js";
import { CELL_RESOLUTION } from "./cells.js";

/** People a week who found nothing in a cell of resolution 8 or 7 at one hour of the week. */
export interface WeeklyDemand {
  cell: string;
  /** 0 = Monday 0:00. */
  hour: number;
  people: number;
}

/** The cells that a circle is measured on in one cell of demand. */
const CELLS_OF_DEMAND = 7;
const HALF_HOURS = 2;
/** What somebody who is met adds to the weights of all cell half-hours they are spread over. */
export const WEIGHT_OF_PERSON = CELLS_OF_DEMAND * HALF_HOURS;

/**
 * What people who found nothing add to the weight of cell half-hours: each one person a week adds 1 to each half hour of each
 * of the seven cells around; where all that is known is a cell of resolution 7, a seventh of that to each of its 49.
 *
 * @param places of the cells by their ids
 * @returns by cell × times + time
 */
export function demandWeights(
  demand: readonly WeeklyDemand[],
  places: ReadonlyMap<string, number>,
  times: number,
): Map<number, number> {
  const weights = new Map<number, number>();
  for (const { cell, hour, people } of demand) {
    const children = getResolution(cell) >= CELL_RESOLUTION ? [cell] : cellToChildren(cell, CELL_RESOLUTION);
    const each = (people * CELLS_OF_DEMAND) / children.length;
    for (const child of children) {
      const place = places.get(child);
      if (place === undefined) continue;
      for (let half = 0; half < HALF_HOURS; half++) {
        const at = place * times + hour * HALF_HOURS + half;
        weights.set(at, (weights.get(at) ?? 0) + each);
      }
    }
  }
  return weights;
}
