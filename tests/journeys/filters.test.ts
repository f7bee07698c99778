import { expect, test } from "vitest";
import { beijing } from "../support/given.js";
import { chip, doorsOf, findNearby, listOf, pressAndWait } from "./support/nearby.js";
import { ALL_DAY, CLINIC, COMMUNITY, EARLY, NIGHT_MARKET, PHARMACY, REPORTED, UNTOLD } from "./support/town.js";
import { openVisitor } from "./support/visitor.js";

test("with 现在能用 off, shut doors stand in the list by distance, each with its state", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await pressAndWait(page, chip(page, "现在能用"));
  expect((await doorsOf(page)).slice(0, 3)).toEqual([NIGHT_MARKET, UNTOLD, COMMUNITY]);
  await listOf(page).getByText("关着,18:00 开").waitFor();
  const row = (name: string) => listOf(page).getByRole("button", { name });
  await row(REPORTED).getByText("有人说门关着").waitFor();
  await row(PHARMACY).getByText("临时关门,15:00 恢复").waitFor();
});

test("24 小时 leaves the doors that never close", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await pressAndWait(page, chip(page, "24 小时"));
  expect(await doorsOf(page)).toEqual([ALL_DAY]);
});

test("an amenity leaves the doors where it works", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await pressAndWait(page, chip(page, "热水"));
  expect(await doorsOf(page)).toEqual([COMMUNITY, CLINIC]);
});

test("amenities that nobody has together say so, with one way back to everything", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await pressAndWait(page, chip(page, "空调"));
  await page.getByRole("heading", { name: "没有样样都合的驿站" }).waitFor();
  await pressAndWait(page, page.getByRole("button", { name: "不筛了,全都看看" }));
  expect((await doorsOf(page))[0]).toBe(COMMUNITY);
});

test("电动车 changes the minutes, and with them what is open on arrival", async () => {
  const visitor = await openVisitor({ serverTime: beijing("2026-11-18T10:17") });
  const { page } = visitor;
  await findNearby(visitor);
  const row = listOf(page).getByRole("button", { name: EARLY });
  await row.getByText("约 12 分钟").waitFor();
  expect(await doorsOf(page)).not.toContain(CLINIC);
  await pressAndWait(page, chip(page, "骑电动车去"));
  await row.getByText("约 4 分钟").waitFor();
  expect(await doorsOf(page)).toContain(CLINIC);
});
