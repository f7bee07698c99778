import { isDeepStrictEqual } from "node:util";
import { optionalInstantText } from "../../shared/common/instant.js";
import { dueIn } from "../../shared/wishes/deadlines.js";
import { streetOf } from "../../shared/wishes/street-of.js";
import type { Wish, WishEdit, WishId, WishStepEntry } from "../../shared/wishes/wish.js";
import type { MovedWish } from "../../shared/wishes/wish-answer.js";
import { mayReadWish, wishParties } from "../../shared/wishes/wish-parties.js";
import { CLOSED_WISH_STATES, EDITABLE_WISH_STATES, stateAfterEdit } from "../../shared/wishes/wish-states.js";
import { ApiError } from "../api-error.js";
import type { Doer } from "../people/doer.js";
import { STALE, untilStored } from "../until-stored.js";
import { checkWords } from "../wechat/check-words.js";
import type { MoveNeeds } from "./move-wish.js";
import { findSettled } from "./settle-wishes.js";
import { requirePhone } from "./submit-wish.js";
import { cardOf } from "./wish-effects.js";
import { asCurrent, wishAudit } from "./wish-record.js";
import { openContact, openText, sealContact, sealWish } from "./wish-secrets.js";

/**
 * Lets the worker, or who helped them, change a wish that nobody has claimed. New words are looked at again, and what was
 * asked is answered by them. What the wish says already changes nothing.
 *
 * @throws ApiError wish_moved_on once it is claimed: its content is then frozen
 */
export async function editWish(deps: MoveNeeds, id: WishId, edit: WishEdit, doer: Doer): Promise<MovedWish> {
  return untilStored(async () => {
    const wish = await findSettled(deps, id);
    const parties = wishParties(doer.user, wish);
    if (!mayReadWish(parties)) throw new ApiError("not_found");
    if (!parties.includes("worker") && !parties.includes("helper")) throw new ApiError("not_allowed");
    const news = newsOf(deps, wish, edit);
    if (Object.keys(news).length === 0) return answered(wish);
    if (edit.version !== undefined && edit.version !== wish.version) {
      throw new ApiError("conflict", undefined, asCurrent(wish));
    }
    if (!EDITABLE_WISH_STATES.includes(wish.state)) throw new ApiError("wish_moved_on", undefined, asCurrent(wish));
    const changed = await changedBy(deps, wish, news, doer);
    const now = deps.clock();
    const to = stateAfterEdit(wish.state, news.text !== undefined);
    const step: WishStepEntry = {
      step: "edit",
      by: parties.includes("worker") ? "worker" : "helper",
      userId: doer.user.id,
      at: now,
      from: wish.state,
      to,
      reason: null,
      words: null,
    };
    const due = to === wish.state ? wish.due : dueIn(to, now, deps.wishSettings, null);
    const version = wish.version + 1;
    const after: Wish = { ...wish, ...changed, version, state: to, due, steps: [...wish.steps, step] };
    const audit = wishAudit({ at: now, author: doer.author, action: "edit", before: wish, after });
    if ((await deps.wishes.change({ before: wish, after, audit, now })) === "stored") return answered(after);
    return STALE;
  });
}

/** What of an edit is not so already: a form sends all it shows. */
function newsOf({ sealer }: MoveNeeds, wish: Wish, { text, stationId, contact, public: isPublic }: WishEdit): WishEdit {
  return {
    ...(text === undefined || text === openText(sealer, wish) ? {} : { text }),
    ...(stationId === undefined || stationId === wish.stationId ? {} : { stationId }),
    ...(contact === undefined || isDeepStrictEqual(contact, openContact(sealer, wish)) ? {} : { contact }),
    ...(isPublic === undefined || isPublic === wish.isPublic ? {} : { public: isPublic }),
  };
}

async function changedBy(deps: MoveNeeds, wish: Wish, news: WishEdit, doer: Doer): Promise<Partial<Wish>> {
  const changed: Partial<Wish> = {};
  if (news.text !== undefined) {
    const words = { text: news.text, writerId: doer.user.id };
    changed.check = (await checkWords(deps, "refuse_risky", words)) ? "passed" : "manual";
    changed.text = sealWish(deps.sealer, wish.id, "text", news.text);
    // An officer wrote it of other words.
    changed.card = null;
  }
  if (news.contact !== undefined) {
    if (wish.helper === null) requirePhone(news.contact ?? undefined);
    changed.contact = news.contact === null ? null : sealContact(deps.sealer, wish.id, news.contact);
  }
  if (news.public !== undefined) changed.isPublic = news.public;
  if (news.stationId !== undefined) {
    const station = await deps.stations.find(news.stationId);
    // Another district has another list: then it is another wish.
    if (station === null || station.withdrawnAt !== null || station.district.code !== wish.districtCode) {
      throw new ApiError("invalid_input", [{ path: "stationId", message: "要选同一个区里的驿站" }]);
    }
    changed.stationId = station.id;
    changed.street = streetOf(station.address);
  }
  return changed;
}

/** What the wall says of a wish, in an officer's words; null takes the card down. */
export async function setWishCard(
  deps: MoveNeeds,
  { id, card }: { id: WishId; card: string | null },
  doer: Doer,
): Promise<MovedWish> {
  return untilStored(async () => {
    const wish = await findSettled(deps, id);
    if (!wishParties(doer.user, wish).includes("officer")) throw new ApiError("not_found");
    const isGone = CLOSED_WISH_STATES.includes(wish.state) && wish.state !== "fulfilled";
    if (isGone) throw new ApiError("wish_moved_on", undefined, asCurrent(wish));
    const now = deps.clock();
    const after: Wish = { ...wish, ...cardOf(deps, wish, card), version: wish.version + 1 };
    const audit = wishAudit({ at: now, author: doer.author, action: "card", before: wish, after });
    if ((await deps.wishes.change({ before: wish, after, audit, now })) === "stored") return answered(after);
    return STALE;
  });
}

function answered({ id, state, version, due }: Wish): MovedWish {
  return { id, state, version, due: optionalInstantText(due), warnings: [] };
}
