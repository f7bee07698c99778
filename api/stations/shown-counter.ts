import { type BeijingDate, beijingDate, beijingDayNumber, type EpochMs, MINUTE_MS } from "../../shared/common/time.js";
import type { StationId } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import type { ShownStore } from "./shown-store.js";

/** Counts which station stands first in a list, without a trip to Redis for each: a minute's are stored together. */
class ShownCounter {
  #counts = new Map<StationId, number>();
  #date: BeijingDate = "";
  #storedAt: EpochMs = 0;

  constructor(private readonly store: ShownStore) {}

  /**
   * Holds nobody up, and a minute that cannot be stored is lost: it is a hint of what to ask about, and no figure.
   *
   * @param now the product's time, which decides the day
   * @param at the machine's time
   */
  count(id: StationId | undefined, now: EpochMs, at: EpochMs): void {
    if (id === undefined) return;
    const date = beijingDate(beijingDayNumber(now));
    if (date !== this.#date || at - this.#storedAt >= MINUTE_MS) {
      void this.#store(at).catch(() => undefined);
      this.#date = date;
    }
    this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
  }

  async #store(at: EpochMs): Promise<void> {
    const counts = this.#counts;
    this.#counts = new Map();
    this.#storedAt = at;
    await this.store.add(this.#date, counts);
  }
}

/** Counts for the stations of one app. */
export function shownCounterOf({ shown }: Dependencies): ShownCounter {
  return new ShownCounter(shown);
}
