import { ApiError } from "./api-error.js";

/** What {@link untilStored} is told where somebody else changed the record meanwhile. */
export const STALE = Symbol("stale");

/** More rounds than these of several people changing one record at once are a fault. */
const MOST_ROUNDS = 8;

/**
 * Repeats a change that is made from an old revision until it is stored, each time from what somebody else has left.
 *
 * @param decide reads the record, decides from it and stores the change
 * @throws ApiError conflict when somebody was faster every time
 */
export async function untilStored<Done>(decide: () => Promise<Done | typeof STALE>): Promise<Done> {
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const done = await decide();
    if (done !== STALE) return done as Done;
  }
  throw new ApiError("conflict");
}
