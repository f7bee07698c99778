import type { Station, StationId } from "../../shared/stations/station.js";
import { readStation } from "../stations/stored-station.js";

interface Kept {
  revision: number;
  /** The document as it is stored. Outside the heap, and half of what the text would take. */
  json: Buffer;
}

/** Documents of stations in memory, those asked for longest ago out first. */
export class DocumentCache {
  readonly #most: number;
  readonly #kept = new Map<StationId, Kept>();
  #bytes = 0;

  /** @param mostBytes how much it may hold */
  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get isFull(): boolean {
    return this.#bytes >= this.#most;
  }

  has(id: StationId): boolean {
    return this.#kept.has(id);
  }

  get(id: StationId): Station | null {
    const kept = this.#kept.get(id);
    if (kept === undefined) return null;
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    return readStation(kept.json.toString());
  }

  /** Keeps a document, unless a newer one is known. */
  put(station: Station): void {
    const known = this.#kept.get(station.id);
    if (known !== undefined && known.revision > station.revision) return;
    this.delete(station.id);
    const json = Buffer.from(JSON.stringify(station));
    this.#kept.set(station.id, { revision: station.revision, json });
    this.#bytes += json.byteLength;
    for (const [oldest] of this.#kept) {
      if (this.#bytes <= this.#most) break;
      this.delete(oldest);
    }
  }

  /** Forgets a document older than a revision. */
  forgetBefore(id: StationId, revision: number): void {
    if ((this.#kept.get(id)?.revision ?? revision) < revision) this.delete(id);
  }

  delete(id: StationId): void {
    const known = this.#kept.get(id);
    if (known === undefined) return;
    this.#bytes -= known.json.byteLength;
    this.#kept.delete(id);
  }

  clear(): void {
    this.#kept.clear();
    this.#bytes = 0;
  }
}
