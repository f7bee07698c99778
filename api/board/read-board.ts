import { LRUCache } from "lru-cache";
import type { BoardAnswer, BoardMonthAnswer, BoardQuery } from "../../shared/board/board-answer.js";
import { type BoardMonth, sharesOfMonth } from "../../shared/board/board-month.js";
import type { Repair } from "../../shared/board/repairs.js";
import { worstPlaces } from "../../shared/board/worst-places.js";
import { dayAsked } from "../../shared/circle/asked-day.js";
import { type Coverage, HALF_HOURS_A_DAY, halfHourText, sharesAt } from "../../shared/circle/coverage.js";
import { CoverageQuery } from "../../shared/circle/coverage-answer.js";
import { type NextStepsAnswer, NextStepsQuery } from "../../shared/circle/steps-answer.js";
import { peopleSharesOfDay } from "../../shared/circle/weighed-shares.js";
import { SERVICE_CIRCLE_METRES } from "../../shared/common/distance.js";
import { instantText } from "../../shared/common/instant.js";
import { medianOf } from "../../shared/common/median.js";
import { beijingMonth, monthOfDate, monthsLater } from "../../shared/common/month.js";
import {
  beijingDate,
  beijingDayNumber,
  beijingMinuteOfDay,
  type EpochMs,
  weekdayOf,
} from "../../shared/common/time.js";
import type { User } from "../../shared/people/user.js";
import { festivalOf } from "../../shared/stations/calendar.js";
import type { Station } from "../../shared/stations/station.js";
import { CityVersions, stationsOf } from "../circle/city-stations.js";
import { coverageKeeperOf } from "../circle/kept-coverage.js";
import { listNextSteps } from "../circle/list-next-steps.js";
import { peopleOfCity } from "../circle/people-of-city.js";
import { listDemand } from "../demand/list-demand.js";
import type { Dependencies } from "../dependencies.js";
import { areaAsked, boardAreas } from "./board-areas.js";
import { EARLY_PLACE, HOLIDAY_PLACE } from "./board-hours.js";

type Board = NonNullable<BoardAnswer["board"]>;
type Steps = NextStepsAnswer["steps"];

const HALF_HOUR_MINUTES = 30;
const MONTHS_SHOWN = 12;
const REPAIR_DAYS = 30;
const DEMAND_DAYS = 28;
const MOST_STEPS = 5;
const MOST_PLACES = 5;

/** Steps change with stations and by the day: a board that hangs on a wall asks for them again and again. */
export type KeptSteps = LRUCache<string, Steps>;
export const keepSteps = (): KeptSteps => new LRUCache<string, Steps>({ max: 200 });

/**
 * What a leader sees of a city or county. Everything in it is added up: no report, no station's keeper, no searcher.
 *
 * @param onWork is told before something has to be measured, and may refuse by throwing
 */
export async function readBoard(
  deps: Dependencies,
  user: User,
  { city }: BoardQuery,
  { kept, onWork }: { kept: KeptSteps; onWork: () => void },
): Promise<BoardAnswer> {
  const now = deps.clock();
  const asOf = instantText(now);
  const areas = await boardAreas(deps, user);
  const area = areaAsked(user, city, areas);
  if (area === null) return { asOf, areas, board: null };
  const { ids, stamp } = await new CityVersions(deps).of(area.code);
  const stations = await stationsOf(deps, ids);
  const shares = await sharesNow(deps, area.code, now, onWork);
  const repairs = await deps.boardMonths.repairs(area.code);
  const board: Board = {
    area,
    stations: stations.length,
    ...shares,
    reachMetres: SERVICE_CIRCLE_METRES,
    repairs: lastRepairs(repairs, now),
    months: monthsOf(await deps.boardMonths.list(area.code), repairs, now),
    steps: await steps(deps, { area: area.code, version: `${stamp} ${beijingDayNumber(now)}` }, kept, onWork),
    unmet: await unmetOf(deps, area.code, stations),
  };
  return { asOf, areas, board };
}

