import { keys } from "../../api/redis/keys.js";
import { type LocalCluster, startLocalCluster } from "../../tests/support/local-cluster.js";
import { startLocalSentinels } from "../../tests/support/local-sentinels.js";
import { asOneRedis } from "../../tests/support/shared-cluster.js";
import { rowOfTraffic } from "./lost-writes.js";
import { type Play, pause, type Row } from "./play.js";
import { openInstallation } from "./running-installation.js";
import { startTraffic, type Traffic } from "./traffic.js";

const BETWEEN_MS = 700;
/** A write is to be acknowledged again within this. */
const AGAIN_WITHIN_MS = 15_000;
const CUT_MS = 200;
const GIVE_UP_MS = 60_000;

/** The primary that holds everything dies, again and again, with writes answered at once, and after WAIT. */
export const failOver: Play = async ({ isShort }) => [await killPrimaries(isShort ? 2 : 20, "0")];
export const failOverWithWait: Play = async ({ isShort }) => [await killPrimaries(isShort ? 2 : 20, "1")];
/** The same after its replica was cut off for a moment, as a machine's network often goes before the machine. */
export const cutOff: Play = async ({ isShort }) => [await killPrimaries(isShort ? 1 : 5, "0", CUT_MS)];
export const cutOffWithWait: Play = async ({ isShort }) => [await killPrimaries(isShort ? 1 : 5, "1", CUT_MS)];
export const failOverBySentinels: Play = async () => [await killUnderSentinels()];

async function killPrimaries(kills: number, replicas: string, cutForMs = 0): Promise<Row> {
  const cluster = await startLocalCluster();
  const local = await asOneRedis(cluster, async () => cluster.stop());
  const installation = await openInstallation(local, kills * 200, { REDIS_WAIT_REPLICAS: replicas });
  try {
    const traffic = startTraffic(installation);
    let longestMs = 0;
    for (let kill = 0; kill < kills; kill++) {
      await pause(BETWEEN_MS);
      const primary = await cluster.primaryOf(keys.stationDocuments);
      const replica = cutForMs > 0 ? await cluster.replicaOf(primary) : null;
      if (replica) {
        // Frozen, it cannot come back at once.
        replica.server.kill("SIGSTOP");
        await primary.control.call("CLIENT", "KILL", "TYPE", "replica");
        await pause(cutForMs);
      }
      await cluster.kill(primary);
      replica?.server.kill("SIGCONT");
      const again = untilAgain(traffic);
      // WAIT wants a replica, and the next primary's only one is the one that died.
      await untilAnother(cluster);
      cluster.revive(primary);
      longestMs = Math.max(longestMs, await again);
      await cluster.ready();
    }
    await traffic.stop();
    const cut = cutForMs > 0 ? "loses its replica and " : "";
    const what = `the cluster's primary ${cut}is killed, REDIS_WAIT_REPLICAS=${replicas}`;
    return await rowOfFailover(what, `${kills} × SIGKILL`, longestMs, installation, traffic);
  } finally {
    await installation.stop();
  }
}

async function killUnderSentinels(): Promise<Row> {
  const sentinels = await startLocalSentinels();
  const installation = await openInstallation(sentinels, 500);
  try {
    const traffic = startTraffic(installation);
    await pause(BETWEEN_MS);
    sentinels.killPrimary();
    const longestMs = await untilAgain(traffic);
    await pause(BETWEEN_MS);
    await traffic.stop();
    const what = "the primary that Sentinels watch is killed";
    return await rowOfFailover(what, "1 × SIGKILL", longestMs, installation, traffic);
  } finally {
    await installation.stop();
  }
}

/** Replication is asynchronous: a loss is counted, and is no fault of the program. */
async function rowOfFailover(
  what: string,
  tried: string,
  longestMs: number,
  installation: Parameters<typeof rowOfTraffic>[2],
  traffic: Traffic,
): Promise<Row> {
  const said = `went on after ${(longestMs / 1_000).toFixed(1)} s at the most`;
  const row = await rowOfTraffic(what, tried, installation, traffic, { isLossAllowed: true, said });
  return { ...row, isBroken: row.isBroken || longestMs > AGAIN_WITHIN_MS };
}

async function untilAnother(cluster: LocalCluster): Promise<void> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  const isHeld = () =>
    cluster.primaryOf(keys.stationDocuments).then(
      () => true,
      () => false,
    );
  while (!(await isHeld()) && performance.now() < giveUpAt) await pause(50);
}

/** How long until something is acknowledged after now. */
async function untilAgain(traffic: Traffic): Promise<number> {
  const since = performance.now();
  // What was answered before the death may come in a moment after it.
  await pause(200);
  const from = performance.now();
  while (traffic.lastAt() < from && performance.now() < since + GIVE_UP_MS) await pause(20);
  return performance.now() - since;
}
