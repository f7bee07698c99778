import { expect, onTestFinished, test } from "vitest";
import type { DeskRows } from "../../shared/desk/desk-answer.js";
import { ask, tokenOf } from "./support/ask.js";
import { openClerk } from "./support/desk.js";

const HEAD = "名称,地址,区县,经度,纬度,开放时间,房东";
const list = (...rows: string[]) => ({
  name: "名单.csv",
  mimeType: "text/csv",
  buffer: Buffer.from([HEAD, ...rows].join("\n")),
});
const GOOD = [
  "导入站一,朝阳街 11 号,大武口区,106.391,39.061,周一至周五 8:30-17:30,邮局",
  "导入站二,朝阳街 12 号,大武口区,106.392,39.062,看情况,农行",
];

async function imported(officer: string): Promise<DeskRows["rows"]> {
  const { rows } = await ask<DeskRows>("GET", "/desk/stations", officer);
  return rows.filter(({ name }) => name.startsWith("导入站"));
}

test("a list with a wrong cell stores nothing and says where; put right, it is looked through and imported", async () => {
  const officer = await tokenOf({ as: "officer", name: "导入干部" });
  onTestFinished(async () => {
    for (const { id } of await imported(officer)) await ask("POST", `/stations/${id}/withdraw`, officer);
  });
  const { page } = await openClerk("/desk/import", { expectedComplaint: /status of 422/ });
  const file = page.locator("input[type=file]");

  await file.setInputFiles(list(GOOD[0] ?? "", "导入站二,朝阳街 12 号,大武口区,东经,39.062,24小时,农行"));
  await page.getByRole("row", { name: /^第 3 行，经度/ }).waitFor();
  expect(await imported(officer)).toEqual([]);

  await file.setInputFiles(list(...GOOD));
  await page.getByRole("row", { name: /^看情况 拿不准/ }).waitFor();
  await page.getByRole("combobox", { name: "「房东」是什么" }).click();
  await page.keyboard.type("依托单位");
  await page.keyboard.press("Enter");
  await page.getByText("没认出来的列").waitFor();
  await page.getByRole("button", { name: "导入：新加 2 个，改 0 个" }).click();
  await page.getByText("导入好了").waitFor();
  expect((await imported(officer)).map(({ name, host }) => [name, host]).sort()).toEqual([
    ["导入站一", "邮局"],
    ["导入站二", "农行"],
  ]);
});
