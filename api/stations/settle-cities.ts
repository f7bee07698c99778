import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import { inBatches } from "../in-batches.js";
import { changeFromNewest } from "./change-station.js";
import { citiesOfStored } from "./import/settle-city.js";

const JOB: ChangeAuthor = { userId: null, role: null, way: "job" };
const DOCUMENTS_A_TRIP = 300;
const WISHES_A_TRIP = 200;

type Needs = Pick<Dependencies, "stations" | "districts" | "reports" | "wishes" | "clock">;

/**
 * Gives stations without a code that of their city, as an import does now, and what was reported and wished for there
 * goes to the officers of that city. What has a code stays as it is, so that doing it again changes nothing; what nothing
 * tells the city of stays without one.
 */
export async function settleCities(deps: Needs): Promise<{ changed: number }> {
  const ids = await deps.districts.listUncodedIds();
  const stations = (await inBatches(ids, DOCUMENTS_A_TRIP, deps.stations.findMany)).filter(isUncoded);
  const cities = await citiesOfStored(deps.stations, stations);
  for (const [id, code] of cities) {
    // Before the station too: one that has its city already is not looked at again.
    await settleTasks(deps, id, code);
    await changeFromNewest(deps, id, async (station) => ({
      change: isUncoded(station) ? { district: { ...station.district, code } } : {},
      by: { author: JOB, action: "station:change" },
    }));
    await settleTasks(deps, id, code);
  }
  await settleWishes(deps);
  return { changed: cities.size };
}

function isUncoded({ district }: Station): boolean {
  return district.code === null;
}

async function settleTasks({ reports }: Needs, stationId: StationId, districtCode: string): Promise<void> {
  for await (const tasks of reports.tasksFrom(stationId, Number.MAX_SAFE_INTEGER)) {
    for (const task of tasks) {
      // One that somebody moves at the same moment belongs to nobody's city until the next round.
      if (task.districtCode === null) await reports.move(task, { ...task, districtCode }, null);
    }
  }
}

/** Wishes that belong to no district go to that of their station, once it has one. */
async function settleWishes({ wishes, stations, clock }: Needs): Promise<void> {
  const now = clock();
  for (let offset = 0; ; ) {
    const { wishes: uncoded } = await wishes.readSubmitted([""], { offset, count: WISHES_A_TRIP, now });
    const places = await stations.findMany([...new Set(uncoded.map(({ stationId }) => stationId))]);
    const codes = new Map(places.map(({ id, district }) => [id, district.code]));
    for (const before of uncoded) {
      const districtCode = codes.get(before.stationId) ?? null;
      const after = { ...before, version: before.version + 1, districtCode };
      const isMoved = districtCode !== null && (await wishes.change({ before, after, audit: null, now })) === "stored";
      if (!isMoved) offset += 1;
    }
    if (uncoded.length < WISHES_A_TRIP) return;
  }
}
