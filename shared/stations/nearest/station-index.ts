import type { MapPoint } from "../../core/place.js";
import type { StationId } from "../station.js";
import type { AmenityMask } from "./amenity-mask.js";
import { IdColumn } from "./id-column.js";
import { NearestRows } from "./nearest-rows.js";
import { NodeQueue } from "./node-queue.js";
import { curveOrder, NODE_SIZE, PackedTree } from "./packed-tree.js";
import { PostedTimelines } from "./posted-timelines.js";
import { Reach } from "./reach.js";
import type { RareFacts, StationCore } from "./station-core.js";

export interface RowSearch {
  /** GCJ-02. */
  origin: MapPoint;
  /** How many at most. */
  count: number;
  /** All of them must work. */
  amenities: AmenityMask;
  /** Nothing further away than this counts, metres. */
  withinMetres: number;
  /** Whether a station that is so far away is wanted; null: all are. */
  accepts: ((row: number, metres: number) => boolean) | null;
}

/** Stands in the column of hours where a station was taken away. */
const GONE = 0xffffffff;
/** Stations that came after the tree was made are looked at one by one; with more of them than this it should be made anew. */
const MOST_LATE = 512;
const MOST_LATE_SHARE = 1 / 64;

/**
 * Stations in columns of numbers, about 60 bytes each, and a tree over them: the nearest of them for which something
 * holds, in the order of distance as shown, then id. What changes about a station without moving it changes in its row.
 * The same on the server and on the phone; docs/decisions/0005-geo-search.md says why so.
 */
export class StationIndex {
  readonly #tree: PackedTree;
  readonly #latitudes: Float64Array;
  readonly #longitudes: Float64Array;
  readonly #ids: IdColumn;
  readonly #amenitiesLow: Uint32Array;
  readonly #amenitiesHigh: Uint32Array;
  readonly #hours: Uint32Array;
  readonly #confirmedAt: Float64Array;
  /** What works somewhere in each node, at the least. */
  readonly #nodesLow: Uint32Array;
  readonly #nodesHigh: Uint32Array;
  readonly #rare = new Map<number, RareFacts>();
  readonly #late: (StationCore | null)[] = [];
  readonly #lateRows = new Map<StationId, number>();
  readonly #queue = new NodeQueue();
  readonly timelines: PostedTimelines;
  #size = 0;

  /** @param cores each id once; those whose position is no number are left out */
  constructor(cores: readonly StationCore[]) {
    const placed = cores.filter(({ latitude, longitude }) => Number.isFinite(latitude) && Number.isFinite(longitude));
    const order = curveOrder(
      Float64Array.from(placed, ({ latitude }) => latitude),
      Float64Array.from(placed, ({ longitude }) => longitude),
    );
    const sorted = Array.from(order, (place) => placed[place]).filter((core) => core !== undefined);
    this.timelines = new PostedTimelines();
    this.#latitudes = Float64Array.from(sorted, ({ latitude }) => latitude);
    this.#longitudes = Float64Array.from(sorted, ({ longitude }) => longitude);
    this.#ids = new IdColumn(sorted.map(({ id }) => id));
    this.#amenitiesLow = new Uint32Array(sorted.length);
    this.#amenitiesHigh = new Uint32Array(sorted.length);
    this.#hours = new Uint32Array(sorted.length).fill(GONE);
    this.#confirmedAt = new Float64Array(sorted.length);
    this.#tree = new PackedTree(this.#latitudes, this.#longitudes);
    this.#nodesLow = new Uint32Array(this.#tree.nodeCount);
    this.#nodesHigh = new Uint32Array(this.#tree.nodeCount);
    sorted.forEach((core, row) => {
      this.#fill(row, core);
    });
  }

  /** How many stations there are. */
  get size(): number {
    return this.#size;
  }

  /** Whether so much was added since that a new index would answer faster. */
  get isWornOut(): boolean {
    return this.#late.length > Math.max(MOST_LATE, this.#latitudes.length * MOST_LATE_SHARE);
  }

  /** Adds a station, or replaces what is known of it. */
  put(core: StationCore): void {
    const row = this.#ids.rowOf(core.id);
    const isInPlace =
      row !== null && this.#latitudes[row] === core.latitude && this.#longitudes[row] === core.longitude;
    if (!isInPlace) this.remove(core.id);
    if (!Number.isFinite(core.latitude) || !Number.isFinite(core.longitude)) return;
    if (isInPlace) {
      this.#removeLate(core.id);
      this.#fill(row, core);
      return;
    }
    this.timelines.add(core.hours);
    this.#lateRows.set(core.id, this.#late.length);
    this.#late.push(core);
    this.#size += 1;
  }

