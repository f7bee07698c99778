import { expect, test } from "vitest";
import { beijing } from "../support/given.js";
import { findNearby, openCircle } from "./support/nearby.js";
import { CLINIC, COMMUNITY } from "./support/town.js";
import { openVisitor, type Visitor } from "./support/visitor.js";

const cardsOf = ({ page }: Visitor) => page.locator(".circle-card");
const cardOf = (visitor: Visitor, title: string) => cardsOf(visitor).filter({ hasText: title });

test("from 附近 one tap leads to what lies within 15 minutes, and another to the door", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await openCircle(visitor);
  const titles = await cardsOf(visitor).getByRole("heading").allTextContents();
  expect(titles).toEqual(["开着的门", "厕所", "热水、饮水", "充电", "有座的课", "定时服务"]);
  // At ten the clinic shuts in 20 minutes, and opens again at two.
  const toilets = cardOf(visitor, "厕所");
  await toilets.getByRole("button", { name: "厕所，再看 1 个" }).tap();
  expect(await toilets.locator(".circle-name").allTextContents()).toEqual([COMMUNITY, CLINIC]);
  await toilets.getByText("开到 10:20").waitFor();
  await toilets.getByText("约 4 分钟").waitFor();

  const services = cardOf(visitor, "定时服务");
  await services.getByText("现在有，到 11:30").waitFor();
  await services.getByRole("button", { name: "定时服务，再看 2 个" }).tap();
  await services.getByText("今天 14:00 开始").waitFor();
  await services.getByText("周六 9:00 开始").waitFor();
  await services.getByRole("button", { name: /法律援助/ }).tap();
  await page.getByRole("heading", { name: COMMUNITY, level: 1 }).waitFor();
  await page.getByRole("heading", { name: "定时服务" }).waitFor();
  await page.getByText("周三 14:00–16:00 · 二楼调解室").waitFor();
});

test("who walks up when it begins is told so, and a rider gets farther", async () => {
  const visitor = await openVisitor({ serverTime: beijing("2026-11-18T13:57") });
  const { page } = visitor;
  await findNearby(visitor);
  await openCircle(visitor);
  await cardOf(visitor, "定时服务").getByText("14:00 开始，到了正好，到 16:00").waitFor();
  const counted = cardOf(visitor, "开着的门").getByText(/^现在 \d+ 家/);
  const onFoot = await counted.textContent();
  await page.getByRole("button", { name: "骑车" }).tap();
  await expect.poll(() => counted.textContent()).not.toBe(onFoot);
});

test("without network it stands from what the phone keeps, and says that classes need network", async () => {
  const visitor = await openVisitor({ expectedComplaint: /ERR_INTERNET_DISCONNECTED/ });
  const { page, context } = visitor;
  await findNearby(visitor);
  await openCircle(visitor);
  await page.waitForFunction(() => localStorage.getItem("packs") !== null);
  await context.setOffline(true);
  await page.getByRole("button", { name: "骑车" }).tap();
  // 附近 stands behind, and says the same.
  await page
    .locator(".circle")
    .getByText(/没网。这是今天/)
    .waitFor();
  await cardOf(visitor, "有座的课").getByText("要连上网才知道").waitFor();
  await cardOf(visitor, "定时服务").getByText("现在有，到 11:30").waitFor();
  await context.setOffline(false);
  await page.locator(".circle").getByRole("button", { name: "再连一次" }).tap();
  await cardOf(visitor, "有座的课").getByText("今天没有还有座的课").waitFor();
});

test("where the position is refused a place is chosen by hand, and the circle is drawn around it", async () => {
  const visitor = await openVisitor({ standsAt: null });
  const { page } = visitor;
  await page.goto("/#/visitor/circle/index");
  await page.getByRole("button", { name: "用我的位置" }).tap();
  await page.getByText("没找到你的位置，也能找").waitFor();
  await page.getByRole("button", { name: "自己选地方" }).tap();
  await page.getByRole("button", { name: /^兴庆区/ }).tap();
  await page.getByRole("button", { name: COMMUNITY }).tap();
  await page.getByRole("heading", { name: /15 分钟$/ }).waitFor();
  await cardOf(visitor, "开着的门").getByText(COMMUNITY).waitFor();
});
