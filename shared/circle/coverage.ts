import type { EpochMs } from "../common/time.js";
import { DAY_MINUTES, MINUTE_MS, startOfBeijingDay } from "../common/time.js";
import type { AmenityMask } from "../stations/nearest/amenity-mask.js";
import type { StationCore } from "../stations/nearest/station-core.js";
import { cellsAround } from "./cells.js";
import { type CoverageBasis, DoorHours, hasBit, wordsFor } from "./door-hours.js";
import { PointGrid } from "./point-grid.js";

export const HALF_HOURS_A_DAY = 48;
const HALF_HOUR_MINUTES = DAY_MINUTES / HALF_HOURS_A_DAY;

export interface CoverageQuestion {
  /** All of them say which cells there are. */
  stations: readonly StationCore[];
  instants: readonly EpochMs[];
  /** How far a door may be from the middle of a cell, whole metres as shown. */
  reachMetres: number;
  basis: CoverageBasis;
  /** Only stations where all of these work cover anything. */
  amenities: AmenityMask;
}

/** Of each cell, at which of the instants a door is open within reach: bit `place` of its words. */
export interface Coverage {
  ids: string[];
  /** Whether a station lies within reach, whatever its hours. */
  plaques: Uint8Array;
  /** How many words of 32 bits a cell has. */
  words: number;
  open: Uint32Array;
  /** Somebody's hours are not known; says nothing where another door is open. */
  unknown: Uint32Array;
  /** At each instant, how many cells are covered, and of how many nobody knows. */
  coveredCells: Uint32Array;
  unknownCells: Uint32Array;
}

/** Shares of all cells, 0–1. */
export interface Shares {
  covered: number;
  /** No door is known to be open, and of one nobody knows. */
  unknown: number;
}

/** `open`, nobody knows, there is a station but it is shut, there is none. */
export type CellState = "open" | "unknown" | "shut" | "none";

/**
 * Where a door is open within reach, and when. A cell is covered at an instant when a station that is open at that very
 * instant lies within reach of its centre; 不知道 is never open. docs/decisions/0036-coverage.md says why so.
 */
export function coverageOf({ stations, instants, reachMetres, basis, amenities }: CoverageQuestion): Coverage {
  const { ids, latitudes, longitudes } = cellsAround(stations);
  const words = wordsFor(instants.length);
  const coverage: Coverage = {
    ids,
    plaques: new Uint8Array(ids.length),
    words,
    open: new Uint32Array(ids.length * words),
    unknown: new Uint32Array(ids.length * words),
    coveredCells: new Uint32Array(instants.length),
    unknownCells: new Uint32Array(instants.length),
  };
  const grid = new PointGrid(latitudes, longitudes, reachMetres);
  const doors = new DoorHours(instants, basis);
  for (const station of stations) {
    if (!hasAll(station.amenities, amenities)) continue;
    const bits = doors.of(station);
    grid.within(station.latitude, station.longitude, (cell) => {
      coverage.plaques[cell] = 1;
      addBits(coverage.open, cell * words, bits.open);
      addBits(coverage.unknown, cell * words, bits.unknown);
    });
  }
  countCells(coverage);
  return coverage;
}

function countCells({ ids, words, open, unknown, coveredCells, unknownCells }: Coverage): void {
  for (let cell = 0; cell < ids.length; cell++) {
    for (let index = 0; index < coveredCells.length; index++) {
      if (hasBit(open, cell * words, index)) coveredCells[index] = (coveredCells[index] ?? 0) + 1;
      else if (hasBit(unknown, cell * words, index)) unknownCells[index] = (unknownCells[index] ?? 0) + 1;
    }
  }
}

/** The shares at one of the instants. */
export function sharesAt({ ids, coveredCells, unknownCells }: Coverage, index: number): Shares {
  return {
    covered: shareOf(coveredCells[index] ?? 0, ids.length),
    unknown: shareOf(unknownCells[index] ?? 0, ids.length),
  };
}

/**
 * The shares at each half hour of a day.
 *
 * @param day its place among the days that were measured
 */
export function sharesOfDay(coverage: Coverage, day: number): ({ from: string } & Shares)[] {
  return Array.from({ length: HALF_HOURS_A_DAY }, (_, index) => ({
    from: halfHourText(index),
    ...sharesAt(coverage, day * HALF_HOURS_A_DAY + index),
  }));
}

/** The share of cells with a station within reach, whatever its hours, 0–1. */
export function plaqueShare({ ids, plaques }: Pick<Coverage, "ids" | "plaques">): number {
  return shareOf(
    plaques.reduce((sum, plaque) => sum + plaque, 0),
    ids.length,
  );
}

export function cellStateAt({ words, open, unknown, plaques }: Coverage, cell: number, index: number): CellState {
  if (hasBit(open, cell * words, index)) return "open";
  if (hasBit(unknown, cell * words, index)) return "unknown";
  return plaques[cell] === 1 ? "shut" : "none";
}

/** The beginnings of the half hours of some days that follow each other. */
export function halfHoursFrom(firstDay: number, days: number): EpochMs[] {
  return Array.from({ length: days * HALF_HOURS_A_DAY }, (_, index) => {
    return startOfBeijingDay(firstDay) + index * HALF_HOUR_MINUTES * MINUTE_MS;
  });
}

/** `09:30` for 19. */
export function halfHourText(index: number): string {
  const minute = index * HALF_HOUR_MINUTES;
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Ten-thousandths, which is more than a figure about cells of 0.1 km² can mean. */
function shareOf(some: number, all: number): number {
  return all === 0 ? 0 : Math.round((some / all) * 10_000) / 10_000;
}

function hasAll(has: AmenityMask, wanted: AmenityMask): boolean {
  return (has.low & wanted.low) >>> 0 === wanted.low && (has.high & wanted.high) >>> 0 === wanted.high;
}

function addBits(words: Uint32Array, from: number, added: Uint32Array): void {
  for (let word = 0; word < added.length; word++) words[from + word] = (words[from + word] ?? 0) | (added[word] ?? 0);
}