async function sharesNow(deps: Dependencies, city: string, now: EpochMs, onWork: () => void) {
  const keeper = coverageKeeperOf(deps);
  const onDay = async (day: number) => {
    const question = { ...CoverageQuery.parse({ city }), firstDay: day - weekdayOf(day) };
    const { coverage, firstDay } = await keeper.week(question, onWork);
    const at = (index: number) => ({
      from: halfHourText(index),
      ...sharesAt(coverage, (day - firstDay) * HALF_HOURS_A_DAY + index),
    });
    return { at, cells: coverage.ids.length, coverage, place: day - firstDay };
  };
  const today = await onDay(beijingDayNumber(now));
  const nowPlace = Math.floor(beijingMinuteOfDay(now) / HALF_HOUR_MINUTES);
  const holiday = dayAsked("holiday", now);
  const on = beijingDate(holiday);
  return {
    cells: today.cells,
    people: await peopleNow(deps, city, today, nowPlace),
    now: today.at(nowPlace),
    early: today.at(EARLY_PLACE),
    holiday: { ...(await onDay(holiday)).at(HOLIDAY_PLACE), on, festival: festivalOf(on) ?? null },
  };
}

async function peopleNow(
  deps: Dependencies,
  city: string,
  { coverage, place }: { coverage: Coverage; place: number },
  nowPlace: number,
): Promise<Board["people"]> {
  const people = await peopleOfCity(deps, city);
  if (people === null) return null;
  const { people: count, hours } = peopleSharesOfDay(coverage, place, people.cells);
  return { count, now: hours[nowPlace]?.covered ?? 0, early: hours[EARLY_PLACE]?.covered ?? 0 };
}

function lastRepairs(repairs: readonly Repair[], now: EpochMs): Board["repairs"] {
  const since = beijingDate(beijingDayNumber(now) - REPAIR_DAYS);
  const days = repairs.filter(({ on }) => on > since).map((repair) => repair.days);
  return { days: tenths(medianOf(days)), count: days.length };
}

/** From the first month of which anything is known; those between that are empty stay as gaps. */
function monthsOf(kept: readonly BoardMonth[], repairs: readonly Repair[], now: EpochMs): BoardMonthAnswer[] {
  const present = beijingMonth(now);
  const months = Array.from({ length: MONTHS_SHOWN }, (_, index) =>
    monthAnswer(monthsLater(present, index + 1 - MONTHS_SHOWN), kept, repairs),
  );
  const first = months.findIndex(({ days, repairs: count }) => days > 0 || count > 0);
  return first === -1 ? [] : months.slice(first);
}

function monthAnswer(month: string, kept: readonly BoardMonth[], repairs: readonly Repair[]): BoardMonthAnswer {
  const known = kept.find((one) => one.month === month);
  const shares =
    known === undefined ? [] : Array.from({ length: HALF_HOURS_A_DAY }, (_, at) => sharesOfMonth(known, at));
  const fixed = repairs.filter(({ on }) => monthOfDate(on) === month).map(({ days }) => days);
  return {
    month,
    days: known?.days ?? 0,
    covered: shares.map(({ covered }) => covered),
    unknown: shares.map(({ unknown }) => unknown),
    holiday: known?.holiday ?? null,
    repairDays: tenths(medianOf(fixed)),
    repairs: fixed.length,
  };
}

function tenths(days: number | null): number | null {
  return days === null ? null : Math.round(days * 10) / 10;
}

async function steps(
  deps: Dependencies,
  { area, version }: { area: string; version: string },
  kept: KeptSteps,
  onWork: () => void,
): Promise<Steps> {
  const key = `${area} ${version}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  onWork();
  const found = await listNextSteps(deps, NextStepsQuery.parse({ city: area }));
  const first = found.steps.slice(0, MOST_STEPS);
  kept.set(key, first);
  return first;
}

async function unmetOf(deps: Dependencies, city: string, stations: readonly Station[]): Promise<Board["unmet"]> {
  const { isCounted, countedDays, items } = await listDemand(deps, { city, days: DEMAND_DAYS });
  return { isCounted, countedDays, places: worstPlaces(items, stations, MOST_PLACES) };
}
