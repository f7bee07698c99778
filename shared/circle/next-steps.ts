import { DAY_MINUTES } from "../core/time.js";
import type { AmenityMask } from "../stations/nearest/amenity-mask.js";
import type { StationCore } from "../stations/nearest/station-core.js";
import { cellsAround } from "./cells.js";
import { type CircleAction, type CircleBudget, chooseActions } from "./choose-actions.js";
import { coverageOf, HALF_HOURS_A_DAY, halfHoursFrom } from "./coverage.js";
import { demandWeights, WEIGHT_OF_PERSON, type WeeklyDemand } from "./demand-weights.js";
import { DoorHours, hasBit } from "./door-hours.js";
import { PointGrid } from "./point-grid.js";

const WEEK_HALF_HOURS = 7 * HALF_HOURS_A_DAY;
/** Hours are made longer by blocks of so many half hours, on working days or at the weekend. */
const BLOCK = 4;
const HALF_HOUR_MINUTES = DAY_MINUTES / HALF_HOURS_A_DAY;
const DAY_SETS = [
  { days: "weekdays", weekdays: [0, 1, 2, 3, 4] },
  { days: "weekend", weekdays: [5, 6] },
] as const;
export type DaySet = (typeof DAY_SETS)[number]["days"];

export interface StepsQuestion {
  stations: readonly StationCore[];
  /** The Monday of a week without holidays, counted from 1970-01-01. */
  firstDay: number;
  reachMetres: number;
  /** Doors are asked for with all of these; none: any door. */
  amenities: AmenityMask;
  budget: CircleBudget;
  /** When a new site is open, every day, minutes since midnight. */
  siteHours: { opens: number; closes: number };
  /** Cells where a site is decided upon already, and where none may be. */
  fixed: readonly string[];
  forbidden: readonly string[];
  /** Cells where somebody would like a site: what each would gain is told, whether it is chosen or not. */
  wished: readonly string[];
  /** Searches that found nothing; none: every cell half-hour counts the same. */
  demand: readonly WeeklyDemand[];
}

interface StepGain {
  /** Cell-hours of a week that it covers and no step before it does. */
  gainCellHours: number;
  /** People a week who find a door then and found none before. */
  gainPeople: number;
  /** Places of the cells it reaches. */
  cells: number[];
}

export type NextStep = StepGain &
  (
    | { kind: "hours"; station: number; days: DaySet; opens: number; closes: number; stationHours: number }
    | { kind: "site"; cell: string; latitude: number; longitude: number }
    | { kind: "mend"; station: number }
  );

export interface NextSteps {
  ids: string[];
  latitudes: Float64Array;
  longitudes: Float64Array;
  /** Cell-hours of a week that have an open door, before any step. */
  coveredCellHours: number;
  steps: NextStep[];
  /** What a site in each wished cell would gain by itself, before any step; what is no cell of the circle is left out. */
  wished: WishedSite[];
}

interface WishedSite {
  cell: string;
  gainCellHours: number;
  gainPeople: number;
  /** It is among the steps. */
  isChosen: boolean;
}

type Meaning =
  | { kind: "hours"; station: number; days: DaySet; block: number; stationHours: number }
  | { kind: "site"; cell: number }
  | { kind: "mend"; station: number };

/**
 * Longer hours, new sites and mended amenities in one ranking: what gains most covered cell-hours of an ordinary week
 * within a budget. Posted hours count; 不知道 is not open.
 */
