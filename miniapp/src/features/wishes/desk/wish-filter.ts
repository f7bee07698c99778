import { FIGURE_KEYS, FIGURES } from "../../../../../shared/wishes/figures";
import { categoryLabel, WISH_CATEGORY_KEYS } from "../../../../../shared/wishes/wish-category";
import type { WishFilter } from "../../../../../shared/wishes/wish-filter";
import { WISH_STATES } from "../../../../../shared/wishes/wish-states";

type Params = Partial<Record<string, string>>;

/** What the page was opened with: a number of the figures names the wishes that it counts. */
export function filterFromParams(params: Params): WishFilter {
  const text = (name: string) => (params[name] ? decodeURIComponent(params[name]) : undefined);
  return {
    district: text("district"),
    category: WISH_CATEGORY_KEYS.find((key) => key === params.category),
    state: params.state === "open" ? "open" : WISH_STATES.find((state) => state === params.state),
    stationId: text("stationId"),
    street: text("street"),
    month: text("month"),
    from: text("from"),
    to: text("to"),
    figure: FIGURE_KEYS.find((key) => key === params.figure),
  };
}

/** What the figures ask for that no chip shows, in words; null: nothing. */
export function givenWords({ month, from, to, street, stationId, figure, category }: WishFilter): string | null {
  const words = [
    month ?? (from === undefined && to === undefined ? undefined : `${from ?? "最早"} 到 ${to ?? "现在"}`),
    street,
    stationId === undefined ? undefined : "一个驿站",
    figure === undefined || category === undefined ? undefined : categoryLabel(category),
    figure === undefined ? undefined : FIGURES[figure].label,
  ].filter((part) => part !== undefined);
  return words.length === 0 ? null : words.join(" · ");
}
