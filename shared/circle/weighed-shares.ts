import { type Coverage, HALF_HOURS_A_DAY, halfHourText, type Shares } from "./coverage.js";
import { demandWeights, type WeeklyDemand } from "./demand-weights.js";
import { hasBit } from "./door-hours.js";

/** As the shares of cells, ten-thousandths. */
const PARTS = 10_000;
const WEEK_HALF_HOURS = 7 * HALF_HOURS_A_DAY;

/** Shares of what cells weigh in place of shares of cells, 0–1. */
export interface WeighedShares {
  /** That has a station within reach, whatever its hours; over the whole day. */
  plaques: number;
  hours: ({ from: string } & Shares)[];
}

/** Of people: how many there are in all cells, too. */
export interface PeopleShares extends WeighedShares {
  people: number;
}

/**
 * The shares of the people in the cells that have an open door within reach, at each half hour of a day.
 *
 * @param day its place among the days that were measured
 */
export function peopleSharesOfDay(coverage: Coverage, day: number, people: ReadonlyMap<string, number>): PeopleShares {
  const counts = Float64Array.from(coverage.ids, (id) => people.get(id) ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return { people: Math.round(all * 10) / 10, ...sharesOfDay(coverage, day, (cell) => counts[cell] ?? 0) };
}

/**
 * The shares of cells, where cells count for more at the hours at which people found nothing there.
 *
 * @param day its place among the days that were measured, of which the first is a Monday
 */
export function demandSharesOfDay(coverage: Coverage, day: number, demand: readonly WeeklyDemand[]): WeighedShares {
  const cells = new Map(coverage.ids.map((id, cell) => [id, cell]));
  const more = demandWeights(demand, cells, WEEK_HALF_HOURS);
  return sharesOfDay(coverage, day, (cell, at) => 1 + (more.get(cell * WEEK_HALF_HOURS + (at % WEEK_HALF_HOURS)) ?? 0));
}

/** @param weightOf what a cell weighs at one of the half hours that were measured */
function sharesOfDay(coverage: Coverage, day: number, weightOf: (cell: number, at: number) => number): WeighedShares {
  const { ids, words, open, unknown, plaques } = coverage;
  const total = { weight: 0, plaques: 0 };
  const hours = Array.from({ length: HALF_HOURS_A_DAY }, (_, index) => {
    const at = day * HALF_HOURS_A_DAY + index;
    const sum = { all: 0, open: 0, unknown: 0 };
    for (let cell = 0; cell < ids.length; cell++) {
      const weight = weightOf(cell, at);
      sum.all += weight;
      if (hasBit(open, cell * words, at)) sum.open += weight;
      else if (hasBit(unknown, cell * words, at)) sum.unknown += weight;
      if (plaques[cell] === 1) total.plaques += weight;
    }
    total.weight += sum.all;
    return { from: halfHourText(index), covered: share(sum.open, sum.all), unknown: share(sum.unknown, sum.all) };
  });
  return { plaques: share(total.plaques, total.weight), hours };
}

function share(some: number, all: number): number {
  return all === 0 ? 0 : Math.round((some / all) * PARTS) / PARTS;
}
