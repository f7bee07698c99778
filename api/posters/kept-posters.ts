import { LRUCache } from "lru-cache";
import type { EpochMs } from "../../shared/common/time.js";

/** Some hundreds of posters: a whole city's. */
const MOST_BYTES = 48 * 1024 * 1024;
/** So long a poster is handed out that has to do without WeChat's code, before WeChat is asked again. */
const STOPGAP_MS = 10 * 60_000;

export interface DrawnPoster {
  bytes: Uint8Array<ArrayBuffer>;
  /** Drawn with less than it should have, because WeChat refused. */
  isStopgap: boolean;
}

/**
 * Posters that were drawn, by what they show. Whoever asks for one that is being drawn waits for that one; of more than
 * fit, those go that were asked for longest ago.
 */
export class KeptPosters {
  readonly #kept: LRUCache<string, DrawnPoster>;
  readonly #drawing = new Map<string, Promise<DrawnPoster>>();

  constructor(now: () => EpochMs) {
    this.#kept = new LRUCache({
      maxSize: MOST_BYTES,
      sizeCalculation: ({ bytes }) => bytes.length,
      perf: { now },
      ttlResolution: 0,
    });
  }

  /** Null: it would have to be drawn. */
  find(key: string): Promise<DrawnPoster> | DrawnPoster | null {
    return this.#kept.get(key) ?? this.#drawing.get(key) ?? null;
  }

  /** Keeps what is drawn; what fails is not kept. */
  async keep(key: string, drawing: Promise<DrawnPoster>): Promise<DrawnPoster> {
    this.#drawing.set(key, drawing);
    try {
      const poster = await drawing;
      this.#kept.set(key, poster, poster.isStopgap ? { ttl: STOPGAP_MS } : {});
      return poster;
    } finally {
      this.#drawing.delete(key);
    }
  }
}
