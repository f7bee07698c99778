import path from "node:path";
import { fileURLToPath } from "node:url";
import type { RedisAddress } from "../api/redis/client.js";
import { readTcpAddress, TCP_ADDRESS_FORMS } from "../api/redis/tcp-address.js";
import { openEmbeddedRedis } from "./set-up/embedded-redis.mjs";
import { ensureRedisServer } from "./set-up/redis-binary.mjs";
import { SetUpError } from "./set-up/set-up-error.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Where an installation of its own keeps what it has. */
export function productDataFolder(): string {
  return path.resolve(root, process.env.YIZHAN_DATA || ".yizhan");
}

/**
 * The Redis the product uses: that of the environment, else the product's own, the running one or one started for the
 * time of a command.
 */
export async function productRedis(): Promise<{ address: RedisAddress; stop: () => Promise<void> }> {
  const { UPSTASH_REDIS_REST_URL: restUrl, UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL: url } = process.env;
  const nothingToStop = async () => undefined;
  if (restUrl) {
    if (!token) throw new SetUpError("设了 UPSTASH_REDIS_REST_URL，还要设 UPSTASH_REDIS_REST_TOKEN。");
    return { address: { transport: "rest", url: restUrl, token }, stop: nothingToStop };
  }
  if (url) {
    if (readTcpAddress(url) === null) throw new SetUpError(`REDIS_URL 要是这几种之一：${TCP_ADDRESS_FORMS}`);
    return { address: { transport: "tcp", url }, stop: nothingToStop };
  }
  const dataFolder = productDataFolder();
  const redis = await openEmbeddedRedis({ dataFolder, redisServer: () => ensureRedisServer() });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => redis.stop().finally(() => process.exit(130)));
  }
  return { address: { transport: "tcp", url: redis.url }, stop: redis.stop };
}
