import { LRUCache } from "lru-cache";
import type { Station, StationId } from "../../shared/stations/station.js";
import { readStation } from "../stations/station-document-store.js";

interface Kept {
  revision: number;
  /** The document as it is stored. Outside the heap, and half of what the text would take. */
  json: Buffer;
}

/** Documents of stations in memory, those asked for longest ago out first. */
export class DocumentCache {
  readonly #kept: LRUCache<StationId, Kept>;
  #isFull = false;

  /** @param mostBytes how much it may hold; 0: nothing */
  constructor(mostBytes: number) {
    this.#kept = new LRUCache({
      maxSize: Math.max(1, mostBytes),
      sizeCalculation: ({ json }) => json.byteLength,
      dispose: (_kept, _id, reason) => {
        if (reason === "evict") this.#isFull = true;
      },
    });
  }

  /** Whether something had to go already to make room. */
  get isFull(): boolean {
    return this.#isFull;
  }

  has(id: StationId): boolean {
    return this.#kept.has(id);
  }

  get(id: StationId): Station | null {
    const kept = this.#kept.get(id);
    return kept === undefined ? null : readStation(kept.json.toString());
  }

  /** Keeps a document, unless a newer one is known. */
  put(station: Station): void {
    const known = this.#kept.peek(station.id);
    if (known !== undefined && known.revision > station.revision) return;
    this.#kept.set(station.id, { revision: station.revision, json: Buffer.from(JSON.stringify(station)) });
  }

  /** Forgets a document older than a revision. */
  forgetBefore(id: StationId, revision: number): void {
    if ((this.#kept.peek(id)?.revision ?? revision) < revision) this.delete(id);
  }

  delete(id: StationId): void {
    this.#kept.delete(id);
  }

  clear(): void {
    this.#kept.clear();
    this.#isFull = false;
  }
}
