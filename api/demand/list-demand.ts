import { cellToLatLng, getResolution } from "h3-js";
import { instantText } from "../../shared/common/instant.js";
import { beijingDayNumber } from "../../shared/common/time.js";
import {
  type DemandAnswer,
  type DemandItem,
  type DemandQuery,
  reasonParts,
} from "../../shared/demand/demand-answer.js";
import { type DemandPlace, placeText } from "../../shared/demand/demand-cell.js";
import type { Dependencies } from "../dependencies.js";

type Needs = Pick<Dependencies, "demand" | "clock" | "unmet">;

/** What was counted at one place over some days. */
interface DemandSum extends DemandPlace {
  people: number;
  days: number;
}

const MOST_ITEMS = 500;
const HOURS_A_DAY = 24;

/** What people lacked around the stations of a city or county, added up over the last days. */
export async function listDemand(deps: Needs, { city, days }: DemandQuery): Promise<DemandAnswer> {
  const { sums, countedDays } = await sumDemand(deps, city, days);
  const items = sums
    .sort((a, b) => b.people - a.people || (placeText(a) < placeText(b) ? -1 : 1))
    .slice(0, MOST_ITEMS)
    .map(presentItem);
  return { asOf: instantText(deps.clock()), isCounted: deps.unmet !== null, countedDays, items };
}

/** @param city a code of 4 or 6 digits */
export async function sumDemand(
  { demand, clock }: Pick<Needs, "demand" | "clock">,
  city: string,
  days: number,
): Promise<{ sums: DemandSum[]; countedDays: number }> {
  const today = beijingDayNumber(clock());
  const sums = new Map<string, DemandSum>();
  let countedDays = 0;
  for (let day = today - days; day < today; day++) {
    const counts = await demand.readDay(day);
    if (counts === null) continue;
    countedDays += 1;
    for (const { county, people, ...place } of counts) {
      if (!county?.startsWith(city)) continue;
      const sum = sums.get(placeText(place)) ?? { ...place, people: 0, days: 0 };
      sums.set(placeText(place), { ...sum, people: sum.people + people, days: sum.days + 1 });
    }
  }
  return { sums: [...sums.values()], countedDays };
}

function presentItem({ cell, hour, reason, people, days }: DemandSum): DemandItem {
  const [latitude, longitude] = cellToLatLng(cell);
  return {
    cell,
    resolution: getResolution(cell),
    middle: { latitude, longitude },
    weekday: Math.floor(hour / HOURS_A_DAY),
    hour: hour % HOURS_A_DAY,
    ...reasonParts(reason),
    people,
    days,
  };
}
