import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { StationDetail } from "../../shared/stations/station-answer.js";
import { beijing, givenHours } from "../support/given.js";
import { ask, tokenOf } from "./support/ask.js";
import { openClerk } from "./support/desk.js";
import { becomeKeeper, SUBURB } from "./support/keeper.js";
import { inOwnTown } from "./support/origin.js";
import { accessibilityProblems } from "./support/page-checks.js";
import { openVisitor } from "./support/visitor.js";

/** Three days before 国庆. */
const BEFORE = beijing("2026-09-28T10:00");
const DAYS = Array.from({ length: 7 }, (_, at) => `2026-10-0${at + 1}`);

inOwnTown(async () => ({ PUBLIC_CHECKS: "1" }));

/** Keeps a picture where somebody asked for pictures. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

async function givenTwelve(): Promise<StationDetail[]> {
  const officer = await tokenOf({ as: "officer" });
  const stations: StationDetail[] = [];
  for (let turn = 1; turn <= 12; turn++) {
    stations.push(
      await ask<StationDetail>("POST", "/stations", officer, {
        name: `点名站 ${turn}`,
        address: `朝阳街 ${turn} 号`,
        district: { code: "640202", text: "大武口区" },
        location: { ...SUBURB, longitude: SUBURB.longitude + turn / 5_000 },
        hours: givenHours(),
        amenities: { microwave: { state: "working" } },
      }),
    );
  }
  return stations;
}

test("twelve stations are asked, three stay silent, and the list says so", async () => {
  const visitor = await openVisitor({ standsAt: SUBURB, serverTime: BEFORE });
  const stations = await givenTwelve();
  const officer = await tokenOf({ as: "officer" });

  // One tap: as usual.
  const keepers = await Promise.all(
    [0, 1, 2].map(async (place) => {
      const keeper = await openVisitor({ serverTime: BEFORE });
      await becomeKeeper(keeper, stations[place]?.id ?? "");
      await keeper.page.getByRole("heading", { name: "国庆节 10月1日到7日，开吗？" }).waitFor();
      return keeper.page;
    }),
  );
  const [first, second, third] = keepers;
  if (!first || !second || !third) throw new Error("three keepers are needed");
  await look(first, "keeper-question");
  await first.getByRole("button", { name: "照常", exact: true }).tap();
  await first.getByText("已存").waitFor();
  // Neither the question nor the line above it waits any more.
  await first.getByText("开吗？").first().waitFor({ state: "detached" });

  await second.getByRole("button", { name: "7 天都不开" }).tap();
  await second.getByText("已存").waitFor();

  // Shut on the first three days, short hours on the others.
  await third.getByRole("button", { name: "改时间" }).tap();
  await third.getByLabel("开门").fill("09:00");
  await third.getByLabel("关门").fill("12:00");
  await third.getByRole("button", { name: "有的天不一样" }).tap();
  for (const day of ["10月1日 周四", "10月2日 周五", "10月3日 周六"]) {
    await third.getByRole("group", { name: day }).getByRole("button", { name: "不开" }).tap();
  }
  await look(third, "keeper-days");
  await third.getByRole("button", { name: "就这样" }).tap();
  await third.getByText("已存").waitFor();

  for (const { id } of stations.slice(3, 9)) {
    await ask("PUT", `/stations/${id}/days`, officer, { days: DAYS.map((date) => ({ date, hours: "usual" })) });
  }

  // Found from 附近, three silent ones named as such.
  await visitor.page.goto("/");
  await visitor.page.getByRole("button", { name: "用我的位置" }).tap();
  await visitor.page.getByText("假期开着的驿站").tap();
  await visitor.page.getByRole("heading", { name: "开着 8 个" }).waitFor();
  await visitor.page.getByRole("heading", { name: /^没人说 3 个/ }).waitFor();
  await visitor.page.getByRole("heading", { name: "不开 1 个" }).waitFor();
  await look(visitor.page, "holiday-list");
  const shown = visitor.page.locator(".holiday-station", { hasText: /^点名站 3/ });
  await shown.getByText("10月1日到3日 不开").waitFor();
  await shown.getByText("10月4日到7日 9:00–12:00").waitFor();

  // The officer answers for one of the three who are silent.
  const { page } = await openClerk("/desk/roll-call?show=silent", { serverTime: BEFORE });
  await page.getByRole("checkbox", { name: "选 点名站 12" }).check();
  await look(page, "desk-roll-call");
  await page.getByRole("button", { name: "替 1 个站答" }).click();
  await page.getByRole("radio", { name: "不开" }).first().check();
  await look(page, "desk-answer");
  await page.getByRole("button", { name: "答 1 个" }).click();
  await page.getByText(/替 1 个站答了/).waitFor();
  await page.getByRole("checkbox", { name: "选 点名站 12" }).waitFor({ state: "detached" });
  await visitor.page.reload();
  await visitor.page.getByRole("heading", { name: /^没人说 2 个/ }).waitFor();
});

test("an officer draws doors, and a checker sees the answer after they have said theirs", async () => {
  const checker = await openVisitor({ standsAt: SUBURB, serverTime: BEFORE });
  await givenTwelve().catch(() => undefined);
  const officer = await tokenOf({ as: "officer" });
  const { code } = await ask<{ code: string }>("POST", "/checks/rounds", officer, {
    area: "6402",
    size: 3,
    from: "2026-09-28",
    to: "2026-09-28",
    hours: [10],
    seed: 1,
  });
  const asked: string[] = [];
  checker.page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await checker.page.goto(`/#/visitor/check/index?code=${code}`);
  await checker.page.getByRole("button", { name: "示例职工" }).tap();
  await checker.page.getByText("还有 3 个门").waitFor();
  await look(checker.page, "check-visits");
  let taps = 0;
  const tap = async (name: string | RegExp) => {
    taps += 1;
    await checker.page.getByRole("button", { name, exact: typeof name === "string" }).tap();
  };
  await checker.page.locator(".check-visit").first().tap();
  await tap("开着");
  await tap("都看到了，都能用");
  await look(checker.page, "check-form");
  expect(asked.some((request) => request.startsWith("GET /api/stations/st_"))).toBe(false);
  await tap("交，交了不能改");
  await checker.page.getByText("我们说：开着").waitFor();
  await look(checker.page, "check-done");
  await tap(/^下一个门/);
  // Nothing of the door before stands in the form of the next.
  await checker.page.getByText("先点开着还是关着").waitFor();
  await tap("关着");
  await tap("交，交了不能改");
  await tap("看还有哪些门");
  await checker.page.getByText("还有 1 个门").waitFor();
  // Four at most for a door: thirty doors are two minutes of taps, at a second each.
  expect(taps).toBeLessThanOrEqual(2 * 4);

  const anybody = await openVisitor({ serverTime: BEFORE });
  await anybody.page.goto("/#/visitor/checked/index?city=6402");
  await anybody.page.getByRole("heading", { name: "2026年9月，查了 2 次" }).waitFor();
  await anybody.page.getByText("2 次里 1 次，95 % 在", { exact: false }).first().waitFor();
  expect(await accessibilityProblems(anybody.page)).toEqual([]);
  await look(anybody.page, "checked");

  const { page } = await openClerk("/desk/checks", { serverTime: BEFORE });
  await page.getByRole("link", { name: "50 %" }).first().click();
  await page.getByRole("heading", { name: "2026-09 的 2 次检查" }).waitFor();
  await look(page, "desk-checks");
});
