import { keys } from "../../api/redis/keys.js";
import { type LocalCluster, startLocalCluster } from "./local-cluster.js";
import type { LocalRedis } from "./local-redis.js";

/** A machine that is busy with everything else may keep a server silent for long. */
const NODE_TIMEOUT_MS = 20_000;

/** One for all test files of a process: it takes seconds to start. It ends with the process. */
let shared: Promise<LocalCluster> | null = null;

/** A cluster with nothing in it, to be used like one Redis. */
export async function openSharedCluster(): Promise<LocalRedis> {
  shared ??= startLocalCluster(NODE_TIMEOUT_MS);
  const cluster = await shared;
  await cluster.clear();
  return asOneRedis(cluster, async () => undefined);
}

/** @param stop what is to be done when it is no longer used */
export async function asOneRedis(cluster: LocalCluster, stop: () => Promise<void>): Promise<LocalRedis> {
  const { port, folder, control } = await cluster.primaryOf(keys.stationDocuments);
  const keysOfAll = async (pattern = "*") => {
    const found = await Promise.all((await cluster.primaries()).map((server) => server.control.keys(pattern)));
    return found.flat();
  };
  return { url: cluster.url, port, folder, control, keys: keysOfAll, clear: cluster.clear, stop };
}
