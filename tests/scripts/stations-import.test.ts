import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openEmbeddedRedis } from "../../scripts/set-up/embedded-redis.mjs";
import { ensureRedisServer } from "../../scripts/set-up/redis-binary.mjs";
import { csv, givenRow } from "../support/given-list.js";
import { type LocalRedis, startLocalRedis } from "../support/local-redis.js";

interface Run {
  code: number | null;
  said: string;
}

describe("npm run stations:import", () => {
  let local: LocalRedis;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    local = await startLocalRedis();
    folder = await mkdtemp(path.join(tmpdir(), "yizhan-import-"));
    file = path.join(folder, "list.csv");
  });
  afterAll(async () => {
    await local.stop();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await local.clear();
    await writeFile(file, csv(givenRow(), givenRow({ 备注: "好" })));
  });

  /** Runs the command with nothing in its environment but what is given. */
  const run = (words: string[], env: NodeJS.ProcessEnv = { REDIS_URL: local.url }): Promise<Run> =>
    new Promise((resolve, reject) => {
      const { PATH, HOME } = process.env;
      const child = spawn(process.execPath, ["--import", "tsx", "scripts/stations-import.ts", ...words], {
        env: { PATH, HOME, ...env },
      });
      let said = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
      child.once("error", reject);
      child.once("exit", (code) => resolve({ code, said }));
    });

  it("imports into the Redis of the environment, twice with the same end", async () => {
    const first = await run([file]);
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining("新增 2，更新 0，没有变化 0") });
    expect(first.said).toContain("这些列不认识，没有导入：备注");
    expect(await run([file])).toMatchObject({ code: 0, said: expect.stringContaining("新增 0，更新 0，没有变化 2") });
  });

  it("only checks on a dry run", async () => {
    const dry = await run([file, "--dry-run"]);
    expect(dry).toMatchObject({ code: 0, said: expect.stringContaining("没有导入") });
    expect(dry.said).toMatch(/ 2 {2}08:00-20:00\n +→ 每天 8:00–20:00/);
    expect((await run([file])).said).toContain("新增 2");
  });

  it("lists mistakes by row and column, imports nothing and fails", async () => {
    await writeFile(file, csv(givenRow(), givenRow({ "经度(GCJ-02)": "东边" })));
    const { code, said } = await run([file]);
    expect(code).toBe(1);
    expect(said).toMatch(/1 处错误.*一行也没有导入/);
    expect(said).toMatch(/第 3 行「经度\(GCJ-02\)」：「东边」不是数字/);
  });

  it.each([[[]], [["a.csv", "b.csv"]], [["a.csv", "--datum", "gps"]], [["a.csv", "--fast"]]])(
    "explains itself when called with %j",
    async (words) => {
      expect(await run(words)).toMatchObject({ code: 2, said: expect.stringContaining("--dry-run") });
    },
  );

  it.each<[string, string[], NodeJS.ProcessEnv, string]>([
    ["a file that is not there", ["no-such.csv"], {}, "没有这个文件"],
    ["a city that there is none of", ["LIST", "--city", "9999"], {}, "没有这个行政区划代码"],
    ["a Redis that does not answer", ["LIST"], { REDIS_URL: "redis://127.0.0.1:1" }, "连不上 Redis"],
    [
      "half of an Upstash address",
      ["LIST"],
      { UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1" },
      "UPSTASH_REDIS_REST_TOKEN",
    ],
  ])("fails in plain words for %s", async (_, words, env, reason) => {
    const { code, said } = await run(
      words.map((word) => (word === "LIST" ? file : word)),
      { REDIS_URL: local.url, ...env },
    );
    expect([code, said]).toEqual([1, expect.stringContaining(reason)]);
    expect(said).not.toContain("    at ");
  });

  it("starts the product's own Redis for the time of the import, and keeps what it imported", async () => {
    const env = { YIZHAN_DATA: path.join(folder, "data") };
    expect((await run([file], env)).said).toContain("新增 2");
    expect(existsSync(path.join(folder, "data", "redis.json"))).toBe(false);
    expect((await run([file], env)).said).toContain("没有变化 2");
  });

  it("uses the product's own Redis where it runs, and leaves it running", async () => {
    const dataFolder = path.join(folder, "running");
    const redis = await openEmbeddedRedis({ dataFolder, redisServer: () => ensureRedisServer() });
    try {
      expect((await run([file], { YIZHAN_DATA: dataFolder })).said).toContain("新增 2");
      expect((await run([file], { YIZHAN_DATA: dataFolder })).said).toContain("没有变化 2");
    } finally {
      await redis.stop();
    }
  });
});
