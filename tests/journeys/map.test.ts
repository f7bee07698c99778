import { expect, test } from "vitest";
import { findNearby, listOf } from "./support/nearby.js";
import { CLINIC, COMMUNITY } from "./support/town.js";
import { DESKTOP, openVisitor } from "./support/visitor.js";

test("the map shows the doors of the list by state, and a tapped one tells which it is", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: "看地图" }).tap();
  const map = page.getByRole("region", { name: "驿站地图" });
  const open = map.getByRole("button", { name: `${COMMUNITY},现在开着 · 20:00 关门` });
  const soon = map.getByRole("button", { name: `${CLINIC},10:20 关门,还有 20 分钟` });
  await open.waitFor();
  await soon.waitFor();
  expect(await open.locator(".map-pin-open").count()).toBe(1);
  expect(await soon.locator(".map-pin-soon").count()).toBe(1);
  await soon.tap();
  const row = page.locator(".map-card").getByRole("button", { name: new RegExp(CLINIC) });
  await row.filter({ has: page.locator(".station-row-name") }).tap();
  await page.getByRole("heading", { name: CLINIC, level: 1 }).waitFor();
});

test("while the map is shown the list stays for screen readers, and 看列表 brings it back", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: "看地图" }).tap();
  expect(await listOf(page).getByRole("heading", { name: COMMUNITY }).count()).toBe(1);
  await page.getByRole("button", { name: "看列表" }).tap();
  expect(await page.getByRole("region", { name: "驿站地图" }).count()).toBe(0);
  await listOf(page)
    .getByRole("button", { name: `看详情:${COMMUNITY}` })
    .tap();
});

test("the map asks nobody else for anything", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):|^http:\/\/127\.0\.0\.1/.test(request.url())) foreign.push(request.url());
  });
  await findNearby(visitor);
  await page.getByRole("button", { name: "看地图" }).tap();
  await page
    .getByRole("button", { name: `${COMMUNITY},` })
    .first()
    .waitFor();
  expect(foreign).toEqual([]);
});

test("on a wide screen the map stands beside the list", async () => {
  const visitor = await openVisitor({ viewport: DESKTOP });
  const { page } = visitor;
  await findNearby(visitor);
  const map = await page.getByRole("region", { name: "驿站地图" }).boundingBox();
  const list = await listOf(page).boundingBox();
  expect(list && map && list.x + list.width <= map.x).toBe(true);
});

test("without network the map says that it cannot be shown, and the list is still there", async () => {
  const visitor = await openVisitor({ expectedComplaint: /ERR_INTERNET_DISCONNECTED/ });
  const { page, context } = visitor;
  await findNearby(visitor);
  await context.setOffline(true);
  await page.getByRole("button", { name: "看地图" }).tap();
  await page.getByText("没网,地图打不开").waitFor();
  await page.getByRole("button", { name: "看列表" }).tap();
  await listOf(page).getByRole("heading", { name: COMMUNITY }).waitFor();
});
