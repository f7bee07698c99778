import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import type { CourseList } from "../../shared/classes/course-answer.js";
import type { DeskRows } from "../../shared/desk/desk-answer.js";
import { ask, tokenOf } from "./support/ask.js";
import { givenStationsOf, openClerk } from "./support/desk.js";

const HEAD = "编号,名称,地址,区县,经度,纬度,开放时间,房东";
const list = (...rows: string[]) => ({
  name: "名单.csv",
  mimeType: "text/csv",
  buffer: Buffer.from([HEAD, ...rows].join("\n")),
});

/** Rows of stations that nobody has imported yet, also where a journey is played once more. */
function newStations() {
  const mark = randomUUID().slice(0, 6);
  const nameOf = (place: number) => `导入${mark}-${place}`;
  const row = (place: number, cells: { name?: string; longitude?: string; hours?: string } = {}) => {
    const { name = nameOf(place), hours = "周一至周五 8:30-17:30" } = cells;
    const { longitude = (106.36 + place / 2_000).toFixed(4) } = cells;
    return `${mark}-${place},${name},朝阳街 ${place} 号,大武口区,${longitude},39.0${10 + place},${hours},农行`;
  };
  const imported = async () => {
    const { rows } = await ask<DeskRows>("GET", "/desk/stations", await tokenOf({ as: "officer", name: "导入干部" }));
    return rows.filter(({ code }) => code?.startsWith(`${mark}-`));
  };
  onTestFinished(async () => {
    const officer = await tokenOf({ as: "officer", name: "导入干部" });
    for (const { id } of await imported()) await ask("POST", `/stations/${id}/withdraw`, officer);
  });
  return { mark, nameOf, row, imported };
}

test("82 stations with three wrong cells are put right in the page, imported in one act, and taken back", async () => {
  const { mark, nameOf, row, imported } = newStations();
  const { page } = await openClerk("/desk/import", { expectedComplaint: /status of 422/ });
  const rows = Array.from({ length: 82 }, (_, place) => row(place + 1));
  rows[4] = row(5, { longitude: "东经" });
  rows[20] = row(21, { name: "" });
  rows[60] = row(61, { longitude: "16.39" });
  rows[70] = row(71, { hours: "看情况" });

  await page.getByLabel("把驿站名单拖到这里，或者点这里选：").setInputFiles(list(...rows));
  await page.getByRole("heading", { name: "有 3 处要改，一条也没有存" }).waitFor();
  expect(await imported()).toEqual([]);
  await page.getByRole("textbox", { name: "第 6 行，经度，改成" }).fill("106.3625");
  await page.getByRole("textbox", { name: "第 22 行，名称，改成" }).fill(nameOf(21));
  await page.getByRole("textbox", { name: "第 62 行，经度，改成" }).fill("106.3905");
  await page.getByRole("button", { name: "改了 3 格，再看一遍" }).click();

  await page.getByRole("row", { name: /^看情况 拿不准/ }).waitFor();
  await page.getByRole("button", { name: "改写「看情况」" }).click();
  await page.getByRole("textbox", { name: "「看情况」改写成" }).fill("周一至周五 9:00-17:00");
  await page.getByRole("button", { name: "都改" }).click();
  await page.getByRole("row", { name: /^周一至周五 9:00-17:00 周一到周五 9:00–17:00/ }).waitFor();
  await page.getByRole("combobox", { name: "「房东」是什么" }).click();
  await page.keyboard.type("依托单位");
  await page.keyboard.press("Enter");
  await page.getByText("认出了 8 列").waitFor();
  await page.getByRole("button", { name: "导入：新加 82 个，改 0 个" }).click();
  await page.getByText("导入好了").waitFor();
  const stations = await imported();
  expect(stations).toHaveLength(82);
  const of = (place: number) => stations.find(({ code }) => code === `${mark}-${place}`);
  expect(of(21)).toMatchObject({ name: nameOf(21), host: "农行" });
  expect(of(5)?.location.longitude).toBe(106.3625);
  expect(of(71)?.hours).toMatch(/^周一到周五 9:00–17:00/);

  await page.getByRole("button", { name: "撤回这次导入" }).first().click();
  await page.getByText("撤回了：82 个驿站和导入以前一样").waitFor();
  expect(await imported()).toEqual([]);
});

