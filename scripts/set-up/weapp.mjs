// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BUILD_SETTINGS, PAGE_SOURCES } from "./pages.mjs";
import { runNpm } from "./run-command.mjs";
import { SetUpError } from "./set-up-error.mjs";
import { sourceFingerprint } from "./source-fingerprint.mjs";

/** Where the packages for the tests think their server is. */
export const TEST_ORIGIN = "https://yizhan.example";

/**
 * Builds the WeChat package for the tests, unless what it is made of is as it was at the last build. It has a folder of
 * its own: a package that somebody builds to upload is another.
 * @param {{ root: string, location: "precise" | "fuzzy" | "none", env?: NodeJS.ProcessEnv, signal?: AbortSignal }} options
 *   `root` is the repository's folder
 * @returns {Promise<string>} the folder with app.json
 * @throws {SetUpError} when the build fails
 */
export async function ensureWeapp({ root, location, env = process.env, signal }) {
  const settings = { ...noSettings(), YIZHAN_LOCATION: location, API_ORIGIN: TEST_ORIGIN };
  const folder = path.join(root, "miniapp", "dist", "weapp-tests", location);
  const stamp = `${folder}.fingerprint`;
  const words = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const fingerprint = sourceFingerprint(root, [...PAGE_SOURCES, "scripts/set-up/weapp.mjs"], words);
  if (existsSync(path.join(folder, "app.json")) && readIfThere(stamp) === fingerprint) return folder;
  console.log(`▸ 正在生成小程序包(${location})，约半分钟… (building the WeChat package)`);
  rmSync(stamp, { force: true });
  // A file that this build no longer makes must not stay from the last.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const buildEnv = {
    ...env,
    ...settings,
    NODE_ENV: "production",
    BUILD_FOLDER: path.relative(path.join(root, "miniapp"), folder),
    // Several of these may run at once, which Taro's cache is not made for.
    CI: "true",
  };
  const code = await runNpm(["run", "build:weapp"], {
    cwd: root,
    env: buildEnv,
    signal,
    step: "npm run build:weapp",
    quiet: true,
  });
  if (code !== 0 || !existsSync(path.join(folder, "app.json"))) {
    throw new SetUpError(
      "小程序包没有生成出来，原因见上面的输出。",
      "The WeChat package could not be built; the output above says why.",
    );
  }
  writeFileSync(stamp, fingerprint);
  return folder;
}

function noSettings() {
  return Object.fromEntries(BUILD_SETTINGS.map((name) => [name, ""]));
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
