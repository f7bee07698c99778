import { optionalInstantText } from "../../shared/common/instant.js";
import { dueIn } from "../../shared/wishes/deadlines.js";
import type { Wish, WishId, WishStepEntry } from "../../shared/wishes/wish.js";
import type { MovedWish } from "../../shared/wishes/wish-answer.js";
import type { WishMoveInput } from "../../shared/wishes/wish-moves.js";
import { asMovable, wishParties } from "../../shared/wishes/wish-parties.js";
import { readReason } from "../../shared/wishes/wish-reasons.js";
import {
  CLOSED_WISH_STATES,
  judgeWishMove,
  WISH_MOVES,
  type WishMove,
  type WishParty,
} from "../../shared/wishes/wish-states.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { STALE, untilStored } from "../until-stored.js";
import { checkWords } from "../wechat/check-words.js";
import { findSettled } from "./settle-wishes.js";
import { costWarnings, effectOf } from "./wish-effects.js";
import { messagesOf } from "./wish-messages.js";
import { asCurrent, wishAudit } from "./wish-record.js";
import { openStepWords, sealWish } from "./wish-secrets.js";

export type MoveNeeds = Pick<
  Dependencies,
  "wishes" | "stations" | "clock" | "newCode" | "sealer" | "wishSettings" | "contentCheck" | "openIds" | "rateLimits"
>;

export interface WishMoving {
  id: WishId;
  move: WishMove;
  input: WishMoveInput;
}

interface Words {
  reason: string | null;
  words: string | null;
}

/**
 * Makes a move from the wish's newest state, as far as the table of moves lets this person. Made before by the same
 * person, it changes nothing and is answered alike.
 *
 * @throws ApiError not_found for strangers, not_allowed, wish_moved_on or conflict with what the wish is now
 */
export async function moveWish(deps: MoveNeeds, { id, move, input }: WishMoving, doer: Doer): Promise<MovedWish> {
  const said = saidWith(move, input);
  return untilStored(async () => {
    const wish = await findSettled(deps, id);
    const parties = wishParties(doer.user, wish);
    if (parties.length === 0) throw new ApiError("not_found");
    const verdict = judgeWishMove(asMovable(wish), move, parties);
    if (verdict === "not_allowed") throw new ApiError("not_allowed");
    if (isRepeat(deps, wish, { move, input, said, doer })) return moved(deps, wish);
    if (input.version !== undefined && input.version !== wish.version) {
      throw new ApiError("conflict", undefined, asCurrent(wish));
    }
    if (verdict === "refused") throw new ApiError("wish_moved_on", undefined, asCurrent(wish));
    if (said.words !== null) await checkWords(deps, "refuse_risky", { text: said.words, writerId: doer.user.id });
    const now = deps.clock();
    const effect = await effectOf(deps, { wish, move, input, doer, parties, now });
    const to = effect.state ?? WISH_MOVES[move].to;
    const after: Wish = {
      ...wish,
      ...effect,
      state: to,
      version: wish.version + 1,
      due: to === wish.state ? wish.due : dueIn(to, now, deps.wishSettings, wish.due),
      closedAt: CLOSED_WISH_STATES.includes(to) ? (wish.closedAt ?? now) : null,
      steps: [...wish.steps, stepOf(deps, { wish, move, to, parties, said, doer, now })],
    };
    const audit = wishAudit({ at: now, author: doer.author, action: move, before: wish, after });
    const change = { before: wish, after, audit, messages: messagesOf(move, after), now };
    if ((await deps.wishes.change(change)) === "stored") return moved(deps, after);
    return STALE;
  });
}

/** The reason and the words that come along, wherever the move keeps them. */
function saidWith(move: WishMove, { reason, where, question, answer, words }: WishMoveInput): Words {
  const given = readReason(move, reason ?? where);
  const said = [given.words, question, answer, words].filter((text) => text !== undefined && text !== null);
  return { reason: given.key, words: said.length === 0 ? null : said.join("。") };
}

interface Repeating {
  move: WishMove;
  input: WishMoveInput;
  said: Words;
  doer: Doer;
}

/** Whether this very move was the last thing that happened, by the same person, who said the same. */
function isRepeat({ sealer }: MoveNeeds, wish: Wish, { move, input, said, doer }: Repeating): boolean {
  const last = wish.steps.at(-1);
  if (last?.step !== move || last.userId !== doer.user.id || last.reason !== said.reason) return false;
  return holds(wish, input) && openStepWords(sealer, wish, wish.steps.length - 1) === said.words;
}

/** Whether a wish is as this input says, as far as it says anything: else it asks for something that did not happen. */
function holds({ claim, pickup, mergedInto, rating, card, costYuan }: Wish, input: WishMoveInput): boolean {
  const pairs = [
    [input.unit, claim?.unit],
    [input.stationId, pickup?.stationId],
    [input.window, pickup?.window],
    [input.into, mergedInto],
    [input.rating, rating],
    [input.card, card],
    [input.costYuan, costYuan],
  ];
  return pairs.every(([asked, held]) => asked === undefined || asked === held);
}

interface Stepping {
  wish: Wish;
  move: WishMove;
  to: Wish["state"];
  parties: readonly WishParty[];
  said: Words;
  doer: Doer;
  now: number;
}

function stepOf({ sealer }: MoveNeeds, { wish, move, to, parties, said, doer, now }: Stepping): WishStepEntry {
  const asked: readonly WishParty[] = WISH_MOVES[move].by;
  return {
    step: move,
    by: asked.find((party) => parties.includes(party)) ?? "officer",
    userId: doer.user.id,
    at: now,
    from: wish.state,
    to,
    reason: said.reason,
    words: said.words === null ? null : sealWish(sealer, wish.id, `step ${wish.steps.length}`, said.words),
  };
}

function moved({ wishSettings }: MoveNeeds, { id, state, version, due, costYuan }: Wish): MovedWish {
  return { id, state, version, due: optionalInstantText(due), warnings: costWarnings(costYuan, wishSettings) };
}
