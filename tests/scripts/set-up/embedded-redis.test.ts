import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EmbeddedRedis, openEmbeddedRedis } from "../../../scripts/set-up/embedded-redis.mjs";
import { processIsAlive } from "../../../scripts/set-up/living-processes.mjs";
import { ensureRedisServer } from "../../../scripts/set-up/redis-binary.mjs";
import { askRedis } from "../../../scripts/set-up/redis-question.mjs";

let dataFolder: string;
let opened: EmbeddedRedis[];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "yizhan 驿站-"));
  opened = [];
});

afterEach(async () => {
  for (const redis of opened) await redis.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function open(): Promise<EmbeddedRedis> {
  const redis = await openEmbeddedRedis({ dataFolder, redisServer: () => ensureRedisServer() });
  opened.push(redis);
  return redis;
}

const record = () => JSON.parse(readFileSync(join(dataFolder, "redis.json"), "utf8"));

/** Another process opens the server of this folder, writes one key, and says what it opened. */
async function openElsewhere(thenDie: boolean) {
  const program = `
    const { openEmbeddedRedis } = await import("./scripts/set-up/embedded-redis.mjs");
    const { ensureRedisServer } = await import("./scripts/set-up/redis-binary.mjs");
    const { askRedis } = await import("./scripts/set-up/redis-question.mjs");
    const redis = await openEmbeddedRedis({ dataFolder: process.argv[1], redisServer: () => ensureRedisServer() });
    await askRedis(redis.port, ["SET", "written", "elsewhere"]);
    console.log(JSON.stringify({ port: redis.port, pid: redis.pid }));
    process.stdin.resume().on("end", () => redis.stop());
  `;
  const root = resolve(import.meta.dirname, "../../..");
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, dataFolder], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const gone = new Promise((settle) => child.once("exit", settle));
  const said = await new Promise<Buffer>((settle) => child.stdout.once("data", settle));
  if (thenDie) {
    child.kill("SIGKILL");
    await gone;
  }
  const stop = async () => {
    child.stdin.end();
    await gone;
  };
  return { ...JSON.parse(said.toString()), stop };
}

describe("the embedded Redis", () => {
  it("still holds its data after a stop and a start", async () => {
    const first = await open();
    await askRedis(first.port, ["SET", "written", "yesterday"]);
    await first.stop();
    expect(processIsAlive(first.pid)).toBe(false);

    const second = await open();
    expect(second.origin).toBe("started");
    expect(await askRedis(second.port, ["GET", "written"])).toBe("yesterday");
  });

  it("says where it runs while it runs, and no longer once it stopped", async () => {
    const redis = await open();
    expect(record()).toEqual({ port: redis.port, pid: redis.pid, ownerPid: process.pid });
    await redis.stop();
    expect(record).toThrow(/ENOENT/);
  });

  it("tells when it ends by itself", async () => {
    const redis = await open();
    process.kill(redis.pid, "SIGKILL");
    await redis.ended;
    expect(processIsAlive(redis.pid)).toBe(false);
  });

  it("adopts the server that a killed start left running, and stops it in the end", async () => {
    const orphan = await openElsewhere(true);
    expect(processIsAlive(orphan.pid)).toBe(true);

    const redis = await open();
    expect(redis).toMatchObject({ origin: "adopted", pid: orphan.pid, port: orphan.port });
    expect(record().ownerPid).toBe(process.pid);
    expect(await askRedis(redis.port, ["GET", "written"])).toBe("elsewhere");

    await redis.stop();
    expect(processIsAlive(orphan.pid)).toBe(false);
  });

  it("shares the server of a process that is alive, and leaves it running", async () => {
    const owner = await openElsewhere(false);
    try {
      const redis = await open();
      expect(redis).toMatchObject({ origin: "shared", pid: owner.pid });
      await redis.stop();
      expect(await askRedis(owner.port, ["GET", "written"])).toBe("elsewhere");
    } finally {
      await owner.stop();
    }
    expect(processIsAlive(owner.pid)).toBe(false);
  });

  it("stays for who shares it when its owner stops first, and ends with the last one", async () => {
    const owner = await openElsewhere(false);
    const redis = await open();
    await owner.stop();
    expect(record()).toEqual({ port: redis.port, pid: redis.pid, ownerPid: process.pid });
    expect(await askRedis(redis.port, ["GET", "written"])).toBe("elsewhere");
    await redis.stop();
    expect(processIsAlive(redis.pid)).toBe(false);
  });

  it("opens one server when several ask at once", async () => {
    const all = await Promise.all([open(), open(), open()]);
    expect(new Set(all.map((redis) => redis.pid)).size).toBe(1);
    expect(all.map((redis) => redis.origin).sort()).toEqual(["shared", "shared", "started"]);
  });

  it("does not take a server over whose data is somewhere else", async () => {
    const otherFolder = mkdtempSync(join(tmpdir(), "yizhan-other-"));
    const other = await openEmbeddedRedis({ dataFolder: otherFolder, redisServer: () => ensureRedisServer() });
    try {
      // As when a process id and a port were used again after a restart of the machine.
      writeFileSync(join(dataFolder, "redis.json"), JSON.stringify({ port: other.port, pid: other.pid, ownerPid: 0 }));
      const redis = await open();
      expect(redis.origin).toBe("started");
      expect(redis.pid).not.toBe(other.pid);
      await redis.stop();
      expect(processIsAlive(other.pid)).toBe(true);
    } finally {
      await other.stop();
      rmSync(otherFolder, { recursive: true, force: true });
    }
  });

  it("starts anew over a record that is no record", async () => {
    writeFileSync(join(dataFolder, "redis.json"), "{ half a");
    expect((await open()).origin).toBe("started");
  });

  it("shows the server's own words when its files cannot be read", async () => {
    const first = await open();
    await askRedis(first.port, ["SET", "written", "well"]);
    await first.stop();
    writeFileSync(join(dataFolder, "redis", "appendonlydir", "appendonly.aof.manifest"), "not a manifest\n");
    await expect(open()).rejects.toThrow(/Redis did not start[\s\S]*manifest/);
  });
});
