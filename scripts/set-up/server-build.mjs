// @ts-check
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { SetUpError } from "./set-up-error.mjs";
import { sourceFingerprint } from "./source-fingerprint.mjs";

/** What the server is made of, from the repository's root: this file, too. */
const SOURCES = [
  "api",
  "shared",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "scripts/set-up/server-build.mjs",
];
/** The server, and what its worker threads run: they find the file beside them by this name. */
const ENTRIES = { "node-server": "api/node-server.ts", worker: "api/heavy-work/worker.ts" };

/**
 * Stay where they are installed: they load files that lie beside them, or machine code. All of them are loaded when they
 * are first needed, so that no start waits for them.
 */
const NOT_BUNDLED = ["@resvg/resvg-js", "fontkit", "pdfkit", "piscina", "sharp", "write-excel-file"];

/** A server of the build before may still run, and load parts of it. */
const KEPT_BUILDS = 2;

/**
 * Makes a few JavaScript files of the server, which start faster than hundreds of TypeScript files that are compiled as
 * they are loaded, unless what it is made of is as it was at a build before. Every build has a folder of its own, so that
 * none changes under a server that runs.
 * @param {{ root: string }} options `root` is the repository's folder
 * @returns {Promise<string>} the file to run
 * @throws {SetUpError} when the build fails
 */
export async function ensureServer({ root }) {
  const builds = path.join(root, "dist", "server");
  const folder = path.join(builds, sourceFingerprint(root, SOURCES).slice(0, 16));
  const entry = path.join(folder, "node-server.mjs");
  if (existsSync(entry)) return entry;
  console.log("▸ 正在编译服务… (compiling the server)");
  const unfinished = `${folder}.${process.pid}`;
  try {
    await bundle(root, unfinished);
    moveInto(folder, unfinished);
  } catch (error) {
    // What the compiler itself finds it has said by now.
    if (!(error instanceof Error && "errors" in error)) console.error(error);
    throw new SetUpError(
      "服务没有编译出来，原因见上面的输出。",
      "The server could not be compiled; the output above says why.",
    );
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  removeOldBuilds(builds, folder);
  return entry;
}

/**
 * @param {string} root
 * @param {string} folder
 */
async function bundle(root, folder) {
  const { buildSync } = await import("esbuild");
  buildSync({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, path.join(root, file)])),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    // What is imported when it is needed becomes a file of its own.
    splitting: true,
    target: "node20",
    // Less to read at the start; names stay.
    minifyWhitespace: true,
    minifySyntax: true,
    external: NOT_BUNDLED,
    // Packages of the older kind ask for Node's modules by `require`, which the newer kind does not have.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    sourcemap: true,
    sourcesContent: false,
    logLevel: "error",
  });
}

/**
 * @param {string} folder
 * @param {string} unfinished
 */
function moveInto(folder, unfinished) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another start has made the same build meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/**
 * @param {string} builds
 * @param {string} newest
 */
function removeOldBuilds(builds, newest) {
  const others = readdirSync(builds)
    // Others may be being made just now.
    .filter((name) => /^[0-9a-f]+$/.test(name))
    .map((name) => path.join(builds, name))
    .filter((folder) => folder !== newest)
    .map((folder) => ({ folder, builtAt: statSync(folder).mtimeMs }))
    .sort((one, other) => other.builtAt - one.builtAt);
  for (const { folder } of others.slice(KEPT_BUILDS - 1)) rmSync(folder, { recursive: true, force: true });
}