  remove(id: StationId): void {
    this.#removeLate(id);
    const row = this.#ids.rowOf(id);
    if (row === null || this.#hours[row] === GONE) return;
    this.#hours[row] = GONE;
    this.#rare.delete(row);
    this.#size -= 1;
  }

  has(id: StationId): boolean {
    const row = this.#ids.rowOf(id);
    return this.#lateRows.has(id) || (row !== null && this.#hours[row] !== GONE);
  }

  /** All of them, in no order: for making a new index. */
  *cores(): Generator<StationCore> {
    for (let row = 0; row < this.#latitudes.length; row++) if (this.#hours[row] !== GONE) yield this.core(row);
    for (const core of this.#late) if (core !== null) yield core;
  }

  id(row: number): StationId {
    return this.#lateAt(row)?.id ?? this.#ids.id(row);
  }

  hoursNumber(row: number): number {
    const late = this.#lateAt(row);
    return late ? this.timelines.add(late.hours) : (this.#hours[row] ?? 0);
  }

  rare(row: number): RareFacts | null {
    return row < this.#latitudes.length ? (this.#rare.get(row) ?? null) : (this.#lateAt(row)?.rare ?? null);
  }

  /** Whether any station has something that few have. */
  get hasRareFacts(): boolean {
    return this.#rare.size > 0 || this.#late.some((core) => core?.rare != null);
  }

  core(row: number): StationCore {
    const late = this.#lateAt(row);
    if (late) return late;
    const confirmedAt = this.#confirmedAt[row] ?? Number.NaN;
    return {
      id: this.#ids.id(row),
      latitude: this.#latitudes[row] ?? 0,
      longitude: this.#longitudes[row] ?? 0,
      amenities: { low: this.#amenitiesLow[row] ?? 0, high: this.#amenitiesHigh[row] ?? 0 },
      hours: this.timelines.code(this.#hours[row] ?? 0),
      confirmedAt: Number.isNaN(confirmedAt) ? null : confirmedAt,
      rare: this.#rare.get(row) ?? null,
    };
  }

  /** The nearest rows that are wanted, by metres, equal metres by id. */
  nearest(search: RowSearch): NearestRows {
    const { origin, count, withinMetres } = search;
    const found = new NearestRows(count, withinMetres, this);
    if (count < 1 || !Number.isFinite(origin.latitude) || !Number.isFinite(origin.longitude)) return found;
    const reach = new Reach(origin, withinMetres);
    this.#lookAtLate(search, reach, found);
    this.#lookAtTree(search, reach, found);
    return found;
  }

  #lookAtTree(search: RowSearch, reach: Reach, found: NearestRows): void {
    const queue = this.#queue;
    queue.clear();
    if (this.#tree.nodeCount > 0) queue.push(this.#tree.nodeCount - 1, 0);
    while (!queue.isEmpty && queue.leastBound <= reach.limit) {
      const node = queue.pop();
      if (this.#tree.holdsPoints(node)) this.#lookAtRows(node, search, reach, found);
      else this.#lookAtChildren(node, search, reach);
    }
  }

  #lookAtChildren(node: number, { amenities: { low, high } }: RowSearch, reach: Reach): void {
    const { boxes } = this.#tree;
    const end = this.#tree.endOfChildren(node);
    for (let child = this.#tree.firstChild(node); child < end; child++) {
      if (((this.#nodesLow[child] ?? 0) & low) >>> 0 !== low) continue;
      if (((this.#nodesHigh[child] ?? 0) & high) >>> 0 !== high) continue;
      const at = child * 4;
      const bound = reach.toBox(boxes[at] ?? 0, boxes[at + 1] ?? 0, boxes[at + 2] ?? 0, boxes[at + 3] ?? 0);
      if (bound <= reach.limit) this.#queue.push(child, bound);
    }
  }

  #lookAtRows(node: number, search: RowSearch, reach: Reach, found: NearestRows): void {
    const { low, high } = search.amenities;
    const end = Math.min((node + 1) * NODE_SIZE, this.#latitudes.length);
    for (let row = node * NODE_SIZE; row < end; row++) {
      if (this.#hours[row] === GONE) continue;
      if (((this.#amenitiesLow[row] ?? 0) & low) >>> 0 !== low) continue;
      if (((this.#amenitiesHigh[row] ?? 0) & high) >>> 0 !== high) continue;
      consider(row, this.#latitudes[row] ?? 0, this.#longitudes[row] ?? 0, search, reach, found);
    }
  }

  #lookAtLate(search: RowSearch, reach: Reach, found: NearestRows): void {
    const { low, high } = search.amenities;
    for (let place = 0; place < this.#late.length; place++) {
      const core = this.#late[place] ?? null;
      if (core === null || (core.amenities.low & low) >>> 0 !== low) continue;
      if ((core.amenities.high & high) >>> 0 !== high) continue;
      consider(this.#latitudes.length + place, core.latitude, core.longitude, search, reach, found);
    }
  }

  #fill(row: number, core: StationCore): void {
    if (this.#hours[row] === GONE) this.#size += 1;
    const { low, high } = core.amenities;
    this.#amenitiesLow[row] = low;
    this.#amenitiesHigh[row] = high;
    this.#hours[row] = this.timelines.add(core.hours);
    this.#confirmedAt[row] = core.confirmedAt ?? Number.NaN;
    if (core.rare === null) this.#rare.delete(row);
    else this.#rare.set(row, core.rare);
    for (let node: number | null = Math.floor(row / NODE_SIZE); node !== null; node = this.#tree.parentOf(node)) {
      this.#nodesLow[node] = (this.#nodesLow[node] ?? 0) | low;
      this.#nodesHigh[node] = (this.#nodesHigh[node] ?? 0) | high;
    }
  }

  #lateAt(row: number): StationCore | null {
    // A place before the first would be looked up as a name, which is slow.
    return row < this.#latitudes.length ? null : (this.#late[row - this.#latitudes.length] ?? null);
  }

  #removeLate(id: StationId): void {
    const place = this.#lateRows.get(id);
    if (place === undefined) return;
    this.#lateRows.delete(id);
    this.#late[place] = null;
    this.#size -= 1;
  }
}

/** Measures a row, unless it is too far away for that, and lets it join the nearest where it is one of them. */
function consider(
  row: number,
  latitude: number,
  longitude: number,
  { accepts, withinMetres }: RowSearch,
  reach: Reach,
  found: NearestRows,
): void {
  if (reach.toPoint(latitude, longitude) > reach.limit) return;
  const metres = reach.measure(latitude, longitude);
  if (!found.hasRoomFor(row, metres) || (accepts !== null && !accepts(row, metres))) return;
  found.add(row, metres);
  if (found.reachMetres < withinMetres) reach.shrinkTo(found.reachMetres);
}
