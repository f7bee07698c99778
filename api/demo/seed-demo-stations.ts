import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { Dependencies } from "../dependencies.js";
import { demoStations } from "../stations/demo-stations.js";

const SEED: ChangeAuthor = { userId: null, role: null, way: "demo" };

/**
 * Fills an empty store with the 示例 stations, and leaves any other as it is: what somebody imported or withdrew is theirs.
 *
 * @returns how many were added
 */
export async function seedDemoStations({ stations, clock }: Pick<Dependencies, "stations" | "clock">): Promise<number> {
  if (!(await stations.isEmpty())) return 0;
  let added = 0;
  for (const station of demoStations(clock())) {
    if ((await stations.put({ station, previous: null, by: { author: SEED, action: "station:create" } })) === "stored")
      added += 1;
  }
  return added;
}
