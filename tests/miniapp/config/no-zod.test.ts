import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";

/** The files below a folder whose names end so. */
const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));

/** What a file imports to run, and not for its types alone, which are gone from the bundle. */
function valuesImported(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^(?:import|export) (?!type )([^;]*?)from "([^"]+)"/gms)].flatMap(
    ([, what = "", from = ""]) => {
      const names = /\{([^}]*)\}/
        .exec(what)?.[1]
        ?.split(",")
        .map((name) => name.trim()) ?? ["*"];
      return names.some((name) => name !== "" && !name.startsWith("type ")) ? [from] : [];
    },
  );
}

function fileOf(from: string, importer: string): string | null {
  const path = normalize(join(dirname(importer), from)).replace(/\.js$/, "");
  return [".ts", ".tsx", ".h5.ts", ".h5.tsx"].map((ending) => path + ending).find(existsSync) ?? null;
}

/** The way by which a file of the phone comes to zod; null where it does not. */
function wayToZod(file: string, seen = new Set<string>()): string[] | null {
  if (seen.has(file)) return null;
  seen.add(file);
  for (const from of valuesImported(file)) {
    if (from === "zod") return [file, "zod"];
    const next = from.startsWith(".") ? fileOf(from, file) : null;
    const way = next?.startsWith("shared") ? wayToZod(next, seen) : null;
    if (way) return [file, ...way];
  }
  return null;
}

it("brings no zod to the phone: WeChat lacks what it probes for, and refuses how it is written", () => {
  const ways = sources(join("miniapp", "src")).map((file) => wayToZod(file));
  expect(ways.filter((way) => way !== null).map((way) => way.join(" → "))).toEqual([]);
});

it("would notice", () => {
  expect(wayToZod(join("shared", "stations", "station-answer.ts"))).toContain("zod");
});
