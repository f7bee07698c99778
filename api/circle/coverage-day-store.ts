import { z } from "zod";
import { CoverageDay } from "../../shared/circle/coverage-answer.js";
import type { BeijingDate } from "../../shared/common/time.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

export type CoverageDayStore = ReturnType<typeof createCoverageDayStore>;

const Documents = z.array(z.string().nullable());

/** The last days of each city, as the job keeps them. */
export function createCoverageDayStore(redis: Redis) {
  return {
    /** The oldest first. */
    list: async (city: string): Promise<CoverageDay[]> => {
      const documents = z.array(z.string()).parse(await redis.hvals(keys.coverageDays(city)));
      return documents
        .map((document) => CoverageDay.parse(JSON.parse(document)))
        .sort((a, b) => (a.on < b.on ? -1 : 1));
    },
    find: async (city: string, date: BeijingDate): Promise<CoverageDay | null> => {
      const [document = null] = Documents.parse(await redis.hmget(keys.coverageDays(city), date));
      return document === null ? null : CoverageDay.parse(JSON.parse(document));
    },
    keep: async (city: string, day: CoverageDay): Promise<void> => {
      await redis.hset(keys.coverageDays(city), { [day.on]: JSON.stringify(day) });
    },
    forget: async (city: string, dates: readonly BeijingDate[]): Promise<void> => {
      if (dates.length > 0) await redis.hdel(keys.coverageDays(city), ...dates);
    },
  };
}
