import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BUILD_SETTINGS, ensurePages, pagesFingerprint } from "../../../scripts/set-up/pages.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "yizhan-pages-"));
  // A build that leaves one line per run, so that the runs can be counted.
  const script =
    "const fs=require('fs');fs.mkdirSync('miniapp/dist/h5/js',{recursive:true});" +
    "fs.writeFileSync('miniapp/dist/h5/index.html','');fs.writeFileSync('miniapp/dist/h5/js/app.0123abcd.js','x'.repeat(4096));" +
    "fs.appendFileSync('runs','x')";
  write("package.json", JSON.stringify({ scripts: { "build:h5": `node -e "${script}"` } }));
  write("package-lock.json", "{}");
  write("miniapp/src/app.ts", "export const app = 1;");
  write("shared/common/time.ts", "export const minute = 60_000;");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}
const builds = () => readFileSync(join(root, "runs"), "utf8").length;

describe("the pages", () => {
  it("are built once, and again when a source, a package or a setting changed", async () => {
    const env = { ...process.env, TILE_URL: "" };
    await ensurePages({ root, env });
    await ensurePages({ root, env });
    expect(builds()).toBe(1);
    write("shared/common/time.ts", "export const minute = 60_001;");
    await ensurePages({ root, env });
    expect(builds()).toBe(2);
    write("package-lock.json", '{ "lockfileVersion": 3 }');
    await ensurePages({ root, env });
    expect(builds()).toBe(3);
    await ensurePages({ root, env: { ...env, TILE_URL: "https://tiles.example/{z}/{x}/{y}.png" } });
    expect(builds()).toBe(4);
  });

  it("are built again when the first page is gone", async () => {
    const folder = await ensurePages({ root });
    rmSync(join(folder, "index.html"));
    await ensurePages({ root });
    expect(builds()).toBe(2);
  });

  it("have compressed twins of what never changes, and of nothing else", async () => {
    const folder = await ensurePages({ root });
    expect(readFileSync(join(folder, "js/app.0123abcd.js.br")).length).toBeLessThan(100);
    expect(readFileSync(join(folder, "js/app.0123abcd.js.gz")).length).toBeLessThan(100);
    expect(() => readFileSync(join(folder, "index.html.gz"))).toThrow(/ENOENT/);
  });

  it("are not taken for built when the build fails", async () => {
    write("package.json", JSON.stringify({ scripts: { "build:h5": "exit 3" } }));
    await expect(ensurePages({ root })).rejects.toThrow(/pages could not be built/);
    await expect(ensurePages({ root })).rejects.toThrow(/pages could not be built/);
  });

  it("take builds and packages for no source", () => {
    const before = pagesFingerprint(root, {});
    write("miniapp/dist/weapp/app.js", "built");
    write("miniapp/node_modules/x/index.js", "installed");
    expect(pagesFingerprint(root, {})).toBe(before);
  });

  it("count every setting that the build reads", () => {
    const config = readFileSync(resolve(import.meta.dirname, "../../../miniapp/config/build-environment.ts"), "utf8");
    const read = [...config.matchAll(/source\.([A-Z][A-Z_]+)/g)].map(([, name]) => name);
    expect(read.length).toBeGreaterThan(0);
    expect(BUILD_SETTINGS).toEqual(expect.arrayContaining(read.filter((name) => name !== "TARO_ENV")));
  });
});
