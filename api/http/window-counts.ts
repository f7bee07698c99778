import { LRUCache } from "lru-cache";
import type { EpochMs } from "../../shared/common/time.js";

/** Callers counted at a time; of more, those who came longest ago start anew. */
const MOST_CALLERS = 50_000;

/**
 * How often each caller did something, in this process: so many times in a window, which begins with the first of them.
 * Without a timer or a promise for each caller, which cost a read a tenth of its time.
 */
export class WindowCounts {
  readonly #most: number;
  readonly #counts: LRUCache<string, { used: number }>;

  constructor({ most, windowMs, now }: { most: number; windowMs: number; now: () => EpochMs }) {
    this.#most = most;
    // The clock is read for every caller: it may be set, and is not to be remembered for a while by a timer.
    this.#counts = new LRUCache({ max: MOST_CALLERS, ttl: windowMs, ttlResolution: 0, perf: { now } });
  }

  /** Counts once more. @returns whether the caller may */
  allow(caller: string): boolean {
    const count = this.#counts.get(caller) ?? { used: 0 };
    if (count.used === 0) this.#counts.set(caller, count);
    count.used += 1;
    return count.used <= this.#most;
  }
}
