import { connectRedis } from "../../api/redis/client.js";
import { NO_SNAPSHOT, redisDependencies } from "../../api/wiring/redis-dependencies.js";
import type { Station } from "../../shared/stations/station.js";
import { givenDeed } from "../../tests/support/given.js";
import { startLocalRedis } from "../../tests/support/local-redis.js";
import { seededRandom } from "../made-up-stations.js";
import { printTable } from "../print-table.js";
import { nationalStations } from "./asked-places.js";
import { type BenchServer, startEmpty, startFromSources, startProduct } from "./servers.js";

const SIZES = [1_000, 20_000, Number(process.env.BENCH_STATIONS ?? 200_000)];
/** In an answer that lists one. */
const A_STATION = '"id":"st_';
const STARTS = Number(process.env.BENCH_STARTS ?? 9);

/** From the start of the process to its first answer, beside a process that answers without loading anything. */
export async function benchColdStart(): Promise<void> {
  const rows: string[][] = [];
  for (const size of SIZES) {
    const stations = nationalStations(size, seededRandom(20_261_122));
    const local = await startLocalRedis();
    try {
      await fillRedis(local.url, stations);
      rows.push(...(await startsOver(local.url, stations)));
    } finally {
      await local.stop();
    }
  }
  printTable(
    `Cold start, middle of ${STARTS}; goal: 300 ms beyond Node alone`,
    ["stations", "server", "ms to the first answer", "beyond Node", "ms with a processor", "beyond Node"],
    rows,
  );
}

/** Each kind of server in turn, so that whatever else the machine does falls on all of them alike. */
async function startsOver(redisUrl: string, stations: readonly Station[]): Promise<string[][]> {
  const place = stations[0]?.location ?? { latitude: 0, longitude: 0 };
  const path = `/api/stations/nearest?latitude=${place.latitude}&longitude=${place.longitude}`;
  const kinds: Record<string, () => Promise<BenchServer>> = {
    "Node alone": startEmpty,
    "the product": () => startProduct(redisUrl, path, A_STATION),
    "the product from its sources": () => startFromSources(redisUrl, path, A_STATION),
  };
  const starts = new Map<string, BenchServer[]>(Object.keys(kinds).map((kind) => [kind, []]));
  for (let turn = 0; turn < STARTS; turn++) {
    for (const [kind, start] of Object.entries(kinds)) {
      const server = await start();
      await server.stop();
      starts.get(kind)?.push(server);
    }
  }
  const alone = starts.get("Node alone") ?? [];
  return [...starts].map(([kind, measured]) => [
    String(stations.length),
    kind,
    ...beyond(measured, alone, ({ firstAnswerMs }) => firstAnswerMs),
    ...beyond(measured, alone, ({ processorMs }) => processorMs),
  ]);
}

type Figure = (server: BenchServer) => number | null;

function beyond(measured: readonly BenchServer[], alone: readonly BenchServer[], figure: Figure): string[] {
  const [own, node] = [middle(measured.map(figure)), middle(alone.map(figure))];
  if (own === null || node === null) return ["–", "–"];
  return [own.toFixed(0), measured === alone ? "" : (own - node).toFixed(0)];
}

function middle(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((one, other) => one - other);
  return known[Math.floor(known.length / 2)] ?? null;
}

export async function fillRedis(redisUrl: string, stations: readonly Station[]): Promise<void> {
  const { redis, close } = await connectRedis({ transport: "tcp", url: redisUrl });
  try {
    const { stationImports } = redisDependencies(redis, NO_SNAPSHOT);
    const changes = stations.map((station) => ({ station, previous: null, by: givenDeed }));
    await stationImports.stage("im_bench", changes);
    const outcome = await stationImports.publish("im_bench");
    if (!("published" in outcome)) throw new Error(`${outcome.refused.length} stations refused`);
  } finally {
    close();
  }
}
