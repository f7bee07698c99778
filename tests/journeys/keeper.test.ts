import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { givenStationOf, openKeeper, recordOf, reportBroken, SUBURB } from "./support/keeper.js";
import { findNearby, listOf } from "./support/nearby.js";
import { openVisitor, type Visitor } from "./support/visitor.js";

const NO_NETWORK = /ERR_INTERNET_DISCONNECTED/;

test("a keeper closes in two taps, everybody sees until when, and it is open again with one", async () => {
  const { id, name } = await givenStationOf("朝阳街驿站");
  // Both are there before it happens: opening a phone sets the clock.
  const visitor = await openVisitor({ standsAt: SUBURB });
  const keeper = await openKeeper(id);
  await button(keeper, "要关一会儿").tap();
  await button(keeper, /^1 小时/).tap();
  await keeper.page.getByText("已存").waitFor();
  await keeper.page.getByText("临时关门，11:00 恢复").waitFor();

  await visitor.page.goto(`/#/visitor/station/index?id=${id}`);
  await visitor.page.getByText("临时关门，11:00 恢复").waitFor();

  await button(keeper, "现在开门").tap();
  await keeper.page.getByText("现在开着").waitFor();
  await keeper.page.getByText("已存").waitFor();
  await findNearby(visitor);
  await listOf(visitor.page).locator(".answer-card").getByText("现在开着").waitFor();
  expect(await listOf(visitor.page).locator(".answer-name").textContent()).toBe(name);
});

test("a tap by mistake is taken back", async () => {
  const { id } = await givenStationOf("解放街驿站");
  const keeper = await openKeeper(id);
  await button(keeper, "要关一会儿").tap();
  await button(keeper, "停电停水").tap();
  await button(keeper, /^今天不开了/).tap();
  await keeper.page.getByText("停电停水 · 关到 20:00").waitFor();
  await button(keeper, /^撤销/).tap();
  await keeper.page.getByText("撤回了").waitFor();
  await keeper.page.getByText("现在开着").waitFor();
  await keeper.page.getByText("已存").waitFor();
  await keeper.page.reload();
  await keeper.page.getByText("现在开着").waitFor();
});

test("what is broken shows to those who come, with the keeper's words", async () => {
  const { id } = await givenStationOf("胜利街驿站");
  const keeper = await openKeeper(id);
  await button(keeper, /^微波炉/).tap();
  await keeper.page.getByLabel("想说一句(可以不写)").fill("按钮掉了，明天来修");
  await button(keeper, "坏了").tap();
  await keeper.page.getByText("已存").waitFor();
  const visitor = await openVisitor({ standsAt: SUBURB });
  await visitor.page.goto(`/#/visitor/station/index?id=${id}`);
  const microwave = visitor.page.locator(".inside-item", { hasText: "微波炉" });
  await microwave.getByText("坏了").waitFor();
  expect(await microwave.textContent()).toContain("✕");
  expect(await microwave.textContent()).toContain("按钮掉了，明天来修");
});

test("都对，确认 takes one tap, and the card says so", async () => {
  const { id } = await givenStationOf("建设街驿站");
  const keeper = await openKeeper(id);
  await keeper.page.getByText("还没人确认过").waitFor();
  await button(keeper, "都对，确认").tap();
  await keeper.page.getByText("刚刚站长确认过").waitFor();
  await keeper.page.getByText("已存").waitFor();
  const visitor = await openVisitor({ standsAt: SUBURB });
  await findNearby(visitor);
  await listOf(visitor.page).locator(".answer-card").getByText("今天 10:00 站长确认").waitFor();
});

test("hours that differ today hold today", async () => {
  const { id } = await givenStationOf("友谊街驿站");
  const keeper = await openKeeper(id);
  await button(keeper, /今天时间有变/).tap();
  await keeper.page.getByLabel("关门").fill("15:30");
  await button(keeper, "今天就这样").tap();
  await keeper.page.getByText("已存").waitFor();
  await keeper.page.getByText("今天 8:00–15:30").waitFor();
  const visitor = await openVisitor({ standsAt: SUBURB });
  await visitor.page.goto(`/#/visitor/station/index?id=${id}`);
  await visitor.page.getByText("现在开着 · 15:30 关门").waitFor();
});

test("what a passer-by reported waits on the desk, and one tap answers it", async () => {
  const { id } = await givenStationOf("和平街驿站", { amenities: { aircon: { state: "broken" } } });
  await reportBroken(id, "aircon");
  const keeper = await openKeeper(id);
  await keeper.page.getByRole("heading", { name: "等你处理(1)" }).waitFor();
  await button(keeper, "修好了").tap();
  await keeper.page.locator(".tile", { hasText: "空调" }).getByText("好的").waitFor();
});

test("a tap without network is kept, survives the closing of the page, and is sent once", async () => {
  const { id } = await givenStationOf("工人街驿站");
  const { page, context } = await openKeeper(id, { expectedComplaint: NO_NETWORK });
  await context.setOffline(true);
  await page.getByRole("button", { name: /^微波炉/ }).tap();
  await page.getByRole("button", { name: "坏了", exact: true }).tap();
  await page.getByText("没网，先记下了").waitFor();
  await page.locator(".tile", { hasText: "微波炉" }).getByText("坏了").waitFor();
  await page.close();
  expect(await recordOf(id)).toEqual(["station:create"]);

  await context.setOffline(false);
  const reopened = await context.newPage();
  const sent = countSent(reopened);
  await reopened.goto(`/#/keeper/station/index?id=${id}`);
  await reopened.locator(".tile", { hasText: "微波炉" }).getByText("坏了").waitFor();
  await expect.poll(() => recordOf(id)).toEqual(["station:set-amenity", "station:create"]);
  await reopened.reload();
  await reopened.locator(".tile", { hasText: "微波炉" }).getByText("坏了").waitFor();
  expect(await recordOf(id)).toEqual(["station:set-amenity", "station:create"]);
  expect(sent()).toBe(1);
});

test("an answer that is lost on the way does not make the tap count twice", async () => {
  const { id } = await givenStationOf("光明街驿站");
  const { page } = await openKeeper(id, { expectedComplaint: /ERR_FAILED|net::/ });
  let writes = 0;
  await page.route("**/amenities/**", async (route) => {
    writes += 1;
    const answer = await route.fetch();
    if (writes === 1) await route.abort();
    else await route.fulfill({ response: answer });
  });
  await page.getByRole("button", { name: /^微波炉/ }).tap();
  await page.getByRole("button", { name: "坏了", exact: true }).tap();
  await page.getByText("没网，先记下了").waitFor();
  await page.getByText("已存").waitFor();
  expect(writes).toBe(2);
  expect(await recordOf(id)).toEqual(["station:set-amenity", "station:create"]);
});

function button({ page }: Visitor, name: string | RegExp) {
  return page.getByRole("button", { name, exact: typeof name === "string" });
}

/** How many writes a page has sent. */
function countSent(page: Page): () => number {
  let sent = 0;
  page.on("request", (request) => {
    if (request.url().includes("/api/") && request.method() !== "GET") sent += 1;
  });
  return () => sent;
}
