import type { MapPoint } from "../../common/place.js";
import { atOneGo, type Slices } from "../../common/slices.js";
import type { StationId } from "../station.js";
import type { AmenityMask } from "./amenity-mask.js";
import { curveOrderInSlices } from "./curve-order.js";
import { IdColumn } from "./id-column.js";
import { LateStations } from "./late-stations.js";
import { NearestRows, type RowSearch } from "./nearest-rows.js";
import { NodeQueue } from "./node-queue.js";
import { NODE_SIZE, PackedTree } from "./packed-tree.js";
import { PostedTimelines } from "./posted-timelines.js";
import { Reach } from "./reach.js";
import type { RareFacts, StationCore } from "./station-core.js";

/** Stands in the column of hours where a station was taken away. */
const GONE = 0xffffffff;
/**
 * Stations that came after the tree was made are looked at one by one; with more of them than this it should be made
 * anew.
 */
const MOST_LATE = 512;
const MOST_LATE_SHARE = 1 / 64;
/** Less than a millisecond's work. */
const ROWS_A_SLICE = 1_024;

/**
 * Stations in columns of numbers, about 60 bytes each, and a tree over them: the nearest of them for which something
 * holds, in the order of distance as shown, then id. What changes about a station without moving it changes in its row.
 * The same on the server and on the phone; docs/decisions/0005-geo-search.md says why so.
 */
export class StationIndex {
  #tree = new PackedTree(0);
  #ids = new IdColumn([]);
  #latitudes = new Float64Array(0);
  #longitudes = new Float64Array(0);
  #amenitiesLow = new Uint32Array(0);
  #amenitiesHigh = new Uint32Array(0);
  #hours = new Uint32Array(0);
  #confirmedAt = new Float64Array(0);
  /** What works somewhere in each node, at the least. */
  #nodesLow = new Uint32Array(0);
  #nodesHigh = new Uint32Array(0);
  readonly #rare = new Map<number, RareFacts>();
  readonly #late = new LateStations();
  readonly #queue = new NodeQueue();
  readonly timelines = new PostedTimelines();
  #size = 0;

