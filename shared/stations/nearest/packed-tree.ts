/** How many stations, or nodes of the level below, one node holds. */
export const NODE_SIZE = 16;
const NODE_BITS = 4;

/**
 * The boxes around points that lie in the order of a curve: one around each 16 points, one around each 16 of those, up to
 * one around all. Nothing points to anything: what a node holds follows from its number.
 */
export class PackedTree {
  /** Where the nodes of each level begin; those that hold points come first. */
  readonly levelStarts: readonly number[];
  /** South, west, north, east of each node, degrees. */
  readonly boxes: Float64Array;

  /** @param pointCount how many points will be put in */
  constructor(pointCount: number) {
    const starts = [0];
    let nodes = Math.ceil(pointCount / NODE_SIZE);
    let total = nodes;
    while (nodes > 1) {
      starts.push(total);
      nodes = Math.ceil(nodes / NODE_SIZE);
      total += nodes;
    }
    this.levelStarts = starts;
    this.boxes = new Float64Array(total * 4);
    this.boxes.fill(Number.POSITIVE_INFINITY);
    for (let at = 0; at < this.boxes.length; at += 4) {
      this.boxes[at + 2] = Number.NEGATIVE_INFINITY;
      this.boxes[at + 3] = Number.NEGATIVE_INFINITY;
    }
  }

  get nodeCount(): number {
    return this.boxes.length / 4;
  }

  get levelCount(): number {
    return this.levelStarts.length;
  }

  /** Widens the boxes around a point, as far up as that is news. */
  put(point: number, latitude: number, longitude: number): void {
    for (let level = 0; level < this.levelCount; level++) {
      if (!this.#widen(this.nodeAround(point, level), latitude, longitude)) return;
    }
  }

  /** The node of a level around a point. */
  nodeAround(point: number, level: number): number {
    return (this.levelStarts[level] ?? 0) + (point >> (NODE_BITS * (level + 1)));
  }

  /** Whether a node is of the lowest level. */
  holdsPoints(node: number): boolean {
    return node < (this.levelStarts[1] ?? this.nodeCount);
  }

  /** The first of the nodes that a node above the lowest level holds. */
  firstChild(node: number): number {
    const level = this.#levelOf(node);
    return (this.levelStarts[level - 1] ?? 0) + (node - (this.levelStarts[level] ?? 0)) * NODE_SIZE;
  }

  /** The one after the last of them. */
  endOfChildren(node: number): number {
    return Math.min(this.firstChild(node) + NODE_SIZE, this.levelStarts[this.#levelOf(node)] ?? 0);
  }

  #levelOf(node: number): number {
    let level = this.levelCount - 1;
    while (level > 0 && node < (this.levelStarts[level] ?? 0)) level -= 1;
    return level;
  }

  /** @returns whether the point lay outside */
  #widen(node: number, latitude: number, longitude: number): boolean {
    const { boxes } = this;
    const at = node * 4;
    const isInside =
      latitude >= (boxes[at] ?? 0) &&
      longitude >= (boxes[at + 1] ?? 0) &&
      latitude <= (boxes[at + 2] ?? 0) &&
      longitude <= (boxes[at + 3] ?? 0);
    if (isInside) return false;
    boxes[at] = Math.min(boxes[at] ?? 0, latitude);
    boxes[at + 1] = Math.min(boxes[at + 1] ?? 0, longitude);
    boxes[at + 2] = Math.max(boxes[at + 2] ?? 0, latitude);
    boxes[at + 3] = Math.max(boxes[at + 3] ?? 0, longitude);
    return true;
  }
}
