import { expect, test } from "vitest";
import { beijing } from "../support/given.js";
import { chip, doorsOf, findNearby, listOf, pressAndWait } from "./support/nearby.js";
import { EARLY, NIGHT_MARKET, UNTOLD } from "./support/town.js";
import { openVisitor } from "./support/visitor.js";

const DEEP_NIGHT = beijing("2026-11-18T03:30");

test("when nothing nearby is open, the page says what is nearest and when the first one opens", async () => {
  const visitor = await openVisitor({ serverTime: DEEP_NIGHT });
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByText("附近现在没有开着的,最早开门:4:00。").waitFor();
  const answer = listOf(page).locator(".answer-card");
  await answer.getByText(NIGHT_MARKET).waitFor();
  await answer.getByText("关着,18:00 开").waitFor();
  await listOf(page).getByRole("button", { name: EARLY }).getByText("关着,4:00 开").waitFor();
  expect(await doorsOf(page)).toContain(UNTOLD);
});

test("看全部 shows the shut ones, with their opening times", async () => {
  const visitor = await openVisitor({ serverTime: DEEP_NIGHT });
  const { page } = visitor;
  await findNearby(visitor);
  await pressAndWait(page, page.getByRole("button", { name: "看全部" }));
  expect(await chip(page, "现在能用").getAttribute("aria-pressed")).toBe("false");
  expect((await doorsOf(page)).slice(0, 2)).toEqual([NIGHT_MARKET, UNTOLD]);
});
