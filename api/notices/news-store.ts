import { z } from "zod";
import { type EpochMs, MINUTE_MS } from "../../shared/common/time.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

export type NewsStore = ReturnType<typeof createNewsStore>;

const KINDS = ["door", "task", "answered", "wish"] as const;

/** Something that happened, written down by the script that made it happen: `door|st_x`, `task|tk_x`. */
export interface News {
  kind: (typeof KINDS)[number];
  id: string;
  at: EpochMs;
  member: string;
}

/** News is looked at again for so long, since what follows from it (a turn) is stored a moment later. */
const KEPT_MS = 2 * MINUTE_MS;
const AT_ONCE = 500;

const Pairs = z.array(z.coerce.string());

/** What people have to be told of, until that is in the outbox. */
export function createNewsStore(redis: Redis) {
  return {
    /** The oldest, some hundred at a time. */
    list: async (): Promise<News[]> => {
      const pairs = Pairs.parse(await redis.zrange(keys.news, 0, AT_ONCE - 1, { withScores: true }));
      const found: News[] = [];
      for (let at = 0; at < pairs.length; at += 2) {
        const member = pairs[at] ?? "";
        const [name, id = ""] = member.split("|");
        const kind = KINDS.find((one) => one === name);
        if (kind !== undefined) found.push({ kind, id, at: Number(pairs[at + 1]), member });
      }
      return found;
    },
    /** Forgets what was told and is older than what may still follow from it. Told again, it is told once. */
    forget: async (told: readonly News[], now: EpochMs): Promise<void> => {
      const over = told.filter(({ at }) => at <= now - KEPT_MS).map(({ member }) => member);
      if (over.length > 0) await redis.zrem(keys.news, ...over);
    },
  };
}
