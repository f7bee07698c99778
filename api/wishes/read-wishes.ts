import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import { beijingDate, beijingDayNumber } from "../../shared/common/time.js";
import { SLIP_CODE_LENGTH } from "../../shared/people/short-code.js";
import type { User } from "../../shared/people/user.js";
import type { Wish, WishId } from "../../shared/wishes/wish.js";
import type { MyWishes, WishHandovers, WishSlip, WishView, WishWall } from "../../shared/wishes/wish-answer.js";
import { categoryLabel } from "../../shared/wishes/wish-category.js";
import { wishNumber } from "../../shared/wishes/wish-number.js";
import { mayReadWish, wishParties } from "../../shared/wishes/wish-parties.js";
import { HANDLED_WISH_STATES } from "../../shared/wishes/wish-states.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { STALE, untilStored } from "../until-stored.js";
import { listWishesAnew } from "./list-anew.js";
import { namesIn, type PresentNeeds, presentWish } from "./present-wish.js";
import { findSettled, settleLapsed } from "./settle-wishes.js";
import { slipDigest } from "./submit-wish.js";
import { wishAudit } from "./wish-record.js";
import { openContact, openPickupCode } from "./wish-secrets.js";
import type { WishLook } from "./wish-store.js";

export type ReadNeeds = PresentNeeds & Pick<Dependencies, "wishes" | "wishSettings">;

const CARDS_ON_A_PAGE = 30;
/** What waits at one person's stations: they give it out one by one. */
const MOST_HANDOVERS = 500;
/**
 * One wish, for its worker, who helped them, and the officers who reach it. Its handler is shown how to reach the worker
 * while they handle it, and every time that is in the record, which the worker reads.
 *
 * @param withContact false: the handler only looks how far it is, and no look is recorded
 */
export async function readWish(deps: ReadNeeds, id: WishId, doer: Doer, withContact: boolean): Promise<WishView> {
  return untilStored(async () => {
    const wish = await findSettled(deps, id);
    const now = deps.clock();
    const parties = wishParties(doer.user, wish);
    if (!mayReadWish(parties)) throw new ApiError("not_found");
    const isWorker = parties.includes("worker");
    const mayCall = parties.includes("handler") && HANDLED_WISH_STATES.includes(wish.state);
    const looksAt = mayCall && withContact && wish.contact !== null;
    if (looksAt) {
      const audit = wishAudit({ at: now, author: doer.author, action: "view", before: wish, after: wish });
      // Released or taken by somebody else in between: then there is nothing to look at.
      if (!(await deps.wishes.recordView(wish, { at: now, userId: doer.user.id }, audit))) return STALE;
    }
    const contact = isWorker || looksAt ? openContact(deps.sealer, wish) : null;
    const looks = isWorker || parties.includes("helper") ? await deps.wishes.readViews(id) : [];
    const names = await namesIn(deps, [wish], looks);
    return presentWish(deps, { wish, reader: doer.user, names, now, contact, looks });
  });
}

/** The wishes of an account, newest first, and those it submitted for others. */
export async function listMine(deps: ReadNeeds, user: User): Promise<MyWishes> {
  await settleLapsed(deps);
  const [own, helped] = await Promise.all([deps.wishes.readOf(user.id), deps.wishes.readHelpedBy(user.id)]);
  const wishes = [...own, ...helped].sort((a, b) => b.createdAt - a.createdAt);
  const looks = await Promise.all(wishes.map(({ id }) => deps.wishes.readViews(id)));
  const names = await namesIn(deps, wishes, looks.flat());
  const now = deps.clock();
  const view = (wish: Wish, seen: readonly WishLook[]) => {
    // Whoever helped wrote it down once, and has it no longer.
    const contact = wish.person === user.id ? openContact(deps.sealer, wish) : null;
    return presentWish(deps, { wish, reader: user, names, now, contact, looks: seen });
  };
  return {
    asOf: instantText(now),
    wishes: wishes.map((wish, at) => view(wish, looks[at] ?? [])),
    mayWish: own.filter(({ closedAt }) => closedAt === null).length < deps.wishSettings.openPerPerson,
  };
}

