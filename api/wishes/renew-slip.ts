import { SLIP_CODE_LENGTH } from "../../shared/people/short-code.js";
import type { Wish, WishId } from "../../shared/wishes/wish.js";
import type { NewSlip } from "../../shared/wishes/wish-answer.js";
import { mayReadWish, mayRenewSlip, wishParties } from "../../shared/wishes/wish-parties.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { STALE, untilStored } from "../until-stored.js";
import { findSettled } from "./settle-wishes.js";
import { slipDigest } from "./submit-wish.js";
import { asCurrent, wishAudit } from "./wish-record.js";

type Needs = Pick<Dependencies, "wishes" | "wishSettings" | "clock" | "newCode" | "fingerprint">;

/**
 * Gives whoever helped a new code for the slip, since the first one is kept nowhere: a page that was closed, or a paper
 * that was lost. The code before ends with it.
 *
 * @throws ApiError not_found, not_allowed, wish_moved_on once it is erased
 */
export async function renewSlip(deps: Needs, id: WishId, doer: Doer): Promise<NewSlip> {
  return untilStored(async () => {
    const wish = await findSettled(deps, id);
    const parties = wishParties(doer.user, wish);
    if (!mayReadWish(parties)) throw new ApiError("not_found");
    if (!parties.includes("helper")) throw new ApiError("not_allowed");
    if (!mayRenewSlip(wish, parties)) throw new ApiError("wish_moved_on", undefined, asCurrent(wish));
    const slipCode = deps.newCode(SLIP_CODE_LENGTH);
    const after: Wish = { ...wish, slip: slipDigest(deps, slipCode), version: wish.version + 1 };
    const now = deps.clock();
    const audit = wishAudit({ at: now, author: doer.author, action: "slip", before: wish, after });
    if ((await deps.wishes.change({ before: wish, after, audit, now })) === "stored") {
      return { id, state: after.state, slipCode };
    }
    return STALE;
  });
}
