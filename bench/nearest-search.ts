import { z } from "zod";
import { connectRedis } from "../api/redis/client.js";
import { keys } from "../api/redis/keys.js";
import { listNearest } from "../api/stations/list-nearest.js";
import { readStation } from "../api/stations/station-document-store.js";
import { NO_SNAPSHOT, redisDependencies } from "../api/wiring/redis-dependencies.js";
import type { AmenityKind } from "../shared/amenities/amenity.js";
import { distanceMetres, travelMinutes } from "../shared/common/distance.js";
import type { MapPoint } from "../shared/common/place.js";
import { MINUTE_MS } from "../shared/common/time.js";
import { opensForArrival } from "../shared/stations/opening.js";
import type { Station } from "../shared/stations/station.js";
import { NearestQuery } from "../shared/stations/station-answer.js";
import { DEFAULT_TRUST_SETTINGS } from "../shared/trust/trust-settings.js";
import { givenDeed } from "../tests/support/given.js";
import { startLocalRedis } from "../tests/support/local-redis.js";
import { madeUpOrigins, madeUpStations, seededRandom } from "./made-up-stations.js";
import { printTable } from "./print-table.js";

const STATIONS = 20_000;
const ORIGINS = 200;
const WANTED = 10;
/** Places asked about once before, unmeasured: compiled code, scripts known to Redis. */
const WARM_UP = 20;
const FIXED_RADIUS_METRES = 5_000;
const NEAR_METRES = 500_000;
/** The way that is right by definition. */
const PLAIN = "measuring every station";

interface Question {
  title: string;
  at: number;
  amenities: AmenityKind[];
  openOnly: boolean;
}

const QUESTIONS: Question[] = [
  { title: "any station", at: Date.parse("2026-11-24T10:00+08:00"), amenities: [], openOnly: false },
  {
    title: "microwave and toilet",
    at: Date.parse("2026-11-24T10:00+08:00"),
    amenities: ["microwave", "toilet"],
    openOnly: false,
  },
  { title: "open on arrival, 10:00", at: Date.parse("2026-11-24T10:00+08:00"), amenities: [], openOnly: true },
  {
    title: "open on arrival, microwave and toilet, 23:30",
    at: Date.parse("2026-11-24T23:30+08:00"),
    amenities: ["microwave", "toilet"],
    openOnly: true,
  },
];

/** Which answer a way of searching gives: ids, nearest first. */
type Search = (origin: MapPoint) => Promise<string[]>;

/** The API's search, measuring every station, and GEOSEARCH with a fixed radius, on one Redis in one run. */
export async function benchNearestSearch(): Promise<void> {
  const random = seededRandom(20_261_122);
  const stations = madeUpStations(STATIONS, random);
  const origins = madeUpOrigins(ORIGINS, random);
  const local = await startLocalRedis();
  const { redis, close } = await connectRedis({ transport: "tcp", url: local.url });
  try {
    const deps = redisDependencies(redis, NO_SNAPSHOT);
    const store = deps.stations;
    for (let start = 0; start < stations.length; start += 500) {
      await Promise.all(
        stations.slice(start, start + 500).map(async (station) => {
          const outcome = await store.put({ station, previous: null, by: givenDeed });
          if (outcome !== "stored") throw new Error(`${station.id}: ${outcome}`);
        }),
      );
    }
    console.log(`Nearest search: ${STATIONS} stations, ${ORIGINS} places, the ${WANTED} nearest, Redis over TCP\n`);
    for (const question of QUESTIONS) {
      await compare(question, origins, {
        "the API's search": apiSearch(deps, question),
        [`GEOSEARCH ${FIXED_RADIUS_METRES / 1_000} km`]: fixedRadiusSearch(redis, question),
        [PLAIN]: everyStationSearch(stations, question),
      });
    }
  } finally {
    close();
    await local.stop();
  }
}

function apiSearch({ stations, snapshot }: ReturnType<typeof redisDependencies>, question: Question): Search {
  return async ({ latitude, longitude }) => {
    const query = NearestQuery.parse({
      latitude: latitude.toFixed(6),
      longitude: longitude.toFixed(6),
      limit: String(WANTED),
      amenities: question.amenities.join(","),
      availability: question.openOnly ? "open" : "any",
    });
    const answer = await listNearest(
      { stations, snapshot, clock: () => question.at, trustSettings: DEFAULT_TRUST_SETTINGS },
      query,
    );
    return answer.stations.map(({ id }) => id);
  };
}

