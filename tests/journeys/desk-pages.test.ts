import axe from "axe-core";
import { expect, test } from "vitest";
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
  ["/desk/report", "报表"],
  ["/desk/report?month=2026-11&rows=unconfirmed", "报表"],
] as const;

test.each([
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
])("axe finds nothing on any page of the desk at $width×$height", async (viewport) => {
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
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof import("axe-core") }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
    });
    expect(found, path).toEqual([]);
    const { width, scrolled } = await page.evaluate(() => ({
      width: document.documentElement.clientWidth,
      scrolled: document.documentElement.scrollWidth,
    }));
    expect(scrolled, path).toBeLessThanOrEqual(width);
  }
});

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
