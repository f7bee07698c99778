import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CLASS_SCREENS } from "./support/class-screens.js";
import { findNearby } from "./support/nearby.js";
import { cutContent, scrollsSideways, smallTargets, smallText } from "./support/page-checks.js";
import { SCREENS, type Screen } from "./support/screens.js";
import { openVisitor, PHONE, type Visitor } from "./support/visitor.js";
import { WISH_SCREENS } from "./support/wish-screens.js";

const MAIN_SCREENS = [
  "nearby, before the position",
  "nearby, list",
  "nearby, map",
  "station",
  "classes, timetable",
  "class",
  "wishes, nobody signed in",
  "me",
].map((name): Screen => {
  const screen = [...SCREENS, ...CLASS_SCREENS, ...WISH_SCREENS].find((one) => one.name === name);
  if (screen === undefined) throw new Error(`there is no screen ${name}`);
  return screen;
});

/** Pixels, by the ministry's figures for elder modes: what is read, what is said beside it, and what is pressed. */
const READ = 30;
const SAID_BESIDE = 18;
const PRESSED = 60;

async function inLargeText({ context }: Visitor): Promise<void> {
  await context.addInitScript(() => {
    if (localStorage.getItem("settings") === null) {
      localStorage.setItem("settings", JSON.stringify({ data: JSON.stringify({ largeText: true }) }));
    }
  });
}

