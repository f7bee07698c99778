import type { Page } from "playwright-core";
import type { MapPoint } from "../../shared/common/place.js";
import { printTable } from "../print-table.js";
import { openSlowPhone } from "./slow-phone.js";

const TIMES = 7;
/** What is tapped, and what says that the next page's frame stands. */
const TAPS = [
  { title: "看详情", button: ".answer-more .button", frame: ".station-head h1, .station-head .answer-name" },
  { title: "课程", button: ".weui-tabbar__item:nth-child(2)", frame: ".page.classes, .page .skeleton" },
] as const;

declare global {
  interface Window {
    benchTap: { tappedAt: number; drawnAt: number };
  }
}

/**
 * From a tap to the frame of the next page on a four times slower processor, the page not opened before: with its file on
 * the phone, and with its file never coming. The input's own way to the page counts, the drawing too.
 */
export async function benchTapToFrame(origin: string, standsAt: MapPoint): Promise<void> {
  const rows: string[][] = [];
  for (const tap of TAPS) {
    for (const comes of [true, false]) {
      const took: number[] = [];
      for (let time = 0; time < TIMES; time++) took.push(await tapOnce(origin, standsAt, tap, comes));
      took.sort((one, other) => one - other);
      const middle = took[Math.floor(took.length / 2)] ?? 0;
      rows.push([tap.title, comes ? "on the phone" : "never comes", middle.toFixed(0), (took.at(-1) ?? 0).toFixed(0)]);
    }
  }
  printTable(
    `From a tap to the next page's frame, 4 × slower processor; ${TIMES} times each, milliseconds`,
    ["tapped", "its file", "middle", "longest"],
    rows,
  );
}

async function tapOnce(
  origin: string,
  standsAt: MapPoint,
  { button, frame }: (typeof TAPS)[number],
  comes: boolean,
): Promise<number> {
  const phone = await openSlowPhone(origin, standsAt);
  try {
    const page = await phone.newPage("fast");
    await page.goto("/");
    await page.getByRole("button", { name: "用我的位置" }).click();
    await page.locator(".answer-card").waitFor();
    await page.locator("#opening").waitFor({ state: "detached" });
    // The program is kept by then, all pages with it.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    if (!comes) await withoutFiles(page);
    const session = await phone.context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.evaluate(watchForFrame, frame);
    await page.locator(button).first().tap();
    await page.waitForFunction(() => window.benchTap.drawnAt > 0);
    return await page.evaluate(() => window.benchTap.drawnAt - window.benchTap.tappedAt);
  } finally {
    await phone.close();
  }
}

/** Files of pages never come any more. */
async function withoutFiles(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.context().route(/\/(chunk|css)\//, () => {});
}

/** Runs in the page: from the finger's touch to the frame that shows the next page. */
function watchForFrame(frame: string): void {
  window.benchTap = { tappedAt: 0, drawnAt: 0 };
  addEventListener("touchstart", ({ timeStamp }) => (window.benchTap.tappedAt ||= timeStamp), { capture: true });
  new MutationObserver((_, watch) => {
    if (window.benchTap.tappedAt === 0 || document.querySelector(frame) === null) return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame((at) => (window.benchTap.drawnAt = at)));
  }).observe(document, { childList: true, subtree: true });
}