test("a list of thousands is looked through as long work, and one that is stopped stores nothing", async () => {
  const { row, imported } = newStations();
  const { page } = await openClerk("/desk/import");
  const rows = Array.from({ length: 3_500 }, (_, place) => `${row(place + 100)}${"，一楼大厅".repeat(2)}`);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles(list(...rows));
  const go = page.getByRole("button", { name: "导入：新加 3500 个，改 0 个" });
  await go.waitFor({ timeout: 60_000 });

  const stop = page.getByRole("button", { name: "不等了" });
  const stopped = page.waitForResponse(/\/long-work\/[^/]+\/cancel$/);
  // Nothing is done of it before it is stopped, however fast the server is.
  await page.route(/\/long-work\/[^/]+\/further$/, async (route) => {
    await stopped;
    await route.continue();
  });
  const answered = page.waitForResponse(/\/long-work\/[^/]+\/further$/);
  const begun = page.waitForRequest(/\/long-work\/[^/]+\/further$/);
  await go.click();
  await begun;
  await stop.click();
  await page.getByText("停了，一条也没有存").waitFor();
  // What was asked before it was stopped is answered after that, and changes nothing any more.
  await (await answered).finished();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  expect(await page.getByText("停了，一条也没有存").isVisible()).toBe(true);
  expect(await imported()).toEqual([]);
});

test("what is known shows what would be different before it is imported", async () => {
  const { nameOf, row } = newStations();
  const { page } = await openClerk("/desk/import");
  const file = page.locator("input[type=file]").first();
  await file.setInputFiles(list(row(91)));
  await page.getByRole("button", { name: "导入：新加 1 个，改 0 个" }).click();
  await page.getByText("导入好了").waitFor();

  await file.setInputFiles(list(row(91, { hours: "24小时" })));
  await page
    .getByRole("row", { name: new RegExp(`第 2 行 ${nameOf(91)} 时间：周一.*8:30.*17:30.* → 每天 24 小时`) })
    .waitFor();
  await page.getByRole("button", { name: "导入：新加 0 个，改 1 个" }).waitFor();
});

test("wrong cells of a timetable are put right in the page, and its courses imported whole", async () => {
  const mark = randomUUID().slice(0, 6);
  const [station] = await givenStationsOf(`课表站${mark}`, 1);
  const { page } = await openClerk("/desk/import", { expectedComplaint: /status of 422/ });
  const row = (title: string, place: string, seats: string) =>
    `${title}${mark},瑜伽,${place},周三,19:00-20:30,2026-11-01,2026-12-31,${seats}`;
  const rows = [
    "课程名称,类别,上课地点,星期,上课时间,开始日期,结束日期,名额",
    row("早班瑜伽", station?.name ?? "", "二十"),
    row("晚班瑜伽", "没有这个站", "20"),
  ];
  const timetable = { name: "课表.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
  await page.getByLabel("把课程表拖到这里，或者点这里选：").setInputFiles(timetable);
  await page.getByRole("heading", { name: "有 2 处要改，一门课也没有存" }).waitFor();
  await page.getByRole("textbox", { name: "第 2 行，名额，改成" }).fill("20");
  await page.getByRole("textbox", { name: "第 3 行，上课地点，改成" }).fill(station?.name ?? "");
  await page.getByRole("button", { name: "改了 2 格，再看一遍" }).click();
  await page.getByRole("button", { name: "导入课程表：新开 2 门，改 0 门" }).click();
  await page.getByText("课程表导入好了").waitFor();
  const officer = await tokenOf({ as: "officer", name: "导入干部" });
  const own = (await ask<CourseList>("GET", "/courses", officer)).courses.filter(({ title }) => title.endsWith(mark));
  expect(own.map(({ title, capacity }) => [title, capacity]).sort()).toEqual([
    [`早班瑜伽${mark}`, 20],
    [`晚班瑜伽${mark}`, 20],
  ]);
  for (const { id } of own) await ask("POST", `/courses/${id}/end`, officer);
});
