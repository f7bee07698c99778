import { expect, test } from "vitest";
import { ask, tokenOf } from "./support/ask.js";
import { givenClass } from "./support/classes.js";
import { openClerk } from "./support/desk.js";
import { inOwnTown } from "./support/origin.js";

inOwnTown();

const sessionOf = (id: string) =>
  ask<{ startsAt: string; venue: { id: string }; capacity: number; seatsLeft: number }>("GET", `/classes/${id}`, null);

test("a session is dragged to another day, after before → after and who is told were shown; its people stay", async () => {
  const { page } = await openClerk("/desk/today");
  const id = await givenClass({ title: "拖拖看的课" });
  await ask("POST", `/classes/${id}/booking`, await tokenOf({ as: "worker", name: "报课的人" }));
  await page.goto("/desk/classes");
  const chip = page.getByRole("button", { name: /拖拖看的课/ });
  await chip.waitFor();
  const friday = page.getByRole("cell", { name: /，周五 11月20日$/ });
  await chip.dragTo(friday.first());
  await page.getByText("周三 11月18日 19:00 银虹社区市民驿站 →").waitFor();
  await page.getByText(/^报了名的 1 人名额都留着/).waitFor();
  expect(await sessionOf(id)).toMatchObject({ startsAt: "2026-11-18T11:00:00.000Z" });
  await page.getByRole("button", { name: "就这么调，告诉他们" }).click();
  await page
    .getByRole("status")
    .getByText(/^「拖拖看的课」改到周五 11月20日 19:00/)
    .waitFor();
  const moved = await sessionOf(id);
  expect(moved).toMatchObject({ startsAt: "2026-11-20T11:00:00.000Z" });
  expect(moved.capacity - moved.seatsLeft).toBe(1);
});

test("a session is moved by keyboard alone, and another term is opened from this one", async () => {
  const { page } = await openClerk("/desk/today");
  const id = await givenClass({ title: "按键课" });
  await page.goto("/desk/classes");
  const chip = page.getByRole("button", { name: /按键课/ });
  await chip.waitFor();
  await page.getByRole("button", { name: "导出这一周的考勤" }).focus();
  for (let turn = 0; turn < 20; turn++) {
    await page.keyboard.press("Tab");
    if (await chip.evaluate((one) => one === document.activeElement)) break;
  }
  await page.keyboard.press("Shift+ArrowRight");
  await page.getByText(/→ 周四 11月19日 19:00/).waitFor();
  const button = page.getByRole("button", { name: "就这么调，告诉他们" });
  for (let turn = 0; turn < 12; turn++) {
    await page.keyboard.press("Tab");
    if (await button.evaluate((one) => one === document.activeElement)) break;
  }
  await page.keyboard.press("Enter");
  await page
    .getByRole("status")
    .getByText(/^「按键课」改到周四/)
    .waitFor();
  expect(await sessionOf(id)).toMatchObject({ startsAt: "2026-11-19T11:00:00.000Z" });

  await page.getByRole("button", { name: "照着再开一期…" }).click();
  await page.getByRole("checkbox", { name: /^按键课/ }).check();
  await page.getByLabel("新一期第一天").fill("2026-12-02");
  await page.getByLabel("最后一天").fill("2026-12-31");
  await page.getByRole("button", { name: "开 1 门" }).click();
  await page.getByRole("status").getByText("照着开了 1 门课").waitFor();
  await page.goto("/desk/classes?week=2026-11-30");
  await page
    .getByRole("cell", { name: /，周三 12月2日$/ })
    .getByText("按键课")
    .waitFor();
});
