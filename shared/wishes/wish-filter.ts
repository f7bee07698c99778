import type { EpochMs } from "../core/time.js";
import type { WishCategory } from "./category.js";
import { FIGURES, type Figure, monthOf } from "./figures.js";
import type { Wish } from "./wish.js";
import { CLOSED_WISH_STATES, type WishState } from "./wish-states.js";

/** Which wishes an officer asks for; what is not said does not matter. */
export interface WishFilter {
  /** A code of a district, or its beginning. */
  district?: string | undefined;
  category?: WishCategory | undefined;
  /** `open`: all that are not closed. */
  state?: WishState | "open" | undefined;
  stationId?: string | undefined;
  street?: string | undefined;
  /** The month in which it was submitted, `2026-11`; the first and the last of several. */
  month?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Those that this figure counts. */
  figure?: Figure | undefined;
}

export function matchesWishFilter(wish: Wish, filter: WishFilter, now: EpochMs): boolean {
  const { district, category, state, stationId, street, month, from, to, figure } = filter;
  const submittedIn = monthOf(wish.createdAt);
  return (
    (district === undefined || (wish.districtCode ?? "").startsWith(district)) &&
    (category === undefined || wish.category === category) &&
    (state === undefined || (state === "open" ? !CLOSED_WISH_STATES.includes(wish.state) : wish.state === state)) &&
    (stationId === undefined || wish.stationId === stationId) &&
    (street === undefined || wish.street === street) &&
    (month === undefined || submittedIn === month) &&
    (from === undefined || submittedIn >= from) &&
    (to === undefined || submittedIn <= to) &&
    (figure === undefined || FIGURES[figure].counts(wish, now))
  );
}
