import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { connectRedis } from "../../api/redis/client.js";
import { NO_SNAPSHOT, redisDependencies } from "../../api/wiring/redis-dependencies.js";
import { ensureChromium } from "../../scripts/set-up/chromium-binary.mjs";
import { BROWSER_FLAGS } from "../../tests/support/browser-flags.js";
import { givenDeed } from "../../tests/support/given.js";
import { startLocalRedis } from "../../tests/support/local-redis.js";
import { madeUpStations, seededRandom } from "../made-up-stations.js";
import { startDemo } from "../national/servers.js";
import { printTable } from "../print-table.js";

const STATIONS = 8_000;
const LOADS = 5;
const KEYS = 60;
const SCROLL_SECONDS = 4;
const PIXELS_A_SECOND = 3_000;
const JERK_MS = 50;
const CHANGED = 49;
const DESK = resolve(import.meta.dirname, "../../desk/dist");

interface Probe {
  /** When the first row was painted, and the last of all, from the start of the load, milliseconds. */
  firstRow: number | null;
  allRows: number | null;
}

/** The officers' table of 8,000 stations, as built into desk/dist, on a computer of an office. */
export async function benchDesk(): Promise<void> {
  const local = await startLocalRedis();
  const { redis, close } = await connectRedis({ transport: "tcp", url: local.url });
  try {
    const { stations } = redisDependencies(redis, NO_SNAPSHOT);
    for (const station of madeUpStations(STATIONS, seededRandom(20_261_129))) {
      await stations.put({ station, previous: null, by: givenDeed });
    }
    const server = await startDemo(local.url, "/api/health");
    const browser = await chromium.launch({ executablePath: await ensureChromium(), args: BROWSER_FLAGS });
    try {
      const context = await browser.newContext({
        baseURL: `http://127.0.0.1:${server.port}`,
        viewport: { width: 1366, height: 768 },
        locale: "zh-CN",
        timezoneId: "Asia/Shanghai",
      });
      await context.addInitScript("globalThis.__name = (made) => made");
      await measure(context);
    } finally {
      await browser.close();
      await server.stop();
    }
  } finally {
    close();
    await local.stop();
  }
}

async function measure(context: BrowserContext): Promise<void> {
  const firstLoad = await signedIn(context);
  const paints: Probe[] = [];
  for (let load = 0; load < LOADS; load++) paints.push(await paintedOnce(context));
  const page = await context.newPage();
  await openTable(page);
  const keys = await keystrokes(page);
  const session = await context.newCDPSession(page);
  const frames = await scrolled(page);
  const work = await workAFrame(session, page);
  const empty = await scrolledEmpty(context);
  const changes = await changedMany(page);
  const over = (times: readonly number[]) => String(times.filter((ms) => ms > JERK_MS).length);
  printTable(
    `The desk's table of ${STATIONS} stations, 1366 × 768`,
    ["what", "middle", "worst", "limit"],
    [
      ["first rows painted, ms", ...middleAndWorst(paints.map(({ firstRow }) => firstRow ?? Number.NaN)), "1500"],
      ["all rows there, ms", ...middleAndWorst(paints.map(({ allRows }) => allRows ?? Number.NaN)), ""],
      [`an arrow key answered, ms (${keys.length} times)`, ...middleAndWorst(keys), "100"],
      [`a frame while scrolling ${PIXELS_A_SECOND} px/s, ms (${frames.length})`, ...middleAndWorst(frames), "50"],
      [`frames over ${JERK_MS} ms`, over(frames), "", "0"],
      [`the same of an empty box (${empty.length}): what the machine stutters by itself`, over(empty), "", ""],
      ["processor time of the page in such a frame, ms", work.toFixed(1), "", ""],
      [`${CHANGED} changes stored and shown, ms`, String(Math.round(changes)), "", "2000"],
      ["first load of 今天, KB gzip", (firstLoad / 1_024).toFixed(1), "", "500"],
    ],
  );
}

