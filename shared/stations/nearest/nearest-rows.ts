import type { StationId } from "../station.js";

/** The nearest rows seen so far, so many at most, nearest first, equal metres by id. */
export class NearestRows {
  readonly rows: number[] = [];
  readonly metres: number[] = [];
  readonly #count: number;
  readonly #withinMetres: number;
  readonly #idOf: (row: number) => StationId;

  constructor(count: number, withinMetres: number, idOf: (row: number) => StationId) {
    this.#count = count;
    this.#withinMetres = withinMetres;
    this.#idOf = idOf;
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
    if (this.rows.length === this.#count) {
      this.rows.pop();
      this.metres.pop();
    }
    let at = this.rows.length;
    while (at > 0 && this.#isBefore(row, metres, at - 1)) at -= 1;
    this.rows.splice(at, 0, row);
    this.metres.splice(at, 0, metres);
  }

  #isBefore(row: number, metres: number, place: number): boolean {
    const other = this.metres[place] ?? 0;
    return metres < other || (metres === other && this.#idOf(row) < this.#idOf(this.rows[place] ?? 0));
  }
}
