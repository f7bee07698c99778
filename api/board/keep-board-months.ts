import { type BoardMonth, withDay } from "../../shared/board/board-month.js";
import { type Repair, repairsIn } from "../../shared/board/repairs.js";
import { dayAsked } from "../../shared/circle/asked-day.js";
import { sharesOfDay } from "../../shared/circle/coverage.js";
import { SERVICE_CIRCLE_METRES } from "../../shared/common/distance.js";
import { beijingMonth, monthOfDate, monthsLater, startOfMonth } from "../../shared/common/month.js";
import { beijingDate, beijingDayNumber } from "../../shared/common/time.js";
import { maskOf } from "../../shared/stations/nearest/amenity-mask.js";
import { coreOf } from "../../shared/stations/nearest/station-core.js";
import { CityVersions, stationsOf } from "../circle/city-stations.js";
import type { Dependencies } from "../dependencies.js";
import { HOLIDAY_PLACE } from "./board-hours.js";

type Needs = Pick<Dependencies, "boardMonths" | "districts" | "stations" | "heavyWork" | "audit" | "clock">;

const CITY_DIGITS = 4;
const MONTHS_BACK = 12;
const PAGE = 500;

/**
 * Adds today to the month of every city and county, and looks for what was fixed; once a day each, however often it
 * runs.
 */
export async function keepBoardMonths(deps: Needs, signal?: AbortSignal): Promise<void> {
  const areas = new Set<string>();
  for (const { code } of await deps.districts.listDistricts()) {
    if (code === null || code.length < CITY_DIGITS) continue;
    areas.add(code.slice(0, CITY_DIGITS)).add(code);
  }
  const cities = new CityVersions(deps);
  for (const area of areas) {
    if (signal?.aborted) return;
    await addToday(deps, area, cities);
  }
  await keepRepairs(deps, signal);
}

async function addToday(deps: Needs, area: string, cities: CityVersions): Promise<void> {
  const today = beijingDayNumber(deps.clock());
  const on = beijingDate(today);
  const months = await deps.boardMonths.list(area);
  const known: BoardMonth | null = months.find(({ month }) => month === monthOfDate(on)) ?? null;
  if (known !== null && known.lastOn >= on) return;
  const stations = (await stationsOf(deps, (await cities.of(area)).ids)).map(coreOf);
  // All of its stations were withdrawn.
  if (stations.length === 0) return;
  const measured = async (day: number) =>
    sharesOfDay(
      await deps.heavyWork.run("measureCoverage", {
        stations,
        firstDay: day,
        days: 1,
        reachMetres: SERVICE_CIRCLE_METRES,
        basis: "posted",
        amenities: maskOf([]),
      }),
      0,
    );
  const hours = await measured(today);
  const holiday = (await measured(dayAsked("holiday", deps.clock())))[HOLIDAY_PLACE];
  await deps.boardMonths.keep(area, withDay(known, { on, hours, holiday: holiday ?? { covered: 0, unknown: 0 } }));
}

/**
 * Reads what was fixed out of the record: from the first of the month in which that was done last, and a year back the first
 * time. Whole months are read and replaced, so that nothing counts twice.
 */
async function keepRepairs({ boardMonths, audit, clock }: Needs, signal?: AbortSignal): Promise<void> {
  const today = beijingDate(beijingDayNumber(clock()));
  const readOn = await boardMonths.repairsReadOn();
  if (readOn === today) return;
  const from = startOfMonth(readOn === null ? monthsLater(beijingMonth(clock()), -MONTHS_BACK) : monthOfDate(readOn));
  const repairs: Repair[] = [];
  let cursor: string | null = null;
  let isBefore = false;
  do {
    if (signal?.aborted) return;
    const page = await audit.read({
      matches: (entry) => {
        isBefore ||= entry.at < from;
        return entry.at >= from && entry.subject.type === "station" && "amenities" in entry.to;
      },
      cursor,
      limit: PAGE,
    });
    repairs.push(...page.entries.flatMap(repairsIn));
    cursor = page.nextCursor;
  } while (cursor !== null && !isBefore);
  await boardMonths.keepRepairs(
    repairs.filter(({ districtCode }) => districtCode.length >= CITY_DIGITS),
    today,
  );
}
