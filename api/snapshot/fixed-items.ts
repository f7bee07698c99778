import type { StationIndex } from "../../shared/stations/nearest/station-index.js";
import { type FixedItem, presentFixed } from "../../shared/stations/present-station.js";
import type { Station, StationId } from "../../shared/stations/station.js";

/** So many lists are drawn from; about 1 KB each. */
const MOST = 20_000;

interface Kept {
  /** Null: it is not true any more, or was thrown out. */
  item: FixedItem | null;
}

/** What a list shows of a station whoever asks and whenever. Those presented longest ago go first. */
export class FixedItems {
  readonly #byId = new Map<StationId, Kept>();
  /** The same by their rows in the index: an index spells an id anew each time, and looking such a one up is slow. */
  readonly #byRow = new Map<number, Kept>();
  #index: StationIndex | null = null;

  get(index: StationIndex, row: number): FixedItem | null {
    if (index !== this.#index) {
      this.#index = index;
      this.#byRow.clear();
    }
    const known = this.#byRow.get(row);
    if (known !== undefined && known.item !== null) return known.item;
    const found = this.#byId.get(index.id(row));
    if (found === undefined) return null;
    this.#byRow.set(row, found);
    return found.item;
  }

  add(station: Station): FixedItem {
    this.delete(station.id);
    const item = presentFixed(station);
    this.#byId.set(station.id, { item });
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > MOST && oldest !== undefined) this.delete(oldest);
    return item;
  }

  delete(id: StationId): void {
    const known = this.#byId.get(id);
    if (known === undefined) return;
    known.item = null;
    this.#byId.delete(id);
  }
}
