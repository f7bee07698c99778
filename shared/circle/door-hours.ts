import type { EpochMs } from "../common/time.js";
import { hoursOfCode } from "../stations/nearest/hours-code.js";
import type { StationCore } from "../stations/nearest/station-core.js";
import { opensForArrival } from "../stations/opening.js";

/** What the posted hours say, or what is known besides: closures, and reports that nobody at the station has answered. */
export const COVERAGE_BASES = ["posted", "happened"] as const;
export type CoverageBasis = (typeof COVERAGE_BASES)[number];

/** At which of some instants a door is open, and at which nobody knows: a bit for each. */
export interface DoorBits {
  open: Uint32Array;
  unknown: Uint32Array;
}

export function wordsFor(instants: number): number {
  return Math.ceil(instants / 32);
}

export function hasBit(words: Uint32Array, from: number, index: number): boolean {
  return (((words[from + (index >>> 5)] ?? 0) >>> (index & 31)) & 1) === 1;
}

/** Judges doors at the same instants; those with the same hours are worked out once. */
export class DoorHours {
  readonly #instants: readonly EpochMs[];
  readonly #basis: CoverageBasis;
  readonly #known = new Map<string, DoorBits>();

  constructor(instants: readonly EpochMs[], basis: CoverageBasis) {
    this.#instants = instants;
    this.#basis = basis;
  }

  of({ hours, rare }: Pick<StationCore, "hours" | "rare">): DoorBits {
    const isPlain = this.#basis === "posted" || rare === null;
    const known = isPlain ? this.#known.get(hours) : undefined;
    if (known) return known;
    const bits = this.#judge(hours, isPlain ? null : rare);
    if (isPlain) this.#known.set(hours, bits);
    return bits;
  }

  #judge(hours: string, rare: StationCore["rare"]): DoorBits {
    const door = {
      hours: hoursOfCode(hours),
      closure: rare?.closure ?? null,
      reportedClosedUntil: rare?.reportedClosedUntil ?? null,
    };
    const words = wordsFor(this.#instants.length);
    const bits = { open: new Uint32Array(words), unknown: new Uint32Array(words) };
    for (const [place, at] of this.#instants.entries()) {
      const isOpen = opensForArrival(door, at, at);
      if (isOpen === false) continue;
      const words = isOpen ? bits.open : bits.unknown;
      words[place >>> 5] = (words[place >>> 5] ?? 0) | (1 << (place & 31));
    }
    return bits;
  }
}
