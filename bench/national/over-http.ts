import type { redisDependencies } from "../../api/dependencies.js";
import type { MapPoint } from "../../shared/core/place.js";
import type { Station } from "../../shared/stations/station.js";
import { givenDeed } from "../../tests/support/given.js";
import { printTable } from "../print-table.js";
import { type LoadResult, load } from "./load.js";
import { type BenchServer, startConstant, startProduct, startRedisOnly } from "./servers.js";

type Stores = ReturnType<typeof redisDependencies>;

const LOAD_SECONDS = 6;
const WARM_UP_SECONDS = 3;
const UPDATES_A_SECOND = 200;
/** People ask where people are, again and again. */
const PLACES = 500;

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
    const own = await load(product.port, pathOf, LOAD_SECONDS);
    const plain = await load(constant.port, pathOf, LOAD_SECONDS);
    const asking = await load(redisOnly.port, pathOf, LOAD_SECONDS);
    const written = await whileWriting(stores, stations, () => load(product.port, pathOf, LOAD_SECONDS));
    const part = `${((100 * own.perSecond) / plain.perSecond).toFixed(0)} % of the constant`;
    const row = (name: string, { perSecond, mean, p99, bytes, failures }: LoadResult, note: string) => [
      name,
      perSecond.toFixed(0),
      mean.toFixed(1),
      p99.toFixed(1),
      String(bytes),
      String(failures),
      note,
    ];
    printTable(
      "GET /api/stations/nearest, 50 connections",
      ["server", "answers a second", "mean ms", "p99 ms", "bytes", "failures", ""],
      [
        row("a constant of the same size", plain, ""),
        row("from memory", own, `${part}; goal 60 %`),
        row(
          "asking Redis each time",
          asking,
          `from memory ${(own.perSecond / asking.perSecond).toFixed(1)} ×; goal 4 ×`,
        ),
        row(`from memory, ${written.count} stations changed meanwhile`, written.load, ""),
      ],
    );
  } finally {
    for (const server of [product, redisOnly, constant]) await server.stop();
  }
}

/** Until every place was asked about once and its documents are in memory. */
async function warmedUp(server: BenchServer, pathOf: (request: number) => string): Promise<LoadResult> {
  return load(server.port, pathOf, WARM_UP_SECONDS);
}

/** Confirms stations one after the other, so many a second, for as long as the load lasts. */
async function whileWriting(
  { stations: store }: Stores,
  stations: readonly Station[],
  work: () => Promise<LoadResult>,
): Promise<{ load: LoadResult; count: number }> {
  let count = 0;
  const timer = setInterval(() => {
    for (let i = 0; i < UPDATES_A_SECOND / 20; i++) {
      const previous = stations[count++];
      if (previous === undefined) return;
      const verified = { ...previous.verified, open: previous.updatedAt + 1 };
      const station = { ...previous, verified, revision: previous.revision + 1, updatedAt: previous.updatedAt + 1 };
      void store.put({ station, previous, by: givenDeed });
    }
  }, 50);
  try {
    return { load: await work(), count };
  } finally {
    clearInterval(timer);
  }
}
