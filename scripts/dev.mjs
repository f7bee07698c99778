// @ts-check
/**
 * `npm run dev`: the demo's API, the web pages and the desk, each loaded again when its sources change.
 *
 * The API takes PORT (3000), the pages and the desk the two ports behind it.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { demoEnvironment, photoFolder } from "./set-up/demo-environment.mjs";
import { ensureDependencies } from "./set-up/dependencies.mjs";
import { openEmbeddedRedis } from "./set-up/embedded-redis.mjs";
import { launcherGone } from "./set-up/launcher.mjs";
import { requireNodeVersion } from "./set-up/node-version.mjs";
import { ensureRedisServer } from "./set-up/redis-binary.mjs";
import { SetUpError } from "./set-up/set-up-error.mjs";
import { requireFreePort } from "./set-up/web-server.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const dataFolder = path.resolve(root, process.env.YIZHAN_DATA || ".yizhan");
const host = "127.0.0.1";
const apiPort = Number(process.env.PORT || 3000);
const [pagesPort, deskPort] = [apiPort + 1, apiPort + 2];
const api = `http://${host}:${apiPort}`;

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => interruption.abort());
launcherGone().then(() => interruption.abort());

try {
  process.exitCode = await develop(interruption.signal);
} catch (error) {
  if (!interruption.signal.aborted) console.error(error instanceof SetUpError ? `\n✗ ${error.message}` : error);
  process.exitCode = interruption.signal.aborted ? 130 : 1;
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code: 0 when it was asked to stop, else that something ended by itself
 */
async function develop(signal) {
  requireNodeVersion();
  await ensureDependencies({ root, signal });
  for (const port of [apiPort, pagesPort, deskPort]) await requireFreePort(host, port);
  const redisServer = await ensureRedisServer({ signal });
  const redis = await openEmbeddedRedis({ dataFolder, redisServer: async () => redisServer });
  try {
    const parts = start(redis);
    console.log(
      [
        `✓ 网页 (web pages):    http://${host}:${pagesPort}`,
        `  工会工作台 (desk):    http://${host}:${deskPort}/desk/`,
        `  接口说明 (API):      ${api}/api/docs`,
        "  改了源文件就会重新加载 (each is loaded again when its sources change). Ctrl-C stops all of it.",
      ].join("\n"),
    );
    const stopped = new Promise((resolve) => signal.addEventListener("abort", () => resolve(0), { once: true }));
    const code = await Promise.race([stopped, ...parts.map(({ ended }) => ended.then(() => 1))]);
    for (const part of parts) await part.stop();
    return Number(code);
  } finally {
    await redis.stop();
  }
}

/** @param {import("./set-up/embedded-redis.mjs").EmbeddedRedis} redis */
function start(redis) {
  const demo = { ...demoEnvironment(redis, dataFolder), PHOTO_FOLDER: photoFolder(dataFolder) };
  return [
    run(".", ["tsx", "watch", "--clear-screen=false", "api/node-server.ts"], {
      ...demo,
      HOST: host,
      PORT: `${apiPort}`,
    }),
    run("miniapp", ["taro", "build", "--type", "h5", "--watch"], {
      NODE_ENV: "development",
      BUILD_FOLDER: "dist/h5-dev",
      DEV_API_ORIGIN: api,
      DEV_PAGES_PORT: `${pagesPort}`,
    }),
    run("desk", ["vite", "--host", host, "--port", `${deskPort}`, "--strictPort"], { API_ORIGIN: api }),
  ];
}

/**
 * A command of `node_modules/.bin` in a process group of its own, with its output shown.
 * @param {string} folder
 * @param {string[]} command
 * @param {Record<string, string>} env
 * @returns {{ ended: Promise<void>, stop: () => Promise<void> }}
 */
function run(folder, [name = "", ...args], env) {
  const cwd = path.join(root, folder);
  const bins = [path.join(cwd, "node_modules", ".bin"), path.join(root, "node_modules", ".bin"), process.env.PATH];
  const child = spawn(name, args, {
    cwd,
    env: { ...process.env, ...env, PATH: bins.join(path.delimiter) },
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve();
    });
    child.once("exit", () => resolve());
  });
  return {
    ended,
    async stop() {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        process.kill(-child.pid, "SIGTERM");
      }
      await ended;
    },
  };
}
