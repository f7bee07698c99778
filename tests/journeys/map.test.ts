import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { readTileSource } from "../../miniapp/config/tile-source.js";
import { type MapPoint, toWgs84 } from "../../shared/common/place.js";
import { drawMapWith } from "./support/drawn-map.js";
import { doorsOf, findNearby, listOf } from "./support/nearby.js";
import { CLINIC, COMMUNITY, SQUARE } from "./support/town.js";
import { DESKTOP, openVisitor } from "./support/visitor.js";

/** Stands in for every tile. */
const TILE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><path d="M0 0H256V256" stroke="#888"/></svg>';

/** The line of a station under the map. */
function cardOf(page: Page, name: string): Locator {
  return page.locator(".map-selected .station-row").filter({ hasText: name });
}

/** Where a point lies among the tiles of a zoom, in web Mercator: columns and rows, with parts of them. */
function inMercator({ latitude, longitude }: MapPoint, zoom: number): { column: number; row: number } {
  const radians = (latitude * Math.PI) / 180;
  const tiles = 2 ** zoom;
  return {
    column: ((longitude + 180) / 360) * tiles,
    row: ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * tiles,
  };
}

/** 500 米, 2 公里. */
function metresOf(words: string): number {
  return Number.parseFloat(words) * (words.endsWith("公里") ? 1_000 : 1);
}

test("the map shows the doors of the list by state, and a tapped one tells which it is", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: "看地图" }).tap();
  const map = page.getByRole("region", { name: "驿站地图" });
  const open = map.getByRole("button", { name: `${COMMUNITY}，现在开着 · 20:00 关门` });
  const soon = map.getByRole("button", { name: `${CLINIC}，10:20 关门，还有 20 分钟` });
  await open.waitFor();
  await soon.waitFor();
  expect(await open.locator(".map-pin-open").count()).toBe(1);
  expect(await soon.locator(".map-pin-soon").count()).toBe(1);
  await soon.tap();
  await cardOf(page, CLINIC).tap();
  await page.getByRole("heading", { name: CLINIC, level: 1 }).waitFor();
});

test("Back ends the map and stays on the page, also behind a station that was opened from it", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: "看地图" }).tap();
  const map = page.getByRole("region", { name: "驿站地图" });
  await cardOf(page, COMMUNITY).tap();
  await page.getByRole("heading", { name: COMMUNITY, level: 1 }).waitFor();
  await page.goBack();
  await map.waitFor();
  await page.goBack();
  await map.waitFor({ state: "detached" });
  expect(await doorsOf(page)).toContain(COMMUNITY);
  // Closed by its own button it leaves nothing behind that Back would have to pass.
  await page.getByRole("button", { name: "看地图" }).tap();
  await map.waitFor();
  await page.getByRole("button", { name: "看列表" }).tap();
  await map.waitFor({ state: "detached" });
  await page.getByRole("button", { name: `看详情：${COMMUNITY}` }).tap();
  await page.getByRole("heading", { name: COMMUNITY, level: 1 }).waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "看地图" }).waitFor();
});

test("the first of the list is chosen on the map until another is tapped, and 带我去 stands above the tabs", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: "看地图" }).tap();
  await cardOf(page, COMMUNITY).waitFor();
  expect(await page.locator(".map-pin-selected").getAttribute("data-station-id")).toBe("st_community");
  await page.locator(".map-pin-soon").tap();
  await cardOf(page, CLINIC).waitFor();
  const goes = page.locator(".map-selected").getByRole("button", { name: `带我去${CLINIC}` });
  const tabs = await page.getByRole("navigation").boundingBox();
  const button = await goes.boundingBox();
  expect(button && tabs && button.y + button.height <= tabs.y).toBe(true);
  await goes.tap();
  await page.getByRole("link", { name: "高德地图" }).waitFor();
});

