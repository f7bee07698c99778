import type { SessionDetail } from "../../shared/classes/class-answer.js";
import type { SessionId } from "../../shared/classes/class-session.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { checkWords } from "../wechat/check-words.js";
import { done } from "./booking-outcome.js";
import { rosterEntry, sessionFor } from "./store-roster-move.js";
import { readClass } from "./timetable.js";

type Needs = Pick<
  Dependencies,
  "bookings" | "classReadings" | "classSessions" | "clock" | "contentCheck" | "newId" | "openIds"
>;

/**
 * Cancels a session: seats are given back, everybody is told why, and no absence counts.
 *
 * @throws ApiError words_refused for a reason that fails the check
 */
export async function cancelClass(
  deps: Needs,
  { sessionId, reason }: { sessionId: SessionId; reason: string },
  doer: Doer,
): Promise<SessionDetail> {
  const session = await sessionFor(deps, { id: sessionId, action: "class:cancel", user: doer.user });
  await checkWords(deps, "refuse_risky", { text: reason, writerId: doer.user.id });
  const at = deps.clock();
  const entry = rosterEntry({ session, action: "class:cancel", doer, at, from: {}, to: { reason } });
  done(await deps.bookings.cancelSession(at, { sessionId, reason }, entry));
  return readClass(deps, sessionId, null);
}

/** Merges a session into another: its people move there as seats allow, in their order, the rest to the waitlist. */
export async function mergeClass(
  deps: Needs,
  { from, into, reason }: { from: SessionId; into: SessionId; reason: string },
  doer: Doer,
): Promise<SessionDetail> {
  if (from === into) throw new ApiError("invalid_input", [{ path: "into", message: "要选另外一节课" }]);
  const session = await sessionFor(deps, { id: from, action: "class:cancel", user: doer.user });
  await sessionFor(deps, { id: into, action: "class:cancel", user: doer.user });
  await checkWords(deps, "refuse_risky", { text: reason, writerId: doer.user.id });
  const at = deps.clock();
  const entry = rosterEntry({ session, action: "class:merge", doer, at, from: {}, to: { into, reason } });
  done(await deps.bookings.merge(at, { from, into, reason, newId: deps.newId("bk") }, entry));
  return readClass(deps, into, null);
}
