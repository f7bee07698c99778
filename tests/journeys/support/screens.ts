import type { Page } from "playwright-core";
import { beijing } from "../../support/given.js";
import { chip, findNearby, listOf, openCircle } from "./nearby.js";
import { COMMUNITY } from "./town.js";
import type { Visitor, VisitorOptions } from "./visitor.js";

/** A page in one of its states, and how a visitor gets it on screen. */
export interface Screen {
  name: string;
  options?: VisitorOptions;
  show: (visitor: Visitor) => Promise<void>;
}

/** Every page, in every state that looks different. */
export const SCREENS: readonly Screen[] = [
  {
    name: "nearby, before the position",
    show: async ({ page }) => {
      await page.goto("/");
      await page.getByRole("button", { name: "用我的位置" }).waitFor();
    },
  },
  {
    name: "nearby, position refused",
    options: { standsAt: null },
    show: async ({ page }) => {
      await page.goto("/");
      await page.getByRole("button", { name: "用我的位置" }).click();
      await page.getByRole("button", { name: "怎么允许位置" }).waitFor();
    },
  },
  { name: "nearby, list", show: findNearby },
  {
    name: "nearby, shut doors too",
    show: async (visitor) => {
      await findNearby(visitor);
      await chip(visitor.page, "现在能用").click();
      await listOf(visitor.page).getByText("有人说门关着").waitFor();
    },
  },
  { name: "nearby, nothing open", options: { serverTime: beijing("2026-11-18T02:40") }, show: findNearby },
  { name: "nearby, opening soon", options: { serverTime: beijing("2026-11-18T03:30") }, show: findNearby },
  {
    name: "nearby, none around",
    options: { standsAt: { latitude: 36.6, longitude: 106.289 } },
    show: async ({ page }) => {
      await page.goto("/");
      await page.getByRole("button", { name: "用我的位置" }).click();
      await page.getByRole("heading", { name: "这一带还没有驿站" }).waitFor();
    },
  },
  {
    name: "nearby, nothing with all that",
    show: async (visitor) => {
      await findNearby(visitor);
      await chip(visitor.page, "饮水").click();
      await chip(visitor.page, "卫生间").click();
      await visitor.page.getByText("附近没听说哪家有饮水、卫生间").waitFor();
    },
  },
  {
    name: "nearby, looking",
    show: async ({ page }) => {
      await page.route("**/api/stations/nearest*", () => undefined);
      await page.goto("/");
      await page.getByRole("button", { name: "用我的位置" }).click();
      await page.getByRole("status", { name: "正在找" }).waitFor();
      await page.getByRole("group", { name: "筛选" }).waitFor();
    },
  },
  {
    name: "nearby, no network",
    options: { expectedComplaint: /ERR_INTERNET_DISCONNECTED/ },
    show: async (visitor) => {
      await findNearby(visitor);
      await visitor.context.setOffline(true);
      await chip(visitor.page, "24 小时").click();
      await chip(visitor.page, "24 小时").click();
      await visitor.page.getByRole("button", { name: "再连一次" }).waitFor();
    },
  },
  {
    name: "nearby, server error",
    options: { expectedComplaint: /status of 500/ },
    show: async ({ page }) => {
      const body = { error: { code: "internal", message: "出错了", requestId: "rq_0123456789abcdef" } };
      await page.route("**/api/stations/nearest*", (route) => route.fulfill({ status: 500, json: body }));
      await page.goto("/");
      await page.getByRole("button", { name: "用我的位置" }).click();
      await page.getByRole("heading", { name: "我们这边出了问题" }).waitFor();
    },
  },
  {
    name: "nearby, map",
    show: async (visitor) => {
      await findNearby(visitor);
      await showMap(visitor.page);
      await visitor.page.locator(".map-pin-soon").click();
      await visitor.page.locator(".map-card .station-row").waitFor();
    },
  },
  {
    name: "nearby, which map app",
    show: async (visitor) => {
      await findNearby(visitor);
      await visitor.page.getByRole("button", { name: `带我去${COMMUNITY}` }).click();
      await visitor.page.getByRole("link", { name: "高德地图" }).waitFor();
    },
  },
  {
    name: "circle",
    show: async (visitor) => {
      await findNearby(visitor);
      await openCircle(visitor);
      await visitor.page.getByRole("button", { name: /^开着的门，再看/ }).click();
    },
  },
  {
    name: "circle, no place",
    show: async ({ page }) => {
      await page.goto("/#/visitor/circle/index");
      await page.getByRole("heading", { name: "你在哪一带？" }).waitFor();
    },
  },
  {
    name: "circle, nothing",
    options: { standsAt: { latitude: 38.474, longitude: 106.6 } },
    show: async ({ page }) => {
      await page.goto("/#/visitor/circle/index");
      await page.getByRole("button", { name: "用我的位置" }).click();
      await page.getByRole("heading", { name: "这一圈今天没有能用的" }).waitFor();
    },
  },
  {
    name: "place, districts",
    show: async ({ page }) => {
      await page.goto("/#/visitor/place/index");
      await page.getByRole("button", { name: /^兴庆区/ }).waitFor();
    },
  },
  {
    name: "place, landmarks",
    show: async ({ page }) => {
      await page.goto("/#/visitor/place/index");
      await page.getByRole("button", { name: /^兴庆区/ }).click();
      await page.getByRole("button", { name: COMMUNITY }).waitFor();
    },
  },
  {
    name: "station",
    show: async ({ page }) => {
      await page.goto("/#/visitor/station/index?id=st_community");
      await page.getByRole("heading", { name: "几点开门" }).waitFor();
    },
  },
  {
    name: "station, gone",
    options: { expectedComplaint: /404/ },
    show: async ({ page }) => {
      await page.goto("/#/visitor/station/index?id=st_gone");
      await page.getByRole("heading", { name: "没有这个驿站了" }).waitFor();
    },
  },
  {
    name: "lists, a number open",
    show: async ({ page }) => {
      await page.goto("/#/visitor/lists/index");
      await page.getByRole("button", { name: /^微波炉 / }).click();
      await page.getByRole("button", { name: new RegExp(COMMUNITY) }).waitFor();
    },
  },
  {
    name: "lists, what was asked for",
    show: async ({ page }) => {
      await page.goto("/#/visitor/lists/index");
      await page.getByRole("button", { name: "兴庆区", exact: true }).click();
      await page.getByRole("button", { name: "需求清单" }).click();
      await page.getByText("你想学什么？开了课告诉你").waitFor();
    },
  },
  {
    name: "me",
    show: async ({ page }) => {
      await page.goto("/#/pages/me/index");
      await page.getByRole("heading", { name: "你的隐私" }).waitFor();
    },
  },
];

/** On a phone the map takes the place of the list; on a wide screen it is there already. */
async function showMap(page: Page): Promise<void> {
  const toggle = page.getByRole("button", { name: "看地图" });
  if (await toggle.isVisible()) await toggle.click();
  await page.locator(".map-pin-soon").waitFor();
}
