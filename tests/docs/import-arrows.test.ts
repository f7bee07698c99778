import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const FOLDERS = ["shared", "api", "miniapp/src", "desk/src"];
const ENDINGS = ["", ".ts", ".tsx", ".h5.ts", ".h5.tsx", ".weapp.ts", ".weapp.tsx", "/index.ts", "/index.tsx"];

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The files that a file imports, types and files loaded later among them. */
function importsOf(file: string): string[] {
  const specifiers = readFileSync(file, "utf8").matchAll(/(?:\bfrom|\bimport|import\()\s*"(\.[^"]+)"/g);
  return [...specifiers].flatMap(([, specifier = ""]) => {
    const path = join(dirname(file), specifier.replace(/\.js$/, ""));
    return ENDINGS.map((ending) => path + ending).find((one) => /\.tsx?$/.test(one) && existsSync(one)) ?? [];
  });
}

/** Walks along imports from a file; the way back to a file that is under way is a circle. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, way: string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file]);
    if (done.has(file) || way.includes(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return circles;
}

describe("imports", () => {
  it.each(FOLDERS)("form no circle in %s, not even of types", (folder) => {
    const graph = new Map(sourcesIn(folder).map((file) => [file, importsOf(file)]));
    expect([...graph.values()].flat().length).toBeGreaterThan(graph.size / 2);
    expect(circlesOf(graph).map((circle) => circle.join(" → "))).toEqual([]);
  });
});

describe("what features are built from", () => {
  const folders = ["miniapp/src/ui", "miniapp/src/platform"];

  it.each(folders)("imports no feature: %s", (folder) => {
    const wrong = sourcesIn(folder).flatMap((file) =>
      importsOf(file)
        .filter((imported) => imported.startsWith("miniapp/src/features/"))
        .map((imported) => `${file} → ${imported}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the desk", () => {
  it("takes words and the moves of a wish from the phone, and nothing else", () => {
    const taken = sourcesIn("desk/src")
      .flatMap(importsOf)
      .filter((file) => file.startsWith("miniapp/"));
    expect(taken.length).toBeGreaterThan(5);
    expect(taken.filter((file) => !/(-words|\/desk-moves)\.ts$/.test(file))).toEqual([]);
  });
});

describe("routes", () => {
  const dependencies = readFileSync("api/dependencies.ts", "utf8");
  const storeTypes = [...dependencies.matchAll(/import type \{ (\w+) \} from "[^"]*-store\.js"/g)].map(
    ([, name]) => name,
  );
  const stores = [...dependencies.matchAll(/^ {2}(\w+): (\w+);/gm)].flatMap(([, name = "", type]) =>
    storeTypes.includes(type) ? [name] : [],
  );
  const routes = sourcesIn("api").filter((file) => file.endsWith("-routes.ts"));

  it("call use cases, not stores", () => {
    expect(stores).toEqual(expect.arrayContaining(["stations", "wishes", "bookings"]));
    expect(routes.length).toBeGreaterThan(20);
    const asks = new RegExp(
      `\\bdeps\\.(?:${stores.join("|")})\\b|\\{[^}]*\\b(?:${stores.join("|")})\\b[^}]*\\} = deps`,
    );
    expect(routes.filter((file) => asks.test(readFileSync(file, "utf8")))).toEqual([]);
  });
});
