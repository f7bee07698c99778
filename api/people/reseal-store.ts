import { z } from "zod";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

const Progress = z.object({ keyId: z.string(), part: z.enum(["wishes", "people", "done"]), cursor: z.string() });
/** How far everything is sealed under one key. */
export type ResealProgress = z.infer<typeof Progress>;
export type ResealStore = ReturnType<typeof createResealStore>;

/** Remembers how far sealing anew has come, and finds WeChat ids, which have no list of their own. */
export function createResealStore(redis: Redis) {
  return {
    read: async (): Promise<ResealProgress | null> => Progress.nullable().parse(await redis.hgetall(keys.reseal)),
    write: async (progress: ResealProgress): Promise<void> => {
      await redis.hset(keys.reseal, progress);
    },
    /** A part of the accounts with a WeChat id, in no order; a cursor of "0" is the beginning, and the end. */
    scanUserIds: async (cursor: string, count: number): Promise<{ cursor: string; userIds: string[] }> => {
      const [prefix = "", suffix = ""] = keys.openId("*").split("*");
      const [next, found] = await redis.scan(cursor, { match: keys.openId("*"), count });
      return { cursor: String(next), userIds: found.map((key) => key.slice(prefix.length, -suffix.length)) };
    },
  };
}
