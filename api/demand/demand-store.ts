import { z } from "zod";
import { KEPT_DAYS } from "../../shared/common/kept-days.js";
import { type BeijingDate, beijingDate, type EpochMs, startOfBeijingDay } from "../../shared/common/time.js";
import { type DemandCount, type DemandPlace, placeOfText, placeText } from "../../shared/demand/demand-cell.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { countPeopleScript, countUnmetScript } from "../redis/scripts/count-unmet.js";

export type DemandStore = ReturnType<typeof createDemandStore>;

/** Somebody at a place of demand, as a text that says who only under the salt of the day. */
export interface Seen {
  place: DemandPlace;
  person: string;
}

/** A count of a day that was settled, and the county whose station was nearest; null: it is not known. */
export interface KeptCount extends DemandCount {
  county: string | null;
}

/** So many places are counted a day at most: whoever makes searches up fills no memory. */
const MOST_PLACES = 100_000;
const BATCH = 200;
const SETTLED = "settled";

const Counts = z.array(z.coerce.number());
const Flat = z.array(z.string()).nullable();

/** People who found nothing: of a day that goes on as HyperLogLogs, of those before it as numbers. */
export function createDemandStore(redis: Redis) {
  const count = redis.createScript<unknown>(countUnmetScript);
  const countPeople = redis.createScript<unknown>(countPeopleScript);
  const peopleAt = async (date: BeijingDate, places: readonly DemandPlace[]): Promise<number[]> => {
    const counts: number[] = [];
    for (let start = 0; start < places.length; start += BATCH) {
      const some = places.slice(start, start + BATCH).map((place) => keys.demandPeople(date, placeText(place)));
      counts.push(...Counts.parse(await countPeople.exec(some, [])));
    }
    return counts;
  };
  return {
    /**
     * The salt of a day: that of whoever asked for it first. It is gone when the day ends.
     *
     * @param proposed bytes that nobody can guess, as text
     * @returns null where the day has ended meanwhile
     */
    saltOf: async (day: number, now: EpochMs, proposed: string): Promise<string | null> => {
      const left = startOfBeijingDay(day + 1) - now;
      if (left <= 0) return null;
      const key = keys.demandSalt(beijingDate(day));
      await redis.set(key, proposed, { nx: true, px: left });
      return z
        .string()
        .nullable()
        .parse(await redis.get(key));
    },
    add: async (day: number, now: EpochMs, seen: readonly Seen[]): Promise<void> => {
      const date = beijingDate(day);
      const kept = startOfBeijingDay(day + 1 + KEPT_DAYS.unmetBelow) - now;
      for (let start = 0; start < seen.length; start += BATCH) {
        const some = seen
          .slice(start, start + BATCH)
          .map((one) => ({ text: placeText(one.place), person: one.person }));
        await count.exec(
          [keys.demandPlaces(date), ...some.map(({ text }) => keys.demandPeople(date, text))],
          [String(kept), String(MOST_PLACES), ...some.flatMap(({ text, person }) => [text, person])],
        );
      }
    },
    /** Every place of a day with its people. */
    countDay: async (day: number): Promise<DemandCount[]> => {
      const date = beijingDate(day);
      const places = z
        .array(z.string())
        .parse(await redis.smembers(keys.demandPlaces(date)))
        .map(placeOfText);
      const people = await peopleAt(date, places);
      return places.map((place, at) => ({ ...place, people: people[at] ?? 0 }));
    },
    /** The different people of several places of a day. */
    countTogether: async (day: number, places: readonly DemandPlace[]): Promise<number> => {
      const [first, ...others] = places.map((place) => keys.demandPeople(beijingDate(day), placeText(place)));
      return first === undefined ? 0 : z.coerce.number().parse(await redis.pfcount(first, ...others));
    },
    isSettled: async (day: number): Promise<boolean> =>
      z.coerce.number().parse(await redis.hexists(keys.demandDay(beijingDate(day)), SETTLED)) === 1,
    /** Keeps the counts of a day for good, all or none. Doing it again changes nothing. */
    settle: async (day: number, now: EpochMs, counts: readonly KeptCount[]): Promise<void> => {
      const key = keys.demandDay(beijingDate(day));
      const batch = redis.multi();
      batch.hset(key, { [SETTLED]: "1" });
      for (const { people, county, ...place } of counts) {
        batch.hset(key, { [placeText(place)]: `${people}|${county ?? ""}` });
      }
      batch.pexpire(key, startOfBeijingDay(day + 1 + KEPT_DAYS.demand) - now);
      await batch.exec();
    },
    /** What is kept of a day; null: it is not settled. */
    readDay: async (day: number): Promise<KeptCount[] | null> => {
      const flat = Flat.parse(await redis.hgetall(keys.demandDay(beijingDate(day)))) ?? [];
      const counts: KeptCount[] = [];
      for (let at = 0; at < flat.length; at += 2) {
        const [field = "", value = ""] = [flat[at], flat[at + 1]];
        if (field === SETTLED) continue;
        const [people = "0", county = ""] = value.split("|");
        counts.push({ ...placeOfText(field), people: Number(people), county: county === "" ? null : county });
      }
      return flat.length === 0 ? null : counts;
    },
  };
}
