import { beforeEach, describe, expect, it } from "vitest";
import { DEMO_WISHES } from "../../../api/demo/demo-wishes.js";
import { seedDemoStations } from "../../../api/demo/seed-demo-stations.js";
import { seedDemoWishes } from "../../../api/demo/seed-demo-wishes.js";
import type { OpenWishes, WishWall } from "../../../shared/wishes/wish-answer.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenWish } from "../../support/given-wish.js";
import { testApp } from "../../support/test-app.js";

const test = testApp();
beforeEach(async () => {
  test.setNow(beijing("2026-11-25T10:00"));
  await seedDemoStations(test.deps);
});

const queue = async (query = "") => {
  const token = await test.signIn("officer");
  return (await test.call<OpenWishes>("GET", `/api/wishes/open${query}`, { token })).body.wishes;
};

describe("the wishes of demo mode", () => {
  it("are one in each state that a queue can meet, and 示例 every one", async () => {
    expect(await seedDemoWishes(test.deps)).toBe(DEMO_WISHES.length);
    const open = await queue();
    expect(open[0]).toMatchObject({ state: "submitted", isOverdue: true });
    expect(new Set(open.map(({ state }) => state))).toEqual(
      new Set(["submitted", "need_info", "approved", "claimed", "ready", "delivered"]),
    );
    expect([...open, ...(await queue("?figure=received"))].every(({ isDemo }) => isDemo)).toBe(true);
    const { body } = await test.call<WishWall>("GET", "/api/wishes");
    expect(body.cards.map(({ isDemo }) => isDemo)).toEqual([true, true, true]);
    expect((await queue("?state=referred"))[0]?.referredTo).toBe("12351 工会热线");
  });

  it("are made once, and never beside anybody's own", async () => {
    await seedDemoWishes(test.deps);
    expect(await seedDemoWishes(test.deps)).toBe(0);
    await test.local.clear();
    await test.store(givenStation({ id: "st_own" }));
    expect(await seedDemoWishes(test.deps)).toBe(0);
    await seedDemoStations(test.deps);
    await givenWish(test.deps);
    expect(await seedDemoWishes(test.deps)).toBe(0);
  });

  it("leave the demo's own people free to make a wish", async () => {
    await seedDemoWishes(test.deps);
    const wish = { category: "health", text: "想要一副老花镜", stationId: "st_demo_01" };
    for (const as of ["worker", "keeper", "officer"] as const) {
      const json = { ...wish, contact: { name: as, phone: "13800000001" }, forOther: false };
      expect((await test.call("POST", "/api/wishes", { token: await test.signIn(as), json })).status).toBe(201);
    }
  });
});
