import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ensureServer } from "../../../scripts/set-up/server-build.mjs";
import { toldPort } from "../../../scripts/set-up/web-server.mjs";
import { type LocalRedis, startLocalRedis } from "../../support/local-redis.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const START_TIMEOUT_MS = 60_000;
/** The built pages, from the repository's root. */
export const PAGES = process.env.PAGES_FOLDER ?? "miniapp/dist/h5";

/** The product as `npm start` serves it in demo mode: pages and API on one origin, on a Redis of its own. */
export interface Product {
  origin: string;
  redisUrl: string;
  stop: () => Promise<void>;
}

/**
 * Starts the web server as a process of its own; the pages are those that `npm test` has built.
 *
 * @param fill puts stations into the empty store before the server looks at it, as it fills an empty one by itself
 * @param more settings of the server besides those of every journey
 * @throws Error with what the server said, when it does not come up
 */
export async function startProduct(
  fill: (redisUrl: string) => Promise<void>,
  pagesFolder = PAGES,
  more: Record<string, string> = {},
): Promise<Product> {
  const redis = await startLocalRedis();
  try {
    await fill(redis.url);
    const photoFolder = await mkdtemp(join(tmpdir(), "yizhan-journey-photos-"));
    const server = spawn(process.execPath, ["--enable-source-maps", await ensureServer({ root: ROOT })], {
      cwd: ROOT,
      env: { ...process.env, ...settings(redis, photoFolder, pagesFolder), ...more },
      // The channel closes when the tests die in any way, which is how the server learns of it.
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const origin = await healthy(server);
    return { origin, redisUrl: redis.url, stop: () => stopAll(server, redis, photoFolder) };
  } catch (error) {
    await redis.stop();
    throw error;
  }
}

function settings(redis: LocalRedis, photoFolder: string, pagesFolder: string): NodeJS.ProcessEnv {
  return {
    YIZHAN_MODE: "demo",
    REDIS_URL: redis.url,
    UPSTASH_REDIS_REST_URL: "",
    TOKEN_SECRET: randomBytes(32).toString("hex"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    HOST: "127.0.0.1",
    PORT: "0",
    PAGES_FOLDER: pagesFolder,
    PHOTO_FOLDER: photoFolder,
    // The server runs far from the people it tells the time.
    TZ: "America/New_York",
  };
}

/** @returns where it is served */
async function healthy(server: ChildProcess): Promise<string> {
  let said = "";
  server.stderr?.on("data", (chunk) => {
    said += String(chunk);
  });
  const ended = new Promise<null>((settle) => server.once("exit", () => settle(null)));
  const port = await Promise.race([toldPort(server), ended, wait(START_TIMEOUT_MS, null, { ref: false })]);
  const origin = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (port !== null && Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${origin}/api/health`).catch(() => null);
    if (answer?.status === 200) return origin;
    await wait(50);
  }
  if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.\n${said}`);
  server.kill("SIGKILL");
  throw new Error(`The server was not ready in ${START_TIMEOUT_MS} ms; are the pages built?\n${said}`);
}

async function stopAll(server: ChildProcess, redis: LocalRedis, photoFolder: string): Promise<void> {
  if (server.exitCode === null) {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await gone;
  }
  await redis.stop();
  await rm(photoFolder, { recursive: true, force: true });
}
