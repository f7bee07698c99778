import { randomUUID } from "node:crypto";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { DeskRows } from "../../shared/desk/desk-answer.js";
import { ask, tokenOf } from "./support/ask.js";
import { pasteText } from "./support/desk.js";
import { inOwnTown } from "./support/origin.js";
import { openVisitor } from "./support/visitor.js";

inOwnTown();

const MOST_TABS = 120;

/** Presses Tab until something has the focus, and sees that the focus shows. */
async function tabTo(page: Page, wanted: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await wanted.waitFor();
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(wanted)} is not reached by ${key}`);
}

async function press(page: Page, wanted: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await tabTo(page, wanted, key);
  await page.keyboard.press("Enter");
}

test("by keyboard alone: signed in, a list imported and mended, hours changed and taken back, keepers invited, the report read", async () => {
  const mark = randomUUID().slice(0, 6);
  const nameOf = (place: number) => `键盘${mark}-${place}`;
  const officer = await tokenOf({ as: "officer" });
  const imported = async () =>
    (await ask<DeskRows>("GET", "/desk/stations", officer)).rows.filter(({ code }) => code?.startsWith(`${mark}-`));
  const visitor = await openVisitor({ viewport: { width: 1366, height: 768 }, expectedComplaint: /status of 422/ });
  await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page } = visitor;
  await page.goto("/desk/today");
  await press(page, page.getByRole("button", { name: "用示例干部登录" }));
  const rail = page.getByRole("navigation", { name: "工作台" });

  await press(page, rail.getByRole("link", { name: "导入" }));
  const rows = [1, 2, 3].map(
    (place) =>
      `${mark}-${place},${nameOf(place)},朝阳街 ${place} 号,大武口区,${place === 2 ? "东经" : `106.36${place}`},39.01${place},周一至周五 8:30-17:30`,
  );
  const chooser = page.waitForEvent("filechooser");
  await press(page, page.getByLabel("把驿站名单拖到这里，或者点这里选："));
  await (await chooser).setFiles({
    name: "名单.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["编号,名称,地址,区县,经度,纬度,开放时间", ...rows].join("\n")),
  });
  await tabTo(page, page.getByRole("textbox", { name: "第 3 行，经度，改成" }));
  await page.keyboard.type("106.362");
  await press(page, page.getByRole("button", { name: "改了 1 格，再看一遍" }));
  await press(page, page.getByRole("button", { name: "导入：新加 3 个，改 0 个" }));
  await page.getByText("导入好了").waitFor();
  expect(await imported()).toHaveLength(3);

  await press(page, rail.getByRole("link", { name: "驿站" }));
  await tabTo(page, page.getByLabel("在表里找"));
  await page.keyboard.type(mark);
  await page.getByText("3 个驿站 ·").waitFor();
  await tabTo(page, page.locator(".cell-input"));
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.getByText("选了 3 个").waitFor();
  await page.keyboard.press("Escape");
  await press(page, page.getByRole("button", { name: "改时间" }), "Shift+Tab");
  await tabTo(page, page.getByRole("textbox", { name: /的时间\(原话\)都写成/ }));
  await page.keyboard.type("每天 7:00-22:00");
  await press(page, page.getByRole("button", { name: "改 3 个" }));
  await page.getByText("刚才改了 3 个站的时间(原话)").waitFor();
  expect((await imported()).map(({ hoursRead }) => hoursRead)).toEqual(
    Array(3).fill(expect.stringContaining("7:00–22:00")),
  );
  await press(page, page.getByRole("button", { name: "撤回" }), "Shift+Tab");
  await page.getByText("撤回了：改了 3 个站的时间(原话)").waitFor();
  expect((await imported()).map(({ hours }) => hours)).toEqual(Array(3).fill(expect.stringContaining("8:30")));

  await page.keyboard.press("Control+k");
  await page.keyboard.type(nameOf(2));
  await page.getByRole("option", { name: nameOf(2) }).waitFor();
  await page.keyboard.press("Enter");
  await page
    .getByRole("complementary")
    .getByRole("heading", { name: nameOf(2) })
    .waitFor();

  await press(page, rail.getByRole("link", { name: "人员" }), "Shift+Tab");
  await tabTo(page, page.getByLabel(/^从 Excel 贴两列/));
  await pasteText(visitor, [1, 2, 3].map((place) => `站长${place}\t${mark}-${place}`).join("\n"));
  await page.getByText("3 位，都找到了要管的站").waitFor();
  await press(page, page.getByRole("button", { name: "邀请 3 位" }));
  await page.getByRole("heading", { name: "刚发出的邀请 3" }).waitFor();

  await press(page, rail.getByRole("link", { name: "报表" }), "Shift+Tab");
  const number = page.getByRole("link", { name: /^新增 \d+ 个，看是哪些/ }).first();
  await press(page, number);
  const said = Number(/\d+/.exec((await number.getAttribute("aria-label")) ?? "")?.[0]);
  const behind = page.getByRole("complementary", { name: "这个数字是哪些" }).getByRole("listitem");
  await expect.poll(() => behind.count()).toBe(said);
});
