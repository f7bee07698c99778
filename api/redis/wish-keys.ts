import { keys } from "./keys.js";

/** The keys that scripts of wishes take first, in their order; the six before the last are prefixes. */
export const WISH_KEYS = [
  keys.wishes,
  keys.lapsingWishes,
  keys.wishWall,
  keys.closedWishes,
  keys.wishSlips,
  keys.audit,
  keys.outboxMessages,
  keys.outboxDue,
  keys.wishDistricts,
  keys.openWishesOf(""),
  keys.wishesIn(""),
  keys.openWishesIn(""),
  keys.wishUnitsIn(""),
  keys.wishesWaitingAt(""),
  keys.wishesClaimedBy(""),
  keys.news,
];
