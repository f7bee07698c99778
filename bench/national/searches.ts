import Flatbush from "flatbush";
import { around } from "geoflatbush";
import type pg from "pg";
import { findInRedis } from "../../api/stations/find-in-redis.js";
import type { redisDependencies } from "../../api/wiring/redis-dependencies.js";
import type { AmenityKind } from "../../shared/amenities/amenity.js";
import type { MapPoint } from "../../shared/common/place.js";
import { beijingMinuteOfDay } from "../../shared/common/time.js";
import { findNearestIn, type NearestSearch } from "../../shared/stations/nearest/find-nearest.js";
import type { StationIndex } from "../../shared/stations/nearest/station-index.js";
import type { Station } from "../../shared/stations/station.js";
import { DEFAULT_TRUST_SETTINGS } from "../../shared/trust/trust-settings.js";

export interface Question {
  title: string;
  at: number;
  amenities: AmenityKind[];
  openOnly: boolean;
}

/** A Tuesday by day, and the same one late. Two amenities that every fifth station has, and two that few have. */
export const QUESTIONS: readonly Question[] = [
  { title: "any ten", at: Date.parse("2026-11-24T10:00+08:00"), amenities: [], openOnly: false },
  {
    title: "open, two amenities, common",
    at: Date.parse("2026-11-24T10:00+08:00"),
    amenities: ["microwave", "toilet"],
    openOnly: true,
  },
  {
    title: "open, two amenities, rare",
    at: Date.parse("2026-11-24T23:30+08:00"),
    amenities: ["microwave", "toilet"],
    openOnly: true,
  },
];

export type Search = (origin: MapPoint) => unknown | Promise<unknown>;

const WANTED = 10;
const NEAR_KM = 500;

export function indexSearch(index: StationIndex, question: Question): Search {
  return (origin) => findNearestIn(index, searchOf(question, origin));
}

/** One script call, in which the radius doubles: the best way known of asking Redis. */
export function redisSearch({ stations }: ReturnType<typeof redisDependencies>, question: Question): Search {
  return (origin) => findInRedis(stations, searchOf(question, origin));
}

export function flatbushSearch(stations: readonly Station[]): Search {
  const tree = new Flatbush(stations.length);
  for (const { location } of stations) tree.add(location.longitude, location.latitude);
  tree.finish();
  return ({ longitude, latitude }) => around(tree, longitude, latitude, WANTED, NEAR_KM);
}

/**
 * The index of geography orders by distance itself; open on arrival is judged at the minute of asking, which is less
 * work.
 */
export function postgisSearch(client: pg.Client, { at, amenities, openOnly }: Question): Search {
  const conditions = [
    ...(amenities.length > 0 ? [`amenities @> ARRAY['${amenities.join("','")}']`] : []),
    ...(openOnly ? [`opens <= ${beijingMinuteOfDay(at)} AND closes > ${beijingMinuteOfDay(at)}`] : []),
  ];
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const point = "ST_MakePoint($1, $2)::geography";
  const name = `nearest ${conditions.length} ${at}`;
  const text = `SELECT id, at <-> ${point} AS metres FROM stations ${where} ORDER BY at <-> ${point} LIMIT ${WANTED}`;
  return ({ longitude, latitude }) => client.query({ name, text, values: [longitude, latitude] });
}

function searchOf({ at, amenities, openOnly }: Question, origin: MapPoint): NearestSearch {
  return {
    origin,
    limit: WANTED,
    amenities,
    availability: openOnly ? "open" : "any",
    allDay: false,
    travel: "walk",
    sort: "distance",
    at,
    settings: DEFAULT_TRUST_SETTINGS,
  };
}

/** Places asked about in one way before it is the next one's turn. */
const HELPING = 50;

/** Mean and 99th percentile in microseconds. */
export interface Times {
  mean: number;
  p99: number;
}

/**
 * Asks about all places in helpings, each helping in every way in turn, so that what else the machine does falls on
 * all alike.
 */
export async function compare(ways: Record<string, Search>, origins: readonly MapPoint[]): Promise<Map<string, Times>> {
  const times = new Map(Object.keys(ways).map((way) => [way, [] as number[]]));
  for (const search of Object.values(ways)) for (const origin of origins.slice(0, HELPING)) await search(origin);
  for (let start = 0; start < origins.length; start += HELPING) {
    for (const [way, search] of Object.entries(ways)) {
      for (const origin of origins.slice(start, start + HELPING)) {
        const startedAt = performance.now();
        const answer = search(origin);
        if (answer instanceof Promise) await answer;
        times.get(way)?.push((performance.now() - startedAt) * 1_000);
      }
    }
  }
  return new Map([...times].map(([way, taken]) => [way, summary(taken)]));
}

const TURNS = 9;

/**
 * The mean over helpings of places of the middle of some turns, in microseconds: what else the machine does now and then
 * counts for nothing. Ways that answer at once only.
 */
export function middleOfTurns(ways: Record<string, Search>, origins: readonly MapPoint[]): Map<string, number> {
  const names = Object.keys(ways);
  const sums = new Map(names.map((way) => [way, 0]));
  for (let start = 0; start < origins.length; start += HELPING) {
    const helping = origins.slice(start, start + HELPING);
    const taken = new Map(names.map((way) => [way, [] as number[]]));
    for (let turn = 0; turn < TURNS; turn++) {
      for (const [way, search] of Object.entries(ways)) {
        const startedAt = performance.now();
        for (const origin of helping) search(origin);
        taken.get(way)?.push(((performance.now() - startedAt) * 1_000) / helping.length);
      }
    }
    for (const [way, times] of taken) {
      const middle = times.sort((a, b) => a - b)[Math.floor(TURNS / 2)] ?? 0;
      sums.set(way, (sums.get(way) ?? 0) + (middle * helping.length) / origins.length);
    }
  }
  return sums;
}

export function summary(taken: readonly number[]): Times {
  const sorted = [...taken].sort((a, b) => a - b);
  return {
    mean: taken.reduce((sum, time) => sum + time, 0) / taken.length,
    p99: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN,
  };
}
