import { type Coverage, HALF_HOURS_A_DAY, halfHourText, type Shares } from "./coverage.js";
import { hasBit } from "./door-hours.js";

/** As the shares of cells, ten-thousandths. */
const PARTS = 10_000;

/** Shares of people in place of shares of cells, 0–1. */
export interface PeopleShares {
  /** In all cells. */
  people: number;
  /** Those with a station within reach, whatever its hours. */
  plaques: number;
  hours: ({ from: string } & Shares)[];
}

/**
 * The shares of the people in the cells that have an open door within reach, at each half hour of a day.
 *
 * @param day its place among the days that were measured
 */
export function peopleSharesOfDay(coverage: Coverage, day: number, people: ReadonlyMap<string, number>): PeopleShares {
  const counts = Float64Array.from(coverage.ids, (id) => people.get(id) ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const share = (isIn: (cell: number) => boolean) => {
    const some = counts.reduce((sum, count, cell) => sum + (isIn(cell) ? count : 0), 0);
    return all === 0 ? 0 : Math.round((some / all) * PARTS) / PARTS;
  };
  const hours = Array.from({ length: HALF_HOURS_A_DAY }, (_, index) => {
    const at = day * HALF_HOURS_A_DAY + index;
    const isOpen = (cell: number) => hasBit(coverage.open, cell * coverage.words, at);
    const isUnknown = (cell: number) => !isOpen(cell) && hasBit(coverage.unknown, cell * coverage.words, at);
    return { from: halfHourText(index), covered: share(isOpen), unknown: share(isUnknown) };
  });
  return { people: Math.round(all * 10) / 10, plaques: share((cell) => coverage.plaques[cell] === 1), hours };
}
