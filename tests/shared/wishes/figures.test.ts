import { describe, expect, it } from "vitest";
import { countWishes } from "../../../shared/wishes/figures.js";
import type { WishStepEntry } from "../../../shared/wishes/wish.js";
import type { WishState } from "../../../shared/wishes/wish-states.js";
import { beijing } from "../../support/given.js";

const NOW = beijing("2026-12-01T10:00");
const step = (name: WishStepEntry["step"], at = 0): WishStepEntry => ({
  step: name,
  by: "officer",
  userId: null,
  at,
  from: null,
  to: "submitted",
  reason: null,
  words: null,
});
const wish = (
  state: WishState,
  steps: WishStepEntry[] = [],
  more: { due?: number; rating?: number; costYuan?: number } = {},
) => ({
  state,
  steps: [step("submit"), ...steps],
  createdAt: 0,
  due: more.due ?? null,
  rating: more.rating ?? null,
  costYuan: more.costYuan ?? null,
});
const approved = [step("approve", 3_600_000)];

describe("the figures", () => {
  it("have no rate where there is nothing to take it of", () => {
    expect(countWishes([], NOW)).toMatchObject({
      received: 0,
      reviewHours: null,
      claimRate: null,
      fulfilmentRate: null,
      satisfaction: null,
    });
    const withdrawn = countWishes([wish("withdrawn", approved)], NOW);
    expect(withdrawn).toMatchObject({ approved: 1, withdrawn: 1, fulfilmentRate: null });
  });

  it("count fulfilled by state alone: neither a claim nor a delivery is one", () => {
    const claimed = [...approved, step("claim")];
    const wishes = [wish("claimed", claimed), wish("delivered", claimed), wish("fulfilled", claimed, { rating: 4 })];
    expect(countWishes(wishes, NOW)).toMatchObject({
      claimed: 3,
      fulfilled: 1,
      fulfilmentRate: 1 / 3,
      satisfaction: 4,
    });
  });

  it("leave out of the rate what was withdrawn after approval, not what was before", () => {
    const wishes = [wish("fulfilled", approved), wish("withdrawn", approved), wish("withdrawn")];
    expect(countWishes(wishes, NOW)).toMatchObject({ received: 3, withdrawn: 1, fulfilmentRate: 1 });
  });

  it("count a claim that lapsed as claimed once, and what is late now as overdue", () => {
    const again = [...approved, step("claim"), step("lapse"), step("claim")];
    const wishes = [wish("claimed", again, { due: NOW }), wish("approved", approved, { due: NOW + 1 })];
    expect(countWishes(wishes, NOW)).toMatchObject({ claimed: 1, lapsed: 1, overdue: 1, claimRate: 0.5 });
    expect(countWishes([wish("fulfilled", again, { due: 1 })], NOW).overdue).toBe(0);
  });

  it("time the first look, whatever it was, and pay only for what arrived", () => {
    const asked = wish("need_info", [step("ask", 7_200_000), step("approve", 99_000_000)], { costYuan: 50 });
    const done = wish("fulfilled", approved, { costYuan: 90 });
    expect(countWishes([asked, done], NOW)).toMatchObject({ reviewed: 2, reviewHours: 1.5, costYuan: 90 });
  });
});
