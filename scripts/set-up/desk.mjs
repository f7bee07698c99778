// @ts-check
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compressHashedFiles } from "./pages.mjs";
import { runNpm } from "./run-command.mjs";
import { SetUpError } from "./set-up-error.mjs";
import { sourceFingerprint } from "./source-fingerprint.mjs";

/** Every environment variable the build reads (desk/vite.config.ts). */
const SETTINGS = ["TILE_URL", "TILE_DATUM", "TILE_CREDIT"];
const SOURCES = ["desk", "shared", "package-lock.json"];

/**
 * Builds the officers' desk, unless what it is made of is as it was at the last build.
 * @param {{ root: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} options `root` is the repository's folder
 * @returns {Promise<string>} the folder with index.html
 * @throws {SetUpError} when the build fails
 */
export async function ensureDesk({ root, env = process.env, signal }) {
  const folder = path.join(root, "desk", "dist");
  const stamp = path.join(root, "desk", "dist.fingerprint");
  const words = SETTINGS.map((name) => `${name}=${env[name] ?? ""}`);
  const fingerprint = sourceFingerprint(root, SOURCES, words);
  if (existsSync(path.join(folder, "index.html")) && readIfThere(stamp) === fingerprint) return folder;
  console.log("▸ 正在生成工作台… (building the desk)");
  rmSync(stamp, { force: true });
  const code = await runNpm(["run", "build:desk"], {
    cwd: root,
    env: { ...env, NODE_ENV: "production", BUILD_FOLDER: "" },
    signal,
    step: "npm run build:desk",
    quiet: true,
  });
  if (code !== 0 || !existsSync(path.join(folder, "index.html"))) {
    throw new SetUpError(
      "工作台没有生成出来，原因见上面的输出。",
      "The desk could not be built; the output above says why.",
    );
  }
  await compressHashedFiles(folder);
  writeFileSync(stamp, fingerprint);
  return folder;
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