export function nextSteps(question: StepsQuestion): NextSteps {
  const { stations, firstDay, reachMetres, amenities, siteHours } = question;
  const cells = cellsAround(stations);
  const instants = halfHoursFrom(firstDay, 7);
  const base = coverageOf({ stations, instants, reachMetres, basis: "posted", amenities });
  const grid = new PointGrid(cells.latitudes, cells.longitudes, reachMetres);
  const reached = (latitude: number, longitude: number) => {
    const found: number[] = [];
    grid.within(latitude, longitude, (cell) => found.push(cell));
    return found.sort((a, b) => a - b);
  };
  const siteTimes = timesOf(siteHours.opens, siteHours.closes);
  const isSiteTime = new Set(siteTimes);
  const decided = new Set<number>();
  const placeOf = new Map(cells.ids.map((id, cell) => [id, cell]));
  for (const id of question.fixed) {
    const cell = placeOf.get(id);
    if (cell === undefined) continue;
    for (const one of reached(cells.latitudes[cell] ?? 0, cells.longitudes[cell] ?? 0)) decided.add(one);
  }
  const isCovered = (cell: number, time: number) =>
    hasBit(base.open, cell * base.words, time) || (decided.has(cell) && isSiteTime.has(time));

  const actions: CircleAction[] = [];
  const meanings: Meaning[] = [];
  const add = (
    action: Omit<CircleAction, "stationHours" | "sites" | "mends">,
    cost: Partial<CircleBudget>,
    meaning: Meaning,
  ) => {
    actions.push({ ...action, stationHours: 0, sites: 0, mends: 0, ...cost });
    meanings.push(meaning);
  };
  const doors = new DoorHours(instants, "posted");
  for (const [station, core] of stations.entries()) {
    const around = reached(core.latitude, core.longitude);
    const { open } = doors.of(core);
    const isOpen = (time: number) => hasBit(open, 0, time);
    if (!hasAll(core.amenities, amenities)) {
      const times = Array.from({ length: WEEK_HALF_HOURS }, (_, time) => time).filter(isOpen);
      add({ cells: around, times }, { mends: 1 }, { kind: "mend", station });
      continue;
    }
    for (const { days, weekdays } of DAY_SETS) {
      for (let block = 0; block < HALF_HOURS_A_DAY / BLOCK; block++) {
        const times = weekdays
          .flatMap((day) => Array.from({ length: BLOCK }, (_, n) => day * HALF_HOURS_A_DAY + block * BLOCK + n))
          .filter((time) => !isOpen(time));
        const stationHours = times.length / 2;
        if (times.length > 0)
          add({ cells: around, times }, { stationHours }, { kind: "hours", station, days, block, stationHours });
      }
    }
  }
  const forbidden = new Set([...question.forbidden, ...question.fixed]);
  for (const [cell, id] of cells.ids.entries()) {
    if (question.budget.sites === 0 || forbidden.has(id)) continue;
    const around = reached(cells.latitudes[cell] ?? 0, cells.longitudes[cell] ?? 0);
    add({ cells: around, times: siteTimes }, { sites: 1 }, { kind: "site", cell });
  }
  const size = { cells: cells.ids.length, times: WEEK_HALF_HOURS };
  const people = demandWeights(question.demand, placeOf, WEEK_HALF_HOURS);
  const chosen = chooseActions(actions, size, isCovered, question.budget, { cells: null, more: people });
  const gained = new Set<number>();
  const gainOf = (action: CircleAction): StepGain => {
    const [before, cells] = [gained.size, Array.from(action.cells)];
    let weight = 0;
    for (const cell of cells) {
      for (const time of Array.from(action.times)) {
        const at = cell * WEEK_HALF_HOURS + time;
        if (gained.has(at) || isCovered(cell, time)) continue;
        gained.add(at);
        weight += people.get(at) ?? 0;
      }
    }
    return { gainCellHours: (gained.size - before) / 2, gainPeople: weight / WEIGHT_OF_PERSON, cells };
  };
  const steps = chosen.flatMap(({ action: place }): NextStep[] => {
    const [meaning, action] = [meanings[place], actions[place]];
    if (meaning === undefined || action === undefined) return [];
    const common = gainOf(action);
    if (meaning.kind === "hours") {
      const opens = meaning.block * BLOCK * HALF_HOUR_MINUTES;
      const { station, days, stationHours } = meaning;
      return [
        { ...common, kind: "hours", station, days, opens, closes: opens + BLOCK * HALF_HOUR_MINUTES, stationHours },
      ];
    }
    if (meaning.kind === "mend") return [{ ...common, kind: "mend", station: meaning.station }];
    const { cell } = meaning;
    const [latitude = 0, longitude = 0] = [cells.latitudes[cell], cells.longitudes[cell]];
    return [{ ...common, kind: "site", cell: cells.ids[cell] ?? "", latitude, longitude }];
  });
  const wished = question.wished.flatMap((id): WishedSite[] => {
    const place = placeOf.get(id);
    if (place === undefined) return [];
    const around = reached(cells.latitudes[place] ?? 0, cells.longitudes[place] ?? 0);
    const open = around.flatMap((cell) =>
      siteTimes.filter((time) => !isCovered(cell, time)).map((time) => cell * WEEK_HALF_HOURS + time),
    );
    const weight = open.reduce((sum, at) => sum + (people.get(at) ?? 0), 0);
    const isChosen = steps.some((step) => step.kind === "site" && step.cell === id);
    return [{ cell: id, gainCellHours: open.length / 2, gainPeople: weight / WEIGHT_OF_PERSON, isChosen }];
  });
  const covered = base.coveredCells.reduce((sum, count) => sum + count, 0) / 2;
  return { ...cells, coveredCellHours: covered, steps: joined(steps), wished };
}

/** Blocks of one station that follow each other on the same days are one step. */
function joined(steps: readonly NextStep[]): NextStep[] {
  const done: NextStep[] = [];
  for (const step of steps.toSorted((a, b) => beginOf(a) - beginOf(b))) {
    const next =
      step.kind === "hours"
        ? done.find(
            (one): one is NextStep & { kind: "hours" } =>
              one.kind === "hours" &&
              one.station === step.station &&
              one.days === step.days &&
              one.closes === step.opens,
          )
        : undefined;
    if (next === undefined || step.kind !== "hours") {
      done.push({ ...step });
      continue;
    }
    next.closes = step.closes;
    next.stationHours += step.stationHours;
    next.gainCellHours += step.gainCellHours;
    next.gainPeople += step.gainPeople;
  }
  return done.sort((a, b) => b.gainCellHours - a.gainCellHours);
}

function beginOf(step: NextStep): number {
  return step.kind === "hours" ? step.opens : 0;
}

function timesOf(opens: number, closes: number): number[] {
  return Array.from({ length: WEEK_HALF_HOURS }, (_, time) => time).filter((time) => {
    const minute = (time % HALF_HOURS_A_DAY) * HALF_HOUR_MINUTES;
    return opens <= minute && minute < closes;
  });
}

function hasAll(has: AmenityMask, wanted: AmenityMask): boolean {
  return (has.low & wanted.low) >>> 0 === wanted.low && (has.high & wanted.high) >>> 0 === wanted.high;
}
