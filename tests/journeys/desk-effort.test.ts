import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { StationDetail } from "../../shared/stations/station-answer.js";
import { givenStationsOf, openClerk, pasteText } from "./support/desk.js";
import { countEffort } from "./support/effort.js";
import { inOwnTown } from "./support/origin.js";

// What a clerk does most, from 今天 on: how many clicks and keys it takes (docs/benchmarks.md has the table).
inOwnTown();

const HOURS = "周一至周五 8:30-12:00;13:30-17:30";

const railTo = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "工作台" }).getByRole("link", { name: new RegExp(`^${name}`) });

test("an address is corrected: found by the code on its plate, written anew, stored", async () => {
  const stations = await givenStationsOf("addr", 12);
  const clerk = await openClerk("/desk/today");
  const { page } = clerk;
  await railTo(page, "驿站").waitFor();

  const effort = await countEffort(page, "correct an address");
  await page.keyboard.press("/");
  await page.keyboard.type("addr-007");
  await page.getByRole("option", { name: /addr 7/ }).waitFor();
  await page.keyboard.press("Enter");
  const field = page.getByRole("textbox", { name: "地址", exact: true });
  await field.click();
  await page.keyboard.press("Control+a");
  await pasteText(clerk, "朝阳街 70 号");
  await page.getByRole("button", { name: "只保存" }).click();
  await page.getByText("已存").waitFor();
  expect(await effort()).toMatchObject({ clicks: 2, keys: 12 });
  const seen: StationDetail = await (await page.request.get(`/api/stations/${stations[6]?.id}`)).json();
  expect(seen.address).toBe("朝阳街 70 号");
});

test("forty stations get the same hours", async () => {
  const stations = await givenStationsOf("hour", 40);
  const clerk = await openClerk("/desk/today");
  const { page } = clerk;
  await railTo(page, "驿站").waitFor();

  const effort = await countEffort(page, "change forty hours");
  await railTo(page, "驿站").click();
  await page.getByRole("searchbox", { name: "在表里找" }).click();
  await page.keyboard.type("hour");
  await page.keyboard.press("Enter");
  await page.getByText("40 个驿站").waitFor();
  await page.getByRole("checkbox", { name: "全选" }).click();
  await page.getByRole("button", { name: "改时间" }).click();
  await page.getByRole("textbox", { name: /都写成/ }).waitFor();
  await pasteText(clerk, HOURS);
  await page.getByRole("button", { name: "改 40 个" }).click();
  await page.getByText("刚才改了 40 个站的时间(原话)").waitFor();
  expect(await effort()).toMatchObject({ clicks: 5, keys: 6 });
  const last: StationDetail = await (await page.request.get(`/api/stations/${stations[39]?.id}`)).json();
  expect(last.hours.written).toBe(HOURS);
});

test("who has no photo stands behind one number of 今天, with the keeper to ask", async () => {
  await givenStationsOf("photo", 3);
  const { page } = await openClerk("/desk/today");
  const door = page.getByRole("link", { name: /没照片$/ });
  await door.waitFor();

  const effort = await countEffort(page, "find who has no photo");
  await door.click();
  await page.getByText("3 个驿站").waitFor();
  expect(await effort()).toMatchObject({ clicks: 1, keys: 0 });
  expect(await page.getByRole("gridcell", { name: /^photo \d$/ }).count()).toBe(3);
  await page.getByRole("columnheader", { name: /站长/ }).waitFor();
});

test("last month's report is saved", async () => {
  await givenStationsOf("month", 1);
  const { page } = await openClerk("/desk/today");
  const link = railTo(page, "报表");
  await link.waitFor();

  const effort = await countEffort(page, "make the report");
  await link.click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "存成 Excel" }).click();
  expect((await saved).suggestedFilename()).toMatch(/驿站月报-\d{4}-\d\d-/);
  expect(await effort()).toMatchObject({ clicks: 2, keys: 0 });
});
