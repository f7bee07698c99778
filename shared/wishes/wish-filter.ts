import { beijingMonth } from "../common/month.js";
import { beijingInstant, type EpochMs } from "../common/time.js";
import { FIGURES, type Figure } from "./figures.js";
import type { Wish } from "./wish.js";
import type { WishCategory } from "./wish-category.js";
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
  const submittedIn = beijingMonth(wish.createdAt);
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

/** Between which instants a wish was submitted that a filter asks for; undefined: without a beginning, or an end. */
export function submittedBetween({ month, from, to }: WishFilter): {
  from?: EpochMs;
  /** Not included. */
  to?: EpochMs;
} {
  const first = month ?? from;
  const last = month ?? to;
  return {
    ...(first === undefined ? {} : { from: beijingInstant(`${first}-01`) }),
    ...(last === undefined ? {} : { to: beijingInstant(`${monthAfter(last)}-01`) }),
  };
}

function monthAfter(month: string): string {
  const [year = 0, nth = 0] = month.split("-").map(Number);
  return nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, "0")}`;
}
