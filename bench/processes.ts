import { availableParallelism } from "node:os";
import { connectRedis } from "../api/redis/client.js";
import { startLocalRedis } from "../tests/support/local-redis.js";
import { type ProductServer, startProductServer } from "../tests/support/product-server.js";
import { madeUpStations, seededRandom } from "./made-up-stations.js";
import { fillRedis } from "./national/cold-start.js";
import { load } from "./national/load.js";
import { printTable } from "./print-table.js";
import { bookingRush, middle, sendWrites } from "./writes.js";

const TURNS = 5;
const STATIONS = 20_000;
const PEOPLE = 1_000;
const READ_SECONDS = 2;
const PATH = "/api/stations/nearest?latitude=39.9&longitude=116.4";

/**
 * One process and two, on one Redis, the same questions and bookings in turns. The client shares the machine with
 * them.
 */
export async function benchProcesses(): Promise<void> {
  const redis = await startLocalRedis();
  const { redis: client, close } = await connectRedis({ transport: "tcp", url: redis.url });
  const servers: ProductServer[] = [];
  try {
    await fillRedis(redis.url, madeUpStations(STATIONS, seededRandom(1)));
    for (const PROCESSES of ["1", "2"])
      servers.push(await startProductServer({ REDIS_URL: redis.url, PROCESSES, TRUST_PROXY: "1" }));
    const reads = servers.map((): number[] => []);
    const bookings = servers.map((): number[] => []);
    let failures = 0;
    for (let turn = -1; turn < TURNS; turn++) {
      for (const [at, { origin }] of servers.entries()) {
        const read = await load(Number(new URL(origin).port), () => PATH, READ_SECONDS);
        const booked = await sendWrites(origin, await bookingRush(client, PEOPLE));
        if (turn < 0) continue;
        failures += read.failures + booked.failures;
        reads[at]?.push(read.perSecond);
        bookings[at]?.push(booked.perSecond);
      }
    }
    const row = (name: string, taken: number[][]) => {
      const [one = Number.NaN, two = Number.NaN] = taken.map(middle);
      return [name, one.toFixed(0), two.toFixed(0), `${(two / one).toFixed(2)} ×`];
    };
    printTable(
      `PROCESSES, ${availableParallelism()} cores, middle of ${TURNS} turns, ${failures} failures`,
      ["50 connections", "1 process, a second", "2 processes, a second", "2 by 1"],
      [row("the nearest stations", reads), row(`bookings, ${PEOPLE} people`, bookings)],
    );
  } finally {
    close();
    for (const server of servers) await server.stop();
    await redis.stop();
  }
}
