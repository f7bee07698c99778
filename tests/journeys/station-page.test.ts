import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beijing } from "../support/given.js";
import { findNearby, listOf } from "./support/nearby.js";
import { COMMUNITY, MORNING, PHARMACY } from "./support/town.js";
import { openVisitor } from "./support/visitor.js";

test("a station tells its entrance, its week with today marked, what works inside and who may come in", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: `看详情：${COMMUNITY}` }).tap();
  await page.getByRole("heading", { name: COMMUNITY, level: 1 }).waitFor();
  for (const told of [
    "丽景街街道银虹社区 12 号",
    "社区卫生站旁边",
    "骑手、快递员、环卫工，谁累了都能进",
    "推门就进，无需登记",
    "0951-6022000",
  ]) {
    await page.locator(".page.station").getByText(told, { exact: true }).waitFor();
  }
  expect(await textsOf(page, ".hours-today")).toEqual(["周三 · 今天8:00–20:00"]);
  expect(await textsOf(page, ".inside-item")).toEqual(
    expect.arrayContaining([
      "微波炉✓有，没人确认",
      "热水✓好的",
      "淋浴–没有",
      "饮水?不知道",
      "空调✕坏了2 天前起 · 不制冷，已报修",
      "急救药箱✓好的2026年11月10日已过期，别用",
    ]),
  );
});

test("the day that is marked is Beijing's, wherever the phone thinks it is", async () => {
  // In London, where this phone believes itself to be, it is still Wednesday.
  const { page } = await openVisitor({ serverTime: beijing("2026-11-19T00:30") });
  await page.goto("/#/visitor/station/index?id=st_community");
  await page.getByText("周四 · 今天").waitFor();
  await page.getByText("关着，8:00 开").waitFor();
});

test("a closure stands on the page with its end and its reason", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: "现在能用" }).tap();
  await listOf(page).getByRole("button", { name: PHARMACY }).tap();
  await page.getByRole("heading", { name: PHARMACY, level: 1 }).waitFor();
  await page.locator(".page.station").getByText("临时关门，15:00 恢复").waitFor();
  await page.getByText("店里修水管").waitFor();
});

test("whoever goes back while a station is still loading finds the list, also when it has come", async () => {
  const visitor = await openVisitor({ phoneTime: MORNING });
  const { page } = visitor;
  await findNearby(visitor);
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/chunk/*.js", (route) => held.then(() => route.continue()));
  const details = page.getByRole("button", { name: `看详情：${COMMUNITY}` });
  await details.tap();
  await page.waitForURL(/station\/index/);
  await page.goBack();
  letThrough();
  await page.waitForLoadState("networkidle");
  await page.clock.runFor(1_000);
  expect(await details.isVisible()).toBe(true);
});

test("whoever goes back as soon as a station is there finds the list, also a moment later", async () => {
  const visitor = await openVisitor({ phoneTime: MORNING });
  const { page } = visitor;
  await findNearby(visitor);
  const details = page.getByRole("button", { name: `看详情：${COMMUNITY}` });
  await details.tap();
  await page.locator(".page.station").waitFor();
  await page.goBack();
  await details.waitFor();
  await page.clock.runFor(1_000);
  expect(await details.isVisible()).toBe(true);
});

test("告诉工友 copies a link that opens the same station", async () => {
  const { page, context } = await openVisitor();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/#/visitor/station/index?id=st_community");
  await page.getByRole("button", { name: "告诉工友" }).tap();
  await page.getByText("链接复制好了").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(COMMUNITY);
  await page.goto("about:blank");
  await page.goto(copied.slice(copied.indexOf("http")));
  await page.getByRole("heading", { name: COMMUNITY, level: 1 }).waitFor();
});

test("a link to a station that is gone leads on to those nearby", async () => {
  const { page } = await openVisitor({ expectedComplaint: /404/ });
  await page.goto("/#/visitor/station/index?id=st_gone");
  await page.getByRole("heading", { name: "没有这个驿站了" }).waitFor();
  await page.getByRole("button", { name: "看附近的" }).tap();
  await page.getByRole("button", { name: "用我的位置" }).waitFor();
});

async function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).filter({ visible: true }).allTextContents();
}
