import type { MapPoint } from "../../shared/common/place.js";
import { factsOf, type StationFact } from "../../shared/public-lists/station-facts.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import { divisionName } from "../divisions/divisions.js";
import { allStationsIn } from "../stations/stations-in-reach.js";

/** Stations whose district has no code. */
export const NO_DISTRICT = "none";

/** The stations of a district, by what holds of them. */
export interface DistrictStations {
  name: string;
  /** All of them, by name. */
  all: readonly StationPlace[];
  /** Ids by fact, in the same order. */
  byFact: ReadonlyMap<StationFact, readonly StationId[]>;
}

export interface StationPlace {
  id: StationId;
  name: string;
  location: MapPoint;
}

type Row = StationPlace & { text: string; facts: StationFact[] };

/** All stations by the key of their district. One pass over them, a helping at a time; documents are not kept. */
export async function indexStations(
  deps: Pick<Dependencies, "stations" | "districts">,
  monday: number,
): Promise<Map<string, DistrictStations>> {
  const rows = new Map<string, Row[]>();
  for await (const station of allStationsIn(deps, "")) {
    const key = districtKey(station.district.code);
    const ofKey = rows.get(key);
    if (ofKey === undefined) rows.set(key, [rowOf(station, monday)]);
    else ofKey.push(rowOf(station, monday));
  }
  const keys = [...rows.keys()].sort(
    (a, b) => Number(a === NO_DISTRICT) - Number(b === NO_DISTRICT) || (a < b ? -1 : 1),
  );
  return new Map(keys.map((key) => [key, districtOf(key, rows.get(key) ?? [])]));
}

export function districtKey(code: string | null): string {
  return code === null || code === "" ? NO_DISTRICT : code;
}

/**
 * What people call a district of the lists. A zone has the code of its city, and the words that stand at its
 * stations.
 */
export function districtName(key: string, texts: ReadonlySet<string> = new Set()): string {
  const isZone = key === NO_DISTRICT || key.length < COUNTY_DIGITS;
  if (!isZone) return divisionName(key) ?? ([...texts][0] || key);
  if (texts.size > 0 && texts.size <= MOST_TEXTS && !texts.has("")) return [...texts].join("、");
  return key === NO_DISTRICT ? "没写区县的" : `${divisionName(key) ?? key}别的片区`;
}

const COUNTY_DIGITS = 6;
const MOST_TEXTS = 2;

function rowOf(station: Station, monday: number): Row {
  const { id, name, location, district } = station;
  return { id, name, location, text: district.text, facts: factsOf(station, monday) };
}

function districtOf(key: string, rows: Row[]): DistrictStations {
  rows.sort((a, b) => a.name.localeCompare(b.name, "zh-CN") || (a.id < b.id ? -1 : 1));
  const byFact = new Map<StationFact, StationId[]>();
  for (const { id, facts } of rows)
    for (const fact of facts) {
      const ids = byFact.get(fact);
      if (ids === undefined) byFact.set(fact, [id]);
      else ids.push(id);
    }
  return {
    name: districtName(key, new Set(rows.map(({ text }) => text))),
    all: rows.map(({ id, name, location }) => ({ id, name, location })),
    byFact,
  };
}
