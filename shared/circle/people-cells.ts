import {
  cellToChildren,
  cellToLatLng,
  getResolution,
  h3IndexToSplitLong,
  latLngToCell,
  splitLongToH3Index,
} from "h3-js";
import { type Datum, type MapPoint, toGcj02 } from "../common/place.js";
import { CELL_RESOLUTION } from "./cells.js";

/** Below this a cell is larger than what a table can be about. */
const COARSEST_RESOLUTION = 7;
/** People are kept to a tenth: tables that are made of rasters have parts of people. */
const PARTS = 10;

/** How many people live or work in the cells a circle is measured on, added up from the rows of a table. */
export class PeopleCells {
  readonly cells = new Map<string, number>();

  addPoint(point: MapPoint, datum: Datum, people: number): void {
    const { latitude, longitude } = toGcj02(point, datum);
    this.#add(latLngToCell(latitude, longitude, CELL_RESOLUTION), people);
  }

  /**
   * A cell of another software, laid over another datum: its people go where its middle is; those of a larger one to
   * its parts alike.
   */
  addCell(cell: string, datum: Datum, people: number): void {
    const isLarger = getResolution(cell) < CELL_RESOLUTION;
    const parts = isLarger ? cellToChildren(cell, CELL_RESOLUTION) : [cell];
    for (const part of parts) {
      const [latitude, longitude] = cellToLatLng(part);
      this.addPoint({ latitude, longitude }, datum, people / parts.length);
    }
  }

  #add(cell: string, people: number): void {
    this.cells.set(cell, (this.cells.get(cell) ?? 0) + people);
  }
}

/** Whether a cell may stand in a table. */
export function isUsableCell(cell: string): boolean {
  return getResolution(cell) >= COARSEST_RESOLUTION;
}

/**
 * Cells and people in few bytes: sorted by place, each as the step from the one before and tenths of people, seven bits to a byte.
 */
export function packPeople(cells: ReadonlyMap<string, number>): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  const sorted = [...cells]
    .map(([cell, people]) => [keyOf(cell), Math.round(people * PARTS)] as const)
    .filter(([, people]) => people > 0)
    .sort(([one], [other]) => one - other);
  for (const [key, people] of sorted) {
    pushNumber(bytes, key - before);
    pushNumber(bytes, people);
    before = key;
  }
  return Uint8Array.from(bytes);
}

/** What {@link packPeople} made. */
export function unpackPeople(bytes: Uint8Array): Map<string, number> {
  const cells = new Map<string, number>();
  let [place, key] = [0, 0];
  const next = (): number => {
    let [number, scale] = [0, 1];
    for (;;) {
      const byte = bytes[place++] ?? 0;
      number += (byte & 127) * scale;
      if (byte < 128) return number;
      scale *= 128;
    }
  };
  while (place < bytes.length) {
    key += next();
    cells.set(cellOf(key), next() / PARTS);
  }
  return cells;
}

function pushNumber(bytes: number[], number: number): void {
  let left = number;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  bytes.push(left);
}

/** Of a cell of resolution 9, its base cell and nine digits: 34 bits, the others are the same in all. */
const LOW_BITS = 14;
const UNUSED_BITS = 18;
const HIGH_MASK = 0xfffff;
const HIGH_ALWAYS = 0x08900000;

function keyOf(cell: string): number {
  const [low, high] = h3IndexToSplitLong(cell);
  return ((high ?? 0) & HIGH_MASK) * 2 ** LOW_BITS + ((low ?? 0) >>> UNUSED_BITS);
}

function cellOf(key: number): string {
  const high = HIGH_ALWAYS | Math.floor(key / 2 ** LOW_BITS);
  const low = ((key % 2 ** LOW_BITS) << UNUSED_BITS) | (2 ** UNUSED_BITS - 1);
  return splitLongToH3Index(low, high);
}
