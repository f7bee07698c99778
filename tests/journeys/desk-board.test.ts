import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ask, tokenOf } from "./support/ask.js";
import { openClerk } from "./support/desk.js";
import { inOwnTown } from "./support/origin.js";
import { openVisitor } from "./support/visitor.js";

inOwnTown();

/** A leader at the computer: invited, with the role, and signed in by the phone. */
async function openLeader(path: string, viewport = { width: 1366, height: 768 }) {
  const officer = await tokenOf({ as: "officer" });
  const invitation = { role: "viewer", reach: ["6401"], name: "李主席" };
  const { code } = await ask<{ code: string }>("POST", "/invitations", officer, invitation);
  const phone = await tokenOf({ as: "worker", name: "李主席" });
  await ask("POST", `/invitations/${code}/accept`, phone);
  const visitor = await openVisitor({ viewport });
  await visitor.page.goto(path);
  const shown = await visitor.page.locator(".short-code").textContent();
  await ask("POST", `/sign-in/codes/${shown}/approve`, phone);
  return { ...visitor, phone };
}

const percentOf = async (page: Page) =>
  Number.parseFloat((await page.locator(".hour-said strong").textContent()) ?? "");
const openCells = async (page: Page) => Number(await page.locator(".board-cells").getAttribute("data-open"));

test("a leader signs in by the phone, sees the board and nothing else, and 4:30 by the arrow keys", async () => {
  const { page, phone } = await openLeader("/desk/reports");
  await page.getByRole("heading", { name: "这一页给工会干部用" }).waitFor();
  expect(await page.getByRole("navigation", { name: "工作台" }).count()).toBe(0);
  await page.getByRole("link", { name: "去看看板" }).click();
  await page.getByRole("heading", { name: "15 分钟服务圈 · 银川市" }).waitFor();
  await page.locator(".board-cells[data-open]").waitFor();

  const slider = page.getByRole("slider", { name: "几点" });
  expect(await slider.getAttribute("aria-valuetext")).toMatch(/^上午 10:00，走 15 分钟有门开着的地方 \d+\.\d%/);
  const [share, cells] = [await percentOf(page), await openCells(page)];
  expect(share).toBeGreaterThan(0);
  await slider.focus();
  for (let steps = 0; steps < 11; steps++) await page.keyboard.press("ArrowLeft");
  await expect.poll(() => new URL(page.url()).searchParams.get("at")).toContain("04:30");
  await expect.poll(() => percentOf(page)).toBeLessThan(share);
  await expect.poll(() => openCells(page)).toBeLessThan(cells);
  // The page and its address are one: a colleague sees the same hour.
  const early = await percentOf(page);
  await page.reload();
  await expect.poll(() => percentOf(page)).toBe(early);

  const refused = await fetch(new URL("/api/tasks?state=open", page.url()), {
    headers: { authorization: `Bearer ${phone}` },
  });
  expect(refused.status).toBe(403);
  expect(await problemsOf(page)).toEqual([]);
});

test("the board is one sheet of A4 on its side, and stays readable on a large screen", async () => {
  const { page } = await openLeader("/desk/board?at=04:30&day=weekend", { width: 1920, height: 1080 });
  await page.locator(".board-cells[data-open]").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "周末", pressed: true }).waitFor();
  await page.getByRole("region", { name: "四个数" }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1920);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button", { name: "打印 A4" }).isVisible()).toBe(false);
  expect(await page.getByRole("slider", { name: "几点" }).isVisible()).toBe(false);
  const sheet = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = sheet.toString("latin1");
  expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
});

test("an officer invites a leader at the desk and reads the same board", async () => {
  const { page } = await openClerk("/desk/people");
  await page.getByText("请领导、合作单位看看板").click();
  await page.getByLabel("怎么称呼").fill("王主任");
  await page.getByLabel("看哪里").selectOption("640104");
  await page.getByRole("button", { name: "邀请", exact: true }).click();
  await page.getByText(/王主任您好，请您看驿站的看板。先在手机上点开 .*邀请码 [A-Z0-9]{10}/).waitFor();
  await page.getByRole("link", { name: "看板" }).click();
  await page.getByRole("heading", { name: /^15 分钟服务圈 · / }).waitFor();
  await page.getByRole("button", { name: /^凌晨 4:30 有门开着/ }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("at")).toContain("04:30");
});

async function problemsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import("axe-core") }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  });
}
