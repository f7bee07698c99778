import { z } from "zod";
import { DAY_MS, type EpochMs } from "../../shared/common/time.js";
import type { Holiday } from "../../shared/holidays/coming-holidays.js";
import type { AskedDaysBefore } from "../../shared/holidays/roll-call.js";
import type { StationId } from "../../shared/stations/station.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

export type RollCallStore = ReturnType<typeof createRollCallStore>;

type Which = Pick<Holiday, "from" | "to">;

const KEPT_MS = 60 * DAY_MS;
/** Fields and values in turn. */
const Flat = z.array(z.string());

/** When the keepers of which station were asked about a holiday. One whose days a notice changes is asked about anew. */
export function createRollCallStore(redis: Redis) {
  const keyOf = ({ from, to }: Which) => keys.rollCall(from, to);
  const write = async (key: string, fields: Record<string, string>): Promise<void> => {
    const batch = redis.multi();
    batch.hset(key, fields);
    batch.pexpire(key, KEPT_MS);
    await batch.exec();
  };
  return {
    /** By station, the first time first. */
    asked: async (holiday: Which): Promise<Map<StationId, EpochMs[]>> => {
      const found = Flat.parse(await redis.hgetall(keyOf(holiday)));
      const asked = new Map<StationId, EpochMs[]>();
      for (let index = 0; index < found.length; index += 2) {
        const [id = ""] = (found[index] ?? "").split("|");
        if (id === "done") continue;
        const times = [...(asked.get(id) ?? []), Number(found[index + 1])];
        asked.set(
          id,
          times.sort((a, b) => a - b),
        );
      }
      return asked;
    },
    ask: async (holiday: Which, before: AskedDaysBefore, ids: readonly StationId[], now: EpochMs): Promise<void> => {
      if (ids.length === 0) return;
      await write(keyOf(holiday), Object.fromEntries(ids.map((id) => [`${id}|${before}`, String(now)])));
    },
    /** Whether everybody was asked who was to be asked so many days before. */
    isDone: async (holiday: Which, before: AskedDaysBefore): Promise<boolean> =>
      (await redis.hget(keyOf(holiday), `done|${before}`)) !== null,
    done: (holiday: Which, before: AskedDaysBefore, now: EpochMs): Promise<void> =>
      write(keyOf(holiday), { [`done|${before}`]: String(now) }),
  };
}
