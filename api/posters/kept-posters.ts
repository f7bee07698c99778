import { LRUCache } from "lru-cache";

/** Some hundreds of posters: a whole city's. */
const MOST_BYTES = 48 * 1024 * 1024;

/**
 * Posters that were drawn, by what they show. Whoever asks for one that is being drawn waits for that one; of more than
 * fit, those go that were asked for longest ago.
 */
export class KeptPosters {
  readonly #kept = new LRUCache<string, Uint8Array<ArrayBuffer>>({
    maxSize: MOST_BYTES,
    sizeCalculation: (poster) => poster.length,
  });
  readonly #drawing = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  /** Null: it would have to be drawn. */
  find(key: string): Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer> | null {
    return this.#kept.get(key) ?? this.#drawing.get(key) ?? null;
  }

  /** Keeps what is drawn; what fails is not kept. */
  async keep(key: string, drawing: Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
    this.#drawing.set(key, drawing);
    try {
      const poster = await drawing;
      this.#kept.set(key, poster);
      return poster;
    } finally {
      this.#drawing.delete(key);
    }
  }
}
