import { beijingDayNumber, type EpochMs, HOUR_MS, startOfBeijingDay } from "../../../../../shared/common/time";
import type { ApiMap } from "../../../../../shared/contract/api-map";
import { GOOD_FOR_MS, type WriteEndpoint } from "../../../queue/pending-write";

/** What a keeper can say about a station. */
export type KeeperEndpoint = Extract<
  WriteEndpoint,
  | `${"PUT" | "DELETE"} /stations/:id/${"closure" | "amenities/:kind" | "services/:name" | "today" | "days"}`
  | "POST /stations/:id/confirm"
  | "POST /stations/:id/facts"
>;

export type KeeperTap = { [E in KeeperEndpoint]: { endpoint: E; input: ApiMap[E]["input"] } }[KeeperEndpoint];

/** A confirmation counts from when it arrives: later than this it would claim to be fresher than it is. */
const CONFIRMATION_GOOD_FOR_MS = 2 * HOUR_MS;

/** For how long a tap is still true when it arrives late. */
export function goodForMs(tap: KeeperTap, now: EpochMs): number {
  switch (tap.endpoint) {
    case "POST /stations/:id/confirm":
    case "POST /stations/:id/facts":
      return CONFIRMATION_GOOD_FOR_MS;
    case "PUT /stations/:id/today":
    case "DELETE /stations/:id/today":
      return startOfBeijingDay(beijingDayNumber(now) + 1) - now;
    case "PUT /stations/:id/closure":
      return tap.input.until === null ? GOOD_FOR_MS : Math.min(GOOD_FOR_MS, Date.parse(tap.input.until) - now);
    default:
      return GOOD_FOR_MS;
  }
}
