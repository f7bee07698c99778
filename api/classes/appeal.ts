import type { Appeal, AppealItem } from "../../shared/classes/appeal.js";
import type { BookingId } from "../../shared/classes/booking.js";
import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { checkWords } from "../wechat/check-words.js";
import type { AppealDecision } from "./appeal-store.js";
import { done } from "./booking-outcome.js";

type Needs = Pick<Dependencies, "appeals" | "clock" | "contentCheck" | "openIds">;

/**
 * Says why one could not come. Officers alone read it, so that words which nothing could check are let by.
 *
 * @throws ApiError not_found for a booking of somebody else, not_absent, words_refused
 */
export async function appeal(
  deps: Needs,
  { bookingId, text }: { bookingId: BookingId; text: string },
  user: User,
): Promise<void> {
  await checkWords(deps, "refuse_risky", { text, writerId: user.id });
  done(await deps.appeals.make(deps.clock(), { bookingId, userId: user.id, text }));
}

/** The appeals that wait for an officer of their district, the oldest first. */
export async function listAppeals({ appeals }: Needs, user: User): Promise<AppealItem[]> {
  return (await appeals.listOpen()).filter(({ districtCode }) => officerReaches(user, districtCode)).map(presentAppeal);
}

/** @throws ApiError not_found, not_allowed in another district, appeal_decided when somebody decided otherwise */
export async function decideAppeal(deps: Needs, decision: AppealDecision, { user, author }: Doer): Promise<AppealItem> {
  const [present] = await deps.appeals.findMany([decision.bookingId]);
  if (present === undefined) throw new ApiError("not_found");
  if (!officerReaches(user, present.districtCode)) throw new ApiError("not_allowed");
  if (decision.reply !== null) await checkWords(deps, "refuse_risky", { text: decision.reply, writerId: user.id });
  const at = deps.clock();
  const audit = {
    at,
    author,
    action: "class:decide-appeal",
    subject: { type: "class" as const, id: present.sessionId },
    districtCode: present.districtCode,
    from: { state: present.state },
    to: { state: decision.decision, bookingId: decision.bookingId },
  };
  return presentAppeal(done(await deps.appeals.decide(at, decision, audit)));
}

function presentAppeal({ userId: _, districtCode: __, ...appeal }: Appeal): AppealItem {
  return {
    ...appeal,
    startsAt: instantText(appeal.startsAt),
    createdAt: instantText(appeal.createdAt),
    decidedAt: optionalInstantText(appeal.decidedAt),
  };
}
