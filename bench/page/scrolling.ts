import type { CDPSession, Page } from "playwright-core";
import type { MapPoint } from "../../shared/common/place.js";
import { printTable } from "../print-table.js";
import { openSlowPhone } from "./slow-phone.js";

const LENGTHS = [60, 200] as const;
const TIMES = 5;
const SCROLL_PIXELS = 4_500;
const PIXELS_A_SECOND = 3_000;
/** A frame that comes later than this was missed by the eye: three of sixty in a second. */
const JERK_MS = 50;

/**
 * Scrolls the same way through a short list and the longest with a four times slower processor, in turns: what the
 * machine itself stutters falls on both alike.
 */
export async function benchScrolling(origin: string, standsAt: MapPoint): Promise<void> {
  const runs = new Map<number, Frames[]>(LENGTHS.map((length) => [length, []]));
  for (let time = 0; time < TIMES; time++) {
    for (const [length, all] of runs) all.push(await scrollOnce(origin, standsAt, length));
  }
  printTable(
    `Scrolling ${SCROLL_PIXELS} px down at ${PIXELS_A_SECOND} px/s, 4 × slower processor; ${TIMES} times each`,
    ["stations", "frames", "middle frame ms", `frames over ${JERK_MS} ms`, "long tasks"],
    [...runs].map(([length, all]) => {
      const times = all.flatMap((run) => run.times).sort((one, other) => one - other);
      return [
        String(length),
        String(times.length),
        (times[Math.floor(times.length / 2)] ?? 0).toFixed(1),
        String(times.filter((ms) => ms > JERK_MS).length),
        String(all.reduce((sum, { longTasks }) => sum + longTasks, 0)),
      ];
    }),
  );
}

async function scrollOnce(origin: string, standsAt: MapPoint, length: number): Promise<Frames> {
  const phone = await openSlowPhone(origin, standsAt);
  try {
    const page = await phone.newPage("fast");
    await growList(page, length);
    // The packs come after the list; they are not what is looked at here.
    await page.waitForFunction(() => localStorage.getItem("packs") !== null);
    const session = await phone.context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    return await scrolled(page, session);
  } finally {
    await phone.close();
  }
}

interface Frames {
  /** Between one frame and the next, milliseconds. */
  times: number[];
  /** Pieces of work over 50 ms while scrolling. */
  longTasks: number;
}

/** Opens the page and has its list grow to so many stations. */
async function growList(page: Page, length: number): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "用我的位置" }).click();
  const rows = page.locator(".station-row");
  await rows.first().waitFor();
  // All of them, the shut ones too: at night few are open.
  await page.getByRole("button", { name: "现在能用" }).click();
  await rows.first().waitFor();
  // The first is a card.
  for (let drawn = await rows.count(); drawn < length - 1; drawn = await rows.count()) {
    // Not in one leap: the end counts as reached again only after it was out of sight.
    await scrollTo(page, 0);
    await scrollTo(page, 1e6);
    await page.waitForFunction((before) => document.querySelectorAll(".station-row").length > before, drawn);
  }
  await scrollTo(page, 0);
}

async function scrollTo(page: Page, top: number): Promise<void> {
  await page.evaluate(async (y) => {
    document.querySelector(".taro_page_show")?.scrollTo(0, y);
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  }, top);
}

async function scrolled(page: Page, session: CDPSession): Promise<Frames> {
  await page.evaluate(() => {
    const watched = { times: [] as number[], longTasks: 0, isOver: false };
    window.benchFrames = watched;
    new PerformanceObserver((list) => {
      watched.longTasks += list.getEntries().length;
    }).observe({ type: "longtask" });
    let last = performance.now();
    const frame = (now: number) => {
      watched.times.push(now - last);
      last = now;
      if (!watched.isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await session.send("Input.synthesizeScrollGesture", {
    x: 195,
    y: 500,
    yDistance: -SCROLL_PIXELS,
    speed: PIXELS_A_SECOND,
    preventFling: true,
  });
  const down = await page.evaluate(() => {
    window.benchFrames.isOver = true;
    return { ...window.benchFrames, at: document.querySelector(".taro_page_show")?.scrollTop ?? 0 };
  });
  if (down.at < SCROLL_PIXELS / 2) throw new Error(`the list scrolled to ${down.at} px only`);
  return { times: down.times.slice(1), longTasks: down.longTasks };
}

declare global {
  interface Window {
    benchFrames: { times: number[]; longTasks: number; isOver: boolean };
  }
}
