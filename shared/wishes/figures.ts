import { type EpochMs, HOUR_MS } from "../common/time.js";
import type { Wish } from "./wish.js";
import { CLOSED_WISH_STATES } from "./wish-states.js";

/** By what figures are told apart. */
export const FIGURE_GROUPS = ["month", "station", "street", "category"] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

type FiguredWish = Pick<Wish, "state" | "due" | "steps" | "rating" | "createdAt" | "costYuan">;

/**
 * What is counted. Each is a question that a wish answers with yes or no, so that a number and the wishes it opens are
 * the same.
 */
export const FIGURES = {
  received: { label: "收到", counts: () => true },
  reviewed: { label: "已审核", counts: (wish) => reviewedAt(wish) !== null },
  approved: { label: "通过", counts: (wish) => has(wish, "approve") },
  referred: { label: "转办", counts: (wish) => wish.state === "referred" },
  claimed: { label: "有人认领过", counts: (wish) => has(wish, "claim") },
  fulfilled: { label: "已办结", counts: (wish) => wish.state === "fulfilled" },
  withdrawn: { label: "通过后撤回", counts: (wish) => wish.state === "withdrawn" && has(wish, "approve") },
  disputed: { label: "有异议", counts: (wish) => has(wish, "dispute") },
  lapsed: { label: "认领后超时退回", counts: (wish) => has(wish, "lapse") },
  overdue: {
    label: "现在超期",
    counts: ({ due, state }, now) => due !== null && due <= now && !CLOSED_WISH_STATES.includes(state),
  },
  rated: { label: "有评价", counts: ({ rating }) => rating !== null },
} as const satisfies Record<string, { label: string; counts: (wish: FiguredWish, now: EpochMs) => boolean }>;

export type Figure = keyof typeof FIGURES;
export const FIGURE_KEYS = Object.keys(FIGURES) as [Figure, ...Figure[]];

export interface WishFigures extends Record<Figure, number> {
  /** Hours from submitting to the first look, on average; null: none was looked at. */
  reviewHours: number | null;
  /** claimed ÷ approved; null where nothing was approved, as the next. */
  claimRate: number | null;
  /** fulfilled ÷ (approved − withdrawn after approval). */
  fulfilmentRate: number | null;
  /** 1 to 5, on average; null: nobody rated. */
  satisfaction: number | null;
  costYuan: number;
}

export function countWishes(wishes: readonly FiguredWish[], now: EpochMs): WishFigures {
  const count = (figure: Figure) => wishes.filter((wish) => FIGURES[figure].counts(wish, now)).length;
  const counts = Object.fromEntries(FIGURE_KEYS.map((figure) => [figure, count(figure)])) as Record<Figure, number>;
  const reviews = wishes.flatMap((wish) => {
    const at = reviewedAt(wish);
    return at === null ? [] : [(at - wish.createdAt) / HOUR_MS];
  });
  return {
    ...counts,
    reviewHours: mean(reviews),
    claimRate: ratio(counts.claimed, counts.approved),
    fulfilmentRate: ratio(counts.fulfilled, counts.approved - counts.withdrawn),
    satisfaction: mean(wishes.flatMap(({ rating }) => rating ?? [])),
    costYuan: wishes.reduce((sum, { costYuan, state }) => sum + (state === "fulfilled" ? (costYuan ?? 0) : 0), 0),
  };
}

const REVIEWS: readonly string[] = ["approve", "reject", "ask", "merge", "refer"];

/** When an officer first said something to it; null: not yet. */
function reviewedAt({ steps }: Pick<Wish, "steps">): EpochMs | null {
  return steps.find(({ step }) => REVIEWS.includes(step))?.at ?? null;
}

function has({ steps }: Pick<Wish, "steps">, wanted: Wish["steps"][number]["step"]): boolean {
  return steps.some(({ step }) => step === wanted);
}

function ratio(part: number, whole: number): number | null {
  return whole <= 0 ? null : part / whole;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
