import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { BROWSER_FLAGS } from "../../support/browser-flags.js";
import { startProduct } from "./product.js";
import { fillTown } from "./town.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the products are served, one for each worker. */
    origins: string[];
    /** A folder where each worker marks the product that it has. */
    claims: string;
    /** Where the browser listens. */
    browserEndpoint: string;
  }
}

/**
 * A product for each worker, since a journey sets its product's clock, and one browser for all; each test opens a visitor
 * of its own.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const workers = Array.from({ length: project.config.maxWorkers }, () => startProduct(fillTown));
  const products = await Promise.all(workers);
  const browser = await chromium.launchServer({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: BROWSER_FLAGS,
  });
  project.provide(
    "origins",
    products.map((product) => product.origin),
  );
  const claims = mkdtempSync(join(tmpdir(), "yizhan-claims-"));
  project.provide("claims", claims);
  project.provide("browserEndpoint", browser.wsEndpoint());
  return async () => {
    rmSync(claims, { recursive: true, force: true });
    await browser.close();
    await Promise.all(products.map((product) => product.stop()));
  };
}
