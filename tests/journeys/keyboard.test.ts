import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chip, listOf } from "./support/nearby.js";
import { CLINIC, COMMUNITY } from "./support/town.js";
import { DESKTOP, openVisitor, PHONE } from "./support/visitor.js";

/** More stops than any page has. */
const MOST_STOPS = 60;

/**
 * Presses Tab until the keyboard stands on a control of that name.
 *
 * @returns what it stood on before, in that order
 */
async function tabTo(page: Page, name: RegExp): Promise<string[]> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    const here = await focusedName(page);
    if (name.test(here)) return passed;
    passed.push(here);
  }
  throw new Error(`Tab never came to ${name}; it passed ${passed.join(" | ")}`);
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return (activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "").trim();
  });
}

test("from the first screen to the way there, with nothing but a keyboard", async () => {
  const { page } = await openVisitor({ viewport: PHONE });
  await page.goto("/");
  await page.getByRole("button", { name: "用我的位置" }).waitFor();
  await tabTo(page, /^用我的位置$/);
  await page.keyboard.press("Enter");
  await listOf(page).waitFor();
  await tabTo(page, /^现在能用$/);
  await page.keyboard.press("Space");
  expect(await chip(page, "现在能用").getAttribute("aria-pressed")).toBe("false");
  await page.keyboard.press("Space");
  await tabTo(page, new RegExp(`^带我去${COMMUNITY}$`));
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "高德地图" }).waitFor();
  await tabTo(page, /^腾讯地图$/);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "高德地图" }).waitFor({ state: "hidden" });
  expect(await focusedName(page)).toBe(`带我去${COMMUNITY}`);
});

test("a station and back again by keyboard", async () => {
  const { page } = await openVisitor({ viewport: PHONE });
  await page.goto("/");
  await tabTo(page, /^用我的位置$/);
  await page.keyboard.press("Enter");
  await listOf(page).waitFor();
  await tabTo(page, new RegExp(`^${CLINIC}`));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: CLINIC, level: 1 }).waitFor();
  await tabTo(page, /告诉工友$/);
  await tabTo(page, /^返回$/);
  await page.keyboard.press("Enter");
  await listOf(page).waitFor();
});

test("the pins of the map are reached and pressed by keyboard, which stays where it was", async () => {
  const { page } = await openVisitor({ viewport: DESKTOP });
  await page.goto("/");
  await tabTo(page, /^用我的位置$/);
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "驿站地图" }).locator(".map-pin-soon").waitFor();
  const passed = await tabTo(page, new RegExp(`^${CLINIC}，10:20 关门，还有 20 分钟$`));
  expect(passed.findIndex((name) => name.startsWith(`带我去${COMMUNITY}`))).toBeGreaterThan(-1);
  expect(passed.findIndex((name) => name.startsWith(`${COMMUNITY}，`))).toBeGreaterThan(
    passed.findIndex((name) => name.startsWith(`带我去${COMMUNITY}`)),
  );
  await page.keyboard.press("Enter");
  await page.locator(".map-card .station-row", { hasText: CLINIC }).waitFor();
  expect(await focusedName(page)).toBe(`${CLINIC}，10:20 关门，还有 20 分钟`);
});

test("the tabs are reached and pressed by keyboard", async () => {
  const { page } = await openVisitor({ viewport: PHONE });
  await page.goto("/");
  await tabTo(page, /^我的$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "你的隐私" }).waitFor();
  await tabTo(page, /^大字/);
  await page.keyboard.press("Space");
  expect(await page.getByRole("button", { name: "大字" }).getAttribute("aria-pressed")).toBe("true");
});

test("what the keyboard stands on can be seen", async () => {
  const { page } = await openVisitor({ viewport: PHONE });
  await page.goto("/");
  await tabTo(page, /^用我的位置$/);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
  expect(outline).toBe("solid");
});
