import { expect, test } from "vitest";
import type { PackManifest } from "../../shared/packs/pack-answer.js";
import { chip, doorsOf, findNearby, listOf, pressAndWait } from "./support/nearby.js";
import { ALL_DAY, CLINIC, COMMUNITY, SQUARE } from "./support/town.js";
import { openVisitor, type Visitor } from "./support/visitor.js";

const NO_NETWORK = /ERR_INTERNET_DISCONNECTED/;

/** A mini-program has all its pages on the phone; a browser gets the map and the page of a station when first shown. */
async function loadPages(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: "看地图" }).tap();
  await page.getByRole("region", { name: "驿站地图" }).waitFor();
  await page.getByRole("button", { name: "看列表" }).tap();
  await page.getByRole("button", { name: `看详情：${COMMUNITY}` }).tap();
  await page.getByRole("heading", { name: COMMUNITY, level: 1 }).waitFor();
  // Also long enough for the page to have come in: one left before that would take the page below with it.
  await packsKept(visitor);
  await page.getByRole("button", { name: "返回" }).tap();
  await listOf(page).waitFor();
}

/** Until the phone has all that there is around the square. */
async function packsKept({ page }: Visitor): Promise<void> {
  const { latitude, longitude } = SQUARE;
  const answer = await page.request.get(`/api/packs/manifest?latitude=${latitude}&longitude=${longitude}`);
  const { areas }: PackManifest = await answer.json();
  await page.waitForFunction(
    (names) => names.every((name) => localStorage.getItem("packs")?.includes(name)),
    areas.map(({ area }) => area),
  );
}

/** Lets the phone keep the stations around, and goes down into a cellar. */
async function loseNetwork(visitor: Visitor): Promise<void> {
  await packsKept(visitor);
  await visitor.context.setOffline(true);
}

test("without network the phone finds, sifts and ranks by itself, as the server did", async () => {
  const visitor = await openVisitor({ expectedComplaint: NO_NETWORK });
  const { page } = visitor;
  await findNearby(visitor);
  const onFoot = await doorsOf(page);
  const ebike = page.getByRole("button", { name: "骑车" });
  await pressAndWait(page, ebike);
  const online = await doorsOf(page);
  expect(online).not.toEqual(onFoot);
  await loseNetwork(visitor);
  await page.getByRole("button", { name: "走路" }).tap();
  await page.getByText("没网。这是今天 10:00 看到的").waitFor();
  expect(await doorsOf(page)).toEqual(onFoot);
  await ebike.tap();
  await expect.poll(() => doorsOf(page)).toEqual(online);
  await chip(page, "微波炉").tap();
  await page.getByText("没网。这是今天 10:00 看到的").waitFor();
  expect((await doorsOf(page))[0]).toBe(COMMUNITY);
  expect((await doorsOf(page)).length).toBeLessThan(online.length);
  await chip(page, "微波炉").tap();
  await chip(page, "24 小时").tap();
  await listOf(page).getByText(ALL_DAY).first().waitFor();
});

test("without network the map and a station's page open from what the phone keeps", async () => {
  const visitor = await openVisitor({ expectedComplaint: NO_NETWORK });
  const { page } = visitor;
  await loadPages(visitor);
  await loseNetwork(visitor);
  await page.getByRole("button", { name: "看地图" }).tap();
  const map = page.getByRole("region", { name: "驿站地图" });
  await map.getByRole("button", { name: `${CLINIC}，10:20 关门，还有 20 分钟` }).waitFor();
  await page.getByRole("button", { name: "看列表" }).tap();
  await page.getByRole("button", { name: `看详情：${COMMUNITY}` }).tap();
  await page.getByRole("heading", { name: COMMUNITY, level: 1 }).waitFor();
  await page.getByText("连不上网。这是今天 10:00 的情况").waitFor();
  for (const told of ["丽景街街道银虹社区 12 号", "社区卫生站旁边", "推门就进，无需登记", "0951-6022000"]) {
    await page.locator(".page.station").getByText(told, { exact: true }).waitFor();
  }
});

test("a report made without network waits on the phone, and is sent when there is network again", async () => {
  const visitor = await openVisitor({ expectedComplaint: NO_NETWORK });
  const { page, context } = visitor;
  await loadPages(visitor);
  await loseNetwork(visitor);
  await listOf(page).locator(".station-row", { hasText: CLINIC }).tap();
  await page.getByText("连不上网。这是今天 10:00 的情况").waitFor();
  // The page of the station seen before may still be on its way out.
  await page.getByRole("button", { name: "有别的不对？告诉站里" }).last().tap();
  await page.getByRole("button", { name: "信息不对" }).tap();
  await page.getByRole("textbox").fill("门牌换到东边了");
  await page.getByRole("button", { name: "告诉站里" }).tap();
  await page.getByText("记下了，谢谢").waitFor();
  const answered = page.waitForResponse((response) => response.url().endsWith("/reports"));
  await context.setOffline(false);
  expect((await answered).status()).toBe(201);
});