/** The public wall: what officers wrote of wishes that were fulfilled, newest first. */
export async function readWall(deps: ReadNeeds, cursor: string | null): Promise<WishWall> {
  await settleLapsed(deps);
  const offset = cursor === null ? 0 : Number(cursor);
  const found = await deps.wishes.readWall(offset, CARDS_ON_A_PAGE + 1);
  const page = found.slice(0, CARDS_ON_A_PAGE);
  const names = await namesIn(deps, page);
  return {
    cards: page.flatMap(({ card, category, stationId, closedAt, createdAt, isDemo }) =>
      card === null
        ? []
        : [
            {
              card,
              category,
              categoryLabel: categoryLabel(category),
              stationName: names.stations.get(stationId) ?? "",
              fulfilledOn: beijingDate(beijingDayNumber(closedAt ?? createdAt)),
              isDemo,
            },
          ],
    ),
    nextCursor: found.length > CARDS_ON_A_PAGE ? String(offset + CARDS_ON_A_PAGE) : null,
  };
}

/** What waits at the stations that a person keeps, or that an officer reaches. */
export async function listHandovers(deps: ReadNeeds, user: User): Promise<WishHandovers> {
  await listWishesAnew(deps);
  const part = { offset: 0, count: MOST_HANDOVERS, now: deps.clock(), except: user.id };
  const stations = user.roles.includes("keeper") ? user.stationIds : [];
  const { wishes } = await deps.wishes.readHandovers(stations, user.id, part);
  const handsOver = (wish: Wish) => wishParties(user, wish).some((party) => party === "keeper" || party === "handler");
  const waiting = wishes.filter((wish) => wish.state === "ready" && handsOver(wish));
  const names = await namesIn(deps, waiting);
  return {
    wishes: waiting.map((wish) => {
      const stationId = wish.pickup?.stationId ?? wish.stationId;
      return {
        id: wish.id,
        categoryLabel: categoryLabel(wish.category),
        station: { id: stationId, name: names.stations.get(stationId) ?? "" },
        window: wish.pickup?.window ?? null,
        since: instantText(wish.steps.at(-1)?.at ?? wish.createdAt),
        due: optionalInstantText(wish.due),
        isDemo: wish.isDemo,
      };
    }),
  };
}

/**
 * What the code on a slip tells: how far the wish is, and where it waits. Nothing that was written.
 *
 * @param caller who is asking, for counting wrong guesses
 */
export async function readSlip(
  deps: ReadNeeds & Pick<Dependencies, "rateLimits" | "fingerprint">,
  code: string,
  caller: string,
): Promise<WishSlip> {
  if (!(await deps.rateLimits.mayGuess(caller, "wish-slip"))) throw new ApiError("too_many_requests");
  const known = code.length === SLIP_CODE_LENGTH ? await deps.wishes.findBySlip(slipDigest(deps, code)) : null;
  if (known === null) throw new ApiError("not_found");
  await deps.rateLimits.giveBackGuess(caller, "wish-slip");
  const wish = await findSettled(deps, known.id);
  const { state, category, stationId, pickup, createdAt, due } = wish;
  const places = await deps.stations.findMany([stationId, pickup?.stationId ?? stationId]);
  const placeOf = (id: string) => places.find((place) => place.id === id);
  // Where it waits, once it does: that may be another station than was asked for.
  const collectedAt = placeOf(pickup?.stationId ?? stationId);
  return {
    number: wishNumber(wish.id),
    state,
    categoryLabel: categoryLabel(category),
    station: { name: collectedAt?.name ?? "", address: collectedAt?.address ?? "" },
    createdAt: instantText(createdAt),
    due: optionalInstantText(due),
    pickup: pickup && {
      stationName: placeOf(pickup.stationId)?.name ?? "",
      window: pickup.window,
      code: openPickupCode(deps.sealer, wish),
    },
  };
}
