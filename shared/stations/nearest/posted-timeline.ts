import { type EpochMs, startOfBeijingDay } from "../../common/time.js";
import type { Hours } from "../hours.js";
import { alwaysOpen, type PostedState, postedAt, postedTurns } from "../posted-hours.js";

/** The day somebody asks, and the next: nearly everybody arrives within them. */
const DAYS = 2;

/**
 * What posted hours say, worked out once for two days: thousands of stations share the same hours, and a search asks
 * about each of them. Always what `postedAt` says.
 */
export class PostedTimeline {
  readonly hours: Hours;
  #isAlwaysOpen: boolean | null = null;
  #day = Number.NaN;
  #ends: EpochMs = 0;
  #turns: EpochMs[] = [];
  #states: PostedState[] = [];

  constructor(hours: Hours) {
    this.hours = hours;
  }

  /** 24 hours, every day of the week. */
  get isAlwaysOpen(): boolean {
    this.#isAlwaysOpen ??= alwaysOpen(this.hours);
    return this.#isAlwaysOpen;
  }

  /** @param today the Beijing day, counted from 1970-01-01, on which it is asked */
  stateAt(instant: EpochMs, today: number): PostedState {
    if (today !== this.#day) this.#workOut(today);
    const turns = this.#turns;
    if (instant >= this.#ends || instant < (turns[0] ?? 0)) return postedAt(this.hours, instant).state;
    let last = turns.length - 1;
    while (last > 0 && (turns[last] ?? 0) > instant) last -= 1;
    return this.#states[last] ?? "unknown";
  }

  /** Whether the state may become another after an instant, up to another. */
  turnsWithin(after: EpochMs, until: EpochMs, today: number): boolean {
    if (today !== this.#day) this.#workOut(today);
    return until >= this.#ends || this.#turns.some((turn) => after < turn && turn <= until);
  }

  #workOut(today: number): void {
    const turns = new Set<EpochMs>();
    for (let day = today; day < today + DAYS; day++) for (const turn of postedTurns(this.hours, day)) turns.add(turn);
    this.#day = today;
    this.#ends = startOfBeijingDay(today + DAYS);
    this.#turns = [...turns].sort((a, b) => a - b);
    this.#states = this.#turns.map((turn) => postedAt(this.hours, turn).state);
  }
}
