import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { startProduct } from "./product.js";
import { fillTown } from "./town.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the product is served. */
    origin: string;
    /** Where the browser listens. */
    browserEndpoint: string;
  }
}

const BROWSER_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** One product and one browser for all journeys; each test opens a visitor of its own. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct(fillTown);
  const browser = await chromium.launchServer({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: BROWSER_FLAGS,
  });
  project.provide("origin", product.origin);
  project.provide("browserEndpoint", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await product.stop();
  };
}
