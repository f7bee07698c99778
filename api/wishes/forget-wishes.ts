import { DAY_MS } from "../../shared/common/time.js";
import type { UserId } from "../../shared/people/user.js";
import { dueIn } from "../../shared/wishes/deadlines.js";
import type { Wish, WishId, WishStepEntry } from "../../shared/wishes/wish.js";
import { CLOSED_WISH_STATES, type WishState } from "../../shared/wishes/wish-states.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { STALE, untilStored } from "../until-stored.js";
import { listWishesAnew } from "./list-anew.js";
import { findSettled } from "./settle-wishes.js";
import { BY_ITSELF, wishAudit } from "./wish-record.js";
import { withoutSecrets } from "./wish-secrets.js";

type Needs = Pick<Dependencies, "wishes" | "wishSettings" | "clock">;

const ERASED_AT_ONCE = 100;
/** Erases what is personal in wishes that closed long enough ago; that they were, and what became of them, stays. */
export async function eraseOldWishes(deps: Needs): Promise<number> {
  const now = deps.clock();
  const closed = await deps.wishes.readClosedUntil(now - deps.wishSettings.keptDays * DAY_MS, ERASED_AT_ONCE);
  for (const before of closed) {
    const after: Wish = { ...withoutSecrets(before), version: before.version + 1, counted: null, erasedAt: now };
    const audit = wishAudit({ at: now, author: BY_ITSELF, action: "erase", before, after });
    await deps.wishes.change({ before, after, audit, now });
  }
  return closed.length;
}

/**
 * Lets a person go: their wishes stay as figures without them, what is not yet handed over is withdrawn, what they had
 * claimed is free again, and what they submitted for others goes on.
 */
export async function forgetWishesOf(deps: Needs, { user, author }: Doer): Promise<void> {
  for (const { id } of await deps.wishes.readOf(user.id)) await changed(deps, id, author, withoutWorker);
  for (const { id } of await deps.wishes.readHelpedBy(user.id)) {
    await changed(deps, id, author, (wish) => withoutAccount({ ...wish, helper: null }, user.id));
  }
  await listWishesAnew(deps);
  for (const { id } of await deps.wishes.readClaimedBy(user.id)) await changed(deps, id, author, withoutHandler);
  await deps.wishes.forgetListsOf(user.id);
}

/** Changes a wish from its newest state, again when somebody was faster. */
async function changed(deps: Needs, id: WishId, author: Doer["author"], forget: (wish: Wish) => Wish): Promise<void> {
  return untilStored(async () => {
    const before = await findSettled(deps, id);
    const now = deps.clock();
    const forgotten = forget(before);
    const step: WishStepEntry = {
      step: "forget",
      by: "system",
      userId: null,
      at: now,
      from: before.state,
      to: forgotten.state,
      reason: null,
      words: null,
    };
    const isClosed = CLOSED_WISH_STATES.includes(forgotten.state);
    const isErased = forgotten.text === null && before.text !== null;
    const after: Wish = {
      ...forgotten,
      version: before.version + 1,
      due: forgotten.state === before.state ? before.due : dueIn(forgotten.state, now, deps.wishSettings, null),
      closedAt: isClosed ? (before.closedAt ?? now) : null,
      erasedAt: isErased ? now : before.erasedAt,
      steps: [...forgotten.steps, step],
    };
    const audit = wishAudit({ at: now, author, action: "forget", before, after });
    if ((await deps.wishes.change({ before, after, audit, now })) === "stored") return;
    return STALE;
  });
}

/** States in which a wish without its worker has nobody to give it to. */
const NOT_HANDED_OVER: readonly WishState[] = ["submitted", "need_info", "approved", "claimed", "ready"];

function withoutWorker(wish: Wish): Wish {
  const state = NOT_HANDED_OVER.includes(wish.state) ? "withdrawn" : wish.state;
  const alone = { ...withoutSecrets(wish), state, person: null, counted: null };
  return wish.person === null ? alone : withoutAccount(alone, wish.person);
}

/** What is ready or delivered goes on without its handler; what was claimed waits for another. */
function withoutHandler(wish: Wish): Wish {
  return { ...wish, claim: null, state: wish.state === "claimed" ? "approved" : wish.state };
}

function withoutAccount(wish: Wish, userId: UserId): Wish {
  return { ...wish, steps: wish.steps.map((step) => (step.userId === userId ? { ...step, userId: null } : step)) };
}
