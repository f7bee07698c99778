import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { type CircleAction, type CircleBudget, chooseActions } from "../../../shared/circle/choose-actions.js";
import type { CircleWeights } from "../../../shared/circle/circle-weights.js";
import { seededRandom } from "../../support/seeded-random.js";

interface Case {
  cells: number;
  times: number;
  actions: CircleAction[];
  covered: boolean[];
  budget: CircleBudget;
  weights?: CircleWeights;
}

/** Of a cell half-hour. */
function weightAt({ times, weights }: Case, at: number): number {
  return (weights?.cells?.[Math.floor(at / times)] ?? 1) + (weights?.more.get(at) ?? 0);
}

/** A square of cells with doors at random places of it; sites are open at all times, stations for longer in blocks. */
function givenCase(seed: number, counts: { sites: number; hours: number; mends?: number }, budget: CircleBudget): Case {
  const random = seededRandom(seed);
  const side = 9;
  const times = counts.hours === 0 ? 1 : 6;
  const cells = side * side;
  const around = (radius: number) => {
    const [x, y] = [random() * side, random() * side];
    return Array.from({ length: cells }, (_, cell) => cell).filter(
      (cell) => Math.hypot((cell % side) - x, Math.floor(cell / side) - y) <= radius,
    );
  };
  const all = Array.from({ length: times }, (_, time) => time);
  const sites = Array.from({ length: counts.sites }, () => ({
    ...{ cells: around(1.2 + random()), times: all, stationHours: 0, sites: 1, mends: 0 },
  }));
  const hours = Array.from({ length: counts.hours }, () => around(1.2 + random())).flatMap((reached) =>
    all.map((time) => ({
      cells: reached,
      times: [time],
      stationHours: 2 + Math.floor(random() * 9),
      sites: 0,
      mends: 0,
    })),
  );
  const mends = Array.from({ length: counts.mends ?? 0 }, () => ({
    ...{ cells: around(1 + random()), times: all.slice(0, 3), stationHours: 0, sites: 0, mends: 1 },
  }));
  const covered = Array.from({ length: cells * times }, () => random() < 0.2);
  return { cells, times, actions: [...sites, ...hours, ...mends], covered, budget };
}

function chosenGain(given: Case): number {
  const { cells, times, actions, covered, budget, weights } = given;
  const chosen = chooseActions(
    actions,
    { cells, times },
    (cell, time) => covered[cell * times + time] === true,
    budget,
    weights,
  );
  const spent = (kind: keyof CircleBudget) =>
    chosen.reduce((sum, { action }) => sum + (actions[action]?.[kind] ?? 0), 0);
  for (const kind of ["stationHours", "sites", "mends"] as const) expect(spent(kind)).toBeLessThanOrEqual(budget[kind]);
  const reached = new Set<number>();
  const weightOf = () => [...reached].reduce((sum, at) => sum + weightAt(given, at), 0);
  for (const { action, gain } of chosen) {
    const before = weightOf();
    for (const cell of Array.from(actions[action]?.cells ?? [])) {
      for (const time of Array.from(actions[action]?.times ?? [])) {
        if (!covered[cell * times + time]) reached.add(cell * times + time);
      }
    }
    expect(weightOf() - before).toBeCloseTo(gain, 6);
  }
  return weightOf();
}

/** The most that can be covered, by an exact solver; cell half-hours that the same actions reach count together. */
async function optimum(given: Case): Promise<number> {
  const { cells, times, actions, covered, budget } = given;
  const groups = new Map<string, { by: number[]; size: number }>();
  for (let cell = 0; cell < cells; cell++) {
    for (let time = 0; time < times; time++) {
      if (covered[cell * times + time]) continue;
      const by = actions.flatMap((action, index) =>
        Array.from(action.cells).includes(cell) && Array.from(action.times).includes(time) ? [index] : [],
      );
      if (by.length === 0) continue;
      const group = groups.get(by.join()) ?? { by, size: 0 };
      group.size += weightAt(given, cell * times + time);
      groups.set(by.join(), group);
    }
  }
  const all = [...groups.values()];
  const limits = (["stationHours", "sites", "mends"] as const).flatMap((kind) => {
    const terms = actions.flatMap((action, index) => (action[kind] > 0 ? [`${action[kind]} x${index}`] : []));
    return terms.length === 0 ? [] : [` ${kind}: ${terms.join(" + ")} <= ${budget[kind]}`];
  });
  const problem = [
    "Maximize",
    ` all: ${all.map(({ size }, group) => `${size} y${group}`).join(" + ")}`,
    "Subject To",
    ...limits,
    ...all.map(({ by }, group) => ` g${group}: y${group} - ${by.map((index) => `x${index}`).join(" - ")} <= 0`),
    "Bounds",
    ...all.map((_, group) => ` 0 <= y${group} <= 1`),
    "Binary",
    ...actions.map((_, index) => ` x${index}`),
    "End",
  ].join("\n");
  const highs = await loadHighs();
  const solution = highs.solve(problem);
  expect(solution.Status).toBe("Optimal");
  return solution.ObjectiveValue;
}

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

describe("what is chosen", () => {
  it("is at least 99 % of the optimum for new sites, in each of twenty cases", async () => {
    for (const seed of SEEDS) {
      const sites = givenCase(seed, { sites: 40, hours: 0 }, { stationHours: 0, sites: 5, mends: 0 });
      expect(chosenGain(sites) / (await optimum(sites)), `case ${seed}`).toBeGreaterThanOrEqual(0.99);
    }
  });

  it("is at least 95 % of the optimum for hours, sites and mends mixed, in each of twenty cases", async () => {
    for (const seed of SEEDS) {
      const mixed = givenCase(seed, { sites: 12, hours: 8, mends: 6 }, { stationHours: 40, sites: 3, mends: 2 });
      expect(chosenGain(mixed) / (await optimum(mixed)), `case ${seed}`).toBeGreaterThanOrEqual(0.95);
    }
  });

  it("is at least 95 % of the optimum where cells and half hours weigh differently", async () => {
    for (const seed of SEEDS) {
      const mixed = givenCase(seed, { sites: 12, hours: 8, mends: 6 }, { stationHours: 40, sites: 3, mends: 2 });
      const random = seededRandom(100 + seed);
      const cells = Float64Array.from({ length: mixed.cells }, () => Math.round(random() * 30) / 10);
      const more = new Map(
        Array.from({ length: 60 }, () => [
          Math.floor(random() * mixed.cells * mixed.times),
          1 + Math.floor(random() * 9),
        ]),
      );
      const weighted = { ...mixed, weights: { cells, more } };
      expect(chosenGain(weighted) / (await optimum(weighted)), `case ${seed}`).toBeGreaterThanOrEqual(0.95);
    }
  });

  it("is nothing without a budget", () => {
    const mixed = givenCase(1, { sites: 12, hours: 8 }, { stationHours: 0, sites: 0, mends: 0 });
    expect(chosenGain(mixed)).toBe(0);
  });
});
