import type { MovedWish, SubmittedWish } from "../../../shared/wishes/wish-answer.js";
import type { WishMove } from "../../../shared/wishes/wish-states.js";
import { ask, tokenOf } from "./ask.js";
import { givenSignIn } from "./classes.js";
import type { Visitor } from "./visitor.js";

/** Of whom a wish in the town is, and who answers it. */
export const HANDLER = "王干部";

const CONTACT = { name: "马建国", phone: "13895071234", address: "丽景街 88 号院 3 号楼" };
const WISH = {
  category: "warm_clothing",
  text: "想要一副防寒手套，骑车冻手",
  stationId: "st_community",
  public: true,
  forOther: false,
};

let people = 0;

/** Somebody who has no wish yet: one person may have one open at a time. */
export function newWorker(): string {
  people += 1;
  return `许愿的${people}号师傅${process.pid}`;
}

/** A wish of somebody new that has come so far by the officer's moves. Its worker is signed in on this phone. */
export async function givenWish(
  visitor: Visitor,
  moves: readonly (readonly [WishMove, object?])[] = [],
  changed: object = {},
): Promise<{ id: string; token: string }> {
  const token = await givenSignIn(visitor, "worker", newWorker());
  return { id: await submitAs(token, moves, changed), token };
}

/** The same where nobody looks at the worker's phone. */
export async function givenWishOfSomebody(
  moves: readonly (readonly [WishMove, object?])[] = [],
  changed: object = {},
): Promise<string> {
  return submitAs(await tokenOf({ as: "worker", name: newWorker() }), moves, changed);
}

async function submitAs(
  token: string,
  moves: readonly (readonly [WishMove, object?])[],
  changed: object,
): Promise<string> {
  const { id } = await ask<SubmittedWish>("POST", "/wishes", token, { ...WISH, contact: CONTACT, ...changed });
  const officer = await tokenOf({ as: "officer", name: HANDLER });
  for (const [move, input] of moves) await ask<MovedWish>("POST", `/wishes/${id}/${move}`, officer, input ?? {});
  return id;
}

export const CLAIMED = [["approve", { costYuan: 90 }], ["claim"]] as const;
export const READY = [...CLAIMED, ["ready", { window: "每天9点到18点" }]] as const;
export const DELIVERED = [...READY, ["deliver"]] as const;
