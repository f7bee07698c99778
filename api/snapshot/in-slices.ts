import { setImmediate as othersHadTheirTurn } from "node:timers/promises";
import type { Slices } from "../../shared/common/slices.js";

/** So long at most nobody else is served. An answer takes some turns, and waits for a slice in each. */
const SLICE_MS = 2;

/** Does work a few milliseconds at a time: those who ask something meanwhile do not wait for all of it. */
export async function inSlices<Value>(work: Slices<Value>): Promise<Value> {
  for (;;) {
    await othersHadTheirTurn();
    const endsAt = performance.now() + SLICE_MS;
    while (performance.now() < endsAt) {
      const step = work.next();
      if (step.done) return step.value;
    }
  }
}
