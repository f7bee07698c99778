import type { EpochMs } from "../../shared/core/time.js";

interface Count {
  endsAt: EpochMs;
  used: number;
}

/**
 * How often each caller did something, in this process: so many times in a window, which begins with the first of them. Two
 * tables take turns, so that nothing has to be tidied up for a caller who does not come back.
 */
export class WindowCounts {
  readonly #most: number;
  readonly #windowMs: number;
  readonly #now: () => EpochMs;
  /** Windows that began since the tables took turns, and those that began in the time before. */
  #counts = new Map<string, Count>();
  #earlier = new Map<string, Count>();
  #turnsAt: EpochMs = 0;

  constructor({ most, windowMs, now }: { most: number; windowMs: number; now: () => EpochMs }) {
    this.#most = most;
    this.#windowMs = windowMs;
    this.#now = now;
  }

  /** Counts once more. @returns whether the caller may */
  allow(caller: string): boolean {
    const now = this.#now();
    if (now >= this.#turnsAt) this.#turn(now);
    const known = this.#counts.get(caller) ?? this.#earlier.get(caller);
    if (known !== undefined && now < known.endsAt) {
      known.used += 1;
      return known.used <= this.#most;
    }
    this.#counts.set(caller, { endsAt: now + this.#windowMs, used: 1 });
    return true;
  }

  /** What is left out now began a whole window ago, and is over. */
  #turn(now: EpochMs): void {
    this.#earlier = now >= this.#turnsAt + this.#windowMs ? new Map() : this.#counts;
    this.#counts = new Map();
    this.#turnsAt = now + this.#windowMs;
  }
}
