import type { MyPlace } from "../../shared/classes/class-answer.js";
import type { SessionId } from "../../shared/classes/class-session.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { accountCaller } from "../people/caller.js";
import { done } from "./booking-outcome.js";
import { isCheckInCode } from "./check-in-code.js";
import { presentPlace } from "./present-class.js";

type Needs = Pick<Dependencies, "bookings" | "clock" | "fingerprint" | "newId" | "rateLimits">;

/**
 * Checks in whoever shows the code of the hall's screen: their own account only, so that one phone checks in one person.
 * Guessing is limited for each account and session.
 *
 * @throws ApiError check_in_code_wrong, or what stands against it
 */
export async function checkInByCode(
  { bookings, clock, fingerprint, newId, rateLimits }: Needs,
  { sessionId, code }: { sessionId: SessionId; code: string },
  user: User,
): Promise<MyPlace> {
  const [caller, guessed] = [accountCaller(user.id), `check-in:${sessionId}`];
  if (!(await rateLimits.mayGuess(caller, guessed))) throw new ApiError("too_many_requests");
  const now = clock();
  if (!isCheckInCode(fingerprint, { sessionId, code }, now)) throw new ApiError("check_in_code_wrong");
  await rateLimits.giveBackGuess(caller, guessed);
  const person = { sessionId, userId: user.id, calledBy: user.name, newId: newId("bk") };
  return presentPlace({ booking: done(await bookings.checkIn(now, person)), position: null });
}
