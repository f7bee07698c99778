import type { Locator, Page } from "playwright-core";
import type { Visitor } from "./visitor.js";

/** Opens 附近 and gives it the position, as a first visitor does. */
export async function findNearby({ page }: Pick<Visitor, "page">): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "用我的位置" }).click();
  await listOf(page).waitFor();
}

export function listOf(page: Page): Locator {
  return page.getByRole("region", { name: "驿站列表" });
}

/** The names of the doors from top to bottom, the answer first. */
export async function doorsOf(page: Page): Promise<string[]> {
  return listOf(page).locator(".answer-name, .station-row-name").allTextContents();
}

/** A chip of the filter row. */
export function chip(page: Page, name: string): Locator {
  return page.getByRole("group", { name: "筛选" }).getByRole("button", { name, exact: true });
}

/** Presses something that asks the server anew, and waits for what comes. */
export async function pressAndWait(page: Page, pressed: Locator): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes("/api/stations/nearest"));
  await pressed.click();
  await answered;
  await page.getByRole("status", { name: "正在找" }).waitFor({ state: "detached" });
}

/** From 附近 to 我的15分钟圈. */
export async function openCircle({ page }: Pick<Visitor, "page">): Promise<void> {
  await listOf(page)
    .getByRole("button", { name: /我的15分钟圈/ })
    .click();
  await page.getByRole("heading", { name: "定时服务" }).waitFor();
}
