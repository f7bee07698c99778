import type { EpochMs } from "../../common/time.js";
import { type Placed, type Ranked, rankByTrust } from "../../trust/rank.js";
import type { TrustSettings } from "../../trust/trust-settings.js";
import { type Door, openingAt, opensForArrival } from "../opening.js";
import type { StationId } from "../station.js";

/** How many stations beyond the last one wanted are asked whether they are more trustworthy. */
export const BEYOND_THE_LAST = 20;

/** Nothing further away than this is called near, metres. */
export const LARGEST_SEARCH_METRES = 500_000;

/** A station and how it is reached. */
export interface Reachable extends Ranked {
  station: Ranked["station"] & Door & { id: StationId };
  metres: number;
  arrivesAt: EpochMs;
}

interface PlacingOptions {
  limit: number;
  at: EpochMs;
  settings: TrustSettings;
}

/**
 * The order by trust: the doors that are open on arrival, or would be but for reports, change places among themselves; all
 * others keep theirs.
 *
 * @param candidates nearest first
 */
export function placeByTrust<One extends Reachable>(
  candidates: readonly One[],
  { limit, at, settings }: PlacingOptions,
): Placed<One>[] {
  const isRanked = ({ station, arrivesAt }: One) =>
    opensForArrival(station, at, arrivesAt) === true || isSaidToBeShut(station, at, arrivesAt);
  const ranked = openFirst(rankByTrust(candidates.filter(isRanked), at, settings, limit), at);
  return candidates
    .map((item) => (isRanked(item) ? ranked.shift() : undefined) ?? { item, movedBelow: null })
    .slice(0, limit);
}

/** However far it is: nobody is sent to a door said to be shut while there is one that is not. */
function openFirst<One extends Reachable>(ranked: Placed<One>[], at: EpochMs): Placed<One>[] {
  const isReported = ({ item }: Placed<One>) => (item.station.reportedClosedUntil ?? 0) > at;
  const first = ranked.findIndex((one) => !isReported(one));
  const open = ranked[first];
  if (first <= 0 || open === undefined) return ranked;
  const passed = ranked.slice(0, first).map((one) => ({ ...one, movedBelow: "reported_closed" as const }));
  return [open, ...passed, ...ranked.slice(first + 1)];
}

/** Shut by nothing but what passers-by say: shown further down, so that people see why. */
export function isSaidToBeShut(door: Door, at: EpochMs, arrivesAt: EpochMs): boolean {
  if (door.reportedClosedUntil === null || at >= door.reportedClosedUntil) return false;
  const unreported = { ...door, reportedClosedUntil: null };
  return openingAt(door, at).state === "reported_closed" && opensForArrival(unreported, at, arrivesAt) === true;
}

export function byDistance(a: Reachable, b: Reachable): number {
  return a.metres - b.metres || (a.station.id < b.station.id ? -1 : 1);
}
