import { NO_OFFER_MINUTES, OFFER_SHARE, SHORTEST_OFFER_MINUTES } from "../../../../shared/classes/offer.js";
import { type EpochMs, MINUTE_MS } from "../../../../shared/common/time.js";

/**
 * Until when a seat that is free now is kept for the first in the waitlist; null: it is too late to ask anybody.
 * The scripts of Redis decide; this is their model (docs/decisions/0033-when-lua-decides.md).
 */
export function offerExpiresAt(startsAt: EpochMs, offerMinutes: number, now: EpochMs): EpochMs | null {
  const leftMs = startsAt - now;
  if (leftMs < NO_OFFER_MINUTES * MINUTE_MS) return null;
  const share = Math.max(SHORTEST_OFFER_MINUTES, Math.floor(leftMs / OFFER_SHARE / MINUTE_MS));
  return now + Math.min(offerMinutes, share) * MINUTE_MS;
}
