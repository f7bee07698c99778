import { expect, test } from "vitest";
import { listOf } from "./support/nearby.js";
import { openVisitor } from "./support/visitor.js";

/** Pixels: what is to be read in 大字, by the figures for elder modes. */
const LARGE_TITLE = 34;

test("大字 makes all text larger at once, and still does after a reload", async () => {
  const { page } = await openVisitor();
  await page.goto("/#/pages/me/index");
  const title = page.getByRole("heading", { name: "你的隐私" });
  const size = () => title.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const normal = await size();
  await page.getByRole("button", { name: "大字" }).tap();
  expect(await size()).toBeGreaterThanOrEqual(Math.max(LARGE_TITLE, normal * 1.35));
  await page.reload();
  await title.waitFor();
  expect(await size()).toBeGreaterThanOrEqual(LARGE_TITLE);
  expect(await page.getByRole("button", { name: "大字" }).getAttribute("aria-pressed")).toBe("true");
  await page.getByText("附近", { exact: true }).tap();
  await page.getByRole("button", { name: "用我的位置" }).tap();
  await listOf(page).waitFor();
  expect(await page.locator(".page.nearby.large-text").count()).toBe(1);
});
