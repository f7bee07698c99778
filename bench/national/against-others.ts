import type { redisDependencies } from "../../api/dependencies.js";
import type { MapPoint } from "../../shared/core/place.js";
import { coreOf } from "../../shared/stations/nearest/station-core.js";
import { StationIndex } from "../../shared/stations/nearest/station-index.js";
import type { Station } from "../../shared/stations/station.js";
import { givenDeed } from "../../tests/support/given.js";
import { printTable } from "../print-table.js";
import { fillPostgis, type Postgis } from "./postgis.js";
import {
  compare,
  flatbushSearch,
  indexSearch,
  postgisSearch,
  QUESTIONS,
  redisSearch,
  type Search,
} from "./searches.js";

type Stores = ReturnType<typeof redisDependencies>;

/** How many times as fast as PostGIS and as Redis the index is to be, question by question. */
const GOALS = [
  { postgis: 30, redis: 15 },
  { postgis: 15, redis: null },
  { postgis: 5, redis: null },
] as const;

/** Puts all stations into Redis as an import does, and prints how that went. */
export async function benchImport({ stationImports }: Stores, stations: readonly Station[]): Promise<void> {
  const changes = stations.map((station) => ({ station, previous: null, by: givenDeed }));
  const startedAt = performance.now();
  await stationImports.stage("im_bench", changes);
  const stagedMs = performance.now() - startedAt;
  let longestMs = 0;
  let lastAt = performance.now();
  const outcome = await stationImports.publish("im_bench", () => {
    longestMs = Math.max(longestMs, performance.now() - lastAt);
    lastAt = performance.now();
  });
  if (!("published" in outcome)) throw new Error(`${outcome.refused.length} stations refused`);
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  printTable(
    `Import of ${stations.length} stations, after the list was read`,
    ["", "measured"],
    [
      ["staged", seconds(stagedMs)],
      ["checked, stored and shown", seconds(performance.now() - startedAt - stagedMs)],
      ["longest a helping of 100 kept Redis from others", `${longestMs.toFixed(0)} ms`],
      ["memory of this process", `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`],
    ],
  );
}

/** The index, the best single call to Redis and PostGIS, side by side. */
export async function benchSearches(
  stores: Stores,
  postgis: Postgis | string,
  stations: readonly Station[],
  origins: readonly MapPoint[],
): Promise<void> {
  const index = new StationIndex(stations.map(coreOf));
  if (typeof postgis === "string") console.log(`PostGIS is not compared: ${postgis}\n`);
  else await fillPostgis(postgis.client, stations);
  const rows: string[][] = [];
  for (const [number, question] of QUESTIONS.entries()) {
    const ways: Record<string, Search> = { index: indexSearch(index, question), redis: redisSearch(stores, question) };
    if (number === 0) ways.flatbush = flatbushSearch(stations);
    if (typeof postgis !== "string") ways.postgis = postgisSearch(postgis.client, question);
    // The dearest question takes Redis tens of milliseconds a place.
    const times = await compare(ways, origins.slice(0, number === 0 ? 2_000 : 400));
    const own = times.get("index");
    for (const [way, { mean, p99 }] of times) {
      const goal = way === "postgis" || way === "redis" ? GOALS[number]?.[way] : null;
      const ratio = own && way !== "index" ? `${(mean / own.mean).toFixed(1)} ×` : "";
      rows.push([question.title, way, mean.toFixed(1), p99.toFixed(0), ratio, goal ? `${goal} ×` : ""]);
    }
  }
  const header = ["question", "way", "mean µs", "p99 µs", "the index is faster by", "goal"];
  const title = typeof postgis === "string" ? "In process" : `In process, ${postgis.version}`;
  printTable(`${title}, ten nearest of ${stations.length}`, header, rows);
}
