import type { EpochMs } from "../../../../shared/common/time";
import type { MyWishes, WishView } from "../../../../shared/wishes/wish-answer";
import { ApiFailure, failureOf, isNetworkFailure } from "../../http/api-failure";
import { callApi } from "../../http/call-api";
import { serverClock } from "../../http/server-clock";
import { keepOnPhone, readFromPhone } from "../../platform/settings/phone-storage";

export interface MyWishesView {
  wishes: WishView[];
  mayWish: boolean;
  /** Set when there is no network and this is what the phone remembers, from then. */
  rememberedFrom: EpochMs | null;
}

interface LastWishes {
  asOf: EpochMs;
  userId: string;
  wishes: WishView[];
  mayWish: boolean;
}

/**
 * One's own wishes; without network what was seen last, so that the pick-up code can be shown at the station.
 *
 * @throws ApiFailure when there is neither an answer nor one kept from before
 */
export async function loadMine(userId: string): Promise<MyWishesView> {
  try {
    const { asOf, wishes, mayWish } = await callApi("GET /wishes/mine", {});
    keepLast({ asOf, wishes, mayWish }, userId);
    return { wishes, mayWish, rememberedFrom: null };
  } catch (error) {
    const failure = failureOf(error);
    const kept = isNetworkFailure(failure.code) ? readLast(userId) : null;
    if (kept === null) throw failure;
    serverClock.atLeast(kept.asOf);
    return { wishes: kept.wishes, mayWish: kept.mayWish, rememberedFrom: kept.asOf };
  }
}

/**
 * One of them.
 *
 * @throws ApiFailure not_signed_in, not_found
 */
export async function loadMyWish(id: string, userId: string | null) {
  if (userId === null) throw new ApiFailure("not_signed_in");
  const { wishes, rememberedFrom } = await loadMine(userId);
  const wish = wishes.find((one) => one.id === id);
  if (wish === undefined) throw new ApiFailure("not_found");
  return { wish, rememberedFrom };
}

/** How to be reached is left out: nothing that works without network needs it. */
function keepLast({ asOf, wishes, mayWish }: MyWishes, userId: string): void {
  const kept: LastWishes = {
    asOf: Date.parse(asOf),
    userId,
    wishes: wishes.map((wish) => ({ ...wish, contact: null, views: [] })),
    mayWish,
  };
  keepOnPhone("last-wishes", kept);
}

function readLast(userId: string): LastWishes | null {
  const kept = readFromPhone("last-wishes");
  if (typeof kept !== "object" || kept === null) return null;
  const { asOf, userId: keptFor, wishes, mayWish } = kept as Partial<LastWishes>;
  if (typeof asOf !== "number" || keptFor !== userId || !Array.isArray(wishes)) return null;
  return { asOf, userId, wishes, mayWish: mayWish === true };
}
