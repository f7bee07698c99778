import type { StationIndex } from "../../shared/stations/nearest/station-index.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import { jsonBytes } from "../http/json-bytes.js";
import { presentFixed } from "../stations/present-station.js";

/** So many lists are drawn from; about 1 KB each. */
const MOST = 20_000;

interface ItemText {
  /** Null: it is not true any more, or was thrown out. */
  text: string | null;
}

/**
 * What a list shows of a station whoever asks and whenever, as the bytes of JSON without its end. Those written longest ago
 * go first.
 */
export class ItemTexts {
  readonly #byId = new Map<StationId, ItemText>();
  /** The same by their rows in the index: an index spells an id anew each time, and looking such a one up is slow. */
  readonly #byRow = new Map<number, ItemText>();
  #index: StationIndex | null = null;

  get(index: StationIndex, row: number): string | null {
    if (index !== this.#index) {
      this.#index = index;
      this.#byRow.clear();
    }
    const known = this.#byRow.get(row);
    if (known !== undefined && known.text !== null) return known.text;
    const found = this.#byId.get(index.id(row));
    if (found === undefined) return null;
    this.#byRow.set(row, found);
    return found.text;
  }

  add(station: Station): string {
    this.delete(station.id);
    const text = jsonBytes(presentFixed(station)).slice(0, -1);
    this.#byId.set(station.id, { text });
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > MOST && oldest !== undefined) this.delete(oldest);
    return text;
  }

  delete(id: StationId): void {
    const known = this.#byId.get(id);
    if (known === undefined) return;
    known.text = null;
    this.#byId.delete(id);
  }
}
