import { mkdirSync } from "node:fs";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ask, tokenOf } from "./support/ask.js";
import { givenStationsOf, openClerk } from "./support/desk.js";

const PLACES = [
  ["/desk/today", "今天"],
  ["/desk/import", "导入驿站名单"],
  ["/desk/reports", "上报"],
  ["/desk/reports?state=all", "上报"],
  ["/desk/photos", "照片"],
  ["/desk/classes", "课程"],
  ["/desk/wishes", "心愿"],
  ["/desk/wishes?show=figures", "心愿"],
  ["/desk/people", "人员"],
  ["/desk/records", "记录"],
  ["/desk/scenarios", "方案"],
  ["/desk/report", "报表"],
  ["/desk/report?month=2026-11&rows=unconfirmed", "报表"],
] as const;

/** Where an officer watches over keepers, doors and groups. */
const OVERSIGHT = [
  ["/desk/call", "打电话", "table tbody tr"],
  ["/desk/roll-call", "假期点名", "h1"],
  ["/desk/checks", "暗访", "table tbody tr"],
  ["/desk/missing-stations", "这里该有个站", "h1"],
  ["/desk/wanted-classes", "想学", "h1"],
  ["/desk/settings", "设置", "table tbody tr:nth-child(3)"],
] as const;

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

test.each(SIZES)("axe finds nothing on any page of the desk at $width×$height", async (viewport) => {
  const name = `看页站${viewport.width}`;
  const [station] = await givenStationsOf(name, 3);
  const { page } = await openClerk("/desk/today", { viewport });
  const table = `/desk/stations?q=${name}`;
  const places = [...PLACES, [table, "驿站"], [`${table}&open=${station?.id}`, "驿站"]] as const;
  for (const [path, heading] of places) {
    await page.goto(path);
    await page.getByRole("heading", { name: heading, exact: true, level: 1 }).waitFor();
    if (path.includes("stations")) await page.getByRole("gridcell", { name: `${name} 1`, exact: true }).waitFor();
    if (path.includes("rows=")) await page.getByText(/^\d+ 条|^一个也没有/).waitFor();
    if (path.includes("open=")) await page.getByRole("button", { name: "只保存" }).waitFor();
    await expectSound(page, path, viewport.width);
  }
});

test.each(SIZES)("axe finds nothing where an officer watches over others at $width×$height", async (viewport) => {
  const [station] = await givenStationsOf(`看管站${viewport.width}`, 1);
  await givenOversight(station?.id ?? "");
  const { page } = await openClerk("/desk/today", { viewport });
  for (const [path, heading, shown] of OVERSIGHT) {
    await page.goto(path);
    await page.getByRole("heading", { name: heading, exact: true, level: 1 }).waitFor();
    await page.locator(shown).first().waitFor();
    await expectSound(page, path, viewport.width);
  }
});

/** Axe finds nothing, and nothing stands beyond the window. */
async function expectSound(page: Page, path: string, width: number): Promise<void> {
  await look(page, `${path.replaceAll(/\W+/g, "-")}-${width}`);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import("axe-core") }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  });
  expect(found, path).toEqual([]);
  const { client, scrolled } = await page.evaluate(() => ({
    client: document.documentElement.clientWidth,
    scrolled: document.documentElement.scrollWidth,
  }));
  expect(scrolled, path).toBeLessThanOrEqual(client);
}

/** A keeper whom no message reaches, a door somebody stood before, a sample that was drawn, a robot of each system. */
async function givenOversight(stationId: string): Promise<void> {
  const officer = await tokenOf({ as: "officer" });
  const robots = {
    wecom: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa",
    dingtalk: "https://oapi.dingtalk.com/robot/send?access_token=plain-robot",
    feishu: "https://open.feishu.cn/open-apis/bot/v2/hook/plain-robot",
  };
  for (const [system, address] of Object.entries(robots)) {
    const json = { name: `站长群 ${system}`, address, reach: "64", wantsDigest: true, wantsUrgent: true };
    await ask("POST", "/groups", officer, json);
  }
  const invitation = { role: "keeper", stationIds: [stationId] };
  const { code } = await ask<{ code: string }>("POST", "/invitations", officer, invitation);
  await ask("POST", `/invitations/${code}/accept`, await tokenOf({ as: "worker", name: `看页${stationId.slice(-4)}` }));
  await ask("POST", `/stations/${stationId}/reports`, null, { kind: "amenity_broken", amenity: "microwave" });
  const days = { from: "2026-11-18", to: "2026-11-18", hours: [10], seed: 1 };
  await ask("POST", "/checks/rounds", officer, { area: "64", size: 3, ...days });
}

/** Keeps a picture where somebody asked for pictures. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

test("a clerk changes a cell and takes it back by keyboard alone, and gets out of the table again", async () => {
  await givenStationsOf("键盘站", 2);
  const { page } = await openClerk("/desk/today");
  await page.keyboard.press("/");
  await page.keyboard.type("键盘站 2");
  await page.getByText("键盘站 2 · 大武口区").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("gridcell", { name: "键盘站 2", exact: true }).waitFor();
  await page.goto("/desk/stations?q=键盘站&cols=code,name,landmark");
  await page.getByRole("gridcell", { name: "键盘站 1", exact: true }).waitFor();
  for (const key of ["ArrowRight", "ArrowDown", "F2"]) await page.keyboard.press(key);
  await page.keyboard.type("邮局旁边");
  await page.keyboard.press("Enter");
  await page.getByText("刚才改了「键盘站 2」的怎么找").waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText("撤回了：改了「键盘站 2」的怎么找").waitFor();
  expect(await focusIsInGrid()).toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab");
  expect(await focusIsInGrid()).toBe(false);

  function focusIsInGrid(): Promise<boolean> {
    return page.evaluate(() => document.activeElement?.closest("[role=gridcell]") !== null);
  }
});
