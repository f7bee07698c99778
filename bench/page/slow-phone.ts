import { type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { ensureChromium } from "../../scripts/set-up/chromium-binary.mjs";
import { type MapPoint, toWgs84 } from "../../shared/common/place.js";
import { BROWSER_FLAGS } from "../../tests/support/browser-flags.js";

/**
 * What a cheap phone on a bad network is taken to be: a fourth of this machine's speed, 400 kbit/s, 400 ms there and
 * back.
 */
const CPU_SLOW_DOWN = 4;
const SLOW_3G = { latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };

type Network = "slow" | "none" | "fast";

export interface SlowPhone {
  context: BrowserContext;
  /** A new page, slowed down before it goes anywhere; `fast`: not at all. */
  newPage(network: Network): Promise<Page>;
  close(): Promise<void>;
}

/** A browser of a phone's size whose owner has allowed the position, with an empty cache. */
export async function openSlowPhone(origin: string, standsAt: MapPoint): Promise<SlowPhone> {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: BROWSER_FLAGS });
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    permissions: ["geolocation"],
    geolocation: toWgs84(standsAt),
  });
  // tsx has named functions call this, also in what is sent to the page.
  await context.addInitScript("globalThis.__name = (made) => made");
  return {
    context,
    async newPage(network) {
      const page = await context.newPage();
      if (network !== "fast") await slowDown(await context.newCDPSession(page), network === "none");
      return page;
    },
    close: () => browser.close(),
  };
}

async function slowDown(session: CDPSession, offline: boolean): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { ...SLOW_3G, offline });
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOW_DOWN });
}