const Texts = z.array(z.string());

/** The usual way: one radius for everybody, then the documents, then the filters. */
function fixedRadiusSearch(redis: Awaited<ReturnType<typeof connectRedis>>["redis"], question: Question): Search {
  const isFiltered = question.openOnly || question.amenities.length > 0;
  return async (origin) => {
    const place = { type: "FROMLONLAT" as const, coordinate: { lon: origin.longitude, lat: origin.latitude } };
    const circle = { type: "BYRADIUS" as const, radius: FIXED_RADIUS_METRES, radiusType: "M" as const };
    const hits: unknown = await redis.geosearch(
      keys.stationLocations,
      place,
      circle,
      "ASC",
      isFiltered ? {} : { count: { limit: WANTED } },
    );
    const ids = Texts.parse(hits);
    if (ids.length === 0) return [];
    const documents: unknown = await redis.hmget(keys.stationDocuments, ...ids);
    return nearestOf(Texts.parse(documents).map(readStation), origin, question);
  };
}

/** The naive way: geolib over everything, then a sort. */
function everyStationSearch(stations: readonly Station[], question: Question): Search {
  return async (origin) => nearestOf(stations, origin, question);
}

function nearestOf(stations: readonly Station[], origin: MapPoint, question: Question): string[] {
  const point = { latitude: Number(origin.latitude.toFixed(6)), longitude: Number(origin.longitude.toFixed(6)) };
  const ranked = stations
    .map((station) => ({ station, metres: distanceMetres(point, station.location) }))
    .filter(({ station, metres }) => metres <= NEAR_METRES && hasAll(station, question.amenities))
    .sort((a, b) => a.metres - b.metres || (a.station.id < b.station.id ? -1 : 1));
  if (!question.openOnly) return ranked.slice(0, WANTED).map(({ station }) => station.id);
  const opens = ({ station, metres }: (typeof ranked)[number]) =>
    opensForArrival(station, question.at, question.at + travelMinutes(metres, "walk") * MINUTE_MS);
  const judged = ranked.map((candidate) => ({ id: candidate.station.id, opens: opens(candidate) }));
  const open = judged.filter((candidate) => candidate.opens === true);
  const unknown = judged.filter((candidate) => candidate.opens === null);
  return [...open, ...unknown].slice(0, WANTED).map(({ id }) => id);
}

function hasAll(station: Station, amenities: readonly AmenityKind[]): boolean {
  return amenities.every((kind) => station.amenities[kind]?.state === "working");
}

interface Way {
  name: string;
  search: Search;
  /** Milliseconds an answer took, by place. */
  times: number[];
  answers: string[][];
}

/** Every place is asked about in each way in turn, so that what else the machine does falls on all of them alike. */
async function compare(question: Question, origins: readonly MapPoint[], searches: Record<string, Search>) {
  const ways = Object.entries(searches).map(([name, search]) => ({ name, search, times: [], answers: [] }) as Way);
  for (const origin of origins.slice(0, WARM_UP)) for (const { search } of ways) await search(origin);
  for (const origin of origins) {
    for (const way of ways) {
      const startedAt = performance.now();
      way.answers.push(await way.search(origin));
      way.times.push(performance.now() - startedAt);
    }
  }
  const [ours] = ways;
  const truth = ways.find(({ name }) => name === PLAIN)?.answers ?? [];
  const rows = ways.map(({ name, times, answers }) => [
    name,
    `${(mean(times) / mean(ours?.times ?? times)).toFixed(1)} ×`,
    `${(percentile(times, 50) / percentile(ours?.times ?? times, 50)).toFixed(1)} ×`,
    mean(times).toFixed(2),
    percentile(times, 99).toFixed(2),
    percent(answers.filter((ids, index) => ids.join() === truth[index]?.join()).length, origins.length),
    percent(answers.filter((ids, index) => ids.length === 0 && truth[index]?.length !== 0).length, origins.length),
  ]);
  printTable(question.title, ["", "mean", "median", "mean ms", "p99 ms", "right", "nothing found"], rows);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percentile(values: readonly number[], percentage: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percentage) / 100))] ?? Number.NaN;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
