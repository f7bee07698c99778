import { startLocalRedis } from "../tests/support/local-redis.js";
import { seededRandom } from "./made-up-stations.js";
import { nationalOrigins, nationalStations } from "./national/asked-places.js";
import { fillRedis } from "./national/cold-start.js";
import { type LoadResult, load } from "./national/load.js";
import { type BenchServer, startProduct } from "./national/servers.js";
import { printTable } from "./print-table.js";

const STATIONS = Number(process.env.BENCH_STATIONS ?? 20_000);
const PLACES = 500;
const TURNS = 9;
const TURN_SECONDS = 2;
const WARM_UP_SECONDS = 5;

/** `/nearest` of two servers that differ in one setting, whether searches that find nothing are counted, in turns. */
export async function benchDemand(): Promise<void> {
  const random = seededRandom(20_261_129);
  const paths = nationalOrigins(PLACES, random).map(
    ({ latitude, longitude }) =>
      `/api/stations/nearest?latitude=${latitude.toFixed(5)}&longitude=${longitude.toFixed(5)}`,
  );
  const pathOf = (request: number) => paths[request % paths.length] ?? "/";
  const local = await startLocalRedis();
  const servers: BenchServer[] = [];
  try {
    await fillRedis(local.url, nationalStations(STATIONS, random));
    for (const counts of ["0", "1"]) {
      process.env.COUNT_SEARCHES = counts;
      servers.push(await startProduct(local.url, pathOf(0)));
    }
    for (const { port } of servers) await load(port, pathOf, WARM_UP_SECONDS);
    const turns: LoadResult[][] = servers.map(() => []);
    for (let turn = 0; turn < TURNS; turn++) {
      // Each goes first as often as the other.
      const order = turn % 2 === 0 ? [0, 1] : [1, 0];
      for (const which of order) turns[which]?.push(await load(servers[which]?.port ?? 0, pathOf, TURN_SECONDS));
    }
    const middle = (which: number, what: "p99" | "mean" | "perSecond") => {
      const values = (turns[which] ?? []).map((one) => one[what]).sort((a, b) => a - b);
      return values[Math.floor(values.length / 2)] ?? Number.NaN;
    };
    const row = (name: string, which: number) => [
      name,
      middle(which, "perSecond").toFixed(0),
      middle(which, "mean").toFixed(2),
      middle(which, "p99").toFixed(2),
    ];
    const more = 100 * (middle(1, "p99") / middle(0, "p99") - 1);
    printTable(
      `/nearest of ${STATIONS} stations, 50 connections, middle of ${TURNS} turns`,
      ["searches that find nothing", "answers a second", "mean ms", "p99 ms"],
      [row("not counted", 0), row("counted", 1), ["p99 more", "", "", `${more.toFixed(1)} %; goal 3 % at most`]],
    );
  } finally {
    delete process.env.COUNT_SEARCHES;
    for (const server of servers) await server.stop();
    await local.stop();
  }
}
