import { LRUCache } from "lru-cache";
import { beijingDayNumber } from "../../shared/common/time.js";
import { type Holiday, holidayFrom } from "../../shared/holidays/coming-holidays.js";
import type { HolidayAnswer, HolidayStation, NextHoliday } from "../../shared/holidays/holiday-answer.js";
import { holidayDay, holidayStanding } from "../../shared/holidays/holiday-day.js";
import { CityVersions, stationsOf } from "../circle/city-stations.js";
import type { Dependencies } from "../dependencies.js";

const MOST_CITIES = 200;
const STANDINGS = ["open", "closed", "unknown"] as const;

/** What is shown of a city, and a text that differs when anything of it does. */
export interface HolidayList {
  answer: NextHoliday;
  stamp: string;
}

/** The public list of the next holiday, made anew when a station of the city or the day changes. */
export class HolidayLists {
  readonly #versions: CityVersions;
  readonly #kept = new LRUCache<string, HolidayList>({ max: MOST_CITIES });

  constructor(private readonly deps: Pick<Dependencies, "stations" | "districts" | "clock">) {
    this.#versions = new CityVersions(deps);
  }

  async of(city: string): Promise<HolidayList> {
    const { ids, stamp: revisions } = await this.#versions.of(city);
    const holiday = holidayFrom(beijingDayNumber(this.deps.clock()));
    const stamp = `${holiday.from} ${holiday.to} ${revisions}`;
    const kept = this.#kept.get(city);
    if (kept?.stamp === stamp) return kept;
    const stations = (await stationsOf(this.deps, ids)).map(
      (station): HolidayStation => ({
        id: station.id,
        name: station.name,
        days: holiday.days.map((day) => holidayDay(station, day)),
      }),
    );
    const list = { answer: { holiday: presentHoliday(holiday), stations: inOrder(stations) }, stamp };
    this.#kept.set(city, list);
    return list;
  }
}

export function presentHoliday({ name, from, to, announced }: Holiday): HolidayAnswer {
  return { name, from, to, announced };
}

function inOrder(stations: HolidayStation[]): HolidayStation[] {
  const place = ({ days }: HolidayStation) => STANDINGS.indexOf(holidayStanding(days));
  return stations.sort(
    (a, b) => place(a) - place(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
  );
}
