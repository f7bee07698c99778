import type { StationId } from "../station.js";
import type { AmenityMask } from "./amenity-mask.js";
import type { NearestRows } from "./nearest-rows.js";
import type { StationCore } from "./station-core.js";

/** Stations that came after the tree was made, in the order in which they came. They are looked at one by one. */
export class LateStations {
  readonly #cores: (StationCore | null)[] = [];
  readonly #numbers = new Map<StationId, number>();

  /** How many ever came; those that were taken away keep their numbers. */
  get length(): number {
    return this.#cores.length;
  }

  get haveRareFacts(): boolean {
    return this.#cores.some((core) => core?.rare != null);
  }

  add(core: StationCore): void {
    this.#numbers.set(core.id, this.#cores.length);
    this.#cores.push(core);
  }

  /** @returns whether it was here */
  remove(id: StationId): boolean {
    const number = this.#numbers.get(id);
    if (number === undefined) return false;
    this.#numbers.delete(id);
    this.#cores[number] = null;
    return true;
  }

  has(id: StationId): boolean {
    return this.#numbers.has(id);
  }

  coreAt(number: number): StationCore | null {
    // A number below 0 would be looked up as a name, which is slow.
    return number < 0 ? null : (this.#cores[number] ?? null);
  }

  *cores(): Generator<StationCore> {
    for (const core of this.#cores) if (core !== null) yield core;
  }

  /** @param firstRow the row of the first that came */
  lookAt({ low, high }: AmenityMask, firstRow: number, found: NearestRows): void {
    for (let number = 0; number < this.#cores.length; number++) {
      const core = this.#cores[number] ?? null;
      if (core === null || (core.amenities.low & low) >>> 0 !== low) continue;
      if ((core.amenities.high & high) >>> 0 !== high) continue;
      if (found.reaches(core.latitude, core.longitude))
        found.consider(firstRow + number, core.latitude, core.longitude);
    }
  }
}
