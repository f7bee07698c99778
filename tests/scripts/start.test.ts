import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dependenciesAreInstalled } from "../../scripts/set-up/dependencies.mjs";
import { processIsAlive } from "../../scripts/set-up/living-processes.mjs";
import { askRedis } from "../../scripts/set-up/redis-question.mjs";
import { fixedPort } from "../support/fixed-port.js";
import { startLocalRedis } from "../support/local-redis.js";

const ROOT = resolve(import.meta.dirname, "../..");
const FIRST_PAGE = "<!DOCTYPE html><title>驿站</title>";
const SECRETS = {
  TOKEN_SECRET: "for this test only, and long enough for it",
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  PUBLIC_URL: "https://yizhan.example.cn",
};

interface Start {
  child: ChildProcess;
  said: () => string;
  /** Settles with the exit code. */
  ended: Promise<number | null>;
  /** Settles with the address it says it is ready at. */
  ready: () => Promise<string>;
}

let dataFolder: string;
let pagesFolder: string;
let starts: Start[];

// Starting over another installation would install anew below every other test.
beforeAll(() => expect(dependenciesAreInstalled(ROOT)).toBe(true));
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "yizhan-start-"));
  pagesFolder = mkdtempSync(join(tmpdir(), "yizhan-start-h5-"));
  writeFileSync(join(pagesFolder, "index.html"), FIRST_PAGE);
  starts = [];
});
afterEach(async () => {
  for (const { child, ended } of starts) {
    child.kill("SIGTERM");
    await ended;
  }
  for (const folder of [dataFolder, pagesFolder]) rmSync(folder, { recursive: true, force: true });
});

async function start(settings: NodeJS.ProcessEnv = {}): Promise<Start> {
  const { REDIS_URL: _, UPSTASH_REDIS_REST_URL: __, npm_lifecycle_event: ___, ...env } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: ROOT,
    env: {
      ...env,
      YIZHAN_DATA: dataFolder,
      PAGES_FOLDER: pagesFolder,
      DESK_FOLDER: pagesFolder,
      PORT: "0",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  let tell: (origin: string) => void = () => undefined;
  const isReady = new Promise<string>((settle) => {
    tell = settle;
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      words += chunk;
      const origin = /\(ready\): (\S+)\n/.exec(words)?.[1];
      if (origin) tell(origin);
    });
  }
  const ended = new Promise<number | null>((settle) => child.once("close", settle));
  const ready = () =>
    Promise.race([
      isReady,
      ended.then((code) => {
        throw new Error(`ended with ${code}: ${words}`);
      }),
    ]);
  const one = { child, said: () => words, ended, ready };
  starts.push(one);
  return one;
}

const redisRecord = () => JSON.parse(readFileSync(join(dataFolder, "redis.json"), "utf8"));
const post = (url: string, body: object) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

describe("npm start without configuration", () => {
  it("serves the API and the pages from one origin, with demo identities and 示例 stations", async () => {
    const { ready, said } = await start();
    const origin = await ready();
    expect(await (await fetch(`${origin}/api/health`)).json()).toMatchObject({ status: "ok", redis: "up" });
    const page = await fetch(`${origin}/`);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await page.text()).toBe(FIRST_PAGE);
    const nearest = await fetch(`${origin}/api/stations/nearest?latitude=38.4741&longitude=106.2812`);
    expect(await nearest.text()).toContain("示例");
    expect((await post(`${origin}/api/sign-in/demo`, { as: "keeper" })).status).toBe(200);
    expect(said()).toContain(origin);
    expect(said()).toContain("worker");
    expect(said()).toContain(dataFolder);
  });

  it("takes any free port when it is told 0, and a chosen one that is taken refuses by name", async () => {
    const first = await start();
    const origin = await first.ready();
    expect(Number(new URL(origin).port)).toBeGreaterThan(0);
    const { port } = new URL(origin);
    const second = await start({ PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`端口 ${port} 已被别的程序占用`);
  });

  it("stops all it started when told to, with exit code 0", async () => {
    const { ready, child, ended } = await start();
    const origin = await ready();
    const redis = redisRecord();
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(processIsAlive(redis.pid)).toBe(false);
    await expect(fetch(`${origin}/api/health`)).rejects.toThrow();
    expect(existsSync(join(dataFolder, "redis.json"))).toBe(false);
  });

  it("has its data, its keys and its port back after it was killed", async () => {
    const PORT = String(await fixedPort());
    const first = await start({ PORT });
    const origin = await first.ready();
    expect(origin).toBe(`http://127.0.0.1:${PORT}`);
    const redis = redisRecord();
    const secrets = readFileSync(join(dataFolder, "secrets.json"), "utf8");
    const signedIn: { token: string } = JSON.parse(
      await (await post(`${origin}/api/sign-in/demo`, { as: "officer" })).text(),
    );
    await askRedis(redis.port, ["SET", "marker", "kept"]);
    first.child.kill("SIGKILL");
    await first.ended;

    const second = await start({ PORT });
    expect(await second.ready()).toBe(origin);
    expect(redisRecord()).toMatchObject({ pid: redis.pid, ownerPid: second.child.pid });
    expect(await askRedis(redis.port, ["GET", "marker"])).toBe("kept");
    expect(readFileSync(join(dataFolder, "secrets.json"), "utf8")).toBe(secrets);
    const withdrawn = await fetch(`${origin}/api/stations/st_demo_03/withdraw`, {
      method: "POST",
      headers: { authorization: `Bearer ${signedIn.token}` },
    });
    expect(withdrawn.status).toBe(200);
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
    expect(processIsAlive(redis.pid)).toBe(false);
  });

  it("stops the rest and fails when its Redis dies", async () => {
    const { ready, ended } = await start();
    const origin = await ready();
    process.kill(redisRecord().pid, "SIGKILL");
    expect(await ended).toBe(1);
    await expect(fetch(`${origin}/api/health`)).rejects.toThrow();
  });
});

describe("npm start with a Redis of its own", () => {
  it("refuses to run without its secrets, naming them, and starts nothing", async () => {
    const redis = await startLocalRedis();
    try {
      const { ended, said } = await start({ REDIS_URL: redis.url });
      expect(await ended).toBe(1);
      expect(said()).toMatch(/TOKEN_SECRET[\s\S]*ENCRYPTION_KEY/);
      expect(existsSync(join(dataFolder, "redis"))).toBe(false);
      expect(existsSync(join(dataFolder, "secrets.json"))).toBe(false);
    } finally {
      await redis.stop();
    }
  });

  it("is production: no demo routes, no 示例，even where demo mode is asked for", async () => {
    const redis = await startLocalRedis();
    try {
      const { ready, child, ended } = await start({ REDIS_URL: redis.url, YIZHAN_MODE: "demo", ...SECRETS });
      const origin = await ready();
      expect((await post(`${origin}/api/sign-in/demo`, { as: "worker" })).status).toBe(404);
      const nearest = await fetch(`${origin}/api/stations/nearest?latitude=38.4741&longitude=106.2812`);
      expect(await nearest.json()).toMatchObject({ stations: [] });
      expect(existsSync(join(dataFolder, "redis"))).toBe(false);
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
      expect(await askRedis(redis.port, ["PING"])).toBe("PONG");
    } finally {
      await redis.stop();
    }
  });
});
