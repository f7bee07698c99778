import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Redis as TcpClient } from "ioredis";
import { keySlot } from "../../api/redis/key-slot.js";

const HOST = "127.0.0.1";
const PRIMARIES = 3;
const SERVERS = 2 * PRIMARIES;
const SLOTS = 16_384;
/** How long a server is silent before the others give it up. */
const NODE_TIMEOUT_MS = 2_000;
const READY_WITHIN_MS = 60_000;

interface ClusterNode {
  port: number;
  server: ChildProcess;
  control: TcpClient;
}

export interface LocalCluster {
  url: string;
  /** Forgets everything. */
  clear: () => Promise<void>;
  /** The primary that holds a key just now. */
  primaryOf: (key: string) => Promise<ClusterNode>;
  /** Kills a server for good, and starts it anew with what it kept. */
  kill: (node: ClusterNode) => void;
  revive: (node: ClusterNode) => void;
  /** Whether every slot has a primary and every primary a replica that keeps up. */
  ready: () => Promise<void>;
  stop: () => void;
}

/** Three primaries with a replica each, real servers of its own on loopback. */
export async function startLocalCluster(): Promise<LocalCluster> {
  const folder = mkdtempSync(join(tmpdir(), "yizhan-cluster-"));
  const nodes = Array.from({ length: SERVERS }, () => startNode(folder));
  const stop = () => {
    process.off("exit", stop);
    for (const { server, control } of nodes) {
      control.disconnect();
      server.kill("SIGKILL");
    }
    rmSync(folder, { recursive: true, force: true });
  };
  // The servers must not outlive a test run that is broken off.
  process.once("exit", stop);
  await Promise.all(nodes.map(({ control }) => control.ping()));
  const [first] = nodes;
  if (first === undefined) throw new Error("no servers");
  const share = Math.ceil(SLOTS / PRIMARIES);
  for (const [place, { control }] of nodes.slice(0, PRIMARIES).entries()) {
    const last = Math.min(SLOTS, (place + 1) * share) - 1;
    await control.call("CLUSTER", "ADDSLOTSRANGE", String(place * share), String(last));
  }
  for (const { port } of nodes) await first.control.call("CLUSTER", "MEET", HOST, String(port));
  const ids = await Promise.all(nodes.map(({ control }) => control.call("CLUSTER", "MYID")));
  const areAllKnown = async () => {
    for (const { control } of nodes) {
      const known = String(await control.call("CLUSTER", "NODES"));
      if (!ids.every((id) => known.includes(String(id)))) return false;
    }
    return true;
  };
  await until(areAllKnown);
  for (const [place, { control }] of nodes.slice(PRIMARIES).entries()) {
    await until(() => control.call("CLUSTER", "REPLICATE", String(ids[place])).then(...yesOrNo));
  }
  const living = () => nodes.filter(({ server }) => server.exitCode === null && server.signalCode === null);
  const ready = () =>
    until(async () => {
      for (const { control } of living()) {
        const info = String(await control.call("CLUSTER", "INFO").catch(() => ""));
        if (!info.includes("cluster_state:ok")) return false;
        const role = String(await control.call("INFO", "replication").catch(() => ""));
        if (role.includes("role:slave") && !role.includes("master_link_status:up")) return false;
        if (living().length === SERVERS && role.includes("role:master") && !role.includes("connected_slaves:1"))
          return false;
      }
      return true;
    });
  await ready();
  return {
    url: `redis+cluster://${nodes.map(({ port }) => `${HOST}:${port}`).join(",")}`,
    clear: async () => {
      for (const { control } of living()) await control.flushall().catch(() => undefined);
    },
    primaryOf: async (key) => {
      for (const asked of living()) {
        const ranges = (await asked.control.call("CLUSTER", "SLOTS").catch(() => [])) as [
          number,
          number,
          [string, number],
        ][];
        const range = ranges.find(([from, to]) => from <= keySlot(key) && keySlot(key) <= to);
        const found = living().find(({ port }) => port === range?.[2][1]);
        if (found) return found;
      }
      throw new Error("nobody holds this key");
    },
    kill: ({ server }) => {
      server.kill("SIGKILL");
    },
    revive: (node) => {
      node.server = spawnServer(folder, node.port);
    },
    ready,
    stop,
  };
}

const yesOrNo = [() => true, () => false] as const;

function startNode(folder: string): ClusterNode {
  const port = freeClusterPort();
  mkdirSync(join(folder, String(port)));
  const server = spawnServer(folder, port);
  const control = new TcpClient({ port, host: HOST, retryStrategy: () => 50, maxRetriesPerRequest: null });
  control.on("error", () => undefined);
  return { port, server, control };
}

/** The servers speak to each other on a port that is 10,000 higher. */
let nextPort = 21_000 + (process.pid % 3_000) * 7;
function freeClusterPort(): number {
  nextPort += 1;
  return nextPort;
}

function spawnServer(folder: string, port: number): ChildProcess {
  const command = process.env.REDIS_SERVER_PATH ?? "redis-server";
  const options = {
    bind: HOST,
    port: String(port),
    dir: join(folder, String(port)),
    save: "",
    appendonly: "yes",
    appendfsync: "no",
    "cluster-enabled": "yes",
    "cluster-config-file": "nodes.conf",
    "cluster-node-timeout": String(NODE_TIMEOUT_MS),
    "cluster-replica-validity-factor": "0",
    "repl-diskless-sync-delay": "0",
  };
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return spawn(command, words, { stdio: "ignore" });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error("the cluster did not come up");
    await wait(50);
  }
}
