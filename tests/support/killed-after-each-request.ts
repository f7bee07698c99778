import { Redis as Control } from "ioredis";
import { connectRedis, type Redis } from "../../api/redis/client.js";
import type { Requester } from "../../api/redis/tcp-requester.js";
import type { LocalRedis } from "./local-redis.js";

/** What a test's Redis must be started with, so that it tells whether anything in it changed. */
export const TELLS_CHANGES: readonly string[] = ["--enable-debug-command", "yes"];

const COPY_ALL = `
for _, key in ipairs(redis.call('KEYS', '*')) do redis.call('COPY', key, key, 'DB', 1) end
return redis.call('DBSIZE')`;

/** How often something was killed. */
export interface Kills {
  /** Requests it made, after each of which it was killed once with it carried out and once with it not. */
  requests: number;
  /** How many of these left different data; what others left had been looked at already. */
  states: number;
}

/**
 * Kills something before and after every one of its requests to Redis. What a killed process leaves is what Redis holds at
 * that moment, so that it is run once: between two requests what Redis holds is copied, and what comes next is tried on the
 * copy. Requests that are under way together are carried out one by one, in the order in which they were made.
 *
 * @param doomed what is killed, on the Redis of the test
 * @param next is called with a connection to what a kill left, as the next process would have
 */
export async function killedAfterEachRequest(
  local: LocalRedis,
  doomed: (redis: Redis) => Promise<unknown>,
  next: (redis: Redis, killedAt: number) => Promise<void>,
): Promise<Kills> {
  const control = new Control(local.url);
  const copy = await connectRedis({ transport: "tcp", url: `${local.url}/1` });
  const kills: Kills = { requests: 0, states: 0 };
  const seen = new Set<unknown>();
  const lookAt = async () => {
    const digest = await control.call("DEBUG", "DIGEST");
    if (seen.has(digest)) return;
    seen.add(digest);
    await control.eval(COPY_ALL, 0);
    kills.states += 1;
    await next(copy.redis, kills.requests);
    await copy.redis.flushdb();
  };
  let before: Promise<unknown> = lookAt();
  const watched = ({ request }: Requester): Requester => ({
    request: <Result>(asked: Parameters<Requester["request"]>[0]) => {
      const turn = before.then(async () => {
        const answer = await request<Result>(asked);
        kills.requests += 1;
        await lookAt();
        return answer;
      });
      before = turn.catch(() => undefined);
      return turn;
    },
  });
  const dying = await connectRedis({ transport: "tcp", url: local.url }, watched);
  try {
    await doomed(dying.redis);
    return kills;
  } finally {
    dying.close();
    copy.close();
    control.disconnect();
  }
}
