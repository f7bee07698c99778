import { z } from "zod";
import { Check, CheckRound } from "../../shared/checks/check.js";
import { beijingMonth } from "../../shared/common/month.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { keepCheckScript } from "../redis/scripts/keep-check.js";

export type CheckStore = ReturnType<typeof createCheckStore>;

const Documents = z.array(z.string());
const Ids = z.array(z.string());

/** Samples of doors to check, and what was found. */
export function createCheckStore(redis: Redis) {
  const keep = redis.createScript<string>(keepCheckScript);
  return {
    /** Keeps a sample as it was drawn. */
    drawn: async (round: CheckRound): Promise<void> => {
      const batch = redis.multi();
      batch.hset(keys.checkRounds, { [round.code]: JSON.stringify(round) });
      await batch.exec();
    },
    /** All samples, the newest first. */
    rounds: async (): Promise<CheckRound[]> =>
      Documents.parse(await redis.hvals(keys.checkRounds))
        .map((document) => CheckRound.parse(JSON.parse(document)))
        .sort((a, b) => b.drawnAt - a.drawnAt),
    round: async (code: string): Promise<CheckRound | null> => {
      const document = z
        .string()
        .nullable()
        .parse(await redis.hget(keys.checkRounds, code));
      return document === null ? null : CheckRound.parse(JSON.parse(document));
    },
    /** The visits of a sample that were made. */
    done: async (roundId: string): Promise<Set<string>> =>
      new Set(Ids.parse(await redis.hkeys(keys.checksOf(roundId)))),
    find: async (roundId: string, id: string): Promise<Check | null> => {
      const document = z
        .string()
        .nullable()
        .parse(await redis.hget(keys.checksOf(roundId), id));
      return document === null ? null : Check.parse(JSON.parse(document));
    },
    /** Keeps a check if none was kept for the visit; answers the one that is kept. */
    keep: async (check: Check): Promise<Check> => {
      const kept = await keep.exec(
        [keys.checksOf(check.roundId), keys.checksIn(beijingMonth(check.at))],
        [check.id, JSON.stringify(check)],
      );
      return Check.parse(JSON.parse(kept));
    },
    /** Those of some months, `YYYY-MM`, the earliest first. */
    made: async (months: readonly string[]): Promise<Check[]> => {
      const found = await Promise.all(
        months.map(async (month) => Documents.parse(await redis.hvals(keys.checksIn(month)))),
      );
      return found
        .flat()
        .map((document) => Check.parse(JSON.parse(document)))
        .sort((a, b) => a.at - b.at);
    },
  };
}
