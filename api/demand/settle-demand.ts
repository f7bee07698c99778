import { cellToLatLng } from "h3-js";
import { KEPT_DAYS } from "../../shared/common/kept-days.js";
import { beijingDayNumber } from "../../shared/common/time.js";
import { type DemandCount, LEAST_PEOPLE, partCounts } from "../../shared/demand/demand-cell.js";
import { NearestQuery } from "../../shared/stations/station-answer.js";
import type { Dependencies } from "../dependencies.js";
import { listNearest } from "../stations/list-nearest.js";
import type { KeptCount } from "./demand-store.js";

/**
 * Turns the days that are over into numbers: what reached the least that is shown, under its cell or its parent's. Everything
 * below goes with the day's HyperLogLogs, which expire by themselves.
 */
export async function settleDemand(deps: Dependencies, signal?: AbortSignal): Promise<{ changed: number }> {
  const today = beijingDayNumber(deps.clock());
  let changed = 0;
  for (let day = today - 1; day >= today - KEPT_DAYS.unmetBelow; day--) {
    if (signal?.aborted) break;
    if (await deps.demand.isSettled(day)) continue;
    const counts = await shownOf(deps, day);
    await deps.demand.settle(day, deps.clock(), await withCounties(deps, counts));
    changed += counts.length;
  }
  return { changed };
}

async function shownOf({ demand }: Pick<Dependencies, "demand">, day: number): Promise<DemandCount[]> {
  const { shown, merged } = partCounts(await demand.countDay(day));
  const all = [...shown];
  for (const { into, of } of merged) {
    const people = await demand.countTogether(day, of);
    if (people >= LEAST_PEOPLE) all.push({ ...into, people });
  }
  return all;
}

async function withCounties(deps: Dependencies, counts: readonly DemandCount[]): Promise<KeptCount[]> {
  const counties = new Map<string, string | null>();
  const kept: KeptCount[] = [];
  for (const count of counts) {
    if (!counties.has(count.cell)) counties.set(count.cell, await countyAt(deps, count.cell));
    kept.push({ ...count, county: counties.get(count.cell) ?? null });
  }
  return kept;
}

/** That of the station nearest to a cell's middle. */
async function countyAt(deps: Dependencies, cell: string): Promise<string | null> {
  const [latitude, longitude] = cellToLatLng(cell);
  const query = NearestQuery.parse({ latitude: String(latitude), longitude: String(longitude), limit: "1" });
  const [nearest] = (await listNearest(deps, query)).stations;
  return nearest?.district.code ?? null;
}
