import type { TravelMode } from "../../common/distance.js";
import type { EpochMs } from "../../common/time.js";
import type { Placed } from "../../trust/rank.js";
import type { TrustSettings } from "../../trust/trust-settings.js";
import { openingAt } from "../opening.js";
import { byDistance, isSaidToBeShut, placeByTrust, type Reachable } from "./place-by-trust.js";
import { isWithinReach, type Usability, usabilityOf } from "./usability.js";

interface ListOptions {
  limit: number;
  sort: "distance" | "best";
  travel: TravelMode;
  at: EpochMs;
  settings: TrustSettings;
}

/** What a station is to somebody who would go there; `said`: shut by nothing but what passers-by say. */
export type UsableGroup = Exclude<Usability, "shut"> | "said" | "far";

/** Candidates by what they are good for, each group nearest first. */
export type UsableGroups<One> = Record<UsableGroup, readonly One[]>;

/**
 * The list of what can be used: within reach the doors open on arrival, then those that open while one waits, the first
 * to open first, then those of which nobody knows; after them what is open farther away. With `best` the doors that are
 * shut by what passers-by say stand among the open ones, or last where none is open.
 */
export function usableList<One extends Reachable>(groups: UsableGroups<One>, options: ListOptions): Placed<One>[] {
  const { open, soon, untold, far } = groups;
  const said = options.sort === "best" ? groups.said : [];
  const hasOpen = open.length > 0;
  const soonestFirst = [...soon].sort((a, b) => opensAt(a, options.at) - opensAt(b, options.at));
  const others = [...soonestFirst, ...untold, ...(hasOpen ? [] : said)];
  return [
    ...placed(hasOpen ? [...open, ...said].sort(byDistance) : [], options),
    ...others.map((item) => ({ item, movedBelow: null })),
    ...placed(far, options),
  ].slice(0, options.limit);
}

/** Which group a station belongs to; null: it is of no use. */
export function usableGroupOf(one: Reachable, { travel, at }: Pick<ListOptions, "travel" | "at">): UsableGroup | null {
  const usability = usabilityOf(openingAt(one.station, at, one.arrivesAt), one.arrivesAt);
  if (!isWithinReach(one.metres, travel)) return usability === "open" ? "far" : null;
  if (usability !== "shut") return usability;
  return isSaidToBeShut(one.station, at, one.arrivesAt) ? "said" : null;
}

function placed<One extends Reachable>(candidates: readonly One[], options: ListOptions): Placed<One>[] {
  if (options.sort === "best") return placeByTrust(candidates, options);
  return candidates.map((item) => ({ item, movedBelow: null }));
}

function opensAt({ station, arrivesAt }: Reachable, at: EpochMs): EpochMs {
  return openingAt(station, at, arrivesAt).opensAt ?? Number.POSITIVE_INFINITY;
}
