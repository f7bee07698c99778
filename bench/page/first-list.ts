import type { Page } from "playwright-core";
import type { MapPoint } from "../../shared/common/place.js";
import { printTable } from "../print-table.js";
import { openSlowPhone, type SlowPhone } from "./slow-phone.js";

const TIMES = 5;
const GIVE_UP_MS = 60_000;

/** When something first stood in the page, in milliseconds after the navigation began. */
interface Marks {
  /** Anything drawn at all. */
  drawn: number;
  /** The button that asks for the position; null: it was not needed. */
  button: number | null;
  /** The names of stations. */
  names: number;
}

/** From opening the page to the names of stations on a slow phone: the first time, the next time, and without network. */
export async function benchFirstList(origin: string, standsAt: MapPoint): Promise<void> {
  const cold: Marks[] = [];
  const warm: Marks[] = [];
  const cut: (Marks | null)[] = [];
  for (let time = 0; time < TIMES; time++) {
    const phone = await openSlowPhone(origin, standsAt);
    try {
      await phone.context.addInitScript(noteMarks);
      const first = await phone.newPage("slow");
      cold.push(await openAndWait(first));
      await keptForLater(first);
      await first.close();
      warm.push(await openAgain(phone, "slow"));
      cut.push(await openAgain(phone, "none").catch(() => null));
    } finally {
      await phone.close();
    }
  }
  const opened = cut.filter((marks) => marks !== null);
  printTable(
    `First list, 4 × slower processor, 400 kbit/s and 400 ms; medians of ${TIMES}, seconds`,
    ["", "something drawn", "the button", "names", "from the tap to names"],
    [
      row("first visit, nothing cached", cold),
      row("next visit, pack kept", warm),
      opened.length === cut.length
        ? row("next visit, no network", opened)
        : ["next visit, no network", "does not open"],
    ],
  );
}

function row(title: string, all: readonly Marks[]): string[] {
  const tapped = all.flatMap(({ button, names }) => (button === null ? [] : [names - button]));
  return [
    title,
    seconds(all.map(({ drawn }) => drawn)),
    seconds(all.flatMap(({ button }) => button ?? [])),
    seconds(all.map(({ names }) => names)),
    seconds(tapped),
  ];
}

/** The middle one. */
function seconds(times: readonly number[]): string {
  const middle = [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];
  return middle === undefined ? "" : (middle / 1_000).toFixed(2);
}

async function openAgain(phone: SlowPhone, network: "slow" | "none"): Promise<Marks> {
  const page = await phone.newPage(network);
  try {
    return await openAndWait(page);
  } finally {
    await page.close();
  }
}

async function openAndWait(page: Page): Promise<Marks> {
  await page.goto("/", { timeout: GIVE_UP_MS, waitUntil: "commit" });
  await page.waitForFunction(() => "names" in window.benchMarks, null, { timeout: GIVE_UP_MS });
  return page.evaluate(() => {
    const { button = null, names = 0 } = window.benchMarks;
    const drawn = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? names;
    return { drawn, button, names };
  });
}

/** Until the phone keeps the packs around, and the browser what opens the page without network, if it does. */
async function keptForLater(page: Page): Promise<void> {
  await page.waitForFunction(() => localStorage.getItem("packs") !== null, null, { timeout: GIVE_UP_MS });
  await page.evaluate(async () => {
    if ((await navigator.serviceWorker.getRegistrations()).length > 0) await navigator.serviceWorker.ready;
  });
}

declare global {
  interface Window {
    benchMarks: { button?: number; names?: number };
  }
}

/** Runs in the page before its own scripts: notes when things come, and taps the button as soon as it is there. */
function noteMarks(): void {
  window.benchMarks = {};
  const look = () => {
    const marks = window.benchMarks;
    if (marks.button === undefined) {
      const button = [...document.querySelectorAll<HTMLElement>(".ask .button")].find(
        ({ textContent }) => textContent === "用我的位置",
      );
      if (button) {
        marks.button = performance.now();
        button.click();
      }
    }
    if (marks.names === undefined && document.querySelector(".answer-name, .station-row-name")) {
      marks.names = performance.now();
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
