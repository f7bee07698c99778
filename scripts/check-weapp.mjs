// Checks the built mini-program for what WeChat refuses or lacks, and prints its sizes.
//
//   npm run build:weapp && npm run check:weapp
//
// WeChat forbids making code from text; its engines lack or half have the globals listed below (Android WeChat has no
// Intl); nothing newer than ES2019 parses on the oldest phones we build for (miniapp/package.json, browserslist).
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findFreeReferences, parseScript } from "./weapp/free-references.mjs";

const SYNTAX = 2019;
const MAIN_LIMIT_BYTES = 1024 * 1024;
const PACKAGE_LIMIT_BYTES = 2 * 1024 * 1024;

const FORBIDDEN = new Set([
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
  "indexedDB",
  "localStorage",
  "queueMicrotask",
  "sessionStorage",
  "structuredClone",
]);

const folder = path.resolve(process.argv[2] ?? fileURLToPath(new URL("../miniapp/dist/weapp", import.meta.url)));

function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(directory, entry.name);
    return entry.isDirectory() ? filesBelow(full) : [full];
  });
}

/** What is wrong with one script, a sentence each. */
function problemsIn(file) {
  const source = readFileSync(file, "utf8");
  let tree;
  try {
    tree = parseScript(source, SYNTAX);
  } catch (error) {
    return [`does not parse as ES${SYNTAX}: ${error.message}`];
  }
  return findFreeReferences(tree).flatMap(({ name, kind, line, guarded }) => {
    if (kind === "constructs" && name === "Function") return [`new Function at line ${line}`];
    if (kind === "calls" && name === "Function") return [`Function(…) at line ${line}`];
    return FORBIDDEN.has(name) && !guarded ? [`${name} at line ${line}`] : [];
  });
}

function bytesOf(files) {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

function main() {
  let files;
  try {
    files = filesBelow(folder);
  } catch {
    console.error(`Nothing in ${folder}: run npm run build:weapp first.`);
    return 1;
  }
  const app = JSON.parse(readFileSync(path.join(folder, "app.json"), "utf8"));
  const problems = files
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => problemsIn(file).map((problem) => `${path.relative(folder, file)}: ${problem}`));
  if (files.some((file) => file.endsWith(".map"))) problems.push("source maps would be uploaded");

  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/?$/, "/"));
  const inRoot = (root) => files.filter((file) => path.relative(folder, file).startsWith(root));
  const subpackages = roots.map((root) => ({ name: root, bytes: bytesOf(inRoot(root)), limit: PACKAGE_LIMIT_BYTES }));
  const mainBytes = bytesOf(files) - subpackages.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, bytes, limit } of [{ name: "main", bytes: mainBytes, limit: MAIN_LIMIT_BYTES }, ...subpackages]) {
    console.log(`${name.padEnd(12)} ${(bytes / 1024).toFixed(1).padStart(8)} KB of ${limit / 1024} KB`);
    if (bytes > limit) problems.push(`${name} is larger than ${limit / 1024} KB`);
  }
  for (const problem of problems) console.error(`✕ ${problem}`);
  if (problems.length === 0) console.log("✓ no eval, no global that WeChat lacks, no syntax newer than its engines");
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = main();
