import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { User, UserId } from "../../shared/people/user.js";
import type { StationId } from "../../shared/stations/station.js";
import { maskText } from "../../shared/wishes/mask-text.js";
import type { Wish, WishContact } from "../../shared/wishes/wish.js";
import type { WishView } from "../../shared/wishes/wish-answer.js";
import { categoryLabel } from "../../shared/wishes/wish-category.js";
import { asMovable, mayRenewSlip, wishParties } from "../../shared/wishes/wish-parties.js";
import { reasonLabel } from "../../shared/wishes/wish-reasons.js";
import {
  CLOSED_WISH_STATES,
  EDITABLE_WISH_STATES,
  HANDLED_WISH_STATES,
  possibleWishMoves,
  WISH_MOVES,
  type WishMove,
  type WishParty,
} from "../../shared/wishes/wish-states.js";
import type { Dependencies } from "../dependencies.js";
import { openPickupCode, openStepWords, openText } from "./wish-secrets.js";
import type { WishLook } from "./wish-store.js";

export type PresentNeeds = Pick<Dependencies, "stations" | "users" | "sealer" | "clock">;

/** What people and places are called that stand in wishes. */
export interface WishNames {
  stations: ReadonlyMap<StationId, string>;
  people: ReadonlyMap<UserId, string>;
}

/** What an officer is called who is not, or no longer, an account here. */
const THE_UNION = "工会";

export async function namesIn(
  { stations, users }: PresentNeeds,
  wishes: readonly Wish[],
  looks: readonly WishLook[] = [],
): Promise<WishNames> {
  const stationIds = new Set(wishes.flatMap(({ stationId, pickup }) => [stationId, pickup?.stationId ?? stationId]));
  const userIds = new Set([
    ...wishes.flatMap(({ claim }) => claim?.userId ?? []),
    ...looks.map(({ userId }) => userId),
  ]);
  const [places, people] = await Promise.all([stations.findMany([...stationIds]), users.findMany([...userIds])]);
  return {
    stations: new Map(places.map(({ id, name }) => [id, name])),
    people: new Map(people.map(({ id, name }) => [id, name])),
  };
}

export interface Reading {
  wish: Wish;
  reader: User;
  names: WishNames;
  now: EpochMs;
  /** Opened for the worker and for the handler, whose look is in the record. */
  contact?: WishContact | null;
  looks?: readonly WishLook[];
}

/** Whether the text is shown as it was written: to whose it is, and to the handler while they handle it. */
function readsEverything(wish: Wish, parties: readonly WishParty[]): boolean {
  return parties.includes("worker") || (parties.includes("handler") && HANDLED_WISH_STATES.includes(wish.state));
}

/** A wish, as far as this reader may see it. */
export function presentWish({ sealer }: PresentNeeds, reading: Reading): WishView {
  const { wish, reader, names, now, contact = null, looks = [] } = reading;
  const parties = wishParties(reader, wish);
  const isOwn = parties.includes("worker") || parties.includes("helper");
  const text = openText(sealer, wish);
  const shown = text === null || readsEverything(wish, parties) ? text : maskText(text);
  return {
    id: wish.id,
    version: wish.version,
    state: wish.state,
    category: wish.category,
    categoryLabel: categoryLabel(wish.category),
    station: named(wish.stationId, names),
    text: shown,
    isTextMasked: shown !== text,
    needsCheck: wish.check === "manual",
    hasContact: wish.contact !== null,
    contact,
    public: wish.isPublic,
    card: wish.card,
    costYuan: isOwn ? null : wish.costYuan,
    createdAt: instantText(wish.createdAt),
    due: optionalInstantText(wish.due),
    isOverdue: isOverdue(wish, now),
    claim: wish.claim && {
      by: wish.claim.unit ?? names.people.get(wish.claim.userId) ?? THE_UNION,
      unit: wish.claim.unit,
      at: instantText(wish.claim.at),
      isMine: wish.claim.userId === reader.id,
    },
    pickup: wish.pickup && {
      station: named(wish.pickup.stationId, names),
      window: wish.pickup.window,
      code: isOwn ? openPickupCode(sealer, wish) : null,
    },
    mergedInto: isOwn ? null : wish.mergedInto,
    referredTo: wish.referredTo && (reasonLabel("refer", wish.referredTo) ?? wish.referredTo),
    wasDisputed: wish.wasDisputed,
    rating: wish.rating,
    isHelped: wish.helper !== null || wish.steps[0]?.by === "helper",
    isErased: wish.erasedAt !== null,
    isDemo: wish.isDemo,
    parties,
    moves: possibleWishMoves(asMovable(wish), parties),
    canEdit: isOwn && EDITABLE_WISH_STATES.includes(wish.state),
    canRenewSlip: mayRenewSlip(wish, parties),
    history: historyOf(sealer, wish, reader, parties),
    views: isOwn
      ? looks.map(({ at, userId }) => ({ at: instantText(at), by: names.people.get(userId) ?? THE_UNION }))
      : [],
  };
}

/** The union had to act before now. */
export function isOverdue({ state, due }: Pick<Wish, "state" | "due">, now: EpochMs): boolean {
  return due !== null && due <= now && !CLOSED_WISH_STATES.includes(state);
}

function named(id: StationId, { stations }: WishNames) {
  return { id, name: stations.get(id) ?? "" };
}

function historyOf(
  sealer: Dependencies["sealer"],
  wish: Wish,
  reader: User,
  parties: readonly WishParty[],
): WishView["history"] {
  const isOwn = parties.includes("worker") || parties.includes("helper");
  return wish.steps.map((entry, at) => {
    // Why an officer gives a wish back is for officers.
    const isInternal = isOwn && entry.step === "release";
    const words = isInternal ? null : openStepWords(sealer, wish, at);
    return {
      step: entry.step,
      by: entry.by,
      mine: entry.userId === reader.id,
      at: instantText(entry.at),
      to: entry.to,
      reason: entry.reason === null || isInternal ? null : labelOf(entry.step, entry.reason),
      words: words === null || readsEverything(wish, parties) ? words : maskText(words),
    };
  });
}

function labelOf(step: string, reason: string): string {
  return Object.hasOwn(WISH_MOVES, step) ? (reasonLabel(step as WishMove, reason) ?? reason) : reason;
}
