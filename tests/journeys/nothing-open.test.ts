import { expect, test } from "vitest";
import { beijing } from "../support/given.js";
import { chip, doorsOf, findNearby, listOf, pressAndWait } from "./support/nearby.js";
import { ALL_DAY, EARLY, NEXT_TOWN, NIGHT_MARKET, UNTOLD } from "./support/town.js";
import { openVisitor } from "./support/visitor.js";

const DEEP_NIGHT = beijing("2026-11-18T02:40");

test("when nothing nearby is open, the page says what is nearest and when the first one opens", async () => {
  const visitor = await openVisitor({ serverTime: DEEP_NIGHT });
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByText("附近现在没有开着的，最早开门：4:00。").waitFor();
  const answer = listOf(page).locator(".answer-card");
  await answer.getByText(NIGHT_MARKET).waitFor();
  await answer.getByText("关着，18:00 开").waitFor();
  await listOf(page).getByRole("button", { name: EARLY }).getByText("关着，4:00 开").waitFor();
  expect(await doorsOf(page)).toContain(UNTOLD);
});

test("看全部 shows the shut ones, with their opening times", async () => {
  const visitor = await openVisitor({ serverTime: DEEP_NIGHT });
  const { page } = visitor;
  await findNearby(visitor);
  await pressAndWait(page, page.getByRole("button", { name: "看全部" }));
  expect(await chip(page, "现在能用").getAttribute("aria-pressed")).toBe("false");
  expect((await doorsOf(page)).slice(0, 2)).toEqual([NIGHT_MARKET, UNTOLD]);
});

test("a door that opens soon after one gets there stands in the list, with how long one waits", async () => {
  const visitor = await openVisitor({ serverTime: beijing("2026-11-18T03:30") });
  const { page } = visitor;
  await findNearby(visitor);
  expect((await doorsOf(page))[0]).toBe(EARLY);
  await listOf(page).locator(".answer-card").getByText("到了再等 18 分钟，4:00 开").waitFor();
  expect(await page.getByText("附近现在没有开着的").count()).toBe(0);
});

test("where the list ends, one line says how far the nearest of the others is", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  const near = await doorsOf(page);
  expect(near).not.toContain(ALL_DAY);
  await page.getByRole("button", { name: /^再远的：最近 1.5 小时/ }).tap();
  expect(await doorsOf(page)).toEqual([...near, ALL_DAY, NEXT_TOWN]);
});

test("far from every station the page says so, and how far the nearest is", async () => {
  const visitor = await openVisitor({ standsAt: { latitude: 36.6, longitude: 106.289 } });
  const { page } = visitor;
  await page.goto("/");
  await page.getByRole("button", { name: "用我的位置" }).click();
  await page.getByRole("heading", { name: "这一带还没有驿站" }).waitFor();
  await page.getByText(/^最近的在 208 公里外：/).waitFor();
  expect(await page.getByText("小时").count()).toBe(1);
});
