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
  await listOf(page).getByText("关着，18:00 开").waitFor();
  const row = (name: string) => listOf(page).getByRole("button", { name });
  await row(REPORTED).getByText("有人说门关着").waitFor();
  await row(PHARMACY).getByText("临时关门，15:00 恢复").waitFor();
});

test("24 小时 leaves the doors that never close; where none is within reach, the list stays and they are farther away", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await pressAndWait(page, chip(page, "24 小时"));
  await page.getByText("附近没听说哪家 24 小时开").waitFor();
  expect((await doorsOf(page))[0]).toBe(COMMUNITY);
  await page.getByRole("button", { name: /^再远的：最近 1.5 小时/ }).tap();
  expect((await doorsOf(page)).at(-1)).toBe(ALL_DAY);
  await pressAndWait(page, page.getByRole("button", { name: "骑车" }));
  await page.getByText("附近没听说哪家 24 小时开").waitFor({ state: "detached" });
  expect(await doorsOf(page)).toEqual([ALL_DAY]);
});

test("an amenity leaves the doors where it works", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await pressAndWait(page, chip(page, "热水"));
  expect(await doorsOf(page)).toEqual([COMMUNITY, CLINIC]);
});

test("where nobody has what is asked for, the same list says of each door what is known, with one way back", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  const before = await doorsOf(page);
  await pressAndWait(page, chip(page, "饮水"));
  await pressAndWait(page, chip(page, "卫生间"));
  await page.getByText("附近没听说哪家有饮水、卫生间").waitFor();
  expect(await doorsOf(page)).toEqual(before);
  await listOf(page).getByRole("button", { name: CLINIC }).getByText("不知道有没有饮水").waitFor();
  await page.getByRole("button", { name: "不筛了" }).tap();
  await page.getByText("附近没听说哪家有饮水、卫生间").waitFor({ state: "detached" });
});

test("骑车 changes the minutes, and with them what is open on arrival", async () => {
  const visitor = await openVisitor({ serverTime: beijing("2026-11-18T10:17") });
  const { page } = visitor;
  await findNearby(visitor);
  const row = listOf(page).getByRole("button", { name: EARLY });
  await row.getByText("约 12 分钟").waitFor();
  expect(await doorsOf(page)).not.toContain(CLINIC);
  await pressAndWait(page, page.getByRole("button", { name: "骑车" }));
  await row.getByText("约 4 分钟").waitFor();
  expect(await doorsOf(page)).toContain(CLINIC);
});

test("only what some station within reach has is offered, what most of them have first", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  const chips = page.getByRole("group", { name: "筛选" }).getByRole("button");
  expect(await chips.allTextContents()).toEqual([
    "✓现在能用",
    "24 小时",
    ...["微波炉", "热水", "卫生间", "饮水", "急救药箱"],
  ]);
});
