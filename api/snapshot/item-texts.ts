import type { Station, StationId } from "../../shared/stations/station.js";
import { jsonBytes } from "../http/json-bytes.js";
import { presentFixed } from "../stations/present-station.js";

/** So many lists are drawn from; about 1 KB each. */
const MOST = 20_000;

/**
 * What a list shows of a station whoever asks and whenever, as the bytes of JSON without its end. Those asked for longest
 * ago go first.
 */
export class ItemTexts {
  readonly #texts = new Map<StationId, string>();

  get(id: StationId): string | null {
    return this.#texts.get(id) ?? null;
  }

  add(station: Station): string {
    const text = jsonBytes(presentFixed(station)).slice(0, -1);
    this.#texts.set(station.id, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > MOST && oldest !== undefined) this.#texts.delete(oldest);
    return text;
  }

  delete(id: StationId): void {
    this.#texts.delete(id);
  }

  clear(): void {
    this.#texts.clear();
  }
}
