import { LRUCache } from "lru-cache";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";

type Needs = Pick<Dependencies, "peopleTables">;

const CITY_DIGITS = 4;
const MOST_CITIES = 20;

const kept = new LRUCache<string, ReadonlyMap<string, number>>({ max: MOST_CITIES });

/** @param area a code of 4 or 6 digits, or both parts of a zone with a bar between: its city has the table */
export function cityOf(area: string): string {
  return area.slice(0, CITY_DIGITS);
}

/** How many people the cells of a city have; null: no office has brought a table. Read again when another comes. */
export async function peopleOfCity(
  { peopleTables }: Needs,
  area: string,
): Promise<{ cells: ReadonlyMap<string, number>; version: string } | null> {
  const city = cityOf(area);
  const table = await peopleTables.find(city);
  if (table === null) return null;
  const known = kept.get(table.version);
  if (known !== undefined) return { cells: known, version: table.version };
  const cells = await peopleTables.cells(city);
  if (cells === null) return null;
  kept.set(table.version, cells);
  return { cells, version: table.version };
}

/** As {@link peopleOfCity}, where it was asked for. @throws ApiError no_people_table */
export async function requirePeopleOfCity(deps: Needs, area: string): Promise<ReadonlyMap<string, number>> {
  const people = await peopleOfCity(deps, area);
  if (people === null) throw new ApiError("no_people_table");
  return people.cells;
}
