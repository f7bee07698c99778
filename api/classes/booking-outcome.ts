import { ApiError } from "../api-error.js";
import type { Outcome } from "./booking-reply.js";

/**
 * What a move came to.
 *
 * @throws ApiError not_found, or why the state of things does not allow it
 */
export function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.state === "missing") throw new ApiError("not_found");
  if (outcome.state === "refused") throw new ApiError(outcome.why);
  return outcome.value;
}
