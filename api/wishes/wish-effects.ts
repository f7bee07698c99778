import type { EpochMs } from "../../shared/common/time.js";
import { PICKUP_CODE_LENGTH, readShortCode } from "../../shared/people/short-code.js";
import { leadsSomewhere } from "../../shared/wishes/mask-text.js";
import type { Wish } from "../../shared/wishes/wish.js";
import type { MovedWish } from "../../shared/wishes/wish-answer.js";
import type { WishMoveInput } from "../../shared/wishes/wish-moves.js";
import { wishParties } from "../../shared/wishes/wish-parties.js";
import type { WishSettings } from "../../shared/wishes/wish-settings.js";
import { CLOSED_WISH_STATES, type WishMove, type WishParty } from "../../shared/wishes/wish-states.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { accountCaller } from "../people/caller.js";
import type { Doer } from "../people/doer.js";
import { lookFor } from "./settle-wishes.js";
import { openContact, openPickupCode, sealWish } from "./wish-secrets.js";

type Needs = Pick<Dependencies, "wishes" | "stations" | "clock" | "newCode" | "sealer" | "wishSettings" | "rateLimits">;

export interface WishMoved {
  wish: Wish;
  move: WishMove;
  input: WishMoveInput;
  doer: Doer;
  parties: readonly WishParty[];
  now: EpochMs;
}

/**
 * What a move changes of a wish besides its state; where it says a state, that outweighs the table's.
 *
 * @throws ApiError for what the move cannot do without or may not cost
 */
export async function effectOf(deps: Needs, moved: WishMoved): Promise<Partial<Wish>> {
  const { wish, move, input, doer, now } = moved;
  const told = { ...cardOf(deps, wish, input.card), ...costOf(input.costYuan, deps.wishSettings) };
  switch (move) {
    case "merge":
      return { mergedInto: await mergeTarget(deps, moved) };
    case "refer":
      return { referredTo: input.where ?? null };
    case "claim":
      return { ...told, claim: { userId: doer.user.id, unit: input.unit ?? null, at: now } };
    case "release":
      return { claim: null };
    case "ready":
      return { ...told, pickup: await pickupOf(deps, moved) };
    case "deliver":
      return { ...told, pickup: await handedOver(deps, moved) };
    // The handler makes good what they delivered; where none is left, it waits for another.
    case "dispute":
      return { wasDisputed: true, pickup: null, ...(wish.claim === null ? { state: "approved" as const } : {}) };
    case "rate":
      return { rating: input.rating ?? null };
    default:
      return told;
  }
}

export function costWarnings(costYuan: number | null, { softCapYuan }: WishSettings): MovedWish["warnings"] {
  return costYuan !== null && costYuan > softCapYuan ? ["over_soft_cap"] : [];
}

function costOf(costYuan: number | undefined, { hardCapYuan }: WishSettings): Partial<Wish> {
  if (costYuan === undefined) return {};
  if (costYuan > hardCapYuan) {
    throw new ApiError("over_budget", [{ path: "costYuan", message: `一个心愿最多 ${hardCapYuan} 元` }]);
  }
  return { costYuan };
}

/** Everybody reads a card: nothing in it may lead to the worker. */
export function cardOf({ sealer }: Pick<Needs, "sealer">, wish: Wish, card: string | null | undefined): Partial<Wish> {
  if (card === undefined) return {};
  const contact = card === null ? null : openContact(sealer, wish);
  const personal = [contact?.name, contact?.phone, contact?.address].filter((text) => text !== undefined);
  if (card !== null && (leadsSomewhere(card) || personal.some((text) => card.includes(text)))) {
    throw new ApiError("invalid_input", [{ path: "card", message: "卡片人人看得到，不能有姓名、电话、地址和链接" }]);
  }
  return { card };
}

/** Another wish that is still open and that this officer may read. */
async function mergeTarget(deps: Needs, { wish, input, doer }: WishMoved): Promise<string> {
  const target = input.into === undefined ? null : await lookFor(deps, input.into);
  const mayRead = target !== null && wishParties(doer.user, target).includes("officer");
  if (target === null || !mayRead || target.id === wish.id || CLOSED_WISH_STATES.includes(target.state)) {
    throw new ApiError("invalid_input", [{ path: "into", message: "要并入另一个还在办的心愿" }]);
  }
  return target.id;
}

async function pickupOf(
  { stations, sealer, newCode }: Needs,
  { wish, input }: WishMoved,
): Promise<NonNullable<Wish["pickup"]>> {
  const stationId = input.stationId ?? wish.stationId;
  const station = await stations.find(stationId);
  if (station === null || (station.withdrawnAt !== null && stationId !== wish.stationId)) {
    throw new ApiError("invalid_input", [{ path: "stationId", message: "没有这个驿站，可能已经撤下，请换一个" }]);
  }
  const code = sealWish(sealer, wish.id, "pickup", newCode(PICKUP_CODE_LENGTH));
  return { stationId, window: input.window ?? null, code };
}

/** A keeper hands over against the code; the handler may answer for it without one. The code is then used up. */
async function handedOver({ sealer, rateLimits }: Needs, { wish, input, doer, parties }: WishMoved) {
  const { pickupCode } = input;
  if (pickupCode === undefined && !parties.includes("handler")) {
    throw new ApiError("invalid_input", [{ path: "pickupCode", message: "请领取人出示取货码" }]);
  }
  if (pickupCode !== undefined) {
    const caller = accountCaller(doer.user.id);
    const guessed = `pickup:${wish.id}`;
    if (!(await rateLimits.mayGuess(caller, guessed))) throw new ApiError("too_many_requests");
    if (readShortCode(pickupCode, PICKUP_CODE_LENGTH) !== openPickupCode(sealer, wish)) {
      throw new ApiError("pickup_code_wrong");
    }
    await rateLimits.giveBackGuess(caller, guessed);
  }
  return wish.pickup === null ? null : { ...wish.pickup, code: null };
}