/** As a phone whose letters are twice as large, or a browser at 200 %. */
async function doubleEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`;
  });
}

describe.each([{ width: 320, height: 640 }, PHONE])("大字 on a phone of $width × $height", (viewport) => {
  test.each(MAIN_SCREENS)(
    "$name: what is read and what is pressed is large, nothing is cut or lies aside",
    async (screen) => {
      const visitor = await openVisitor({ ...screen.options, viewport });
      await inLargeText(visitor);
      await screen.show(visitor);
      const { page } = visitor;
      expect(await page.locator(".page.large-text").count()).toBeGreaterThan(0);
      expect({
        text: await smallText(page, READ, SAID_BESIDE),
        // A pin of 60 covers its neighbour; the ground around smaller ones counts as pressed (below).
        targets: (await smallTargets(page, PRESSED)).filter((target) => !target.includes("map-pin-box")),
        cut: await cutContent(page),
        sideways: await scrollsSideways(page),
      }).toEqual({ text: [], targets: [], cut: [], sideways: [] });
    },
  );
});

test.each([PHONE, { width: 360, height: 640 }])(
  "in 大字 on a phone of $width × $height 带我去 is on the first screen",
  async (viewport) => {
    const visitor = await openVisitor({ viewport });
    await inLargeText(visitor);
    await findNearby(visitor);
    const { page } = visitor;
    await page.evaluate(() => window.scrollTo(0, 0));
    const goes = await page.locator(".answer-card .take-me-there").boundingBox();
    const tabs = await page.getByRole("navigation").boundingBox();
    expect(goes && tabs && goes.y + goes.height <= tabs.y).toBe(true);
  },
);

test.each(MAIN_SCREENS)("$name: with everything twice as large nothing is cut", async (screen) => {
  const visitor = await openVisitor({ ...screen.options, viewport: { width: 375, height: 640 } });
  await screen.show(visitor);
  await doubleEverything(visitor.page);
  expect(await cutContent(visitor.page)).toEqual([]);
});

test("with everything twice as large the place keeps its name on one line, the buttons below", async () => {
  const visitor = await openVisitor({ viewport: { width: 375, height: 640 } });
  const { page } = visitor;
  await findNearby(visitor);
  await doubleEverything(page);
  const name = page.getByRole("heading", { name: "我的附近" });
  const { lines, width } = await name.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return { lines: range.getClientRects().length, width: element.getBoundingClientRect().width };
  });
  expect(lines).toBe(1);
  expect(width).toBeGreaterThan(375 / 2);
  const button = await page.getByRole("button", { name: "看地图" }).boundingBox();
  const place = await name.boundingBox();
  expect(button && place && button.y >= place.y + place.height).toBe(true);
});

test("the first screen offers 大字 in words, and takes it back", async () => {
  const { page } = await openVisitor();
  await page.goto("/");
  await page.getByRole("button", { name: "字太小？换成大字" }).tap();
  expect(await page.locator(".page.nearby.large-text").count()).toBe(1);
  await page.reload();
  await page.getByRole("button", { name: "换回普通字" }).tap();
  expect(await page.locator(".page.nearby.large-text").count()).toBe(0);
});

test("in 大字 the rarer chips stand behind 更多", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await inLargeText(visitor);
  await findNearby(visitor);
  const chips = page.getByRole("group", { name: "筛选" });
  expect(await chips.getByRole("button", { name: "微波炉" }).count()).toBe(0);
  await chips.getByRole("button", { name: "更多" }).tap();
  await chips.getByRole("button", { name: "微波炉" }).tap();
  await chips.getByRole("button", { name: "收起" }).tap();
  expect(await chips.getByRole("button", { name: "微波炉" }).getAttribute("aria-pressed")).toBe("true");
});

test("in 大字 a pin of the map is pressed within 60 by 60, also beside its drawing", async () => {
  const visitor = await openVisitor();
  await inLargeText(visitor);
  await findNearby(visitor);
  const { page } = visitor;
  await page.getByRole("button", { name: "看地图" }).tap();
  const selected = page.locator(".map-pin-selected");
  await selected.waitFor();
  const first = await selected.getAttribute("data-station-id");
  const aside = await groundBeside(page, 29, 36);
  await page.touchscreen.tap(...aside.farther);
  expect(await selected.getAttribute("data-station-id")).toBe(first);
  await page.touchscreen.tap(...aside.nearer);
  await expect.poll(() => selected.getAttribute("data-station-id")).toBe(aside.id);
});

/** Points beside a pin that is not chosen, so many pixels from its middle, where nothing lies but the map's ground. */
async function groundBeside(page: Page, near: number, far: number) {
  const found = await page.evaluate(
    ([near, far]) => {
      const pins = [...document.querySelectorAll<HTMLElement>(".map-pin-box")].map((box) => {
        const { left, top, width, height } = box.getBoundingClientRect();
        const face = box.querySelector<HTMLElement>(".map-pin:not(.map-pin-selected)");
        return { x: left + width / 2, y: top + height / 2, id: face?.dataset.stationId ?? null };
      });
      const isGround = ([x, y]: [number, number]) =>
        document.elementFromPoint(x, y)?.closest(".station-map") != null &&
        document.elementFromPoint(x, y)?.closest(".map-pin-box, .leaflet-control") == null;
      for (const { x, y, id } of pins) {
        if (id === null) continue;
        for (const [across, down] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ] as const) {
          const at = (away: number): [number, number] => [x + across * away, y + down * away];
          const [nearer, farther] = [at(near), at(far)];
          const isAlone = pins.every(
            (pin) => pin.id === id || Math.hypot(pin.x - farther[0], pin.y - farther[1]) > far,
          );
          if (isAlone && isGround(nearer) && isGround(farther)) return { id, nearer, farther };
        }
      }
      return null;
    },
    [near, far] as const,
  );
  if (found === null) throw new Error("no pin stands alone");
  return found;
}

test("on the map the names of stations grow with 大字", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: "看地图" }).tap();
  const name = page.locator(".map-pin-selected > span");
  // Hidden where a name before it takes its place; its size is the same.
  await name.waitFor({ state: "attached" });
  const size = () => name.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const normal = await size();
  await page.locator(".page.nearby").evaluate((element) => element.classList.add("large-text"));
  expect(await size()).toBeGreaterThan(normal * 1.5);
});
