import { startLocalRedis } from "../../tests/support/local-redis.js";
import { rowOfTraffic } from "./lost-writes.js";
import { type Play, pause } from "./play.js";
import { DURABLE, openInstallation } from "./running-installation.js";
import { KEYS_FREE_MS, startTraffic } from "./traffic.js";

const BETWEEN_MS = 1_000;

/** The server dies in the middle of writes, and is started anew. */
export const killApi: Play = async ({ isShort }) => {
  const kills = isShort ? 2 : 10;
  const installation = await openInstallation(await startLocalRedis(DURABLE), isShort ? 400 : 6_000);
  try {
    const traffic = startTraffic(installation, isShort ? undefined : KEYS_FREE_MS);
    for (let kill = 0; kill < kills; kill++) {
      await pause(BETWEEN_MS);
      await installation.server().kill();
      await installation.restart();
    }
    await pause(BETWEEN_MS);
    await traffic.stop();
    return [await rowOfTraffic("the server is killed", `${kills} × SIGKILL`, installation, traffic)];
  } finally {
    await installation.stop();
  }
};

/** Redis dies, and comes back with what it has on the disk. */
export const killRedis: Play = async ({ isShort }) => {
  const kills = isShort ? 3 : 20;
  const redis = await startLocalRedis(DURABLE);
  const installation = await openInstallation(redis, isShort ? 400 : 6_000);
  try {
    const traffic = startTraffic(installation);
    for (let kill = 0; kill < kills; kill++) {
      await pause(BETWEEN_MS);
      await redis.kill();
      await pause(BETWEEN_MS / 4);
      await redis.revive();
    }
    await pause(BETWEEN_MS);
    await traffic.stop();
    return [await rowOfTraffic("Redis is killed (appendfsync always)", `${kills} × SIGKILL`, installation, traffic)];
  } finally {
    await installation.stop();
  }
};
