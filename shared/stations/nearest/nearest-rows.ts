import type { StationId } from "../station.js";

/** The nearest rows seen so far, so many at most, nearest first, equal metres by id. */
export class NearestRows {
  readonly rows: number[] = [];
  readonly metres: number[] = [];
  readonly #count: number;
  readonly #withinMetres: number;
  readonly #index: { id(row: number): StationId };

  constructor(count: number, withinMetres: number, index: { id(row: number): StationId }) {
    this.#count = count;
    this.#withinMetres = withinMetres;
    this.#index = index;
  }

  /** Nothing further away than this can join. */
  get reachMetres(): number {
    return this.rows.length < this.#count ? this.#withinMetres : (this.metres[this.#count - 1] ?? 0);
  }

  hasRoomFor(row: number, metres: number): boolean {
    if (metres > this.reachMetres) return false;
    return this.rows.length < this.#count || this.#isBefore(row, metres, this.#count - 1);
  }

  add(row: number, metres: number): void {
    let at = Math.min(this.rows.length, this.#count - 1);
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
