import { z } from "zod";
import { type BeijingDate, DAY_MS } from "../../shared/common/time.js";
import type { StationId } from "../../shared/stations/station.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

export type ShownStore = ReturnType<typeof createShownStore>;

const KEPT_MS = 8 * DAY_MS;
const Counts = z.array(z.coerce.number());

/** How often stations stood first in lists on a day. Nothing of who looked, or from where. */
export function createShownStore(redis: Redis) {
  return {
    add: async (date: BeijingDate, counts: ReadonlyMap<StationId, number>): Promise<void> => {
      if (counts.size === 0) return;
      const key = keys.shownFirst(date);
      const batch = redis.multi();
      for (const [id, count] of counts) batch.hincrby(key, id, count);
      batch.pexpire(key, KEPT_MS);
      await batch.exec();
    },
    /** Of one station, for each of these days; 0 where it never stood first. */
    of: async (id: StationId, dates: readonly BeijingDate[]): Promise<number[]> => {
      const batch = redis.multi();
      for (const date of dates) batch.hget(keys.shownFirst(date), id);
      return Counts.parse(await batch.exec());
    },
  };
}
