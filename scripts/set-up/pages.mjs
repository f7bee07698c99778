// @ts-check
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { runNpm } from "./run-command.mjs";
import { SetUpError } from "./set-up-error.mjs";
import { filesUnder, sourceFingerprint } from "./source-fingerprint.mjs";

/** Every environment variable the build reads (miniapp/config/build-environment.ts); TARO_ENV is always h5 here. */
export const BUILD_SETTINGS = [
  "YIZHAN_LOCATION",
  "YIZHAN_READ_ALOUD",
  "API_ORIGIN",
  "TIANDITU_KEY",
  "TILE_URL",
  "TILE_DATUM",
  "TILE_CREDIT",
  "OPERATOR_NAME",
  "COMPLAINT_PHONE",
  "WEAPP_APP_ID",
];

/** What the pages are made of, from the repository's root. */
export const PAGE_SOURCES = ["miniapp", "shared", "package-lock.json"];

/**
 * Builds the mini-program for the browser, unless what it is made of is as it was at the last build.
 * @param {{ root: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} options `root` is the repository's folder
 * @returns {Promise<string>} the folder with index.html
 * @throws {SetUpError} when the build fails
 */
export async function ensurePages({ root, env = process.env, signal }) {
  const folder = path.join(root, "miniapp", "dist", "h5");
  const stamp = `${folder}.fingerprint`;
  const fingerprint = pagesFingerprint(root, env);
  if (existsSync(path.join(folder, "index.html")) && readIfThere(stamp) === fingerprint) return folder;
  console.log("▸ 正在生成网页，约半分钟… (building the pages, about half a minute)");
  rmSync(stamp, { force: true });
  // Whoever asks may run as a test or in development; those builds need a development server around them.
  const buildEnv = { ...env, NODE_ENV: "production" };
  const step = "npm run build:h5";
  const code = await runNpm(["run", "build:h5"], { cwd: root, env: buildEnv, signal, step, quiet: true });
  if (code !== 0 || !existsSync(path.join(folder, "index.html"))) {
    throw new SetUpError(
      "网页没有生成出来，原因见上面的输出。",
      "The pages could not be built; the output above says why.",
    );
  }
  await compressHashedFiles(folder);
  writeFileSync(stamp, fingerprint);
  return folder;
}

/**
 * One value for everything the pages are made of: sources, packages and build settings.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
export function pagesFingerprint(root, env) {
  const settings = BUILD_SETTINGS.map((setting) => `${setting}=${env[setting] ?? ""}`);
  return sourceFingerprint(root, PAGE_SOURCES, settings);
}

/**
 * Writes .br and .gz beside the files whose name carries the hash of their content. Only those: a name that is reused
 * by the next build would leave an old copy to be served.
 * @param {string} folder
 */
export async function compressHashedFiles(folder) {
  const hashed = filesUnder(folder).filter((file) => /\.[0-9a-f]{8,}\.(js|css|svg)$/.test(file));
  await Promise.all(
    hashed.map(async (file) => {
      const content = readFileSync(file);
      if (content.length < 1024) return;
      writeFileSync(`${file}.br`, await promisify(brotliCompress)(content));
      writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
    }),
  );
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
