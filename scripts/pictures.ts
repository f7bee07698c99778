import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { type MapPoint, toWgs84 } from "../shared/common/place.js";
import { DAY_MS } from "../shared/common/time.js";
import { startProduct } from "../tests/journeys/support/product.js";
import { BROWSER_FLAGS } from "../tests/support/browser-flags.js";
import { ensureChromium } from "./set-up/chromium-binary.mjs";
import { ensureRedisServer } from "./set-up/redis-binary.mjs";

/**
 * Takes the pictures of the two READMEs anew from the demo, on a Redis of its own: `npm run pictures`. The pages must be
 * built (`npm run build:h5`). It is the next Wednesday morning there, so that the same doors are open whenever it is run.
 */
const FOLDER = fileURLToPath(new URL("../docs/pictures", import.meta.url));
/** The demo's stations stand around it. GCJ-02. */
const CENTRE: MapPoint = { latitude: 38.474, longitude: 106.289 };
const PHONE = { width: 390, height: 844 };

interface Picture {
  file: string;
  /** What a person does until the page shows it. */
  open: (page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  {
    file: "nearby.jpg",
    open: async (page) => {
      await page.goto("/");
      await page.getByRole("button", { name: "用我的位置" }).click();
      await page.getByRole("region", { name: "驿站列表" }).waitFor();
    },
  },
  {
    file: "classes.jpg",
    open: async (page) => {
      await page.goto("/#/pages/classes/index");
      await page.getByText("示例", { exact: false }).first().waitFor();
    },
  },
  {
    file: "keeper.jpg",
    open: async (page) => {
      await page.goto("/#/pages/me/index");
      await page.getByRole("button", { name: "示例站长" }).click();
      await page.getByRole("button", { name: "退出登录" }).waitFor();
      await page.getByText("站长工作台").first().click();
      await page.getByText("看哪个驿站").waitFor();
      await page.getByRole("button", { name: /银虹社区/ }).click();
      await page.getByText("你是站长").waitFor();
    },
  },
];

async function take(browser: Browser, origin: string, { file, open }: Picture): Promise<void> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: PHONE,
    hasTouch: true,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    permissions: ["geolocation"],
    geolocation: toWgs84(CENTRE),
  });
  const page = await context.newPage();
  await open(page);
  await page.screenshot({ path: `${FOLDER}/${file}`, type: "jpeg", quality: 72, animations: "disabled" });
  await context.close();
  console.log(`docs/pictures/${file}`);
}

/** Wednesday at ten in Beijing: the demo has confirmed its stations before. */
function nextWednesday(): string {
  const day = new Date(Date.now() + DAY_MS);
  while (day.getUTCDay() !== 3) day.setUTCDate(day.getUTCDate() + 1);
  return `${day.toISOString().slice(0, 10)}T02:00:00.000Z`;
}

async function setClock(origin: string): Promise<void> {
  const answer = await fetch(`${origin}/api/demo/clock`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ now: nextWednesday() }),
  });
  if (!answer.ok) throw new Error(`The demo's clock cannot be set: ${answer.status}.`);
}

mkdirSync(FOLDER, { recursive: true });
const executablePath = await ensureChromium();
process.env.REDIS_SERVER_PATH = await ensureRedisServer();
const product = await startProduct(async () => {});
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
try {
  await setClock(product.origin);
  for (const picture of PICTURES) await take(browser, product.origin, picture);
} finally {
  await browser.close();
  await product.stop();
}
