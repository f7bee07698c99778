import type { redisDependencies } from "../../api/wiring/redis-dependencies.js";
import type { MapPoint } from "../../shared/common/place.js";
import { coreOf } from "../../shared/stations/nearest/station-core.js";
import { StationIndex } from "../../shared/stations/nearest/station-index.js";
import type { Station } from "../../shared/stations/station.js";
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

/** The dearest question takes Redis tens of milliseconds a place. */
const RARE_ORIGINS = 400;

/** The documents of some made-up stations, which an import gave ids of their own. */
export async function storedStations({ stations: store }: Stores, some: readonly Station[]): Promise<Station[]> {
  const named = some.map(({ name, district }) => ({ name, districtText: district.text }));
  const ids = (await store.findIdsByNames(named)).filter((id) => id !== null);
  return store.findMany(ids);
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
    const times = await compare(ways, origins.slice(0, number === 0 ? 2_000 : RARE_ORIGINS));
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