test.each([
  { width: 844, height: 390 },
  { width: 667, height: 375 },
])("on a phone on its side, $width × $height, map, card and 带我去 are on screen together", async (viewport) => {
  const visitor = await openVisitor({ viewport });
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: "看地图" }).click();
  const goes = page.locator(".map-selected").getByRole("button", { name: `带我去${COMMUNITY}` });
  await goes.waitFor();
  const [map, button, tabs] = await Promise.all([
    page.locator(".station-map").boundingBox(),
    goes.boundingBox(),
    page.getByRole("navigation").boundingBox(),
  ]);
  if (!map || !button || !tabs) throw new Error("one of them is not there");
  expect(map.x + map.width).toBeLessThan(button.x);
  expect(map.width).toBeGreaterThan(viewport.width / 3);
  expect(button.y + button.height).toBeLessThanOrEqual(tabs.y);
});

test("without tiles the map draws rings of a kilometre, the names of districts, a scale and north", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: "看地图" }).tap();
  const map = page.locator(".station-map");
  await map.locator(".map-district", { hasText: "兴庆区" }).waitFor({ state: "attached" });
  expect(await map.locator(".map-ring-name").allTextContents()).toEqual(
    [1, 2, 3, 4, 5].map((kilometres) => `${kilometres} 公里`),
  );
  expect(await map.locator(".map-north").textContent()).toBe("↑ 北");
  const scale = await map
    .locator(".map-scale")
    .evaluate((bar) => ({ words: bar.textContent, width: bar.getBoundingClientRect().width }));
  const ring = await map.locator("path.map-ring").first().boundingBox();
  // The first ring is two kilometres across.
  const metres = (2_000 * scale.width) / (ring?.width ?? 1);
  expect(scale.words).toMatch(/^[125]0* (米|公里)$/);
  expect(metres / metresOf(scale.words ?? "")).toBeCloseTo(1, 1);
});

test("with a key of 天地图 ground and labels lie under the place, in their datum, with credit and approval", async () => {
  const { page } = await openVisitor();
  const asked: URL[] = [];
  await page.route(/tianditu/, (route) => {
    asked.push(new URL(route.request().url()));
    return route.fulfill({ contentType: "image/svg+xml", body: TILE });
  });
  const tiles = readTileSource({ TIANDITU_KEY: "0123456789abcdef0123456789abcdef" });
  if (tiles === null) throw new Error("no tiles");
  await drawMapWith(page, tiles, SQUARE);
  const spot = await page.locator(".map-here").boundingBox();
  const under = (layer: string) =>
    page.locator(`img.leaflet-tile-loaded[src*="/${layer}_w/"]`).evaluateAll(
      (images, at) =>
        images
          .map((image) => ({ address: image.getAttribute("src"), box: image.getBoundingClientRect() }))
          .filter(({ box }) => box.left <= at.x && at.x < box.right && box.top <= at.y && at.y < box.bottom)
          .map(({ address, box }) => ({
            address: address ?? "",
            right: (at.x - box.left) / 256,
            down: (at.y - box.top) / 256,
          })),
      { x: (spot?.x ?? 0) + (spot?.width ?? 0) / 2, y: (spot?.y ?? 0) + (spot?.height ?? 0) / 2 },
    );
  for (const layer of ["vec", "cva"]) {
    await expect.poll(() => under(layer)).toHaveLength(1);
    const [tile] = await under(layer);
    const query = new URL(tile?.address ?? "").searchParams;
    const zoom = Number(query.get("TILEMATRIX"));
    const truth = inMercator(toWgs84(SQUARE), zoom);
    expect(Number(query.get("TILECOL")) + (tile?.right ?? 0)).toBeCloseTo(truth.column, 1);
    expect(Number(query.get("TILEROW")) + (tile?.down ?? 0)).toBeCloseTo(truth.row, 1);
    expect(query.get("LAYER")).toBe(layer);
  }
  expect(
    asked.every(({ hostname, searchParams }) => /^t[0-7]\.tianditu\.gov\.cn$/.test(hostname) && searchParams.has("tk")),
  ).toBe(true);
  expect(await page.locator(".leaflet-control-attribution").textContent()).toMatch(/^天地图 GS（2024）0568号/);
  expect(await page.locator(".map-ring").count()).toBe(0);
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
    .getByRole("button", { name: `看详情：${COMMUNITY}` })
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
    .getByRole("button", { name: `${COMMUNITY}，` })
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
  await page.getByText("没网，地图打不开").waitFor();
  await page.getByRole("button", { name: "看列表" }).tap();
  await listOf(page).getByRole("heading", { name: COMMUNITY }).waitFor();
});
