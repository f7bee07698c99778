import { expect, test } from "vitest";
import { doorsOf, findNearby, listOf } from "./support/nearby.js";
import { BANK, CLINIC, COMMUNITY, EARLY, NIGHT_MARKET, SQUARE, UNTOLD } from "./support/town.js";
import { IPHONE, openVisitor } from "./support/visitor.js";

test("a first visitor is told why the position is asked for, before the browser asks", async () => {
  const { page, asked } = await openVisitor();
  await page.goto("/");
  await page.getByText("位置用完就忘，不保存，也不用登录").waitFor();
  await page.getByRole("button", { name: "自己选地方" }).waitFor();
  expect(asked).toEqual([]);
});

test("one tap shows the nearest door that is open on arrival, nearer shut ones left out", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await page.goto("/");
  await page.getByRole("button", { name: "用我的位置" }).tap();
  await listOf(page).waitFor();
  const doors = await doorsOf(page);
  expect(doors.slice(0, 2)).toEqual([COMMUNITY, CLINIC]);
  expect(doors).not.toContain(NIGHT_MARKET);
  const answer = listOf(page).locator(".answer-card");
  await answer.getByText("现在开着 · 20:00 关门").waitFor();
  await answer.getByText("260 米").waitFor();
  await answer.getByText("推门就进，无需登记").waitFor();
});

test("a list says when a door is about to close, and counts only what is open on arrival as open", async () => {
  const visitor = await openVisitor();
  await findNearby(visitor);
  await listOf(visitor.page).getByText("10:20 关门，还有 20 分钟").waitFor();
});

test("a door whose hours nobody has told us stands last, and is never hidden", async () => {
  const visitor = await openVisitor();
  await findNearby(visitor);
  const doors = await doorsOf(visitor.page);
  expect(doors.at(-1)).toBe(UNTOLD);
  expect(doors).toContain(EARLY);
  await listOf(visitor.page).getByRole("button", { name: UNTOLD }).getByText("不知道开没开").waitFor();
});

test("带我去 offers the map apps that a phone can open, each with the way to the entrance in GCJ-02", async () => {
  const visitor = await openVisitor({ userAgent: IPHONE });
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: `带我去${COMMUNITY}` }).tap();
  const sheet = page.getByRole("dialog", { name: "用哪个地图去" });
  const links = await Promise.all(
    ["高德地图", "腾讯地图", "苹果地图"].map((name) => sheet.getByRole("link", { name }).getAttribute("href")),
  );
  for (const link of links) expect(link).toContain(SQUARE.latitude.toFixed(3));
  expect(links.map((link) => new URL(link ?? "").hostname)).toEqual([
    "uri.amap.com",
    "apis.map.qq.com",
    "maps.apple.com",
  ]);
  await sheet.getByRole("button", { name: "先不去" }).tap();
  await sheet.waitFor({ state: "hidden" });
});

test("the map app is asked for once, then 带我去 is one tap; a phone that is not Apple's is offered no Apple maps", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: `带我去${COMMUNITY}` }).tap();
  const sheet = page.getByRole("dialog", { name: "用哪个地图去" });
  expect(await sheet.getByRole("link").allTextContents()).toEqual(["高德地图", "腾讯地图"]);
  await visitor.context.route("https://**", (route) => route.fulfill({ body: "a map" }));
  await sheet.getByRole("link", { name: "腾讯地图" }).tap();
  await page.reload();
  const go = page.getByRole("link", { name: `带我去${COMMUNITY}` });
  expect(await go.getAttribute("href")).toContain("apis.map.qq.com");
  await page.getByRole("button", { name: "用腾讯地图去 · 换" }).tap();
  await sheet.getByRole("link", { name: "高德地图" }).tap();
  expect(await go.getAttribute("href")).toContain("uri.amap.com");
});

test("the card says where the door is, what is inside with water first, and in one line what nobody has told", async () => {
  const visitor = await openVisitor();
  await findNearby(visitor);
  const card = listOf(visitor.page).locator(".answer-card");
  await card.getByText("社区卫生站旁边").waitFor();
  expect(await card.locator(".amenity").allTextContents()).toEqual([
    "✓热水",
    "✓卫生间",
    "✓微波炉",
    "✓桌椅",
    "✕空调坏了",
  ]);
  await card.getByText("手机充电：没人说过").waitFor();
});

test("走路 or 骑车 stands beside the minutes, changes them, and is remembered", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  const card = listOf(page).locator(".answer-card");
  await card.getByText("约 4 分钟").waitFor();
  await card.getByRole("button", { name: "骑车" }).tap();
  await card.getByText("约 2 分钟").waitFor();
  await page.reload();
  await card.getByText("约 2 分钟").waitFor();
  expect(await card.getByRole("button", { name: "骑车" }).getAttribute("aria-pressed")).toBe("true");
});

test("what was made up is marked 示例，where no name can push the mark away", async () => {
  const visitor = await openVisitor();
  await findNearby(visitor);
  const name = listOf(visitor.page).getByRole("button", { name: BANK }).locator(".station-row-name");
  expect(await name.textContent()).toBe(`示例${BANK}`);
});

test("the position is nowhere on the phone afterwards", async () => {
  const visitor = await openVisitor();
  await findNearby(visitor);
  const kept = await visitor.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  const sent = new URL(visitor.asked[0] ?? "").searchParams;
  expect(kept).toContain("last-answer");
  expect(kept).not.toContain(sent.get("latitude")?.slice(0, 8));
  expect(kept).not.toContain(sent.get("longitude")?.slice(0, 8));
  expect(kept).not.toContain("distanceMetres");
});

test("a second visit looks around at once, without asking again", async () => {
  const visitor = await openVisitor();
  await findNearby(visitor);
  await visitor.page.reload();
  await listOf(visitor.page).waitFor();
  expect((await doorsOf(visitor.page))[0]).toBe(COMMUNITY);
});
