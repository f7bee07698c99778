import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import declared from "../../miniapp/config/wechat-interfaces.json" with { type: "json" };
import { lintPackageStyles } from "../../scripts/weapp/lint-package-styles.js";
import { missingInGuide, privateInterfacesIn, readGuide, undeclared } from "../../scripts/weapp/private-interfaces.js";
import { compileAsWechat } from "../../scripts/weapp/wechat-compilers.js";

const root = resolve(import.meta.dirname, "../..");
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const SOUND: Record<string, string> = {
  "app.json": `{"pages":["pages/one/index"]}`,
  // Every private interface that is declared is called, but for one of the two for the position.
  "app.js": Object.keys(declared.private)
    .filter((name) => name !== "getFuzzyLocation")
    .map((name) => `wx.${name}({});`)
    .join("\n"),
  "app.wxss": `@import "./common.wxss";.card{padding-bottom:env(safe-area-inset-bottom)}`,
  "common.wxss": ".list{display:grid;row-gap:12rpx}.list > .card:first-child{margin:0}",
  "base.wxml": `<wxs src="./words.wxs" module="words"/><template name="one"><view>{{words.of(a)}}</view></template>`,
  "pages/one/index.wxml": `<import src="../../base.wxml"/><template is="one" data="{{a:a}}"/>`,
  "words.wxs": "module.exports = { of: function (a) { return a + '!' } };",
};

/** A package with some files changed. */
function givenPackage(changed: Record<string, string> = {}): { folder: string; files: string[] } {
  const folder = mkdtempSync(join(tmpdir(), "weapp-"));
  folders.push(folder);
  const files = { ...SOUND, ...changed };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return { folder, files: Object.keys(files) };
}

/** The whole check, and what it says. */
function check(folder: string): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "scripts/check-weapp.ts", folder],
      { cwd: root },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
}

/** WeChat's compilers are programs for Linux; elsewhere the check says that they were not run. */
const onLinux = process.platform === "linux" && process.arch === "x64";

it("lets a sound package pass, and says whether WeChat's compilers have read it", async () => {
  const { code, said } = await check(givenPackage().folder);
  expect({ code, said }).toMatchObject({ code: 0 });
  expect(said).toContain(onLinux ? "read 5 files" : "were NOT run");
});

it("fails for a package with a rule that WeChat refuses, an interface nobody declared, and what old engines lack", async () => {
  const { folder } = givenPackage({
    "common.wxss": ".list > *{margin:0}",
    "pages/one/index.js": "wx.chooseAddress({});\n[1].at(-1);\n/(?<=a)b/.test('ab');\nglobalThis.x = 1;",
  });
  const { code, said } = await check(folder);
  expect(code).toBe(1);
  for (const problem of [
    "✕ common.wxss:1:",
    "✕ chooseAddress is called and not declared",
    "✕ pages/one/index.js: .at() is not in every engine",
    "✕ pages/one/index.js: a regular expression looks behind",
    "✕ pages/one/index.js: globalThis at line 4",
  ])
    expect(said).toContain(problem);
});

describe("the private interfaces", () => {
  it("are found where they are called, whatever the compiler calls their owner", () => {
    expect(privateInterfacesIn("t().chooseMedia({count:1});var a={getLocation:1};n.a.setClipboardData(b)")).toEqual([
      "chooseMedia",
      "setClipboardData",
    ]);
  });

  it("are all declared, and nothing is declared that is not called", () => {
    const all = Object.keys(declared.private).filter((name) => name !== "getLocation");
    expect(undeclared(new Set(all))).toEqual([]);
    expect(undeclared(new Set([...all, "getLocation"]))).toEqual(["two location interfaces are called by one build"]);
    expect(undeclared(new Set(all.filter((name) => name !== "chooseMedia")))).toEqual([
      expect.stringContaining("chooseMedia is declared and not called"),
    ]);
  });

  it("stand in the table of the privacy guide, and no others", () => {
    const guide = readGuide();
    expect(missingInGuide(guide)).toEqual([]);
    expect(missingInGuide(guide.replace("`setClipboardData`", "`getClipboardData`"))).toEqual([
      "setClipboardData is in no row of the privacy guide's table",
      "getClipboardData is in the privacy guide's table and not declared",
    ]);
  });
});

it.each([
  ["the universal selector", { "common.wxss": ".a{top:0}\n.list > *{margin:0}" }, "common.wxss:2:"],
  ["the universal selector inside :not()", { "common.wxss": ".a:not(*){top:0}" }, "common.wxss:1:"],
  ["an attribute selector", { "common.wxss": ".a[hidden]{top:0}" }, "selector-max-attribute"],
  [":has", { "common.wxss": ".a:has(.b){top:0}" }, "selector-pseudo-class-disallowed-list"],
  ["styles of the web's map", { "common.wxss": ".leaflet-bar{top:0}" }, "selector-disallowed-list"],
  ["an element of the web", { "common.wxss": ".map-pin > span{top:0}" }, "selector-disallowed-list"],
])("refuses %s on every system, and names file and line", async (_, changed, named) => {
  expect(await lintPackageStyles(givenPackage(changed).folder)).toEqual([expect.stringContaining(named)]);
});

it.runIf(onLinux).each([
  ["a style rule that is not closed", { "common.wxss": ".a{top:0}\n.b{top:0" }, "common.wxss:2:"],
  ["a style sheet that is not there", { "app.wxss": `@import "./gone.wxss";` }, "gone.wxss"],
  ["a template that is not closed", { "base.wxml": "<view>\n<text></view>" }, "base.wxml:2:"],
  ["a script that does not parse", { "words.wxs": "var a = 1;\nvar b = ;" }, "words.wxs:2:"],
])("refuses %s by WeChat's own compilers, and names file and line", async (_, changed, named) => {
  const { folder, files } = givenPackage(changed);
  expect(compileAsWechat(folder, files)).toMatchObject({ ran: true, problems: [expect.stringContaining(named)] });
});
