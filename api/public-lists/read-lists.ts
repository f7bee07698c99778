import { instantText } from "../../shared/common/instant.js";
import { beijingDayNumber } from "../../shared/common/time.js";
import { composeLists } from "../../shared/public-lists/compose-lists.js";
import type { PublicLists, PublicStations } from "../../shared/public-lists/public-lists.js";
import { factLabel, type StationFact } from "../../shared/public-lists/station-facts.js";
import { calendarDay } from "../../shared/stations/calendar.js";
import { weekInShort } from "../../shared/stations/hours-words.js";
import { seasonOn } from "../../shared/stations/posted-hours.js";
import type { Station } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { GatheredLists } from "./kept-lists.js";
import type { DistrictStations } from "./station-index.js";

const PAGE_SIZE = 50;

/**
 * The three lists of a district, or of all.
 *
 * @throws ApiError not_found for a district that none of them knows
 */
export function presentLists({ at, parts }: GatheredLists, key: string | undefined): PublicLists {
  const all = [...parts.values()];
  const wanted = key === undefined ? null : parts.get(key);
  if (wanted === undefined) throw new ApiError("not_found");
  return {
    asOf: instantText(at),
    district: wanted === null ? null : { key: wanted.key, name: wanted.name },
    districts: all.map(({ key: code, name, stations }) => ({ key: code, name, stations })),
    ...composeLists(wanted === null ? all : [wanted]),
  };
}

/**
 * The stations that a number of the lists counts, a page at a time, by district and name.
 *
 * @throws ApiError not_found for a district or a fact that there is none of
 */
export async function presentStations(
  { stations: store }: Pick<Dependencies, "stations">,
  { at, parts, stations }: GatheredLists,
  question: { district?: string | undefined; fact?: string | undefined; cursor?: string | undefined },
): Promise<PublicStations> {
  const { district, fact, cursor = "0" } = question;
  if (fact !== undefined && factLabel(fact) === null) throw new ApiError("not_found");
  if (district !== undefined && !parts.has(district)) throw new ApiError("not_found");
  const districts = district === undefined ? [...stations.values()] : [stations.get(district)];
  const ids = districts.flatMap((one) => (one === undefined ? [] : idsOf(one, fact as StationFact | undefined)));
  const start = Number(cursor);
  const page = ids.slice(start, start + PAGE_SIZE);
  const found = new Map((await store.findMany(page)).map((station) => [station.id, station]));
  return {
    asOf: instantText(at),
    total: ids.length,
    stations: page.flatMap((id) => presentLine(found.get(id), beijingDayNumber(at))),
    nextCursor: start + PAGE_SIZE < ids.length ? String(start + PAGE_SIZE) : null,
  };
}

function idsOf({ all, byFact }: DistrictStations, fact: StationFact | undefined): readonly string[] {
  return fact === undefined ? all.map(({ id }) => id) : (byFact.get(fact) ?? []);
}

/** With the week of this part of the year; nothing of a station that was withdrawn within the minute. */
function presentLine(station: Station | undefined, today: number): PublicStations["stations"] {
  if (station === undefined || station.withdrawnAt !== null) return [];
  const { id, name, address, hours, isDemo } = station;
  const week = seasonOn(hours, calendarDay(today).monthDay)?.week ?? hours.week;
  const isKnown = week.some((day) => day !== "unknown");
  return [{ id, name, address, hours: isKnown ? weekInShort(week).join("；") : "时间不知道", isDemo }];
}
