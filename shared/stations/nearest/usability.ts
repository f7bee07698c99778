import { type TravelMode, travelMinutes } from "../../common/distance.js";
import { type EpochMs, MINUTE_MS } from "../../common/time.js";
import type { Opening } from "../opening.js";

/** Farther is not nearby to people who have minutes between two orders, minutes of travel. */
export const REACH_MINUTES: Record<TravelMode, number> = { walk: 45, ebike: 30 };

/** How far one gets within {@link REACH_MINUTES}, metres. */
export const REACH_METRES: Record<TravelMode, number> = { walk: 3_000, ebike: 6_000 };

/** Longer than this nobody waits at a shut door, minutes. */
export const LONGEST_WAIT_MINUTES = 30;

/** Where the nearest station is farther away than this, there is none around here, metres. */
export const AROUND_HERE_METRES = 20_000;

/** A door that opened longer ago than this when one gets there is an open door, minutes. */
const JUST_OPENED_MINUTES = 15;

/** What a door is good for to somebody who gets there at an instant, the best first. */
export const USABILITIES = ["open", "soon", "untold", "shut"] as const;
export type Usability = (typeof USABILITIES)[number];

type Turns = Pick<Opening, "state" | "opensAt" | "openOnArrival">;

/** `soon`: it opens while one waits; `untold`: nobody has said. */
export function usabilityOf(opening: Turns, arrivesAt: EpochMs): Usability {
  if (opening.openOnArrival === true) return "open";
  if (opening.openOnArrival === null) return "untold";
  return waitMinutes(opening, arrivesAt) === null ? "shut" : "soon";
}

/**
 * How long somebody waits at a door that opens soon after they get there, whole minutes, rounded up; null: they need not
 * wait, or would for longer than {@link LONGEST_WAIT_MINUTES}. A door that people say is shut opens at no known time.
 */
export function waitMinutes({ state, opensAt, openOnArrival }: Turns, arrivesAt: EpochMs): number | null {
  if (!isShutByItself(state) || openOnArrival !== false || opensAt === null || opensAt <= arrivesAt) return null;
  const minutes = Math.ceil((opensAt - arrivesAt) / MINUTE_MS);
  return minutes <= LONGEST_WAIT_MINUTES ? minutes : null;
}

/** Whether a door that is shut now has opened shortly before one gets there. */
export function opensInTime({ state, opensAt, openOnArrival }: Turns, arrivesAt: EpochMs): boolean {
  if (!isShutByItself(state) || openOnArrival !== true || opensAt === null) return false;
  return opensAt <= arrivesAt && arrivesAt - opensAt <= JUST_OPENED_MINUTES * MINUTE_MS;
}

function isShutByItself(state: Opening["state"]): boolean {
  return state === "closed" || state === "temporarily_closed";
}

export function isWithinReach(metres: number, travel: TravelMode): boolean {
  return travelMinutes(metres, travel) <= REACH_MINUTES[travel];
}
