// @ts-check
import { findExecutable, versionOf } from "./executables.mjs";
import { SetUpError } from "./set-up-error.mjs";
import { installSystemPackages } from "./system-packages.mjs";

/** GEOSEARCH came with 6.2. Valkey counts on from 7.2. */
const OLDEST_REDIS = [6, 2];
const NAMES = ["redis-server", "valkey-server"];

/**
 * A redis-server or valkey-server to run: the one named in REDIS_SERVER_PATH, one on this machine, or one installed now.
 * @param {{ env?: NodeJS.ProcessEnv, signal?: AbortSignal }} [options]
 * @returns {Promise<string>} its absolute path
 * @throws {SetUpError} with the ways on, when there is none and none can be installed
 */
export async function ensureRedisServer({ env = process.env, signal } = {}) {
  const present = await findRedisServer(env);
  if (present) return present;
  await installSystemPackages({ what: "redis-server", apt: ["redis-server"], brew: ["redis"], signal });
  const installed = await findRedisServer(env);
  if (installed) return installed;
  throw new SetUpError(
    "没有找到 Redis(6.2 或更新)，也没能自动安装。可以：",
    "  1. 自己装一个：Debian / Ubuntu 用 sudo apt-get install redis-server,macOS 用 brew install redis，再运行 npm start;",
    "  2. 已经装在别处：设 REDIS_SERVER_PATH=/路径/redis-server;",
    "  3. 正式部署：设 REDIS_URL，或 UPSTASH_REDIS_REST_URL 与 UPSTASH_REDIS_REST_TOKEN。",
    "No redis-server (6.2 or newer) was found, and none could be installed here. Install one, or point REDIS_SERVER_PATH at it,",
    "or set REDIS_URL (or UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN) for production.",
  );
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>}
 */
async function findRedisServer(env) {
  for (const name of env.REDIS_SERVER_PATH ? [env.REDIS_SERVER_PATH] : NAMES) {
    const file = findExecutable([name], env);
    if (file && isRecentEnough(await versionOf(file))) return file;
  }
  return null;
}

/** @param {string | null} words such as `Redis server v=7.0.15 sha=…` */
function isRecentEnough(words) {
  const [, major, minor] = /v=(\d+)\.(\d+)/.exec(words ?? "") ?? [];
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_REDIS;
  return Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
}
