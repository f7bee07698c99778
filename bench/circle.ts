import { monitorEventLoopDelay } from "node:perf_hooks";
import { createHeavyWork } from "../api/heavy-work/heavy-work.js";
import { newId } from "../api/ids.js";
import { SERVICE_CIRCLE_METRES } from "../shared/common/distance.js";
import { beijingDayNumber } from "../shared/common/time.js";
import { maskOf } from "../shared/stations/nearest/amenity-mask.js";
import { coreOf } from "../shared/stations/nearest/station-core.js";
import { beijing } from "../tests/support/given.js";
import { givenTown } from "../tests/support/given-town.js";
import { seededRandom } from "../tests/support/seeded-random.js";
import { printTable } from "./print-table.js";

const STATIONS = 5_000;
const DAYS = 7;
const RUNS = 5;

/** The coverage of a large city in a week, in a worker thread, and how late the thread that answers gets meanwhile. */
export async function benchCircle(): Promise<void> {
  const work = createHeavyWork(newId);
  const stations = givenTown(STATIONS, seededRandom(7), 0.7).map(coreOf);
  const question = {
    stations,
    firstDay: beijingDayNumber(beijing("2026-11-30T00:00")),
    days: DAYS,
    reachMetres: SERVICE_CIRCLE_METRES,
    basis: "happened",
    amenities: maskOf([]),
  } as const;
  try {
    await work.run("measureCoverage", { ...question, stations: stations.slice(0, 1) });
    const times: number[] = [];
    let cells = 0;
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    for (let run = 0; run < RUNS; run++) {
      const startedAt = performance.now();
      cells = (await work.run("measureCoverage", question)).ids.length;
      times.push(performance.now() - startedAt);
    }
    delay.disable();
    const seconds = times.toSorted((a, b) => a - b).map((ms) => `${(ms / 1_000).toFixed(2)} s`);
    printTable(
      `Coverage of ${STATIONS} stations in ${DAYS * 48} half hours`,
      ["", "figures"],
      [
        ["cells", String(cells)],
        [`in a worker thread, ${RUNS} runs`, `median ${seconds[Math.floor(RUNS / 2)]}, longest ${seconds.at(-1)}`],
        [
          "the other thread, late by",
          `p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, longest ${(delay.max / 1e6).toFixed(1)} ms`,
        ],
      ],
    );
  } finally {
    await work.close();
  }
}
