// Checks the built mini-program for what WeChat refuses or lacks, and prints its sizes.
//
//   npm run build:weapp && npm run check:weapp
//
// WeChat forbids making code from text; its engines lack or half have the globals listed below (Android WeChat has no
// Intl); nothing newer than ES2019 parses on the oldest phones we build for (miniapp/package.json, browserslist). Styles and
// templates go through WeChat's own compilers, where those run.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { laterMethodsIn } from "./later-methods.js";
import { findFreeReferences, parseScript } from "./weapp/free-references.js";
import { lintPackageStyles } from "./weapp/lint-package-styles.js";
import { missingInGuide, privateInterfacesIn, readGuide, undeclared } from "./weapp/private-interfaces.js";
import { compileAsWechat } from "./weapp/wechat-compilers.js";

const EDITION = 2019;
const MAIN_LIMIT_BYTES = 1024 * 1024;
const PACKAGE_LIMIT_BYTES = 2 * 1024 * 1024;

const FORBIDDEN: ReadonlySet<string> = new Set([
  "AbortController",
  "Blob",
  "BroadcastChannel",
  "FileReader",
  "FormData",
  "Headers",
  "Intl",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "XMLHttpRequest",
  "atob",
  "btoa",
  "crypto",
  "eval",
  "fetch",
  "globalThis",
  "indexedDB",
  "localStorage",
  "queueMicrotask",
  "sessionStorage",
  "structuredClone",
]);

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL("../miniapp/dist/weapp", import.meta.url)));

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const full = join(directory, entry.name);
    return entry.isDirectory() ? filesBelow(full) : [full];
  });
}

/** What is wrong with one script, a sentence each. A guard excuses a missing global, never code made from text. */
function problemsIn(source: string): string[] {
  let references: ReturnType<typeof findFreeReferences>;
  try {
    references = findFreeReferences(parseScript(source, EDITION));
  } catch (error) {
    return [`does not parse as ES${EDITION}: ${error instanceof Error ? error.message : String(error)}`];
  }
  const later = laterMethodsIn(source).map((name) => `.${name}() is not in every engine`);
  // Safari has it since 16.4, and reads no script with one before that.
  if (/\(\?<[=!]/.test(source)) later.push("a regular expression looks behind, which older iPhones cannot read");
  return references
    .filter(({ name, kind, guarded }) => {
      if (name === "eval") return true;
      return name === "Function" ? kind !== "reads" : FORBIDDEN.has(name) && !guarded;
    })
    .map(({ name, kind, line }) => `${kind === "constructs" ? `new ${name}` : name} at line ${line}`)
    .concat(later);
}

function bytesOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

function subpackageRoots(): string[] {
  const app: { subPackages?: { root: string }[] } = JSON.parse(readFileSync(join(folder, "app.json"), "utf8"));
  return (app.subPackages ?? []).map(({ root }) => root.replace(/\/?$/, "/"));
}

/** What WeChat's own compilers and our rules for styles say. */
async function problemsInMarkup(files: readonly string[]): Promise<string[]> {
  const compiled = compileAsWechat(
    folder,
    files.map((file) => relative(folder, file)),
  );
  if (compiled.ran) console.log(`WeChat's compilers read ${compiled.files} files of styles and templates`);
  else console.log(`WeChat's compilers were NOT run: ${compiled.why}`);
  return [...(compiled.ran ? compiled.problems : []), ...(await lintPackageStyles(folder))];
}

async function main(): Promise<number> {
  let files: string[];
  try {
    files = filesBelow(folder);
  } catch {
    console.error(`Nothing in ${folder}: run npm run build:weapp first.`);
    return 1;
  }
  const scripts = files
    .filter((file) => file.endsWith(".js"))
    .map((file) => ({ file, source: readFileSync(file, "utf8") }));
  const problems = scripts.flatMap(({ file, source }) =>
    problemsIn(source).map((problem) => `${relative(folder, file)}: ${problem}`),
  );
  problems.push(
    ...undeclared(new Set(scripts.flatMap(({ source }) => privateInterfacesIn(source)))),
    ...missingInGuide(readGuide()),
  );
  problems.push(...(await problemsInMarkup(files)));
  if (files.some((file) => file.endsWith(".map"))) problems.push("source maps would be uploaded");

  const subpackages = subpackageRoots().map((name) => ({
    name,
    bytes: bytesOf(files.filter((file) => relative(folder, file).startsWith(name))),
    limit: PACKAGE_LIMIT_BYTES,
  }));
  const mainBytes = bytesOf(files) - subpackages.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, bytes, limit } of [{ name: "main", bytes: mainBytes, limit: MAIN_LIMIT_BYTES }, ...subpackages]) {
    console.log(`${name.padEnd(12)} ${(bytes / 1024).toFixed(1).padStart(8)} KB of ${limit / 1024} KB`);
    if (bytes > limit) problems.push(`${name} is larger than ${limit / 1024} KB`);
  }
  for (const problem of problems) console.error(`✕ ${problem}`);
  if (problems.length === 0) console.log("✓ no code from text, no global that WeChat lacks, no syntax too new for it");
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = await main();
