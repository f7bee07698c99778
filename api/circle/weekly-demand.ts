import type { AmenityKind } from "../../shared/amenities/amenity.js";
import type { WeeklyDemand } from "../../shared/circle/demand-weights.js";
import { sumDemand } from "../demand/list-demand.js";
import type { Dependencies } from "../dependencies.js";

const WEEK_DAYS = 7;
const DEMAND_DAYS = 28;

interface Question {
  /** A code of 4 or 6 digits, or both parts of a zone with a bar between. */
  city: string;
  amenities: readonly AmenityKind[];
}

/** What doors, or doors with what is asked for, were lacking at in the last weeks, as people a week. */
export async function weeklyDemand(
  deps: Pick<Dependencies, "demand" | "districts" | "clock">,
  { city, amenities }: Question,
): Promise<WeeklyDemand[]> {
  const code = city.split("|")[0] ?? city;
  const { sums, countedDays } = await sumDemand(deps, code, DEMAND_DAYS);
  const wanted = new Set<string>(["none_near", "none_open", ...amenities.map((kind) => `without:${kind}`)]);
  return sums
    .filter(({ reason }) => wanted.has(reason))
    .map(({ cell, hour, people }) => ({ cell, hour, people: (people * WEEK_DAYS) / countedDays }));
}
