import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { doorsOf, findNearby, listOf } from "./support/nearby.js";
import { PAGES, type Product, startProduct } from "./support/product.js";
import { COMMUNITY, fillTown, MORNING } from "./support/town.js";
import { openVisitor } from "./support/visitor.js";

const NO_NETWORK = /ERR_INTERNET_DISCONNECTED/;

/** Until the browser keeps the whole program, and the phone a pack to search in. */
async function allKept(page: Page): Promise<void> {
  await page.waitForFunction(() => localStorage.getItem("packs") !== null);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

test("opened anew without network the web shows the list, a station and the tabs, none of them opened before", async () => {
  const visitor = await openVisitor({ keepsProgram: true, expectedComplaint: NO_NETWORK });
  await findNearby(visitor);
  await allKept(visitor.page);
  await visitor.page.close();
  await visitor.context.setOffline(true);

  const page = await visitor.context.newPage();
  // The phone's own clock decides where nobody tells the time.
  await page.clock.install({ time: MORNING });
  await page.goto("/?from=timeline");
  await listOf(page).waitFor();
  expect((await doorsOf(page))[0]).toBe(COMMUNITY);
  await page.getByRole("button", { name: `看详情：${COMMUNITY}` }).tap();
  await page.getByText("丽景街街道银虹社区 12 号").waitFor();
  await page.getByRole("button", { name: "返回" }).tap();
  await page.getByRole("navigation").getByText("我的").tap();
  await page.getByRole("switch", { name: "大字" }).or(page.getByText("大字")).first().waitFor();
});

test("the browser keeps the program, and nothing that the API or a desk answered", async () => {
  const visitor = await openVisitor({ keepsProgram: true, expectedComplaint: /\/desk\// });
  const { page } = visitor;
  await findNearby(visitor);
  await allKept(page);
  await page.reload();
  await listOf(page).waitFor();
  await page.evaluate(() => fetch("/desk/"));
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain("/index.html");
  expect(kept.filter((path) => !/^\/(index\.html$|js\/|css\/|chunk\/|static\/)/.test(path))).toEqual([]);
});

test("a new version waits until no page of the old one is open, and is there when it is opened next", async () => {
  const folder = await mkdtemp(join(tmpdir(), "yizhan-journey-pages-"));
  const product = await servedFrom(folder);
  const visitor = await openVisitor({ keepsProgram: true, servedAt: product.origin });
  const old = visitor.page;
  await findNearby(visitor);
  await allKept(old);

  await putNewVersion(folder);
  const second = await visitor.context.newPage();
  await second.goto("/");
  await newVersionFetched(second);
  await old.getByRole("navigation").getByText("我的").tap();
  await old.getByText("大字").first().waitFor();
  await old.close();
  await second.close();

  const next = await visitor.context.newPage();
  await next.goto("/");
  await next.locator("meta[name=release]").waitFor({ state: "attached" });
  await listOf(next).waitFor();
});

test("a page that is opened anew in its own tab takes the new version, where it is the only one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "yizhan-journey-pages-"));
  const product = await servedFrom(folder);
  const { page } = await openVisitor({ keepsProgram: true, servedAt: product.origin });
  await findNearby({ page });
  await allKept(page);
  await putNewVersion(folder);
  await page.reload();
  await newVersionFetched(page);
  await page.reload();
  await page.locator("meta[name=release]").waitFor({ state: "attached" });
});

async function newVersionFetched(page: Page): Promise<void> {
  const isFetched = async () => (await navigator.serviceWorker.getRegistration())?.waiting != null;
  await expect.poll(() => page.evaluate(isFetched)).toBe(true);
}

/** The product with pages that the test may change. */
async function servedFrom(folder: string): Promise<Product> {
  await cp(PAGES, folder, { recursive: true });
  const product = await startProduct(fillTown, folder);
  onTestFinished(async () => {
    await product.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return product;
}

/** As a deployment does: other files under the same names, and another list of them. */
async function putNewVersion(folder: string): Promise<void> {
  const page = join(folder, "index.html");
  await writeFile(page, (await readFile(page, "utf8")).replace("<head>", '<head><meta name="release" content="new">'));
  const worker = join(folder, "sw.js");
  const text = await readFile(worker, "utf8");
  const changed = text.replace(/(url:"index\.html",revision:")[0-9a-f]+/, "$1new");
  expect(changed).not.toBe(text);
  await writeFile(worker, changed);
}
