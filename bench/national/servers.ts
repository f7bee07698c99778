import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ensureServer } from "../../scripts/set-up/server-build.mjs";
import { toldPort } from "../../scripts/set-up/web-server.mjs";

export interface BenchServer {
  port: number;
  /** From the start of the process, milliseconds. */
  firstAnswerMs: number;
  /** Of that, what its main thread had a processor for; null: this system does not say. */
  processorMs: number | null;
  /** What its main thread has had a processor for until now, milliseconds; null as above. */
  processorMsNow: () => number | null;
  stop: () => Promise<void>;
}

const ROOT = resolve(import.meta.dirname, "../..");
const START_MS = 60_000;

/** The product's web server as a process of its own, as `npm start` runs it. */
export async function startProduct(redisUrl: string, firstPath: string, says = ""): Promise<BenchServer> {
  return start(["--enable-source-maps", await ensureServer({ root: ROOT })], settings(redisUrl), firstPath, says);
}

/** The same as a demo, in which anybody is an officer who asks to be. */
export async function startDemo(redisUrl: string, firstPath: string): Promise<BenchServer> {
  const words = ["--enable-source-maps", await ensureServer({ root: ROOT })];
  return start(words, { ...settings(redisUrl), YIZHAN_MODE: "demo" }, firstPath);
}

/** The same from its sources, which are compiled as they are loaded. */
export function startFromSources(redisUrl: string, firstPath: string, says: string): Promise<BenchServer> {
  return start(["--import", "tsx", "api/node-server.ts"], settings(redisUrl), firstPath, says);
}

/** Node, and nothing else. */
export function startEmpty(): Promise<BenchServer> {
  const program = `const server = require("node:http").createServer((_, reply) => reply.end("{}"));
    server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));`;
  return start(["-e", program], {}, "/");
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
    PUBLIC_URL: "http://127.0.0.1",
  };
}

export function startConstant(bytes: number): Promise<BenchServer> {
  return start(["--import", "tsx", "bench/national/constant-server.ts", String(bytes)], {}, "/");
}

/** @param says what is in the right answer */
async function start(words: string[], settings: NodeJS.ProcessEnv, firstPath: string, says = ""): Promise<BenchServer> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: { ...process.env, ...settings, PORT: "0", HOST: "127.0.0.1" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const port = await Promise.race([toldPort(child), died(child)]);
  await firstAnswer(child, `http://127.0.0.1:${port}${firstPath}`, says);
  const firstAnswerMs = performance.now() - startedAt;
  const processorMsNow = () => processorMs(child);
  return { port, firstAnswerMs, processorMs: processorMsNow(), processorMsNow, stop: () => stopped(child) };
}

async function firstAnswer(child: ChildProcess, url: string, says: string): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    const reply = await fetch(url).catch(() => null);
    if (reply?.status === 200 && (await reply.text()).includes(says)) return;
    await wait(5);
  }
  await stopped(child);
  throw new Error(`no answer from ${url}`);
}

function died(child: ChildProcess): Promise<never> {
  return new Promise((_, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
}

function processorMs(child: ChildProcess): number | null {
  try {
    return Number(readFileSync(`/proc/${child.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return null;
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}
