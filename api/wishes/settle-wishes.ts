import type { EpochMs } from "../../shared/common/time.js";
import { dueIn } from "../../shared/wishes/deadlines.js";
import type { Wish, WishId, WishStepEntry } from "../../shared/wishes/wish.js";
import type { WishSettings } from "../../shared/wishes/wish-settings.js";
import { WISH_LAPSES, type WishState } from "../../shared/wishes/wish-states.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { listWishesAnew } from "./list-anew.js";
import { messagesOf } from "./wish-messages.js";
import { BY_ITSELF, wishAudit } from "./wish-record.js";

type Needs = Pick<Dependencies, "wishes" | "wishSettings" | "clock">;

/** How many lapsed wishes one reader of a list settles; the scheduled job goes on with the rest. */
const SETTLED_AT_ONCE = 200;

/**
 * A wish as it is now: a claim whose time is over has ended, what was delivered and not disputed is fulfilled, and what
 * waited too long for its worker's answer is withdrawn, all as of the instant at which the time was over, whenever somebody looks.
 */
export function settled(wish: Wish, now: EpochMs, settings: WishSettings): Wish {
  if (wish.due === null || now < wish.due) return wish;
  if (!lapses(wish.state)) return wish;
  const { name, to } = WISH_LAPSES[wish.state];
  const at = wish.due;
  const step: WishStepEntry = {
    step: name,
    by: "system",
    userId: null,
    at,
    from: wish.state,
    to,
    reason: null,
    words: null,
  };
  const after: Wish = { ...wish, version: wish.version + 1, state: to, due: dueIn(to, at, settings, null) };
  after.steps = [...wish.steps, step];
  if (to === "approved") return { ...after, claim: null };
  return { ...after, closedAt: at };
}

function lapses(state: WishState): state is keyof typeof WISH_LAPSES {
  return Object.hasOwn(WISH_LAPSES, state);
}

/** The wish, settled and stored so. */
export async function findSettled(deps: Needs, id: WishId): Promise<Wish> {
  const wish = await lookFor(deps, id);
  if (wish === null) throw new ApiError("not_found");
  return wish;
}

/** The same; null: there is none. */
export async function lookFor(deps: Needs, id: WishId): Promise<Wish | null> {
  const wish = await deps.wishes.find(id);
  return wish && settle(deps, wish);
}

async function settle(deps: Needs, wish: Wish): Promise<Wish> {
  const now = deps.clock();
  const after = settled(wish, now, deps.wishSettings);
  if (after === wish) return wish;
  const action = after.steps.at(-1)?.step ?? "lapse";
  const audit = wishAudit({ at: now, author: BY_ITSELF, action, before: wish, after });
  await deps.wishes.change({ before: wish, after, audit, messages: messagesOf(action, after), now });
  // Whoever was faster settled it alike, or moved it on: either way the newest is what counts.
  return (await deps.wishes.find(wish.id)) ?? after;
}

/** Settles what has lapsed, so that lists show it; tells how much that was. */
export async function settleLapsed(deps: Needs): Promise<number> {
  await listWishesAnew(deps);
  const lapsed = await deps.wishes.readLapsed(deps.clock(), SETTLED_AT_ONCE);
  await Promise.all(lapsed.map((wish) => settle(deps, wish)));
  return lapsed.length;
}
