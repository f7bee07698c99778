import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../../tests/support/local-redis.js";

export interface BenchServer {
  port: number;
  /** From the start of the process, milliseconds. */
  firstAnswerMs: number;
  stop: () => Promise<void>;
}

const ROOT = resolve(import.meta.dirname, "../..");
const START_MS = 60_000;

/** The product's web server as a process of its own, as it is hosted. */
export function startProduct(redisUrl: string, firstPath: string): Promise<BenchServer> {
  return start(["--import", "tsx", "api/node-server.ts"], settings(redisUrl), firstPath);
}

export function startRedisOnly(redisUrl: string, firstPath: string): Promise<BenchServer> {
  return start(["--import", "tsx", "bench/national/redis-only-server.ts"], settings(redisUrl), firstPath);
}

function settings(redisUrl: string): NodeJS.ProcessEnv {
  return {
    YIZHAN_MODE: "production",
    REDIS_URL: redisUrl,
    UPSTASH_REDIS_REST_URL: "",
    TOKEN_SECRET: randomBytes(32).toString("hex"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    TRUST_PROXY: "1",
  };
}

export function startConstant(bytes: number): Promise<BenchServer> {
  return start(["--import", "tsx", "bench/national/constant-server.ts", String(bytes)], {}, "/");
}

async function start(words: string[], settings: NodeJS.ProcessEnv, firstPath: string): Promise<BenchServer> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...words, String(port)], {
    cwd: ROOT,
    env: { ...process.env, ...settings, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await firstAnswer(child, `http://127.0.0.1:${port}${firstPath}`);
  const firstAnswerMs = performance.now() - startedAt;
  return { port, firstAnswerMs, stop: () => stopped(child) };
}

async function firstAnswer(child: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    const reply = await fetch(url).catch(() => null);
    if (reply?.status === 200) return;
    await wait(5);
  }
  await stopped(child);
  throw new Error(`no answer from ${url}`);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}
