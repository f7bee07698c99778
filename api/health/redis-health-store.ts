import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { redisTrouble } from "../redis-trouble.js";

export type RedisHealth = { state: "up"; reason: null } | { state: "down" | "refuses"; reason: string };

const KEPT_SECONDS = 60;

/**
 * Whether Redis takes writes, found out by one: a server that is full, or a replica, answers a PING all the same. Who asks
 * while it is being asked gets the same answer, so that many at once cost one.
 */
export function redisHealth(redis: Redis): () => Promise<RedisHealth> {
  let asking: Promise<RedisHealth> | null = null;
  const ask = async (): Promise<RedisHealth> => {
    try {
      await redis.set(keys.health, "1", { ex: KEPT_SECONDS });
      return { state: "up", reason: null };
    } catch (error) {
      return redisTrouble(error) ?? { state: "refuses", reason: "unknown" };
    }
  };
  return () => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
}
