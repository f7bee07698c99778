// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["shared", "api", "miniapp", "desk", "scripts", "bench", "tests"];
const ENDINGS = ["", ".ts", ".tsx", ".mjs", ".h5.ts", ".h5.tsx", ".weapp.ts", ".weapp.tsx"];
const SOURCE = /\.(?:tsx?|mjs)$/;
const TEST = /^tests\/.*\.test\.tsx?$/;
/** Where all features come together: whoever imports one of these imports everything, and is about nothing of it. */
const HUBS = [
  /^tests\/(?:\w+\/)?support\//,
  /^api\/(?:app|dependencies)\.ts$/,
  /^api\/wiring\//,
  /^shared\/contract\//,
];
/** What every test depends on. */
const OF_ALL = /^(?:package(?:-lock)?\.json|vitest\.config\.ts|scripts\/test\.mjs)$/;

/**
 * The tests of what changed since a commit: changed ones, those that import it without going through the whole app, and those
 * that bear the name of a feature it belongs to or is imported by. Journeys are among them where a page changed.
 * @param {string} root
 * @param {string} [since] a commit; without it the last one
 * @returns {string[] | null} paths below the root; null: everything
 */
export function changedTests(root, since = "HEAD") {
  const files = FOLDERS.flatMap((folder) => sourcesIn(root, folder));
  return testsOf(changedFiles(root, since), importersOf(root, files), files);
}

/**
 * @param {readonly string[]} changed
 * @param {ReadonlyMap<string, readonly string[]>} importers which files import a file
 * @param {readonly string[]} files all there are
 * @returns {string[] | null}
 */
export function testsOf(changed, importers, files) {
  if (changed.some((file) => OF_ALL.test(file))) return null;
  const tests = files.filter((file) => TEST.test(file));
  const reached = reachedFrom(changed, importers);
  const features = new Set([...reached].filter((file) => !TEST.test(file)).flatMap(featureOf));
  const pages = changed.some((file) => /^(?:miniapp|desk)\/src\//.test(file));
  const isWanted = (/** @type {string} */ test) => {
    if (reached.has(test)) return true;
    if (test.startsWith("tests/docs/")) return changed.some((file) => file.endsWith(".md") || SOURCE.test(file));
    if (test.startsWith("tests/api/access/")) return changed.some(opensRoutes);
    if (test.startsWith("tests/weapp/")) return changed.some((file) => /\.weapp\.tsx?$/.test(file));
    const feature = testedFeature(test);
    return features.has(feature) && (pages || !test.startsWith("tests/journeys/"));
  };
  return tests.filter(isWanted);
}

/**
 * Whether vitest, called so, may run journeys, for which the pages must be built.
 * @param {readonly string[]} args
 * @param {readonly string[]} journeys paths of their files
 */
export function mayRunJourneys(args, journeys) {
  const projects = args.flatMap((arg, at) => {
    if (arg.startsWith("--project=")) return [arg.slice("--project=".length)];
    return arg === "--project" ? [args[at + 1] ?? ""] : [];
  });
  if (projects.length > 0 && !projects.some((name) => /journeys|[*!]/.test(name))) return false;
  const paths = args
    .filter((arg) => /^\.?[\w-]*(?:\/|$)/.test(arg) && arg.includes("/"))
    .map((arg) => arg.replace(/^\.\//, ""));
  return paths.length === 0 || journeys.some((file) => paths.some((wanted) => file.includes(wanted)));
}

/** @param {string} root */
export function journeysOf(root) {
  return sourcesIn(root, "tests/journeys").filter((file) => TEST.test(file));
}

/**
 * @param {readonly string[]} changed
 * @param {ReadonlyMap<string, readonly string[]>} importers
 * @returns {Set<string>}
 */
function reachedFrom(changed, importers) {
  const reached = new Set(changed);
  // A hub that changed reaches what imports it; one that only imports a change does not.
  const waiting = [...changed];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const importer of importers.get(file) ?? []) {
      if (reached.has(importer) || HUBS.some((hub) => hub.test(importer))) continue;
      reached.add(importer);
      waiting.push(importer);
    }
  }
  return reached;
}

/**
 * `board` of `api/board/read-board.ts`, `shared/contract/board.ts` and `miniapp/src/features/board/card.tsx`.
 * @param {string} file
 * @returns {string[]}
 */
function featureOf(file) {
  const contract = /^shared\/contract\/([\w-]+)\.ts$/.exec(file)?.[1];
  const page = /^miniapp\/src\/features\/([\w-]+)\//.exec(file)?.[1];
  const other = /^(?:api|shared|desk\/src)\/([\w-]+)\//.exec(file)?.[1];
  const feature = contract ?? page ?? other;
  return feature === undefined || ["common", "contract", "redis", "http", "wiring"].includes(feature) ? [] : [feature];
}

/**
 * The same of a test: of `tests/features/board/read.test.ts` and `tests/journeys/desk-board.test.ts`.
 * @param {string} test
 */
function testedFeature(test) {
  const journey = /^tests\/journeys\/(?:desk-)?([\w-]+)\.test\.ts$/.exec(test)?.[1];
  return journey ?? /^tests\/(?:api|features|shared|desk|miniapp\/features)\/([\w-]+)\//.exec(test)?.[1] ?? "";
}

/** @param {string} file */
function opensRoutes(file) {
  return /^shared\/(?:contract|people)\//.test(file) || /^api\/.*-routes\.ts$/.test(file) || file === "api/app.ts";
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesIn(root, folder) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" || entry.name === "dist" ? [] : sourcesIn(root, file);
    return SOURCE.test(entry.name) ? [file] : [];
  });
}

/**
 * Who imports what, but for types, which change nothing that a test sees.
 * @param {string} root
 * @param {readonly string[]} files
 * @returns {Map<string, string[]>}
 */
function importersOf(root, files) {
  const known = new Set(files);
  /** @type {Map<string, string[]>} */
  const importers = new Map();
  for (const file of files) {
    const text = readFileSync(path.join(root, file), "utf8").replace(/\b(?:import|export) type [^;]*;/g, "");
    for (const [, specifier = ""] of text.matchAll(/(?:\bfrom|\bimport|import\()\s*"(\.[^"]+)"/g)) {
      const wanted = path.posix.join(path.posix.dirname(file), specifier.replace(/\.js$/, ""));
      for (const ending of ENDINGS) {
        if (!known.has(wanted + ending)) continue;
        importers.set(wanted + ending, [...(importers.get(wanted + ending) ?? []), file]);
      }
    }
  }
  return importers;
}

/**
 * @param {string} root
 * @param {string} since
 */
function changedFiles(root, since) {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\n");
  const all = [...git("diff", "--name-only", since, "--"), ...git("ls-files", "--others", "--exclude-standard")];
  return [...new Set(all.filter((file) => file !== ""))];
}
