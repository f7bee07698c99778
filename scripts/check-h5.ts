// Checks the built web pages: what the first page loads stays within its limit, and nothing is called that the oldest
// browsers lack.
//
//   npm run build:h5 && npm run check:h5
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { firstLoadFiles } from "./h5/first-load.js";
import { laterMethodsIn } from "./later-methods.js";

/** A phone on a bad network gets 50 KB a second. */
const FIRST_LOAD_LIMIT_BYTES = 120 * 1024;

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL("../miniapp/dist/h5", import.meta.url)));

function scriptsBelow(directory: string): string[] {
  return (
    readdirSync(directory, { withFileTypes: true, recursive: true })
      // The service worker starts only where there is what it calls (miniapp/src/platform/versions/keep-program.h5.ts).
      .filter((entry) => entry.isFile() && entry.name.endsWith(".js") && entry.name !== "sw.js")
      .map((entry) => join(entry.parentPath, entry.name))
  );
}

function main(): number {
  const page = join(folder, "index.html");
  if (!existsSync(page)) {
    console.error(`Nothing in ${folder}: run npm run build:h5 first.`);
    return 1;
  }
  const files = firstLoadFiles(readFileSync(page, "utf8"));
  const sizes = ["index.html", ...files].map((file) => ({
    file,
    bytes: brotliCompressSync(readFileSync(join(folder, file))).byteLength,
  }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { file, bytes } of [...sizes, { file: "in all, brotli", bytes: total }]) {
    console.log(`${file.padEnd(32)} ${(bytes / 1024).toFixed(1).padStart(8)} KB`);
  }
  const problems = scriptsBelow(folder).flatMap((file) =>
    laterMethodsIn(readFileSync(file, "utf8")).map(
      (name) => `${relative(folder, file)}: ${name} is not in every browser`,
    ),
  );
  if (files.length < 4) problems.push("index.html names fewer files than a program has");
  if (total > FIRST_LOAD_LIMIT_BYTES) problems.push(`the first load is above ${FIRST_LOAD_LIMIT_BYTES / 1024} KB`);
  for (const problem of problems) console.error(`✕ ${problem}`);
  if (problems.length === 0) console.log("✓ within the limit of the first load, nothing that an older browser lacks");
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = main();