  /** @param cores each id once; those whose position is no number are left out */
  constructor(cores: readonly StationCore[]) {
    atOneGo(this.#build(cores, atOneGo(curveOrderInSlices(cores))));
  }

  /** Makes an index with pauses of whoever drives it. */
  static *inSlices(cores: readonly StationCore[]): Slices<StationIndex> {
    const index = new StationIndex([]);
    yield* index.#build(cores, yield* curveOrderInSlices(cores));
    return index;
  }

  /** An index of stations that lie along a curve already, as in packs: its rows are theirs. */
  static ofRows(cores: readonly StationCore[]): StationIndex {
    const index = new StationIndex([]);
    atOneGo(index.#build(cores, null));
    return index;
  }

  /** @param order in which the stations become rows; null: as they come */
  *#build(cores: readonly StationCore[], order: Uint32Array | null): Slices<void> {
    const count = cores.length;
    this.#tree = new PackedTree(count);
    yield;
    this.#ids = new IdColumn(cores);
    yield;
    this.#latitudes = new Float64Array(count);
    this.#longitudes = new Float64Array(count);
    this.#amenitiesLow = new Uint32Array(count);
    this.#amenitiesHigh = new Uint32Array(count);
    this.#hours = new Uint32Array(count).fill(GONE);
    this.#confirmedAt = new Float64Array(count);
    this.#nodesLow = new Uint32Array(this.#tree.nodeCount);
    this.#nodesHigh = new Uint32Array(this.#tree.nodeCount);
    yield;
    for (let row = 0; row < count; row++) {
      const core = cores[order === null ? row : (order[row] ?? 0)];
      if (core === undefined) continue;
      this.#ids.put(row, core.id);
      this.#latitudes[row] = core.latitude;
      this.#longitudes[row] = core.longitude;
      if (isPlaced(core)) {
        this.#tree.put(row, core.latitude, core.longitude);
        this.#fill(row, core);
      }
      if (row % ROWS_A_SLICE === 0) yield;
    }
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
    if (!isPlaced(core)) return;
    if (isInPlace) {
      this.#removeLate(core.id);
      this.#fill(row, core);
      return;
    }
    this.timelines.add(core.hours);
    this.#late.add(core);
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
    return this.#late.has(id) || (row !== null && this.#hours[row] !== GONE);
  }

  /** All of them, in no order: for making a new index. */
  *cores(): Generator<StationCore> {
    for (let row = 0; row < this.#latitudes.length; row++) if (this.#hours[row] !== GONE) yield this.core(row);
    yield* this.#late.cores();
  }

  *ids(): Generator<StationId> {
    for (let row = 0; row < this.#latitudes.length; row++) if (this.#hours[row] !== GONE) yield this.#ids.id(row);
    for (const { id } of this.#late.cores()) yield id;
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
    return this.#rare.size > 0 || this.#late.haveRareFacts;
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
    const found = new NearestRows(search, this);
    const { latitude, longitude } = search.origin;
    if (search.count < 1 || !Number.isFinite(latitude) || !Number.isFinite(longitude)) return found;
    this.#late.lookAt(search.amenities, this.#latitudes.length, found);
    this.#lookAtTree(search.amenities, found);
    return found;
  }

  /**
   * What works at any station within reach: looks only where something may be that was not found yet.
   *
   * @param accepts whether a station that is so far away, in metres, counts
   */
  amenitiesWithin(origin: MapPoint, withinMetres: number, accepts: NonNullable<RowSearch["accepts"]>): AmenityMask {
    const found = { low: 0, high: 0 };
    const reach = new Reach(origin, withinMetres);
    const look = (row: number, { low, high }: AmenityMask, { latitude, longitude }: MapPoint) => {
      if (((low & ~found.low) | (high & ~found.high)) === 0 || reach.toPoint(latitude, longitude) > reach.limit) return;
      const metres = reach.measure(latitude, longitude);
      if (metres > withinMetres || !accepts(row, metres)) return;
      found.low = (found.low | low) >>> 0;
      found.high = (found.high | high) >>> 0;
    };
    for (let number = 0; number < this.#late.length; number++) {
      const core = this.#late.coreAt(number);
      if (core !== null) look(this.#latitudes.length + number, core.amenities, core);
    }
    const nodes = this.#tree.nodeCount > 0 ? [this.#tree.nodeCount - 1] : [];
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      if ((((this.#nodesLow[node] ?? 0) & ~found.low) | ((this.#nodesHigh[node] ?? 0) & ~found.high)) === 0) continue;
      const [south = 0, west = 0, north = 0, east = 0] = this.#tree.boxes.subarray(node * 4, node * 4 + 4);
      if (reach.toBox(south, west, north, east) > reach.limit) continue;
      if (this.#tree.holdsPoints(node)) {
        const end = Math.min((node + 1) * NODE_SIZE, this.#latitudes.length);
        for (let row = node * NODE_SIZE; row < end; row++) {
          const mask = { low: this.#amenitiesLow[row] ?? 0, high: this.#amenitiesHigh[row] ?? 0 };
          const point = { latitude: this.#latitudes[row] ?? 0, longitude: this.#longitudes[row] ?? 0 };
          if (this.#hours[row] !== GONE) look(row, mask, point);
        }
      } else {
        const end = this.#tree.endOfChildren(node);
        for (let child = this.#tree.firstChild(node); child < end; child++) nodes.push(child);
      }
    }
    return found;
  }

  #lookAtTree(amenities: AmenityMask, found: NearestRows): void {
    const queue = this.#queue;
    queue.clear();
    if (this.#tree.nodeCount > 0) queue.push(this.#tree.nodeCount - 1, 0);
    while (!queue.isEmpty && queue.leastBound <= found.reach.limit) {
      const node = queue.pop();
      if (this.#tree.holdsPoints(node)) this.#lookAtRows(node, amenities, found);
      else this.#lookAtChildren(node, amenities, found.reach);
    }
  }

  #lookAtChildren(node: number, { low, high }: AmenityMask, reach: Reach): void {
    const { boxes } = this.#tree;
    const end = this.#tree.endOfChildren(node);
    for (let child = this.#tree.firstChild(node); child < end; child++) {
      if (low !== 0 && ((this.#nodesLow[child] ?? 0) & low) >>> 0 !== low) continue;
      if (high !== 0 && ((this.#nodesHigh[child] ?? 0) & high) >>> 0 !== high) continue;
      const at = child * 4;
      const bound = reach.toBox(boxes[at] ?? 0, boxes[at + 1] ?? 0, boxes[at + 2] ?? 0, boxes[at + 3] ?? 0);
      if (bound <= reach.limit) this.#queue.push(child, bound);
    }
  }

  #lookAtRows(node: number, { low, high }: AmenityMask, found: NearestRows): void {
    // Taken out of the loop: in the phone's build a private field is a function call.
    const [latitudes, longitudes, hours] = [this.#latitudes, this.#longitudes, this.#hours];
    const end = Math.min((node + 1) * NODE_SIZE, latitudes.length);
    for (let row = node * NODE_SIZE; row < end; row++) {
      const latitude = latitudes[row] ?? 0;
      const longitude = longitudes[row] ?? 0;
      // First what leaves out most: every further column is a walk through the memory.
      if (!found.reaches(latitude, longitude) || hours[row] === GONE) continue;
      if (low !== 0 && ((this.#amenitiesLow[row] ?? 0) & low) >>> 0 !== low) continue;
      if (high !== 0 && ((this.#amenitiesHigh[row] ?? 0) & high) >>> 0 !== high) continue;
      found.consider(row, latitude, longitude);
    }
  }

  #fill(row: number, core: StationCore): void {
    if (this.#hours[row] === GONE) this.#size += 1;
    const { low, high } = core.amenities;
    this.#amenitiesLow[row] = low;
    this.#amenitiesHigh[row] = high;
    this.#hours[row] = this.timelines.add(core.hours);
    this.#confirmedAt[row] = core.confirmedAt ?? Number.NaN;
    if (core.rare === null && this.#rare.size > 0) this.#rare.delete(row);
    if (core.rare !== null) this.#rare.set(row, core.rare);
    this.#tellNodes(row, low, high);
  }

  /** As far up as it is news to them. */
  #tellNodes(row: number, low: number, high: number): void {
    for (let level = 0; level < this.#tree.levelCount; level++) {
      const node = this.#tree.nodeAround(row, level);
      const lowBefore = this.#nodesLow[node] ?? 0;
      const highBefore = this.#nodesHigh[node] ?? 0;
      this.#nodesLow[node] = lowBefore | low;
      this.#nodesHigh[node] = highBefore | high;
      if (this.#nodesLow[node] === lowBefore && this.#nodesHigh[node] === highBefore) return;
    }
  }

  #lateAt(row: number): StationCore | null {
    return this.#late.coreAt(row - this.#latitudes.length);
  }

  #removeLate(id: StationId): void {
    if (this.#late.remove(id)) this.#size -= 1;
  }
}

function isPlaced({ latitude, longitude }: MapPoint): boolean {
  return Number.isFinite(latitude) && Number.isFinite(longitude);
}
