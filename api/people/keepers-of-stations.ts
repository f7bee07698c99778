import type { StationId } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";

/** How many people are read from Redis at a time. */
const BATCH = 500;

/** What the keepers of each station are called; a station without one is not there. */
export async function keepersOfStations({ users }: Pick<Dependencies, "users">): Promise<Map<StationId, string[]>> {
  const keepers = new Map<StationId, string[]>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof users.roleHolders>> = await users.roleHolders(after, BATCH);
    for (const { name, roles, stationIds } of page.people) {
      if (!roles.includes("keeper")) continue;
      for (const id of stationIds) keepers.set(id, [...(keepers.get(id) ?? []), name]);
    }
    after = page.nextCursor;
  } while (after !== null);
  return keepers;
}
