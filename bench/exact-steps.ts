import loadHighs from "highs";
import { CityVersions, stationsOf } from "../api/circle/city-stations.js";
import { connectRedis } from "../api/redis/client.js";
import { NO_SNAPSHOT, redisDependencies } from "../api/wiring/redis-dependencies.js";
import { chooseActions } from "../shared/circle/choose-actions.js";
import { CircleActions, WEEK_HALF_HOURS } from "../shared/circle/step-actions.js";
import type { StepsQuestion } from "../shared/circle/steps-question.js";
import { SERVICE_CIRCLE_METRES } from "../shared/common/distance.js";
import { beijingDayNumber } from "../shared/common/time.js";
import { maskOf } from "../shared/stations/nearest/amenity-mask.js";
import { coreOf, type StationCore } from "../shared/stations/nearest/station-core.js";
import { beijing } from "../tests/support/given.js";
import { givenTown } from "../tests/support/given-town.js";
import { seededRandom } from "../tests/support/seeded-random.js";
import { printTable } from "./print-table.js";

const STATIONS = 30;
const HOURS = Number(process.env.BENCH_HOURS ?? 100);
const SITES = Number(process.env.BENCH_SITES ?? 6);
/** Then the best that was found stands beside the bound. */
const LIMIT_SECONDS = 900;

/**
 * What the chosen steps gain against the exact optimum of the same instance: of a made-up town, or of the stations that the
 * Redis of `BENCH_REDIS_URL` has in `BENCH_CITY`.
 */
export async function benchExactSteps(): Promise<void> {
  const stations = await givenStations();
  const question: StepsQuestion = {
    ...{ stations, firstDay: beijingDayNumber(beijing("2026-12-07T00:00")), days: "week" },
    ...{ reachMetres: SERVICE_CIRCLE_METRES, amenities: maskOf([]), siteHours: { opens: 240, closes: 1_380 } },
    budget: { stationHours: HOURS, sites: SITES, mends: 0 },
    ...{ fixed: [], forbidden: [], wished: [], weights: "equal", demand: [], people: null },
  };
  const circle = new CircleActions(question);
  const size = { cells: circle.cells.ids.length, times: WEEK_HALF_HOURS };
  const startedAt = performance.now();
  const chosen = chooseActions(circle.actions, size, circle.isCovered, question.budget);
  const choosing = performance.now() - startedAt;
  const gained = chosen.reduce((sum, { gain }) => sum + gain, 0) / 2;
  const problem = problemOf(circle, question);
  const highs = await loadHighs();
  const solvingAt = performance.now();
  const { Status, ObjectiveValue } = highs.solve(problem, { time_limit: LIMIT_SECONDS, mip_rel_gap: 0 });
  const solving = performance.now() - solvingAt;
  printTable(
    `${HOURS} hours a week and ${SITES} sites for ${stations.length} stations, ${size.cells} cells, ${circle.actions.length} actions`,
    ["", "cell-hours gained", "seconds"],
    [
      ["chosen", String(gained), (choosing / 1_000).toFixed(1)],
      [`HiGHS: ${Status}`, String(Math.round(ObjectiveValue * 10) / 10), (solving / 1_000).toFixed(1)],
      ["share", `${((100 * gained) / ObjectiveValue).toFixed(2)} %`, ""],
    ],
  );
}

async function givenStations(): Promise<StationCore[]> {
  const url = process.env.BENCH_REDIS_URL;
  if (url === undefined) return givenTown(STATIONS, seededRandom(11)).map(coreOf);
  const { redis, close } = await connectRedis({ transport: "tcp", url });
  try {
    const deps = redisDependencies(redis, NO_SNAPSHOT);
    const { ids } = await new CityVersions({ ...deps }).of(process.env.BENCH_CITY ?? "");
    return (await stationsOf(deps, ids)).map(coreOf);
  } finally {
    await close();
  }
}

/** As CPLEX writes linear programs. Half hours of a cell that the same actions reach count together; so do all sites near a cell. */
function problemOf(circle: CircleActions, { budget }: StepsQuestion): string {
  const hoursAt = new Map<number, number[]>();
  const sitesAt = new Map<number, number[]>();
  for (const [place, { cells, sites }] of circle.actions.entries()) {
    const at = sites > 0 ? sitesAt : hoursAt;
    for (const cell of Array.from(cells)) at.set(cell, [...(at.get(cell) ?? []), place]);
  }
  const [gains, rows, bounds] = [[] as string[], [] as string[], [] as string[]];
  for (const cell of circle.cells.ids.keys()) {
    const sites = sitesAt.get(cell) ?? [];
    if (sites.length > 0) {
      rows.push(` s${cell}c: s${cell}${sites.map((place) => ` - x${place}`).join("")} <= 0`);
      bounds.push(` 0 <= s${cell} <= 1`);
    }
    for (const [number, { by, hasSite, size }] of groupsOf(circle, cell, hoursAt.get(cell) ?? [], sites).entries()) {
      const name = `y${cell}g${number}`;
      gains.push(`${size / 2} ${name}`);
      bounds.push(` 0 <= ${name} <= 1`);
      const reached = [...by.map((place) => ` - x${place}`), ...(hasSite ? [` - s${cell}`] : [])];
      rows.push(` ${name}c: ${name}${reached.join("")} <= 0`);
    }
  }
  const limits = (["stationHours", "sites"] as const).flatMap((kind) => {
    const terms = circle.actions.flatMap((action, place) => (action[kind] > 0 ? [`${action[kind]} x${place}`] : []));
    return terms.length === 0 ? [] : [` ${kind}: ${terms.join("\n + ")} <= ${budget[kind]}`];
  });
  return [
    ...["Maximize", ` all: ${gains.join("\n + ")}`, "Subject To", ...limits, ...rows, "Bounds", ...bounds],
    ...["Binary", ...circle.actions.map((_, place) => ` x${place}`), "End"],
  ].join("\n");
}

/** The uncovered half hours of a cell by the actions that reach them. */
function groupsOf(circle: CircleActions, cell: number, hours: readonly number[], sites: readonly number[]) {
  const siteTimes = new Set(Array.from(circle.actions[sites[0] ?? -1]?.times ?? []));
  const times = hours.map((place) => new Set(Array.from(circle.actions[place]?.times ?? [])));
  const groups = new Map<string, { by: number[]; hasSite: boolean; size: number }>();
  for (let time = 0; time < WEEK_HALF_HOURS; time++) {
    if (circle.isCovered(cell, time)) continue;
    const by = hours.filter((_, place) => times[place]?.has(time));
    const hasSite = siteTimes.has(time);
    if (by.length === 0 && !hasSite) continue;
    const key = `${hasSite} ${by}`;
    const group = groups.get(key) ?? { by, hasSite, size: 0 };
    group.size += 1;
    groups.set(key, group);
  }
  return [...groups.values()];
}
