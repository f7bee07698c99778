import type { EpochMs } from "../common/time.js";
import type { Station } from "../stations/station.js";
import type { Doubt } from "./doubts.js";
import { doubtMinutes, doubtOf, gravityOf } from "./trust.js";
import type { TrustSettings } from "./trust-settings.js";

/** A station that somebody could go to, and how far it is. */
export interface Ranked {
  station: Pick<Station, "reportedClosedUntil" | "shutReports" | "verified">;
  /** How long it takes to get there. */
  minutes: number;
}

export interface Placed<Item> {
  item: Item;
  /** The doubt for which a station further away went above this one; null where none did. */
  movedBelow: Doubt | null;
}

/**
 * Puts doubtful stations below more trustworthy ones that are not much further.
 *
 * For each place in turn the nearest station that is left is looked at. It gets the place, unless stations with a
 * lighter doubt are at most so much further as its own doubt allows ({@link doubtMinutes}): then one of those does, found
 * among them in the same way. So nobody is sent further than the nearest station plus those minutes.
 *
 * @param items nearest first
 * @param limit how many places there are
 */
export function rankByTrust<Item extends Ranked>(
  items: readonly Item[],
  now: EpochMs,
  settings: TrustSettings,
  limit: number = items.length,
): Placed<Item>[] {
  const left = items.map((item, index) => ({ item, index, doubt: doubtOf(item.station, now, settings) }));
  const placed: Placed<Item>[] = [];
  let furthest = -1;
  while (placed.length < limit) {
    const chosen = mostTrustworthy(left, settings);
    if (chosen === undefined) break;
    left.splice(left.indexOf(chosen), 1);
    placed.push({ item: chosen.item, movedBelow: furthest > chosen.index ? chosen.doubt : null });
    furthest = Math.max(furthest, chosen.index);
  }
  return placed;
}

interface Doubted {
  item: Ranked;
  doubt: Doubt | null;
}

function mostTrustworthy<One extends Doubted>(left: readonly One[], settings: TrustSettings): One | undefined {
  const nearest = left[0];
  if (nearest === undefined || nearest.doubt === null) return nearest;
  const reach = nearest.item.minutes + doubtMinutes(nearest.doubt, settings);
  const end = left.findIndex(({ item }) => item.minutes > reach);
  const lighter = left
    .slice(0, end === -1 ? left.length : end)
    .filter(({ doubt }) => gravityOf(doubt) < gravityOf(nearest.doubt));
  return mostTrustworthy(lighter, settings) ?? nearest;
}
