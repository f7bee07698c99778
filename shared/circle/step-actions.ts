import { DAY_MINUTES } from "../common/time.js";
import type { AmenityMask } from "../stations/nearest/amenity-mask.js";
import { type Cells, cellsAround } from "./cells.js";
import type { CircleAction, CircleBudget } from "./choose-actions.js";
import { type Coverage, coverageOf, HALF_HOURS_A_DAY, halfHoursFrom } from "./coverage.js";
import { DoorHours, hasBit } from "./door-hours.js";
import { PointGrid } from "./point-grid.js";
import { type CountedDays, DAY_SETS, type DaySet, type StepsQuestion } from "./steps-question.js";

export const WEEK_HALF_HOURS = 7 * HALF_HOURS_A_DAY;
export const HALF_HOUR_MINUTES = DAY_MINUTES / HALF_HOURS_A_DAY;
/** Hours are made longer by blocks of so many half hours, on working days or at the weekend. */
export const BLOCK = 4;

/** What an action is. */
export type Meaning =
  | { kind: "hours"; station: number; days: DaySet; block: number; stationHours: number }
  | { kind: "site"; cell: number }
  | { kind: "mend"; station: number };

/** Everything that can be done for a circle, and how the circle stands before. */
export class CircleActions {
  readonly cells: Cells;
  readonly actions: CircleAction[] = [];
  readonly meanings: Meaning[] = [];
  /** The places of cells by their ids. */
  readonly places: ReadonlyMap<string, number>;
  readonly #question: StepsQuestion;
  readonly #grid: PointGrid;
  readonly #base: Coverage;
  readonly #siteTimes: readonly number[];
  readonly #isSiteTime: readonly boolean[];
  readonly #counts: readonly boolean[];
  /** Cells in reach of a site that is decided upon. */
  readonly #decided = new Set<number>();

  constructor(question: StepsQuestion) {
    const { stations, firstDay, reachMetres, amenities, siteHours, days } = question;
    this.#question = question;
    this.cells = cellsAround(stations);
    this.places = new Map(this.cells.ids.map((id, cell) => [id, cell]));
    this.#grid = new PointGrid(this.cells.latitudes, this.cells.longitudes, reachMetres);
    const instants = halfHoursFrom(firstDay, 7);
    this.#base = coverageOf({ stations, instants, reachMetres, basis: "posted", amenities });
    this.#counts = countedTimes(days);
    this.#isSiteTime = timesBetween(siteHours.opens, siteHours.closes);
    this.#siteTimes = placesOf(this.#isSiteTime);
    for (const id of question.fixed) for (const cell of this.#reachedFrom(id)) this.#decided.add(cell);
    this.#addStations(new DoorHours(instants, "posted"));
    this.#addSites();
  }

  /** Whether nothing is to be gained: a door is open, a site that is decided upon will be, or the day does not count. */
  readonly isCovered = (cell: number, time: number): boolean =>
    this.#counts[time] !== true ||
    hasBit(this.#base.open, cell * this.#base.words, time) ||
    (this.#decided.has(cell) && this.#isSiteTime[time] === true);

  /** What a site in a cell would be; null where that is none of the circle. */
  siteIn(id: string): Pick<CircleAction, "cells" | "times"> | null {
    return this.places.has(id) ? { cells: this.#reachedFrom(id), times: this.#siteTimes } : null;
  }

  /** Cell-hours that count: those that doors cover, and those that decided sites add. */
  coveredCellHours(): { doors: number; fixed: number } {
    const { coveredCells, open, words } = this.#base;
    const doors = coveredCells.reduce((sum, count, time) => sum + (this.#counts[time] === true ? count : 0), 0);
    let fixed = 0;
    for (const cell of this.#decided) {
      for (const time of this.#siteTimes) {
        if (this.#counts[time] === true && !hasBit(open, cell * words, time)) fixed += 1;
      }
    }
    return { doors: doors / 2, fixed: fixed / 2 };
  }

  #addStations(doors: DoorHours): void {
    const { stations, amenities } = this.#question;
    for (const [station, core] of stations.entries()) {
      const cells = this.#reached(core.latitude, core.longitude);
      const { open } = doors.of(core);
      const isOpen = (time: number) => hasBit(open, 0, time);
      if (hasAll(core.amenities, amenities)) this.#addHours(station, cells, isOpen);
      else {
        const times = Array.from({ length: WEEK_HALF_HOURS }, (_, time) => time).filter(isOpen);
        this.#add({ cells, times }, { mends: 1 }, { kind: "mend", station });
      }
    }
  }

  #addHours(station: number, cells: number[], isOpen: (time: number) => boolean): void {
    for (const { days, weekdays } of DAY_SETS) {
      for (let block = 0; block < HALF_HOURS_A_DAY / BLOCK; block++) {
        const times = weekdays
          .flatMap((day) => Array.from({ length: BLOCK }, (_, n) => day * HALF_HOURS_A_DAY + block * BLOCK + n))
          .filter((time) => !isOpen(time));
        const stationHours = times.length / 2;
        if (times.length === 0) continue;
        this.#add({ cells, times }, { stationHours }, { kind: "hours", station, days, block, stationHours });
      }
    }
  }

  #addSites(): void {
    const { budget, forbidden, fixed } = this.#question;
    if (budget.sites === 0) return;
    const excluded = new Set([...forbidden, ...fixed]);
    for (const [cell, id] of this.cells.ids.entries()) {
      if (excluded.has(id)) continue;
      this.#add({ cells: this.#reachedFrom(id), times: this.#siteTimes }, { sites: 1 }, { kind: "site", cell });
    }
  }

  #add(action: Pick<CircleAction, "cells" | "times">, cost: Partial<CircleBudget>, meaning: Meaning): void {
    this.actions.push({ ...action, stationHours: 0, sites: 0, mends: 0, ...cost });
    this.meanings.push(meaning);
  }

  #reachedFrom(id: string): number[] {
    const cell = this.places.get(id);
    if (cell === undefined) return [];
    return this.#reached(this.cells.latitudes[cell] ?? 0, this.cells.longitudes[cell] ?? 0);
  }

  #reached(latitude: number, longitude: number): number[] {
    const found: number[] = [];
    this.#grid.within(latitude, longitude, (cell) => found.push(cell));
    return found.sort((a, b) => a - b);
  }
}

function countedTimes(counted: CountedDays): boolean[] {
  const set = DAY_SETS.find(({ days }) => days === counted);
  const weekdays: readonly number[] | undefined = set?.weekdays;
  return Array.from(
    { length: WEEK_HALF_HOURS },
    (_, time) => weekdays?.includes(Math.floor(time / HALF_HOURS_A_DAY)) ?? true,
  );
}

/** Minutes since midnight, of every day. */
function timesBetween(opens: number, closes: number): boolean[] {
  return Array.from({ length: WEEK_HALF_HOURS }, (_, time) => {
    const minute = (time % HALF_HOURS_A_DAY) * HALF_HOUR_MINUTES;
    return opens <= minute && minute < closes;
  });
}

function placesOf(times: readonly boolean[]): number[] {
  return times.flatMap((is, time) => (is ? [time] : []));
}

function hasAll(has: AmenityMask, wanted: AmenityMask): boolean {
  return (has.low & wanted.low) >>> 0 === wanted.low && (has.high & wanted.high) >>> 0 === wanted.high;
}
