import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { Dependencies } from "../dependencies.js";
import { demoStations } from "../stations/demo-stations.js";

const SEED: ChangeAuthor = { userId: null, role: null, way: "demo" };

/**
 * Fills an empty store with the 示例 stations, or goes on where a start was killed while it did, and leaves any other as it
 * is: what somebody imported or withdrew is theirs. Stations are withdrawn, never deleted: where some of these are, and
 * nothing else, those that are missing were never made.
 *
 * @returns how many were added
 */
export async function seedDemoStations({ stations, clock }: Pick<Dependencies, "stations" | "clock">): Promise<number> {
  const wanted = demoStations(clock());
  const known = new Set(await stations.listFirstIds(wanted.length + 1));
  const own = wanted.filter(({ id }) => known.has(id));
  if (known.size > own.length) return 0;
  const theirs = (await stations.findMany(own.map(({ id }) => id))).filter(({ isDemo }) => !isDemo);
  if (theirs.length > 0) return 0;
  let added = 0;
  for (const station of wanted.filter(({ id }) => !known.has(id))) {
    if ((await stations.put({ station, previous: null, by: { author: SEED, action: "station:create" } })) === "stored")
      added += 1;
  }
  return added;
}
