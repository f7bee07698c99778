// @ts-check
/**
 * `npm start`: everything on one origin, set up as needed.
 *
 * Without configuration it is the demo: a Redis of its own, keys of its own, example stations. With REDIS_URL or
 * UPSTASH_REDIS_REST_URL it is production: only the server is started, and it refuses to run without its secrets.
 * This file uses nothing but Node, as it is what installs the rest.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { demoEnvironment, photoFolder } from "./set-up/demo-environment.mjs";
import { ensureDependencies } from "./set-up/dependencies.mjs";
import { ensureDesk } from "./set-up/desk.mjs";
import { openEmbeddedRedis } from "./set-up/embedded-redis.mjs";
import { launcherGone } from "./set-up/launcher.mjs";
import { requireNodeVersion } from "./set-up/node-version.mjs";
import { ensurePages } from "./set-up/pages.mjs";
import { ensureRedisServer } from "./set-up/redis-binary.mjs";
import { ensureServer } from "./set-up/server-build.mjs";
import { SetUpError } from "./set-up/set-up-error.mjs";
import { healthy, requireFreePort, startWebServer } from "./set-up/web-server.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const dataFolder = path.resolve(root, process.env.YIZHAN_DATA || ".yizhan");
const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);
const isDemo = !process.env.REDIS_URL && !process.env.UPSTASH_REDIS_REST_URL;

const interruption = new AbortController();
// npm passes on a Ctrl-C that the terminal has already sent here, so a second signal means nothing new.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => interruption.abort());
launcherGone().then(() => interruption.abort());

try {
  process.exitCode = await start(interruption.signal);
} catch (error) {
  if (interruption.signal.aborted) {
    process.exitCode = 130;
  } else {
    const told = isDiskFull(error) ? diskFull() : error;
    console.error(told instanceof SetUpError ? `\n✗ ${told.message}` : told);
    process.exitCode = 1;
  }
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code: 0 when it was asked to stop, else that something ended by itself
 */
async function start(signal) {
  requireNodeVersion();
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SetUpError(
      `PORT=${process.env.PORT}: 端口要是 1 到 65535 的整数，或 0(任选一个空闲的)。`,
      "A whole number from 1 to 65535, or 0 for any that is free.",
    );
  }
  await requireFreePort(host, port);
  await ensureDependencies({ root, signal });
  const redisServer = isDemo ? await ensureRedisServer({ signal }) : null;
  const pagesFolder = process.env.PAGES_FOLDER || (await ensurePages({ root, signal }));
  const deskFolder = process.env.DESK_FOLDER || (await ensureDesk({ root, signal }));
  const entry = await ensureServer({ root });
  signal.throwIfAborted();
  const redis = redisServer ? await openEmbeddedRedis({ dataFolder, redisServer: async () => redisServer }) : null;
  try {
    return await serve({ redis, pagesFolder, deskFolder, entry, signal });
  } finally {
    await redis?.stop();
  }
}

/**
 * @param {{ redis: import("./set-up/embedded-redis.mjs").EmbeddedRedis | null, pagesFolder: string, deskFolder: string, entry: string, signal: AbortSignal }} parts
 */
async function serve({ redis, pagesFolder, deskFolder, entry, signal }) {
  const server = startWebServer({ root, entry, env: serverEnvironment(redis, pagesFolder, deskFolder) });
  const ending = new AbortController();
  const stopped = Promise.race([
    server.ended.then((code) => ({ said: "服务退出了 (the server ended)", code: code || 1 })),
    ...(redis ? [redis.ended.then((words) => ({ said: `Redis 退出了 (Redis ended)\n${words}`, code: 1 }))] : []),
    aborted(signal).then(() => ({ said: "正在停止… (stopping)", code: 0 })),
  ]).finally(() => ending.abort());
  const origin = await Promise.race([server.port.then(originAt), stopped.then(() => null)]);
  if (origin) await healthy(origin, ending.signal);
  if (origin && !ending.signal.aborted) welcome(origin, redis);
  const { said, code } = await stopped;
  console.log(`\n▸ ${said}`);
  await server.stop();
  return code;
}

/**
 * @param {import("./set-up/embedded-redis.mjs").EmbeddedRedis | null} redis
 * @param {string} pagesFolder
 * @param {string} deskFolder
 * @returns {NodeJS.ProcessEnv}
 */
function serverEnvironment(redis, pagesFolder, deskFolder) {
  const everywhere = {
    ...process.env,
    HOST: host,
    PORT: String(port),
    PAGES_FOLDER: pagesFolder,
    DESK_FOLDER: deskFolder,
    PHOTO_FOLDER: photoFolder(dataFolder),
  };
  if (!redis) return { ...everywhere, YIZHAN_MODE: "production" };
  return { ...everywhere, ...demoEnvironment(redis, dataFolder) };
}

/**
 * @param {string} origin
 * @param {import("./set-up/embedded-redis.mjs").EmbeddedRedis | null} redis
 */
function welcome(origin, redis) {
  const lines = [
    `✓ 驿站已就绪 (ready): ${origin}`,
    `  工会工作台 (desk):    ${origin}/desk/`,
    `  接口说明 (API):      ${origin}/api/docs`,
  ];
  if (redis) {
    const origins = {
      started: "已启动 (started)",
      adopted: "接着用上次留下的 (left by an earlier start)",
      shared: "与另一个正在运行的 npm start 共用 (shared with a running start)",
    };
    lines.push(
      "  演示模式 (demo):     示例数据，不是真实驿站",
      '  演示身份 (sign in):  POST /api/sign-in/demo  { "as": "worker" | "keeper" | "officer", "name"?: "…" }',
      "                       worker 职工 · keeper 站长(前两个示例站)· officer 工会干部",
      `  Redis:               127.0.0.1:${redis.port} ${origins[redis.origin]}`,
      `  数据 (data):         ${dataFolder}`,
    );
  } else {
    lines.push("  正式模式 (production): 用配置的 Redis，没有演示账号 (your Redis, no demo accounts)");
  }
  console.log(`\n${lines.join("\n")}\n  按 Ctrl-C 停止 (Ctrl-C stops it)\n`);
}

/** @param {number} listeningPort */
function originAt(listeningPort) {
  return `http://${reachableHost(host)}:${listeningPort}`;
}

/** @param {string} listening an address such as 0.0.0.0 is for listening, not for going to */
function reachableHost(listening) {
  if (listening === "0.0.0.0") return "127.0.0.1";
  if (listening === "::") return "[::1]";
  return listening.includes(":") ? `[${listening}]` : listening;
}

/** @param {unknown} error */
function isDiskFull(error) {
  return error instanceof Error && "code" in error && error.code === "ENOSPC";
}

function diskFull() {
  return new SetUpError(
    `磁盘写满了，空出地方再 npm start。已经存下的都在 ${dataFolder}。`,
    "The disk is full. What was stored is still there; make room and start again.",
  );
}

/** @param {AbortSignal} signal */
function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener("abort", resolve, { once: true });
  });
}
