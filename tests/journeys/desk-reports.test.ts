import { expect, test } from "vitest";
import { ask, tokenOf } from "./support/ask.js";
import { givenStationsOf, openClerk } from "./support/desk.js";
import { countEffort } from "./support/effort.js";
import { inOwnTown } from "./support/origin.js";

inOwnTown();

/** A report of its own phone at each station. */
async function reportAt(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await ask("POST", `/stations/${id}/reports`, null, { kind: "amenity_broken", amenity: "microwave", note: "不热" });
  }
}

/** A keeper of these stations, by name. */
async function keeperOf(name: string, stationIds: readonly string[]): Promise<void> {
  const officer = await tokenOf({ as: "officer" });
  const { code } = await ask<{ code: string }>("POST", "/invitations", officer, { role: "keeper", stationIds, name });
  await ask("POST", `/invitations/${code}/accept`, await tokenOf({ as: "worker", name }));
}

test("ten reports are given to a keeper, wait for a part, are asked for, and are answered together", async () => {
  // First: it sets the clock by which reports are made.
  const { page } = await openClerk("/desk/today");
  const ids = (await givenStationsOf("上报站", 10)).map(({ id }) => id);
  await keeperOf("修站长", ids);
  await reportAt(ids);
  await page.goto("/desk/reports?kind=amenity_broken");
  await page.getByRole("checkbox", { name: "选上报站 10：微波炉坏了" }).waitFor();
  const told = page.getByRole("status");
  const chooseAll = () => page.getByRole("checkbox", { name: "全选这些" }).check();

  await chooseAll();
  await page.getByText("选了 10 件").waitFor();
  await page.getByRole("button", { name: "交给…" }).click();
  await page.getByLabel("谁来办").selectOption({ label: "修站长(站长)" });
  await page.getByRole("button", { name: "交给他" }).click();
  await told.getByText("把 10 件交给了修站长").waitFor();
  await page.getByLabel("谁在办").selectOption({ label: "修站长" });
  await page.waitForURL(/who=us_/);
  await page.getByRole("row").filter({ hasText: "修站长" }).nth(9).waitFor();

  await chooseAll();
  await page.getByRole("button", { name: "等配件到…" }).click();
  await page.getByRole("button", { name: "3 天后" }).click();
  await page.getByRole("button", { name: "就等到这天" }).click();
  await told.getByText(/^10 件等配件到 \d+月\d+日$/).waitFor();
  await page.getByText("◐ 等配件").nth(9).waitFor();

  await chooseAll();
  await page.getByRole("button", { name: "催一下" }).click();
  await told.getByText(/^催了 10 件/).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")).toHaveLength(10);
  expect(copied).toMatch(/^修站长，「上报站 \d+」微波炉坏了，/);

  const effort = await countEffort(page, "answer ten tasks");
  await chooseAll();
  await page.getByRole("button", { name: "一起答复" }).click();
  await page.getByRole("button", { name: "答复 10 件" }).click();
  await told.getByText("答复了 10 件").waitFor();
  expect(await effort()).toMatchObject({ clicks: 3, keys: 0 });
  await page.getByText("这样筛，一件也没有。").waitFor();
  const officer = await tokenOf({ as: "officer" });
  const station = await ask<{ openReports: number; amenities: object }>("GET", `/stations/${ids[0]}`, officer);
  expect(station).toMatchObject({ openReports: 0, amenities: { microwave: "working" } });
});

test("a link with filters shows a colleague the same rows, by keyboard alone they are answered", async () => {
  const { page } = await openClerk("/desk/today");
  const ids = (await givenStationsOf("键报站", 3)).map(({ id }) => id);
  await reportAt(ids);
  await page.goto(`/desk/reports?station=${ids[1]}`);
  const box = page.getByRole("checkbox", { name: "选键报站 2：微波炉坏了" });
  await box.waitFor();
  expect(await page.getByRole("row").count()).toBe(2);
  expect(await page.getByLabel("驿站", { exact: true }).inputValue()).toBe(ids[1]);

  await page.getByLabel("等配件", { exact: true }).focus();
  const tabTo = async (reached: () => Promise<boolean>) => {
    for (let turn = 0; turn < 12 && !(await reached()); turn++) await page.keyboard.press("Tab");
    expect(await reached()).toBe(true);
  };
  const isFocused = (name: RegExp) => async () => {
    const label = await page.evaluate(
      () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
    );
    return name.test(label);
  };
  await tabTo(isFocused(/^全选这些/));
  await page.keyboard.press("Space");
  await page.getByText("选了 1 件").waitFor();
  await page.keyboard.press("Shift+Tab");
  await tabTo(isFocused(/^全选这些/));
  for (let turn = 0; turn < 4; turn++) await page.keyboard.press("Shift+Tab");
  expect(await isFocused(/^一起答复/)()).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByLabel("做了什么").waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("换了一台新的");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("答复了 1 件").waitFor();
});
