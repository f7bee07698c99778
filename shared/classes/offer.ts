import { type EpochMs, MINUTE_MS } from "../core/time.js";

/** Nobody is given less time than this to answer, unless the course sets less. */
export const SHORTEST_OFFER_MINUTES = 10;
/** Near the start an offer takes one part in so many of the time left, so that several people can be asked. */
export const OFFER_SHARE = 4;
/** So near the start nobody is asked any more: seats that are free then go to whoever stands there (walk-ins). */
export const NO_OFFER_MINUTES = 20;

/**
 * Until when a seat that is free now is kept for the first in the waitlist; null: it is too late to ask anybody.
 * The scripts of Redis decide by the same rule (api/redis/scripts/classes/settle.ts).
 */
export function offerExpiresAt(startsAt: EpochMs, offerMinutes: number, now: EpochMs): EpochMs | null {
  const leftMs = startsAt - now;
  if (leftMs < NO_OFFER_MINUTES * MINUTE_MS) return null;
  const share = Math.max(SHORTEST_OFFER_MINUTES, Math.floor(leftMs / OFFER_SHARE / MINUTE_MS));
  return now + Math.min(offerMinutes, share) * MINUTE_MS;
}
