import { instantText } from "../../shared/common/instant.js";
import { beijingMonth } from "../../shared/common/month.js";
import type { User } from "../../shared/people/user.js";
import { countWishes, type FigureGroup } from "../../shared/wishes/figures.js";
import type { WishFigureAnswer } from "../../shared/wishes/figures-answer.js";
import type { Wish } from "../../shared/wishes/wish.js";
import { categoryLabel } from "../../shared/wishes/wish-category.js";
import type { WishFilter } from "../../shared/wishes/wish-filter.js";
import { wishesFor } from "./open-wishes.js";
import { namesIn, type WishNames } from "./present-wish.js";
import type { ReadNeeds } from "./read-wishes.js";
import { settleLapsed } from "./settle-wishes.js";

export interface FigureQuestion extends WishFilter {
  by: FigureGroup;
}

/** The figures an officer reports, of the wishes of their reach: each row by its group, and all of them together. */
export async function readFigures(deps: ReadNeeds, officer: User, question: FigureQuestion): Promise<WishFigureAnswer> {
  await settleLapsed(deps);
  const { by, ...filter } = question;
  const now = deps.clock();
  const wishes = await wishesFor(deps, officer, filter);
  const names = await namesIn(deps, wishes);
  const groups = new Map<string, Wish[]>();
  for (const wish of wishes) {
    const key = keyOf(wish, by);
    groups.set(key, [...(groups.get(key) ?? []), wish]);
  }
  const rows = [...groups].map(([key, group]) => ({
    key,
    label: labelOf(key, by, names),
    ...countWishes(group, now),
    filter: addressOf({ ...filter, [FILTER_OF[by]]: key }),
  }));
  return {
    asOf: instantText(now),
    by,
    rows: rows.sort((a, b) => (by === "month" ? (a.key < b.key ? 1 : -1) : b.received - a.received)),
    total: { ...countWishes(wishes, now), filter: addressOf(filter) },
  };
}

/** What picks the wishes of a row. */
const FILTER_OF = {
  month: "month",
  station: "stationId",
  street: "street",
  category: "category",
} as const satisfies Record<FigureGroup, keyof WishFilter>;

function keyOf(wish: Wish, by: FigureGroup): string {
  return by === "month" ? beijingMonth(wish.createdAt) : wish[FILTER_OF[by]];
}

function labelOf(key: string, by: FigureGroup, names: WishNames): string {
  if (by === "station") return names.stations.get(key) ?? key;
  if (by === "category") return categoryLabel(key as Wish["category"]);
  return by === "month" ? `${key.slice(0, 4)} 年 ${Number(key.slice(5))} 月` : key;
}

function addressOf(filter: WishFilter): string {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) address.set(name, String(value));
  return address.toString();
}
