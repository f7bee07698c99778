import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { arePagesBuilt, pageRoutes } from "../../../api/pages/page-routes.js";

const SCRIPT = "document.documentElement.style.fontSize='20px'";
const FIRST_PAGE = `<!DOCTYPE html><head><script>${SCRIPT}</script><script defer src="/js/app.0123abcd.js"></script></head>`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yizhan-h5-"));
  mkdirSync(join(folder, "js"));
  writeFileSync(join(folder, "index.html"), FIRST_PAGE);
  writeFileSync(join(folder, "js", "app.0123abcd.js"), `//${"x".repeat(4096)}`);
  writeFileSync(join(folder, "js", "app.0123abcd.js.br"), "as brotli left it");
  writeFileSync(join(folder, "logo.png"), "png");
  mkdirSync(join(folder, "of-desk", "assets"), { recursive: true });
  writeFileSync(join(folder, "of-desk", "index.html"), "the desk");
  writeFileSync(join(folder, "of-desk", "assets", "index.0123abcd.js"), "// of the desk");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const get = (path: string, headers: Record<string, string> = {}, tileOrigin: string | null = null) =>
  pageRoutes({ folder, deskFolder: join(folder, "of-desk"), tileOrigin }).request(path, { headers });

async function policyOf(path: string, tileOrigin: string | null = null): Promise<Map<string, string>> {
  const policy = (await get(path, {}, tileOrigin)).headers.get("content-security-policy") ?? "";
  return new Map(policy.split("; ").map((rule) => [rule.split(" ", 1)[0] ?? "", rule]));
}
const unpacked = async (reply: Response) => brotliDecompressSync(new Uint8Array(await reply.arrayBuffer())).toString();
const sourceOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

describe("the pages", () => {
  it("are served from the root, and asked for anew each time", async () => {
    const first = await get("/");
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toMatch(/^text\/html/);
    expect(first.headers.get("cache-control")).toBe("no-cache");
    expect(await first.text()).toBe(FIRST_PAGE);
    const again = await get("/", { "if-none-match": first.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });

  it("let what carries the hash of its content be kept for good, and nothing else", async () => {
    expect((await get("/js/app.0123abcd.js")).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await get("/logo.png")).headers.get("cache-control")).toBe("no-cache");
    expect((await get("/js/gone.0123abcd.js")).headers.get("cache-control")).toBe("no-cache");
  });

  it("are sent compressed to who takes it, from the twin made at build time where there is one", async () => {
    const brotli = await get("/js/app.0123abcd.js", { "accept-encoding": "gzip, br" });
    expect(brotli.headers.get("content-encoding")).toBe("br");
    expect(await brotli.text()).toBe("as brotli left it");
    const gzip = await get("/js/app.0123abcd.js", { "accept-encoding": "gzip" });
    expect(gzip.headers.get("content-encoding")).toBe("gzip");
    expect((await get("/js/app.0123abcd.js")).headers.get("content-encoding")).toBeNull();
  });

  it("begin with a page that is sent as brotli too, as the build left it last", async () => {
    const asked = { "accept-encoding": "gzip, deflate, br" };
    const first = await get("/", asked);
    expect([first.headers.get("content-encoding"), first.headers.get("vary")]).toEqual(["br", "Accept-Encoding"]);
    expect(first.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(first.headers.get("content-security-policy")).toContain(sourceOf(SCRIPT));
    expect(await unpacked(first)).toBe(FIRST_PAGE);
    const again = await get("/", { ...asked, "if-none-match": first.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);

    const routes = pageRoutes({ folder, deskFolder: folder, tileOrigin: null });
    const ask = async () => unpacked(await routes.request("/", { headers: asked }));
    expect(await ask()).toBe(FIRST_PAGE);
    writeFileSync(join(folder, "index.html"), "the next build");
    utimesSync(join(folder, "index.html"), 2_000_000_000, 2_000_000_000);
    expect(await ask()).toBe("the next build");
    rmSync(join(folder, "index.html"));
    expect((await routes.request("/", { headers: asked })).status).toBe(404);
  });

  it("stand beside the officers' desk, whose places are found by its first page", async () => {
    expect((await get("/desk")).headers.get("location")).toBe("/desk/");
    for (const path of ["/desk/", "/desk/stations", "/desk/stations?view=noKeeper&open=st_1"]) {
      const place = await get(path);
      expect([place.status, await place.text()]).toEqual([200, "the desk"]);
      expect(place.headers.get("cache-control")).toBe("no-cache");
    }
    const script = await get("/desk/assets/index.0123abcd.js");
    expect([script.status, await script.text()]).toEqual([200, "// of the desk"]);
    expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await get("/desk/assets/gone.0123abcd.js")).status).toBe(404);
    expect((await get("/desk/", {}, null)).headers.get("content-security-policy")).toContain("script-src 'self'");
  });

  it("answer a wrong address in plain words", async () => {
    const reply = await get("/no/such/page");
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain("没有这个页面");
  });

  it.each(["/../package.json", "/%2e%2e/package.json", "/js/..%2f..%2fsecret", "/js\\..\\..\\secret"])(
    "never leave their folder (%s)",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it("can be framed by nobody, run only scripts of their own, and ask for the position only", async () => {
    const policy = await policyOf("/");
    expect(policy.get("frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(policy.get("script-src")).toBe(`script-src 'self' ${sourceOf(SCRIPT)}`);
    expect(policy.get("img-src")).toBe("img-src 'self' data: blob:");
    const { headers } = await get("/");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("permissions-policy")).toBe("geolocation=(self), camera=(), microphone=()");
  });

  it("allow the script of the next build, not that of the last", async () => {
    await policyOf("/");
    writeFileSync(join(folder, "index.html"), "<script>next()</script>");
    utimesSync(join(folder, "index.html"), 2_000_000_000, 2_000_000_000);
    expect((await policyOf("/")).get("script-src")).toBe(`script-src 'self' ${sourceOf("next()")}`);
  });

  it.each([
    ["https://tiles.example", "https://tiles.example"],
    ["https://{s}.tiles.example", "https://*.tiles.example"],
    ["https://t{s}.tianditu.gov.cn", "https://*.tianditu.gov.cn"],
    ["https://webrd0{s}.is.tiles.example", "https://*.is.tiles.example"],
  ])("take map tiles from %s, where that is set", async (tileOrigin, allowed) => {
    expect((await policyOf("/", tileOrigin)).get("img-src")).toBe(`img-src 'self' data: blob: ${allowed}`);
  });

  it("are built once there is a first page", async () => {
    expect(await arePagesBuilt(folder)).toBe(true);
    rmSync(join(folder, "index.html"));
    expect(await arePagesBuilt(folder)).toBe(false);
  });
});
