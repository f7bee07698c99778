import type { MapPoint } from "../../common/place.js";
import type { StationId } from "../station.js";
import type { AmenityMask } from "./amenity-mask.js";
import { Reach } from "./reach.js";

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

/** The nearest rows seen so far, so many at most, nearest first, equal metres by id. */
export class NearestRows {
  readonly rows: number[] = [];
  readonly metres: number[] = [];
  /** What lies beyond cannot join. */
  readonly reach: Reach;
  readonly #search: RowSearch;
  readonly #index: { id(row: number): StationId };

  constructor(search: RowSearch, index: { id(row: number): StationId }) {
    this.#search = search;
    this.#index = index;
    this.reach = new Reach(search.origin, search.withinMetres);
  }

  /** Whether a point is near enough to be measured. */
  reaches(latitude: number, longitude: number): boolean {
    return this.reach.toPoint(latitude, longitude) <= this.reach.limit;
  }

  /** Measures a row, and lets it join where it is one of the nearest. */
  consider(row: number, latitude: number, longitude: number): void {
    const { accepts, count } = this.#search;
    const metres = this.reach.measure(latitude, longitude);
    if (!this.#hasRoomFor(row, metres) || (accepts !== null && !accepts(row, metres))) return;
    this.#add(row, metres);
    if (this.rows.length === count) this.reach.shrinkTo(this.metres[count - 1] ?? 0);
  }

  #hasRoomFor(row: number, metres: number): boolean {
    const { count, withinMetres } = this.#search;
    return this.rows.length < count ? metres <= withinMetres : this.#isBefore(row, metres, count - 1);
  }

  #add(row: number, metres: number): void {
    let at = Math.min(this.rows.length, this.#search.count - 1);
    for (; at > 0 && this.#isBefore(row, metres, at - 1); at--) {
      this.rows[at] = this.rows[at - 1] ?? 0;
      this.metres[at] = this.metres[at - 1] ?? 0;
    }
    this.rows[at] = row;
    this.metres[at] = metres;
  }

  #isBefore(row: number, metres: number, place: number): boolean {
    const other = this.metres[place] ?? 0;
    return metres < other || (metres === other && this.#index.id(row) < this.#index.id(this.rows[place] ?? 0));
  }
}
