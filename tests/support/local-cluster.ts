import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { keySlot } from "../../api/redis/key-slot.js";
import { tryPort } from "../../scripts/set-up/free-port.mjs";
import { launchRedis, type RedisProcess, spawnRedis } from "./redis-process.js";

const HOST = "127.0.0.1";
const PRIMARIES = 3;
const SERVERS = 2 * PRIMARIES;
const SLOTS = 16_384;
/** How long a server is silent before the others give it up. */
const NODE_TIMEOUT_MS = 2_000;
const READY_WITHIN_MS = 60_000;

export interface LocalCluster {
  url: string;
  /** Forgets everything. */
  clear: () => Promise<void>;
  /** The primary that holds a key just now. */
  primaryOf: (key: string) => Promise<RedisProcess>;
  primaries: () => Promise<RedisProcess[]>;
  /** The replica that follows a primary. */
  replicaOf: (primary: RedisProcess) => Promise<RedisProcess>;
  /** Kills a server for good, and starts it anew with what it kept. */
  kill: (node: RedisProcess) => Promise<void>;
  revive: (node: RedisProcess) => void;
  /** Whether every slot has a primary and every primary a replica that keeps up. */
  ready: () => Promise<void>;
  stop: () => void;
}

/**
 * Three primaries with a replica each, real servers of its own on loopback.
 *
 * @param nodeTimeoutMs how long a server is silent before the others give it up
 */
export async function startLocalCluster(nodeTimeoutMs = NODE_TIMEOUT_MS): Promise<LocalCluster> {
  const folder = mkdtempSync(join(tmpdir(), "yizhan-cluster-"));
  const words = clusterWords(nodeTimeoutMs);
  const nodes = await Promise.all(
    Array.from({ length: SERVERS }, (_, index) => {
      const own = join(folder, String(index));
      mkdirSync(own);
      return launchRedis({ folder: own, words, choosePort: choosePorts });
    }),
  );
  const stop = () => {
    for (const { server, control } of nodes) {
      control.disconnect();
      server.kill("SIGKILL");
    }
    rmSync(folder, { recursive: true, force: true });
  };
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
    primaries: async () => {
      const roles = await Promise.all(living().map(({ control }) => control.info("replication")));
      return living().filter((_, at) => roles[at]?.includes("role:master"));
    },
    replicaOf: async ({ control }) => {
      const port = Number(/^slave0:.*?port=(\d+)/m.exec(await control.info("replication"))?.[1]);
      const found = living().find((node) => node.port === port);
      if (!found) throw new Error("nobody follows this primary");
      return found;
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
    kill: async ({ server }) => {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGKILL");
      await gone;
    },
    revive: (node) => {
      node.server = spawnRedis({ ...node, words });
    },
    ready,
    stop,
  };
}

const yesOrNo = [() => true, () => false] as const;

/** Servers speak to each other on a port that is 10,000 higher. The system hands neither to who asks for any free one. */
const FIRST_PORT = 11_000;
const PORTS = 10_000;
const BUS = 10_000;

async function choosePorts(): Promise<number> {
  for (let attempt = 0; attempt < PORTS; attempt++) {
    const port = FIRST_PORT + Math.floor(Math.random() * PORTS);
    if ("port" in (await tryPort(HOST, port)) && "port" in (await tryPort(HOST, port + BUS))) return port;
  }
  throw new Error("every port is taken");
}

function clusterWords(nodeTimeoutMs: number): string[] {
  const options = {
    save: "",
    appendonly: "yes",
    appendfsync: "no",
    "cluster-enabled": "yes",
    "cluster-config-file": "nodes.conf",
    "cluster-node-timeout": String(nodeTimeoutMs),
    "cluster-replica-validity-factor": "0",
    "repl-diskless-sync-delay": "0",
  };
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error("the cluster did not come up");
    await wait(50);
  }
}
