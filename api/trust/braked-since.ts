import type { EpochMs } from "../../shared/common/time.js";
import type { User } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";

/** Since when more reports than usual are held back in a city of an officer's reach; null: none are. */
export async function brakedSince(
  { reports, clock }: Pick<Dependencies, "reports" | "clock">,
  user: User,
): Promise<EpochMs | null> {
  const brakes = (await reports.brakes(clock())).filter(({ city }) => reachesCity(user, city));
  return brakes.length === 0 ? null : Math.min(...brakes.map(({ since }) => since));
}

/** Whether some of a city is in an officer's reach, or the whole of it. */
function reachesCity({ roles, reach }: User, city: string): boolean {
  return roles.includes("officer") && reach.some((prefix) => city.startsWith(prefix) || prefix.startsWith(city));
}
