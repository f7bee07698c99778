import { MINUTE_MS } from "../../../shared/common/time";
import type { FailureCode } from "../http/api-failure";

const FIRST_DELAY_MS = 2_000;
/** An error of our own is not repaired by asking for ever. */
const MOST_INTERNAL_ERRORS = 5;

/** How long until a write is worth sending again after an attempt; null: the answer will stay the same. */
export function retryDelayMs(code: FailureCode, attempts: number): number | null {
  const growing = Math.min(MINUTE_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));
  switch (code) {
    case "offline":
    case "timeout":
    case "unreadable":
    case "redis_down":
    case "redis_refuses":
    case "not_replicated":
    case "busy":
      return growing;
    case "request_in_progress":
      return FIRST_DELAY_MS;
    // The newer version sends it, at its start.
    case "client_too_old":
    case "too_many_requests":
      return MINUTE_MS;
    case "internal":
      return attempts < MOST_INTERNAL_ERRORS ? growing : null;
    default:
      return null;
  }
}
