// @ts-check
import { spawnSync } from "node:child_process";
import { findExecutable, isExecutable, versionOf } from "./executables.mjs";
import { SetUpError } from "./set-up-error.mjs";
import { installSystemPackages } from "./system-packages.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** macOS keeps applications out of PATH. */
const APPLICATIONS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * A Chromium that runs: the one named in CHROMIUM_PATH, one on this machine, or one installed now, with fonts that
 * hold Chinese, without which every page would be measured in empty boxes.
 * @param {{ env?: NodeJS.ProcessEnv, signal?: AbortSignal }} [options]
 * @returns {Promise<string>} its absolute path
 * @throws {SetUpError} with the ways on, when there is none and none can be installed
 */
export async function ensureChromium({ env = process.env, signal } = {}) {
  const present = await findChromium(env);
  const missing = [...(present ? [] : ["chromium"]), ...(hasChineseFont() ? [] : ["fonts-noto-cjk"])];
  if (missing.length > 0) {
    const brew = present ? [] : ["--cask", "chromium"];
    await installSystemPackages({ what: missing.join(", "), apt: missing, brew, signal });
  }
  const installed = present ?? (await findChromium(env));
  if (installed) return installed;
  throw new SetUpError(
    "没有找到 Chromium 或 Chrome，也没能自动安装；网页测试需要它。可以：",
    "  1. 自己装一个：Debian 用 sudo apt-get install chromium,macOS 用 brew install --cask chromium;",
    "  2. npx playwright-core install --with-deps chromium，再设 CHROMIUM_PATH=/路径/chrome;",
    "  3. 已经装在别处：设 CHROMIUM_PATH=/路径/chromium。再运行 npm test。",
    "No Chromium or Chrome was found, and none could be installed here; the pages are tested in one.",
    "Install one, or point CHROMIUM_PATH at it, and run npm test again.",
  );
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>}
 */
async function findChromium(env) {
  const named = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : NAMES;
  const found = named.map((name) => findExecutable([name], env)).filter((file) => file !== null);
  for (const file of [...found, ...(env.CHROMIUM_PATH ? [] : APPLICATIONS.filter(isExecutable))]) {
    // Some systems have a placeholder under the name, which only says how to install the real one.
    if (await versionOf(file)) return file;
  }
  return null;
}

/** Systems without fontconfig, such as macOS, bring their own Chinese fonts. */
function hasChineseFont() {
  if (process.platform !== "linux") return true;
  const { status, stdout } = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "";
}
