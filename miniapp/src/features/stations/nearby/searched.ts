import type { Ask } from "./nearby-question";
import type { Found, NearbyList, Search } from "./nearby-view";

/** Answers a search from what the phone keeps; null where it keeps nothing to answer with. */
export function searched(search: Search, answer: (ask: Ask) => Found | null): NearbyList | null {
  let step = search.next();
  while (!step.done) {
    const found = answer(step.value);
    if (found === null) return null;
    step = search.next(found);
  }
  return step.value;
}
