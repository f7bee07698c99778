import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { holdUp } from "./support/hold-up.js";
import { doorsOf, listOf } from "./support/nearby.js";
import { CLINIC, COMMUNITY } from "./support/town.js";
import { openVisitor } from "./support/visitor.js";

const PROGRAM = /\/js\//;
const NO_ANSWER = /ERR_FAILED/;
const useMyPosition = (page: Page) => page.getByRole("button", { name: "用我的位置" });
const nearestOf = (asked: readonly string[]) => asked.filter((url) => url.includes("/stations/nearest"));

test("a first visitor is told the nearest open doors while the program is on its way, and the server is asked once", async () => {
  const { page, asked } = await openVisitor();
  const release = await holdUp(page, PROGRAM);
  await page.goto("/", { waitUntil: "commit" });
  await useMyPosition(page).tap();
  const early = page.locator("#opening");
  await early.getByText("导航和详情马上就来").waitFor();
  expect((await early.locator(".station-row-name").allTextContents()).slice(0, 2)).toEqual([COMMUNITY, CLINIC]);
  await early.getByText("现在开着 · 20:00 关门").waitFor();
  await early.getByText("260 米").waitFor();

  release();
  await listOf(page).locator(".answer-card").waitFor();
  await early.waitFor({ state: "detached" });
  expect((await doorsOf(page)).slice(0, 2)).toEqual([COMMUNITY, CLINIC]);
  expect(nearestOf(asked)).toHaveLength(1);
});

test("a tap that came before the program is not lost when the position comes after it", async () => {
  const { page, context, asked } = await openVisitor();
  await page.addInitScript(() => {
    const { geolocation } = navigator;
    const ask = geolocation.getCurrentPosition.bind(geolocation);
    geolocation.getCurrentPosition = (...questions) => {
      window.addEventListener("position-may-come", () => ask(...questions));
    };
  });
  const release = await holdUp(page, PROGRAM);
  await page.goto("/", { waitUntil: "commit" });
  await useMyPosition(page).tap();
  await page.getByRole("button", { name: "正在找你的位置" }).waitFor();
  release();
  await page.locator("#opening").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "太慢？自己选地方" }).waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event("position-may-come")));
  await listOf(page).locator(".answer-card").waitFor();
  expect(nearestOf(asked)).toHaveLength(1);
  expect(context.pages()).toHaveLength(1);
});

test("who says no before the program has come is shown another way by it", async () => {
  const { page, asked } = await openVisitor({ standsAt: null });
  const release = await holdUp(page, PROGRAM);
  await page.goto("/", { waitUntil: "commit" });
  await useMyPosition(page).tap();
  await page.getByRole("button", { name: "正在打开驿站" }).waitFor();
  release();
  await page.getByRole("heading", { name: "没找到你的位置，也能找" }).waitFor();
  await page.getByRole("button", { name: "自己选地方" }).waitFor();
  expect(nearestOf(asked)).toEqual([]);
});

test("where the server does not answer before the program has come, the program asks, and says what is wrong", async () => {
  const { page, asked } = await openVisitor({ expectedComplaint: NO_ANSWER });
  const release = await holdUp(page, PROGRAM);
  await page.route(/stations\/nearest/, (route) => route.abort());
  await page.goto("/", { waitUntil: "commit" });
  await useMyPosition(page).tap();
  await expect.poll(() => nearestOf(asked).length).toBe(1);
  release();
  await page.getByText("没连上网").waitFor();
  await page.getByRole("button", { name: "再找一次" }).waitFor();
  expect(nearestOf(asked).length).toBeGreaterThan(1);
});

test("somebody who was here before is not asked again before the program has come", async () => {
  const { page } = await openVisitor();
  await page.goto("/");
  await useMyPosition(page).tap();
  await listOf(page).waitFor();
  const release = await holdUp(page, PROGRAM);
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("status").getByText("正在打开驿站").waitFor();
  expect(await useMyPosition(page).count()).toBe(0);
  release();
  await listOf(page).waitFor();
});
