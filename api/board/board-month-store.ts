import { z } from "zod";
import { BoardMonth } from "../../shared/board/board-month.js";
import type { Repair } from "../../shared/board/repairs.js";
import { groupBy } from "../../shared/common/group-by.js";
import { monthOfDate, monthsLater } from "../../shared/common/month.js";
import type { BeijingDate } from "../../shared/common/time.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

export type BoardMonthStore = ReturnType<typeof createBoardMonthStore>;

/** A year, and the month under way. */
export const KEPT_MONTHS = 13;

const Documents = z.array(z.string());
/** District, day, days: a busy city has thousands of them. */
const Rows = z.array(z.tuple([z.string(), z.string(), z.number()]));

/** What the board tells of months: how far circles reached, and what was fixed. */
export function createBoardMonthStore(redis: Redis) {
  const tooOld = (months: readonly string[], now: string) =>
    months.filter((month) => month <= monthsLater(now, -KEPT_MONTHS));

  return {
    /** The oldest first. */
    list: async (area: string): Promise<BoardMonth[]> =>
      Documents.parse(await redis.hvals(keys.boardMonths(area)))
        .map((document) => BoardMonth.parse(JSON.parse(document)))
        .sort((a, b) => (a.month < b.month ? -1 : 1)),
    /** Keeps one, and lets those go that are older than the board looks back, in one step. */
    keep: async (area: string, month: BoardMonth): Promise<void> => {
      const key = keys.boardMonths(area);
      const gone = tooOld(Documents.parse(await redis.hkeys(key)), month.month);
      const batch = redis.multi().hset(key, { [month.month]: JSON.stringify(month) });
      if (gone.length > 0) batch.hdel(key, ...gone);
      await batch.exec();
    },
    /** What was fixed in a city or county, as far as the record was looked through. */
    repairs: async (area: string): Promise<Repair[]> => {
      const months = Documents.parse(await redis.hvals(keys.repairMonths(area.slice(0, 4))));
      return months
        .flatMap((document) => Rows.parse(JSON.parse(document)))
        .filter(([districtCode]) => districtCode.startsWith(area))
        .map(([districtCode, on, days]) => ({ districtCode, on, days }));
    },
    repairsReadOn: async (): Promise<BeijingDate | null> =>
      z
        .string()
        .nullable()
        .parse(await redis.get(keys.repairsReadOn)),
    /** Replaces whole months of cities, and notes the day in the same step. */
    keepRepairs: async (repairs: readonly Repair[], today: BeijingDate): Promise<void> => {
      const byCity = groupBy(repairs, ({ districtCode }) => districtCode.slice(0, 4));
      const gone = await Promise.all(
        [...byCity.keys()].map(async (city) => {
          const months = Documents.parse(await redis.hkeys(keys.repairMonths(city)));
          return [city, tooOld(months, monthOfDate(today))] as const;
        }),
      );
      const batch = redis.multi().set(keys.repairsReadOn, today);
      for (const [city, theirs] of byCity) {
        const months = [...groupBy(theirs, ({ on }) => monthOfDate(on))].map(([month, rows]) => {
          return [month, JSON.stringify(rows.map(({ districtCode, on, days }) => [districtCode, on, days]))];
        });
        batch.hset(keys.repairMonths(city), Object.fromEntries(months));
      }
      for (const [city, months] of gone) if (months.length > 0) batch.hdel(keys.repairMonths(city), ...months);
      await batch.exec();
    },
  };
}
