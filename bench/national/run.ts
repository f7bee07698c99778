import { connectRedis } from "../../api/redis/client.js";
import { NO_SNAPSHOT, redisDependencies } from "../../api/wiring/redis-dependencies.js";
import { startLocalRedis } from "../../tests/support/local-redis.js";
import { seededRandom } from "../made-up-stations.js";
import { benchSearches, storedStations } from "./against-others.js";
import { nationalOrigins, nationalStations, PLACE_COUNT } from "./asked-places.js";
import { benchImport } from "./import-command.js";
import { benchMaking, benchMemory, benchPacks, benchSizes } from "./in-process.js";
import { benchOverHttp } from "./over-http.js";
import { startPostgis } from "./postgis.js";

const STATIONS = Number(process.env.BENCH_STATIONS ?? 200_000);
const ORIGINS = 2_000;
/** More than change while the server is asked. */
const CHANGING = 3_000;

/** The goals for a country of 200,000 stations, as ratios within this run; docs/benchmarks.md says how to read them. */
export async function benchNational(): Promise<void> {
  const random = seededRandom(20_261_122);
  const stations = nationalStations(STATIONS, random);
  const origins = nationalOrigins(ORIGINS, random);
  console.log(`${STATIONS} stations around ${PLACE_COUNT} real places, as many as people live there\n`);
  benchMemory(stations);
  await benchMaking(stations);
  await benchPacks(stations);
  benchSizes(origins);
  const local = await startLocalRedis();
  const { redis, close } = await connectRedis({ transport: "tcp", url: local.url });
  const postgis = await startPostgis();
  try {
    const stores = redisDependencies(redis, NO_SNAPSHOT);
    await benchImport(local.url, stations, origins);
    await benchSearches(stores, postgis, stations, origins);
    await benchOverHttp(stores, local.url, await storedStations(stores, stations.slice(0, CHANGING)), origins);
  } finally {
    if (typeof postgis !== "string") await postgis.stop();
    close();
    await local.stop();
  }
}
