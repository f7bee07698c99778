import { connectRedis } from "../../api/redis/client.js";
import { NO_SNAPSHOT, redisDependencies } from "../../api/wiring/redis-dependencies.js";
import type { MapPoint } from "../../shared/common/place.js";
import type { Station } from "../../shared/stations/station.js";
import { givenDeed } from "../../tests/support/given.js";
import { startLocalRedis } from "../../tests/support/local-redis.js";
import { seededRandom } from "../made-up-stations.js";
import { printTable } from "../print-table.js";
import { storedStations } from "./against-others.js";
import { nationalOrigins, nationalStations } from "./asked-places.js";
import { fillRedis } from "./cold-start.js";
import { type LoadResult, load } from "./load.js";
import { type BenchServer, startConstant, startProduct, startRedisOnly } from "./servers.js";

type Stores = ReturnType<typeof redisDependencies>;

const STATIONS = Number(process.env.BENCH_STATIONS ?? 200_000);
const TURNS = 5;
const TURN_SECONDS = 2;
const WARM_UP_SECONDS = 6;
const UPDATES_A_SECOND = 200;
/** More than change in all turns together. */
const MOST_CHANGED = 3_000;
/** People ask where people are, again and again. */
const PLACES = 500;

/** Only this part of the national benchmark, in a Redis of its own. */
export async function benchHttp(): Promise<void> {
  const random = seededRandom(20_261_122);
  const stations = nationalStations(STATIONS, random);
  const origins = nationalOrigins(PLACES, random);
  const local = await startLocalRedis();
  const { redis, close } = await connectRedis({ transport: "tcp", url: local.url });
  try {
    await fillRedis(local.url, stations);
    const stores = redisDependencies(redis, NO_SNAPSHOT);
    await benchOverHttp(stores, local.url, await storedStations(stores, stations.slice(0, MOST_CHANGED)), origins);
  } finally {
    close();
    await local.stop();
  }
}

/** The product's web server, one that answers a constant of the same size, and one that asks Redis each time. */
export async function benchOverHttp(
  stores: Stores,
  redisUrl: string,
  stations: readonly Station[],
  origins: readonly MapPoint[],
): Promise<void> {
  const paths = origins
    .slice(0, PLACES)
    .map(
      ({ latitude, longitude }) =>
        `/api/stations/nearest?latitude=${latitude.toFixed(5)}&longitude=${longitude.toFixed(5)}`,
    );
  const pathOf = (request: number) => paths[request % paths.length] ?? "/";
  const product = await startProduct(redisUrl, pathOf(0));
  const redisOnly = await startRedisOnly(redisUrl, pathOf(0));
  const first = await warmedUp(product, pathOf);
  const constant = await startConstant(first.bytes);
  try {
    await warmedUp(constant, pathOf);
    await warmedUp(redisOnly, pathOf);
    const waiting = [...stations];
    const ask = (server: BenchServer, header = "") => load(server.port, pathOf, TURN_SECONDS, header);
    const measured = await inTurns({
      constant: [constant, ask],
      memory: [product, ask],
      compressed: [product, (server) => ask(server, "Accept-Encoding: gzip\r\n")],
      redis: [redisOnly, ask],
      changing: [product, (server) => whileWriting(stores, waiting, () => ask(server))],
    });
    print(measured, stations.length - waiting.length);
  } finally {
    for (const server of [product, redisOnly, constant]) await server.stop();
  }
}

type Way = "constant" | "memory" | "compressed" | "redis" | "changing";

interface Turn extends LoadResult {
  /** What the server's main thread had a processor for, microseconds an answer. */
  processorUs: number;
}

/** Every way in short turns, so that whatever else the machine does falls on all of them alike. */
async function inTurns(
  ways: Record<Way, [BenchServer, (server: BenchServer) => Promise<LoadResult>]>,
): Promise<Map<string, Turn[]>> {
  const turns = new Map<string, Turn[]>(Object.keys(ways).map((way) => [way, []]));
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [way, [server, ask]] of Object.entries(ways)) {
      const before = server.processorMsNow() ?? Number.NaN;
      const result = await ask(server);
      const spentMs = (server.processorMsNow() ?? Number.NaN) - before;
      turns.get(way)?.push({ ...result, processorUs: (spentMs * 1_000) / result.answers });
    }
  }
  return turns;
}

function print(measured: ReadonlyMap<string, readonly Turn[]>, changed: number): void {
  const of = (way: Way, what: keyof Turn) => {
    const values = (measured.get(way) ?? []).map((turn) => turn[what]).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? Number.NaN;
  };
  const failures = (way: Way) => (measured.get(way) ?? []).reduce((sum, turn) => sum + turn.failures, 0);
  const row = (name: string, way: Way, note: string) => [
    name,
    of(way, "perSecond").toFixed(0),
    of(way, "processorUs").toFixed(0),
    of(way, "mean").toFixed(1),
    of(way, "p99").toFixed(1),
    of(way, "bytes").toFixed(0),
    String(failures(way)),
    note,
  ];
  const percent = (part: number) => `${(100 * part).toFixed(0)} %`;
  const rate = percent(of("memory", "perSecond") / of("constant", "perSecond"));
  const processor = percent(of("constant", "processorUs") / of("memory", "processorUs"));
  const times = (of("memory", "perSecond") / of("redis", "perSecond")).toFixed(1);
  printTable(
    `GET /api/stations/nearest, 50 connections, middle of ${TURNS} turns`,
    ["server", "answers a second", "µs of a processor", "mean ms", "p99 ms", "bytes", "failures", ""],
    [
      row("a constant of the same size", "constant", ""),
      row("from memory", "memory", `${rate} of the constant; by processor ${processor}`),
      row("from memory, compressed", "compressed", ""),
      row("asking Redis each time", "redis", `from memory ${times} ×; goal 3 ×`),
      row(`from memory, ${changed} stations changed meanwhile`, "changing", ""),
    ],
  );
}

/** Until every place was asked about once and its documents are in memory. */
async function warmedUp(server: BenchServer, pathOf: (request: number) => string): Promise<LoadResult> {
  return load(server.port, pathOf, WARM_UP_SECONDS);
}

/** Confirms stations, those that wait one after the other, so many a second, for as long as the load lasts. */
async function whileWriting<Result>(
  { stations: store }: Stores,
  waiting: Station[],
  work: () => Promise<Result>,
): Promise<Result> {
  const timer = setInterval(() => {
    for (const previous of waiting.splice(0, UPDATES_A_SECOND / 20)) {
      const verified = { ...previous.verified, open: previous.updatedAt + 1 };
      const station = { ...previous, verified, revision: previous.revision + 1, updatedAt: previous.updatedAt + 1 };
      void store.put({ station, previous, by: givenDeed });
    }
  }, 50);
  return work().finally(() => clearInterval(timer));
}
