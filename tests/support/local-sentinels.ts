import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { LocalRedis } from "./local-redis.js";
import { launchRedis, type RedisProcess } from "./redis-process.js";

const HOST = "127.0.0.1";
const NAME = "yizhan";
const SENTINELS = 3;
const QUORUM = 2;
const READY_WITHIN_MS = 60_000;

export interface LocalSentinels extends LocalRedis {
  /** Kills the primary for good. */
  killPrimary: () => void;
}

/** A primary with a replica, and three Sentinels that watch them, real servers of its own on loopback. */
export async function startLocalSentinels(): Promise<LocalSentinels> {
  const folder = mkdtempSync(join(tmpdir(), "yizhan-sentinel-"));
  const running: RedisProcess[] = [];
  const launch = async (name: string, words: readonly string[], settings = "") => {
    const own = join(folder, name);
    mkdirSync(own);
    const file = join(own, "redis.conf");
    writeFileSync(file, settings);
    const server = await launchRedis({ folder: own, words: [file, ...words] });
    running.push(server);
    return server;
  };
  const kept = ["--save", "", "--appendonly", "yes", "--appendfsync", "no", "--repl-diskless-sync-delay", "0"];
  const primary = await launch("primary", kept);
  const replica = await launch("replica", [...kept, "--replicaof", `${HOST} ${primary.port}`]);
  const watched = [
    `sentinel monitor ${NAME} ${HOST} ${primary.port} ${QUORUM}`,
    `sentinel down-after-milliseconds ${NAME} 1000`,
    `sentinel failover-timeout ${NAME} 5000`,
  ].join("\n");
  const sentinels: RedisProcess[] = [];
  for (let at = 0; at < SENTINELS; at++) sentinels.push(await launch(`sentinel-${at}`, ["--sentinel"], `${watched}\n`));
  await until(() => allSeen(sentinels));
  return {
    url: `redis+sentinel://${sentinels.map(({ port }) => `${HOST}:${port}`).join(",")}/${NAME}`,
    port: primary.port,
    folder,
    control: primary.control,
    keys: (pattern = "*") => (primary.server.signalCode === null ? primary : replica).control.keys(pattern),
    clear: async () => {
      await primary.control.flushall();
    },
    killPrimary: () => {
      primary.server.kill("SIGKILL");
    },
    stop: async () => {
      for (const { server, control } of running) {
        control.disconnect();
        server.kill("SIGKILL");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether each Sentinel knows the replica and the other Sentinels, as it must to choose a new primary. */
async function allSeen(sentinels: readonly RedisProcess[]): Promise<boolean> {
  for (const { control } of sentinels) {
    const words = (await control.call("SENTINEL", "MASTER", NAME)) as string[];
    const said = (name: string) => Number(words[words.indexOf(name) + 1]);
    if (said("num-slaves") < 1 || said("num-other-sentinels") < SENTINELS - 1) return false;
  }
  return true;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error("the Sentinels did not come up");
    await wait(50);
  }
}
