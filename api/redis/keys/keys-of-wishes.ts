import type { StationId } from "../../../shared/stations/station.js";
import type { WishId } from "../../../shared/wishes/wish.js";

/** Wishes and the lists they stand in. */
export const keysOfWishes = {
  /** HASH: WishId → JSON of a Wish, what is personal in it encrypted. */
  wishes: "{stations}:wishes",
  /** STRING: which lists of wishes there are (api/wishes/list-anew.ts); older ones are made anew from the documents. */
  wishListsFormat: "{stations}:wish-lists-format",
  /** SET: code of each district that has wishes, `""` for one without. The next three end in it. */
  wishDistricts: "{stations}:wish-districts",
  /** ZSET: WishId, score the EpochMs at which it was submitted. */
  wishesIn: (district: string) => `{stations}:wishes-in:${district}`,
  /** ZSET: WishIds that are not closed, score the EpochMs until which the union has to act, or `NOBODY_WAITS`. */
  openWishesIn: (district: string) => `{stations}:wishes-open-in:${district}`,
  /** ZSET: name of a unit for which wishes were claimed, score how many. */
  wishUnitsIn: (district: string) => `{stations}:wish-units-in:${district}`,
  /** ZSET: WishIds that wait at a station to be collected, score the EpochMs they are promised for. */
  wishesWaitingAt: (id: StationId | "") => `{stations}:wishes-waiting-at:${id}`,
  /** ZSET: WishIds that an officer has claimed and that are not closed, scored alike. */
  wishesClaimedBy: (userId: string) => `{stations}:wishes-claimed-by:${userId}`,
  /** ZSET: WishIds whose state ends by itself, score the EpochMs when. */
  lapsingWishes: "{stations}:wishes-lapsing",
  /** ZSET: WishIds with a card for everybody, score the EpochMs at which they were fulfilled. */
  wishWall: "{stations}:wish-wall",
  /** ZSET: closed WishIds that still hold something personal, score the EpochMs at which they closed. */
  closedWishes: "{stations}:wishes-closed",
  /** ZSET: WishIds of an account, score the EpochMs at which they were submitted: its own, and those it helped with. */
  wishesOf: (userId: string) => `{stations}:wishes-of:${userId}`,
  wishesHelpedBy: (userId: string) => `{stations}:wishes-helped-by:${userId}`,
  /** SET: WishIds that one person has open, by the fingerprint they are counted by. */
  openWishesOf: (counted: string) => `{stations}:wishes-open-of:${counted}`,
  /** HASH: fingerprint of the code on a slip → WishId. */
  wishSlips: "{stations}:wish-slips",
  /** LIST: JSON of each time the handler looked at the contact data of a wish, oldest first. */
  wishViews: (id: WishId) => `{stations}:wish-views:${id}`,
};
