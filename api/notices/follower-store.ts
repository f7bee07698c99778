import { z } from "zod";
import { UserId } from "../../shared/people/user.js";
import type { TextSealer } from "../people/sealed-text.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { replaceFieldsScript } from "../redis/scripts/replace-fields.js";

export type FollowerStore = ReturnType<typeof createFollowerStore>;

const Values = z.array(z.string().nullable());
const Scanned = z.tuple([z.coerce.string(), z.array(z.coerce.string())]);

/**
 * Who asked to be told what comes of their report. Of everybody else nothing but a fingerprint is kept; these are sealed,
 * and forgotten with the account, or with the words of the report.
 */
export function createFollowerStore(redis: Redis, sealer: TextSealer) {
  const replaceScript = redis.createScript<number>(replaceFieldsScript);
  return {
    follow: async (reportId: string, userId: UserId): Promise<void> => {
      await redis
        .multi()
        .hset(keys.reportFollowers, { [reportId]: sealer.seal(userId, recordOf(reportId)) })
        .sadd(keys.reportsFollowedBy(userId), reportId)
        .exec();
    },
    /** The accounts that asked about some reports, by report. */
    followersOf: async (reportIds: readonly string[]): Promise<Map<string, UserId>> => {
      if (reportIds.length === 0) return new Map();
      const sealed = Values.parse(await redis.hmget(keys.reportFollowers, ...reportIds));
      const found = new Map<string, UserId>();
      for (const [at, id] of reportIds.entries()) {
        const text = sealed[at] ?? null;
        if (text !== null) found.set(id, UserId.parse(sealer.open(text, recordOf(id))));
      }
      return found;
    },
    forget: async (reportIds: readonly string[]): Promise<void> => {
      if (reportIds.length > 0) await redis.hdel(keys.reportFollowers, ...reportIds);
    },
    /** Seals a part of them under the present key; a cursor of "0" is the beginning, and the end. */
    reseal: async (from: string, atOnce: number): Promise<{ cursor: string; changed: number }> => {
      const [cursor, found] = Scanned.parse(await redis.hscan(keys.reportFollowers, from, { count: atOnce }));
      let changed = 0;
      for (let at = 0; at < found.length; at += 2) {
        const [id = "", text = ""] = found.slice(at, at + 2);
        if (sealer.isCurrent(text)) continue;
        const anew = sealer.seal(sealer.open(text, recordOf(id)), recordOf(id));
        changed += Number(await replaceScript.exec([keys.reportFollowers], [id, text, anew]));
      }
      return { cursor, changed };
    },
  };
}

/** What an account is sealed for. */
function recordOf(reportId: string): string {
  return `${reportId}|follower`;
}
