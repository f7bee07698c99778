import { reportFirstLoad, reportWeappSizes } from "./build-sizes.js";
import { benchCapacity } from "./capacity.js";
import { benchCircle } from "./circle.js";
import { benchDemand } from "./demand.js";
import { benchExactSteps } from "./exact-steps.js";
import { benchFsync } from "./fsync.js";
import { benchHeavy } from "./heavy.js";
import { benchColdStart } from "./national/cold-start.js";
import { benchHttp } from "./national/over-http.js";
import { benchNational } from "./national/run.js";
import { benchNearestSearch } from "./nearest-search.js";
import { benchProcesses } from "./processes.js";
import { benchRush } from "./rush.js";
import { benchStart } from "./start-to-first-answer.js";

/**
 * What it has browsers run is checked against a browser's types (bench/page/tsconfig.json), hence not imported by
 * name.
 */
const PAGE_PART: string = "./page/run.js";
const DESK_PART: string = "./page/desk.js";

/** `npm run bench` prints everything; `npm run bench -- sizes` one part. docs/benchmarks.md says how to read it. */
const PARTS: Record<string, () => void | Promise<void>> = {
  nearest: benchNearestSearch,
  national: benchNational,
  http: benchHttp,
  sizes: async () => {
    reportWeappSizes();
    await reportFirstLoad();
  },
  page: async () => {
    const part: { benchPage(): Promise<void> } = await import(PAGE_PART);
    await part.benchPage();
  },
  desk: async () => {
    const part: { benchDesk(): Promise<void> } = await import(DESK_PART);
    await part.benchDesk();
  },
  rush: benchRush,
  fsync: benchFsync,
  processes: benchProcesses,
  capacity: benchCapacity,
  heavy: benchHeavy,
  circle: benchCircle,
  "exact-steps": benchExactSteps,
  demand: benchDemand,
  cold: benchColdStart,
  start: benchStart,
};

/** These are in another part already. */
const PARTS_OF_OTHERS: ReadonlySet<string> = new Set(["http"]);

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(", ")}. There are: ${Object.keys(PARTS).join(", ")}.`);
  process.exitCode = 1;
} else {
  for (const [name, run] of Object.entries(PARTS))
    if (asked.length === 0 ? !PARTS_OF_OTHERS.has(name) : asked.includes(name)) await run();
}
