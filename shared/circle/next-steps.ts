import type { Cells } from "./cells.js";
import { type CircleAction, chooseActions } from "./choose-actions.js";
import { type CircleWeights, UNWEIGHTED } from "./circle-weights.js";
import { demandWeights, WEIGHT_OF_PERSON } from "./demand-weights.js";
import { BLOCK, CircleActions, HALF_HOUR_MINUTES, type Meaning, WEEK_HALF_HOURS } from "./step-actions.js";
import type { DaySet, StepsQuestion, StepWeights } from "./steps-question.js";

/** What is gained in the half hours that nothing covered before. */
export interface StepGain {
  /** Cell-hours of a week. */
  gainCellHours: number;
  /** People a week who find a door then and found none before. */
  gainPeople: number;
  /** Hours a week of people who live or work in the cells; null: nobody has said how many they are. */
  gainPersonHours: number | null;
}

export type NextStep = StepGain & {
  /** Places of the cells it reaches. */
  cells: number[];
} & (
    | { kind: "hours"; station: number; days: DaySet; opens: number; closes: number; stationHours: number }
    | { kind: "site"; cell: string; latitude: number; longitude: number }
    | { kind: "mend"; station: number }
  );

export interface NextSteps extends Cells {
  /** Cell-hours of a week that have an open door, before any step. */
  coveredCellHours: number;
  /** What sites that are decided upon add to that. */
  fixedCellHours: number;
  steps: NextStep[];
  /** What a site in each wished cell would gain by itself, before any step; what is no cell of the circle is left out. */
  wished: WishedSite[];
}

interface WishedSite extends StepGain {
  cell: string;
  /** It is among the steps. */
  isChosen: boolean;
}

/**
 * Longer hours, new sites and mended amenities in one ranking: what gains most covered cell-hours of an ordinary week
 * within a budget. Posted hours count; 不知道 is not open.
 */
export function nextSteps(question: StepsQuestion): NextSteps {
  const circle = new CircleActions(question);
  const gains = new Gains(circle, question);
  const size = { cells: circle.cells.ids.length, times: WEEK_HALF_HOURS };
  const chosen = chooseActions(circle.actions, size, circle.isCovered, question.budget, gains.weights);
  const gained = new Set<number>();
  const steps = chosen.flatMap(({ action: place }): NextStep[] => {
    const [meaning, action] = [circle.meanings[place], circle.actions[place]];
    if (meaning === undefined || action === undefined) return [];
    return [stepOf(circle, meaning, { ...gains.of(action, gained), cells: Array.from(action.cells) })];
  });
  const wished = question.wished.flatMap((id): WishedSite[] => {
    const site = circle.siteIn(id);
    const isChosen = steps.some((step) => step.kind === "site" && step.cell === id);
    return site === null ? [] : [{ cell: id, ...gains.of(site, new Set()), isChosen }];
  });
  const { doors, fixed } = circle.coveredCellHours();
  return {
    ...circle.cells,
    coveredCellHours: doors,
    fixedCellHours: fixed,
    steps: joined(steps, question.weights),
    wished,
  };
}

/** Counts what actions gain. */
class Gains {
  readonly weights: CircleWeights;
  readonly #circle: CircleActions;
  readonly #demand: ReadonlyMap<number, number>;
  /** Of each cell. */
  readonly #people: Float64Array | null;

  constructor(circle: CircleActions, { demand, people, weights }: StepsQuestion) {
    this.#circle = circle;
    this.#demand = demandWeights(demand, circle.places, WEEK_HALF_HOURS);
    this.#people = people && Float64Array.from(circle.cells.ids, (id) => people.get(id) ?? 0);
    this.weights = weights === "people" ? { cells: this.#people, more: new Map() } : UNWEIGHTED;
    if (weights === "demand") this.weights = { cells: null, more: this.#demand };
  }

  /** @param gained cell half-hours that others have gained already; those of this action join them */
  of({ cells, times }: Pick<CircleAction, "cells" | "times">, gained: Set<number>): StepGain {
    const [before, places] = [gained.size, Array.from(times)];
    let [demand, people] = [0, 0];
    for (const cell of Array.from(cells)) {
      for (const time of places) {
        const at = cell * WEEK_HALF_HOURS + time;
        if (gained.has(at) || this.#circle.isCovered(cell, time)) continue;
        gained.add(at);
        demand += this.#demand.get(at) ?? 0;
        people += this.#people?.[cell] ?? 0;
      }
    }
    return {
      gainCellHours: (gained.size - before) / 2,
      gainPeople: demand / WEIGHT_OF_PERSON,
      gainPersonHours: this.#people === null ? null : people / 2,
    };
  }
}

function stepOf({ cells }: CircleActions, meaning: Meaning, common: StepGain & { cells: number[] }): NextStep {
  if (meaning.kind === "hours") {
    const { block, ...hours } = meaning;
    const opens = block * BLOCK * HALF_HOUR_MINUTES;
    return { ...common, ...hours, opens, closes: opens + BLOCK * HALF_HOUR_MINUTES };
  }
  if (meaning.kind === "mend") return { ...common, ...meaning };
  const [latitude = 0, longitude = 0] = [cells.latitudes[meaning.cell], cells.longitudes[meaning.cell]];
  return { ...common, kind: "site", cell: cells.ids[meaning.cell] ?? "", latitude, longitude };
}

type LongerHours = NextStep & { kind: "hours" };

/** Blocks of one station that follow each other on the same days are one step. */
function joined(steps: readonly NextStep[], weights: StepWeights): NextStep[] {
  const done: NextStep[] = [];
  for (const step of steps.toSorted((a, b) => beginOf(a) - beginOf(b))) {
    const next = step.kind === "hours" ? done.find((one) => isFollowedBy(one, step)) : undefined;
    if (next?.kind === "hours" && step.kind === "hours") addHours(next, step);
    else done.push({ ...step });
  }
  const worth = (step: NextStep) => (weights === "people" ? (step.gainPersonHours ?? 0) : step.gainCellHours);
  return done.sort((a, b) => worth(b) - worth(a));
}

function isFollowedBy(one: NextStep, next: LongerHours): boolean {
  return one.kind === "hours" && one.station === next.station && one.days === next.days && one.closes === next.opens;
}

function addHours(step: LongerHours, more: LongerHours): void {
  step.closes = more.closes;
  step.stationHours += more.stationHours;
  step.gainCellHours += more.gainCellHours;
  step.gainPeople += more.gainPeople;
  if (more.gainPersonHours !== null) step.gainPersonHours = (step.gainPersonHours ?? 0) + more.gainPersonHours;
}

function beginOf(step: NextStep): number {
  return step.kind === "hours" ? step.opens : 0;
}
