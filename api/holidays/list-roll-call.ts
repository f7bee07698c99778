import { instantText } from "../../shared/common/instant.js";
import { type BeijingDate, beijingDate, beijingDayNumber } from "../../shared/common/time.js";
import { type Holiday, holidayFrom } from "../../shared/holidays/coming-holidays.js";
import type { RollCall, RollCallRow } from "../../shared/holidays/holiday-answer.js";
import { holidayDay } from "../../shared/holidays/holiday-day.js";
import type { User } from "../../shared/people/user.js";
import type { Station } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { keepersOfStations } from "../people/keepers-of-stations.js";
import { pageOfReach } from "../stations/stations-in-reach.js";
import { presentHoliday } from "./list-next-holiday.js";

const PAGE_SIZE = 500;
/** How many holidays can be asked for. */
const COMING = 4;

/**
 * Who has answered for a holiday, a page at a time.
 *
 * @param from the holiday's first day; missing: the next one
 * @throws ApiError not_found when no holiday to come begins then
 */
export async function listRollCall(
  deps: Dependencies,
  officer: User,
  { holiday: from, cursor }: { holiday?: BeijingDate; cursor?: string },
): Promise<RollCall> {
  const now = deps.clock();
  const coming = comingHolidays(beijingDayNumber(now));
  const holiday = from === undefined ? coming[0] : coming.find((one) => one.from === from);
  if (holiday === undefined) throw new ApiError("not_found");
  const [page, keepers, asked] = await Promise.all([
    pageOfReach(deps, officer, cursor ?? "", PAGE_SIZE),
    keepersOfStations(deps),
    deps.rollCalls.asked(holiday),
  ]);
  return {
    asOf: instantText(now),
    holiday: presentHoliday(holiday),
    coming: coming.map(presentHoliday),
    rows: page.stations.map((station) => ({
      ...rowOf(station, holiday),
      keepers: keepers.get(station.id) ?? [],
      askedAt: (asked.get(station.id) ?? []).map(instantText),
    })),
    nextCursor: page.nextCursor,
  };
}

function comingHolidays(today: number): Holiday[] {
  const found: Holiday[] = [];
  let day = today;
  while (found.length < COMING) {
    const holiday = holidayFrom(day);
    found.push(holiday);
    day = (holiday.days[0] ?? day) + holiday.days.length;
  }
  return found;
}

function rowOf(station: Station, { days }: Holiday): Omit<RollCallRow, "keepers" | "askedAt"> {
  const { id, name, district, phone, hours, revision } = station;
  const dates = new Set(days.map(beijingDate));
  const said = hours.exceptions
    .flatMap((one) => (dates.has(one.date) && one.said ? [one.said] : []))
    .sort((a, b) => (a.on < b.on ? 1 : -1));
  return {
    ...{ id, name, district, phone, revision },
    days: days.map((day) => holidayDay(station, day)),
    said: said[0] ?? null,
  };
}
