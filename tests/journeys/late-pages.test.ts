import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { holdUp } from "./support/hold-up.js";
import { findNearby, listOf } from "./support/nearby.js";
import { COMMUNITY } from "./support/town.js";
import { openVisitor } from "./support/visitor.js";

const NO_NETWORK = /ERR_INTERNET_DISCONNECTED/;
/** The tabs at the bottom. */
const tabs = (page: Page) => page.getByRole("navigation");

test("a page that cannot be had says so, leads back, and comes with 再试 once there is network", async () => {
  const visitor = await openVisitor({ expectedComplaint: NO_NETWORK });
  const { page, context } = visitor;
  await findNearby(visitor);
  await context.setOffline(true);
  await page.getByRole("button", { name: `看详情：${COMMUNITY}` }).tap();
  await page.getByRole("heading", { name: "没网，打不开" }).waitFor();
  await page.getByRole("button", { name: "返回" }).tap();
  await listOf(page).waitFor();
  await tabs(page).getByText("附近").waitFor();

  await page.getByRole("button", { name: `看详情：${COMMUNITY}` }).tap();
  const again = page.getByRole("button", { name: "再试" }).last();
  await again.tap();
  await page.getByRole("heading", { name: "没网，打不开" }).last().waitFor();
  await context.setOffline(false);
  await again.tap();
  await page.getByText("丽景街街道银虹社区 12 号").waitFor();
});

test("without network a tab not opened before says so, and the other tabs stay in reach", async () => {
  const visitor = await openVisitor({ expectedComplaint: NO_NETWORK });
  const { page, context } = visitor;
  await findNearby(visitor);
  await context.setOffline(true);
  await tabs(page).getByText("课程").tap();
  await page.getByRole("heading", { name: "没网，打不开" }).waitFor();
  await tabs(page).getByText("附近").tap();
  await listOf(page).waitFor();
});

test("while a page is on its way its frame stands, with what the list knows of the station", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  const release = await holdUp(page, /\/(chunk|css)\//);
  await page.getByRole("button", { name: `看详情：${COMMUNITY}` }).tap();
  await page.getByRole("heading", { name: COMMUNITY, level: 1 }).waitFor();
  await page.getByRole("status", { name: "正在找，请稍等" }).waitFor();
  expect(await page.getByText("丽景街街道银虹社区 12 号").count()).toBe(0);
  release();
  await page.getByText("丽景街街道银虹社区 12 号").waitFor();
  await page.getByRole("button", { name: "返回" }).tap();
  await listOf(page).waitFor();
});

test("somebody who goes on before a page has come is not thrown back to it", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  const release = await holdUp(page, /\/(chunk|css)\//);
  await tabs(page).getByText("课程").tap();
  await page.getByRole("status", { name: "正在找，请稍等" }).waitFor();
  await tabs(page).getByText("附近").tap();
  await listOf(page).waitFor();
  release();
  await page.waitForLoadState("networkidle");
  await listOf(page).waitFor();
  await tabs(page).getByText("课程").tap();
  await page.locator(".page.classes").waitFor();
});

test("an address that leads nowhere leads home", async () => {
  const { page } = await openVisitor();
  await page.goto("/#/visitor/no-such-page/index?id=1");
  await page.getByRole("button", { name: "用我的位置" }).waitFor();
  expect(new URL(page.url()).hash).toMatch(/pages\/nearby\/index/);
});
