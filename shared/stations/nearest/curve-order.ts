import type { MapPoint } from "../../common/place.js";
import { atOneGo, type Slices } from "../../common/slices.js";

/** Fits beside the place in the curve into the whole numbers a double holds exactly. */
const MOST_POINTS = 2 ** 21;
const CURVE_SIDE = 2 ** 16;
/** A millisecond's work. */
const SLICE = 4_096;

/**
 * In which order points lie along a Hilbert curve, so that those near each other stand near each other.
 *
 * @throws RangeError above two million points
 */
export function curveOrder(points: readonly MapPoint[]): Uint32Array {
  return atOneGo(curveOrderInSlices(points));
}

export function* curveOrderInSlices(points: readonly MapPoint[]): Slices<Uint32Array> {
  const count = points.length;
  if (count > MOST_POINTS) throw new RangeError(`${count} points are too many`);
  const { south, west, rows, columns } = scaleOf(points);
  const keys = new Float64Array(count);
  for (let start = 0; start < count; start += SLICE) {
    const end = Math.min(start + SLICE, count);
    for (let i = start; i < end; i++) {
      const { latitude = 0, longitude = 0 } = points[i] ?? {};
      const index = placeOnCurve(Math.floor((longitude - west) * columns), Math.floor((latitude - south) * rows));
      keys[i] = index * MOST_POINTS + i;
    }
    keys.subarray(start, end).sort();
    yield;
  }
  const sorted = yield* joinedRuns(keys);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = (sorted[i] ?? 0) % MOST_POINTS;
  yield;
  return order;
}

/** Where the square of the curve begins, and how many of its cells there are to a degree. */
function scaleOf(points: readonly MapPoint[]): { south: number; west: number; rows: number; columns: number } {
  let [south, west] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [north, east] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { latitude, longitude } of points) {
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
  }
  return { south, west, rows: (CURVE_SIDE - 1) / (north - south || 1), columns: (CURVE_SIDE - 1) / (east - west || 1) };
}

/** The distance along the Hilbert curve through a square of 65,536 cells a side. */
function placeOnCurve(column: number, row: number): number {
  let x = column;
  let y = row;
  let index = 0;
  for (let side = CURVE_SIDE / 2; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const up = (y & side) > 0 ? 1 : 0;
    index += side * side * ((3 * right) ^ up);
    if (up === 0) {
      const before = x;
      x = right === 1 ? CURVE_SIDE - 1 - y : y;
      y = right === 1 ? CURVE_SIDE - 1 - before : before;
    }
  }
  return index;
}

/** Joins runs that are sorted each, two and two, until one is left. */
function* joinedRuns(keys: Float64Array<ArrayBuffer>): Slices<Float64Array> {
  let [from, to] = [keys, new Float64Array(keys.length)];
  for (let run = SLICE; run < keys.length; run *= 2) {
    for (let start = 0; start < keys.length; start += 2 * run) {
      joinTwo(from, to, start, Math.min(start + run, keys.length), Math.min(start + 2 * run, keys.length));
      yield;
    }
    [from, to] = [to, from];
  }
  return from;
}

function joinTwo(from: Float64Array, to: Float64Array, start: number, middle: number, end: number): void {
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const takesLeft = left < middle && (right >= end || (from[left] ?? 0) < (from[right] ?? 0));
    to[at] = (takesLeft ? from[left++] : from[right++]) ?? 0;
  }
}