/** @returns how much of the program came with the first page, bytes of gzip */
async function signedIn(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  await page.goto("/desk/today");
  await page.getByRole("button", { name: "用示例干部登录" }).click();
  await page.getByRole("heading", { name: "今天" }).waitFor();
  await page.waitForLoadState("networkidle");
  const names = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith("/desk/assets/")),
  );
  await page.close();
  return [...new Set(names)].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(DESK, path.slice("/desk/".length)))).byteLength,
    0,
  );
}

async function paintedOnce(context: BrowserContext): Promise<Probe> {
  const page = await context.newPage();
  await page.addInitScript((count) => {
    const probe = { firstRow: null, allRows: null } as Probe;
    Object.assign(window, { probe });
    const look = () => {
      if (probe.firstRow === null && document.querySelector("[data-row]") !== null) probe.firstRow = performance.now();
      const isAll = document.querySelector(".table-foot")?.textContent?.startsWith(`${count} 个`) ?? false;
      if (isAll) probe.allRows = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, STATIONS);
  await openTable(page);
  const probe = await page.evaluate(() => (window as unknown as { probe: Probe }).probe);
  await page.close();
  return probe;
}

async function openTable(page: Page): Promise<void> {
  await page.goto("/desk/stations");
  await page.getByText(`${STATIONS} 个驿站`).waitFor();
  await page.waitForLoadState("networkidle");
}

/** From each key to the frame that shows what it did, milliseconds. */
async function keystrokes(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    addEventListener(
      "keydown",
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp))),
      true,
    );
  });
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 3 === 2 ? "ArrowRight" : "ArrowDown");
    await page.waitForFunction((count) => (window as unknown as { times: number[] }).times.length > count, key);
  }
  return page.evaluate(() => (window as unknown as { times: number[] }).times);
}

/** Between one frame and the next while the table moves, milliseconds. */
function scrolled(page: Page): Promise<number[]> {
  return page.evaluate(
    ({ seconds, speed }) =>
      new Promise<number[]>((resolveTimes) => {
        const grid = document.querySelector(".grid");
        const times: number[] = [];
        const from = performance.now();
        let before = from;
        const step = (now: number) => {
          if (now > before) times.push(now - before);
          before = now;
          grid?.scrollTo(0, ((now - from) / 1_000) * speed);
          if (now - from < seconds * 1_000) requestAnimationFrame(step);
          else resolveTimes(times.slice(1));
        };
        requestAnimationFrame(step);
      }),
    { seconds: SCROLL_SECONDS, speed: PIXELS_A_SECOND },
  );
}

/** As {@link scrolled}, with nothing to draw. */
async function scrolledEmpty(context: BrowserContext): Promise<number[]> {
  const page = await context.newPage();
  await page.setContent(
    `<div class="grid" style="height:600px;overflow:auto"><div style="height:300000px"></div></div>`,
  );
  const times = await scrolled(page);
  await page.close();
  return times;
}

/**
 * What the page's main thread has a processor for in a frame while scrolling, milliseconds: a busy machine does not
 * change it.
 */
async function workAFrame(session: CDPSession, page: Page): Promise<number> {
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const taken = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
  const before = await taken();
  const frames = await scrolled(page);
  return ((await taken()) - before) * (1_000 / Math.max(1, frames.length));
}

/** From the press of the button to the line that says it is stored, milliseconds. */
async function changedMany(page: Page): Promise<number> {
  await page.evaluate(() => document.querySelector(".grid")?.scrollTo(0, 0));
  await page.locator('[data-row="0"] [data-column="0"]').click();
  for (let row = 1; row < CHANGED; row++) await page.keyboard.press("Shift+ArrowDown");
  await page.getByRole("button", { name: "改时间" }).click();
  await page.getByRole("textbox", { name: /都写成/ }).fill("周一至周五 8:30-12:00;13:30-17:30");
  const from = performance.now();
  await page.getByRole("button", { name: `改 ${CHANGED} 个` }).click();
  await page.getByText(`刚才改了 ${CHANGED} 个站的时间`).waitFor();
  return performance.now() - from;
}

function middleAndWorst(values: readonly number[]): [string, string] {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return [middle.toFixed(1), (sorted.at(-1) ?? Number.NaN).toFixed(1)];
}
