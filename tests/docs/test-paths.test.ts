import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { expect, it } from "vitest";

/** Whole features, and who may call which route, are tried in folders of their own: ARCHITECTURE.md. */
const OF_FEATURES = /^tests\/api\/access\//;

function testsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Whether the folder of the same path holds a source of that name, or of how the name begins: `opening-closure` tests
 * `opening`.
 */
function hasSource(test: string): boolean {
  const folder = dirname(relative("tests", test));
  const name = basename(test, ".test.ts");
  const sources = existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.(ts|mjs)$/, "")) : [];
  return sources.some((source) => name === source || name.startsWith(`${source}-`));
}

it.each(["tests/api", "tests/shared", "tests/scripts"])("a test in %s has the path of what it tests", (folder) => {
  const tests = testsIn(folder).filter((test) => !OF_FEATURES.test(test));
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((test) => !hasSource(test))).toEqual([]);
});
