import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { z } from "zod";
import { ensureChromium } from "../scripts/set-up/chromium-binary.mjs";
import { BROWSER_FLAGS } from "../tests/support/browser-flags.js";
import { printTable } from "./print-table.js";

const WEAPP = "miniapp/dist/weapp";
const H5 = "miniapp/dist/h5";
/** WeChat refuses a package above 2 MB; ours is to stay within half of it. */
const MAIN_PACKAGE_LIMIT_BYTES = 1_024 * 1_024;

const AppJson = z.object({ subPackages: z.array(z.object({ root: z.string() })).default([]) });

/** Sizes of the last WeChat build, as uploaded: the main package, and each subpackage. */
export function reportWeappSizes(): void {
  if (!existsSync(join(WEAPP, "app.json"))) {
    console.log("WeChat build: none yet, run npm run build:weapp\n");
    return;
  }
  const { subPackages } = AppJson.parse(JSON.parse(readFileSync(join(WEAPP, "app.json"), "utf8")));
  const sizes = subPackages.map(({ root }) => ({ root, bytes: sizeOf(join(WEAPP, root)) }));
  const main = sizeOf(WEAPP) - sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const share = `${((100 * main) / MAIN_PACKAGE_LIMIT_BYTES).toFixed(0)} % of 1 MB`;
  printTable(
    "WeChat build",
    ["package", "KB", ""],
    [["main", kilobytes(main), share], ...sizes.map(({ root, bytes }) => [root, kilobytes(bytes), ""])],
  );
}

/** What a phone downloads to show the first page of the web build, compressed with brotli, measured in a browser. */
export async function reportFirstLoad(): Promise<void> {
  if (!existsSync(join(H5, "index.html"))) {
    console.log("Web build: none yet, run npm run build:h5\n");
    return;
  }
  const sent = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = join(H5, path === "/" ? "index.html" : path);
    if (path.startsWith("/api/") || !existsSync(file) || statSync(file).isDirectory()) {
      response.writeHead(503, { "content-type": "application/json" }).end("{}");
      return;
    }
    const body = brotliCompressSync(readFileSync(file));
    sent.set(path, body.byteLength);
    const type = CONTENT_TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-encoding": "br" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`);
    await page.waitForLoadState("networkidle");
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
  const rows = [...sent].map(([path, bytes]) => [path, kilobytes(bytes)]);
  const total = [...sent.values()].reduce((sum, bytes) => sum + bytes, 0);
  printTable("Web build, first load", ["file", "KB brotli"], [...rows, ["in all", kilobytes(total)]]);
}

const CONTENT_TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".map") && !entry.name.endsWith(".LICENSE.txt"))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1_024).toFixed(1);
}
