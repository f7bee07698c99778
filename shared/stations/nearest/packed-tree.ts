/** How many stations, or nodes of the level below, one node holds. */
export const NODE_SIZE = 16;
/** Fits beside the place in the curve into the whole numbers a double holds exactly. */
const MOST_POINTS = 2 ** 21;
const CURVE_SIDE = 2 ** 16;

/**
 * In which order points lie along a Hilbert curve, so that those near each other stand near each other.
 *
 * @throws RangeError above two million points
 */
export function curveOrder(latitudes: Float64Array, longitudes: Float64Array): Uint32Array {
  const count = latitudes.length;
  if (count > MOST_POINTS) throw new RangeError(`${count} points are too many`);
  const [south, north] = extent(latitudes);
  const [west, east] = extent(longitudes);
  const rows = (CURVE_SIDE - 1) / (north - south || 1);
  const columns = (CURVE_SIDE - 1) / (east - west || 1);
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const x = Math.floor(((longitudes[i] ?? 0) - west) * columns);
    const y = Math.floor(((latitudes[i] ?? 0) - south) * rows);
    keys[i] = placeOnCurve(x, y) * MOST_POINTS + i;
  }
  return Uint32Array.from(keys.sort(), (key) => key % MOST_POINTS);
}

function extent(values: Float64Array): [least: number, most: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** The distance along the Hilbert curve through a square of 65,536 cells a side. */
function placeOnCurve(column: number, row: number): number {
  let [x, y, place] = [column, row, 0];
  for (let side = CURVE_SIDE / 2; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const up = (y & side) > 0 ? 1 : 0;
    place += side * side * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) {
        x = CURVE_SIDE - 1 - x;
        y = CURVE_SIDE - 1 - y;
      }
      [x, y] = [y, x];
    }
  }
  return place;
}

/**
 * The boxes around points that lie in the order of a curve: one around each 16 points, one around each 16 of those, up to
 * one around all. Nothing points to anything: what a node holds follows from its number.
 */
export class PackedTree {
  readonly levelStarts: readonly number[];
  /** South, west, north, east of each node, degrees. */
  readonly boxes: Float64Array;
  readonly pointCount: number;

  constructor(latitudes: Float64Array, longitudes: Float64Array) {
    this.pointCount = latitudes.length;
    const starts = [0];
    let nodes = Math.ceil(this.pointCount / NODE_SIZE);
    let total = nodes;
    while (nodes > 1) {
      starts.push(total);
      nodes = Math.ceil(nodes / NODE_SIZE);
      total += nodes;
    }
    this.levelStarts = starts;
    this.boxes = new Float64Array(total * 4);
    for (let i = 0; i < this.pointCount; i++) {
      const [latitude, longitude] = [latitudes[i] ?? 0, longitudes[i] ?? 0];
      this.#widen(Math.floor(i / NODE_SIZE), i % NODE_SIZE === 0, latitude, longitude, latitude, longitude);
    }
    this.#joinLevels();
  }

  get nodeCount(): number {
    return this.boxes.length / 4;
  }

  /** Whether a node is of the lowest level. */
  holdsPoints(node: number): boolean {
    return node < (this.levelStarts[1] ?? this.nodeCount);
  }

  /** The first of the nodes that a node above the lowest level holds. */
  firstChild(node: number): number {
    const level = this.levelOf(node);
    return (this.levelStarts[level - 1] ?? 0) + (node - (this.levelStarts[level] ?? 0)) * NODE_SIZE;
  }

  /** The one after the last of them. */
  endOfChildren(node: number): number {
    return Math.min(this.firstChild(node) + NODE_SIZE, this.levelStarts[this.levelOf(node)] ?? 0);
  }

  /** 0 for a node that holds points. */
  levelOf(node: number): number {
    let level = this.levelStarts.length - 1;
    while (level > 0 && node < (this.levelStarts[level] ?? 0)) level -= 1;
    return level;
  }

  /** The node around a node; null: it is the one around all. */
  parentOf(node: number): number | null {
    const level = this.levelOf(node);
    const start = this.levelStarts[level + 1];
    return start === undefined ? null : start + Math.floor((node - (this.levelStarts[level] ?? 0)) / NODE_SIZE);
  }

  #joinLevels(): void {
    for (let level = 1; level < this.levelStarts.length; level++) {
      const start = this.levelStarts[level] ?? 0;
      const end = this.levelStarts[level + 1] ?? this.nodeCount;
      for (let node = start; node < end; node++) {
        const first = this.firstChild(node);
        for (let child = first; child < this.endOfChildren(node); child++) {
          const at = child * 4;
          const [south = 0, west = 0, north = 0, east = 0] = this.boxes.subarray(at, at + 4);
          this.#widen(node, child === first, south, west, north, east);
        }
      }
    }
  }

  #widen(node: number, isFirst: boolean, south: number, west: number, north: number, east: number): void {
    const { boxes } = this;
    const at = node * 4;
    if (isFirst || south < (boxes[at] ?? 0)) boxes[at] = south;
    if (isFirst || west < (boxes[at + 1] ?? 0)) boxes[at + 1] = west;
    if (isFirst || north > (boxes[at + 2] ?? 0)) boxes[at + 2] = north;
    if (isFirst || east > (boxes[at + 3] ?? 0)) boxes[at + 3] = east;
  }
}
