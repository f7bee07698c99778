import { WISH_CATEGORY_KEYS, type WishCategory } from "../../../shared/wishes/wish-category";

/** What the address says of the board. */
export interface WishesSearch {
  /** A code of a district. */
  district?: string;
  category?: WishCategory;
  /** The wish in the panel. */
  open?: string;
  /** `figures`: numbers instead of the board. */
  show?: "figures";
}

/** Reads what came with the address; what cannot be is left out. */
export function readWishesSearch(search: Record<string, unknown>): WishesSearch {
  const read: WishesSearch = {};
  if (search.show === "figures") read.show = "figures";
  const category = WISH_CATEGORY_KEYS.find((known) => known === search.category);
  if (category !== undefined) read.category = category;
  if (typeof search.open === "string" && search.open.startsWith("ws_")) read.open = search.open;
  // The address reads digits as a number.
  if (/^\d{2,6}$/.test(String(search.district ?? ""))) read.district = String(search.district);
  return read;
}
