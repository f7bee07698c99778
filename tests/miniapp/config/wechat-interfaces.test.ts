import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const CONFIG = join(import.meta.dirname, "../../../miniapp/config");
const aria: { components: string[] } = JSON.parse(readFileSync(join(CONFIG, "aria-attributes.json"), "utf8"));
const interfaces: { minimumBaseLibrary: string; since: Record<string, string>; guarded: Record<string, string> } =
  JSON.parse(readFileSync(join(CONFIG, "wechat-interfaces.json"), "utf8"));

const SOURCES = join(import.meta.dirname, "../../../miniapp/src");

/** What goes into the WeChat build. */
const sources = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.h5\.tsx?$/.test(file))
  .map((file) => readFileSync(join(SOURCES, file), "utf8"));

const number = (version: string) => version.split(".").reduce((sum, part) => sum * 1_000 + Number(part), 0);

it("says of every interface of WeChat's that is used since when there is one", () => {
  const used = new Set(
    sources.flatMap((source) => [...source.matchAll(/\bTaro\.([a-z]\w*)/g)].map(([, name]) => name ?? "")),
  );
  expect([...used].filter((name) => !(name in interfaces.since))).toEqual([]);
  expect(used.size).toBeGreaterThan(20);
});

it("says how each interface newer than the stated base library is guarded, and of no other", () => {
  const newer = Object.entries(interfaces.since)
    .filter(([, version]) => number(version) > number(interfaces.minimumBaseLibrary))
    .map(([name]) => name);
  expect(Object.keys(interfaces.guarded).sort()).toEqual(newer.sort());
});

it("names the same base library to DevTools", () => {
  const project: { libVersion: string } = JSON.parse(readFileSync(join(CONFIG, "../project.config.json"), "utf8"));
  expect(project.libVersion).toBe(interfaces.minimumBaseLibrary);
});

it("gives every component that is named for a screen reader the attributes for it", () => {
  const named = sources.flatMap((source) =>
    [...source.matchAll(/<([A-Z]\w+)(?=[^<>]*(?:=>[^<>]*)*\{\.\.\.accessible\()/g)].map(([, name]) => name ?? ""),
  );
  const own = new Set(["Pressable", "WechatMap"]);
  expect([...new Set(named)].filter((name) => !aria.components.includes(name) && !own.has(name))).toEqual([]);
  expect(named).toEqual(expect.arrayContaining(["Input", "Textarea", "Picker"]));
});
