import { officerReaches } from "../../../../../shared/people/roles";
import type { Account } from "../../../../../shared/people/user";
import { callApi } from "../../../http/call-api";

export interface DistrictChoice {
  code: string | null;
  text: string;
}

/** Digits of a city's code: all districts of a province are too many to choose from. */
const CITY_DIGITS = 4;

/** The districts an officer may add a station in: those that have one, and all of the cities they answer for. */
export async function loadDistricts(officer: Pick<Account, "roles" | "reach">): Promise<DistrictChoice[]> {
  const cities = officer.reach.filter((prefix) => prefix.length >= CITY_DIGITS);
  const [{ districts }, ...official] = await Promise.all([
    callApi("GET /districts", {}),
    ...cities.map((within) => callApi("GET /districts/official", { within })),
  ]);
  const known = districts.filter(({ code }) => officerReaches(officer, code)).map(({ code, text }) => ({ code, text }));
  const codes = new Set(known.map(({ code }) => code));
  return [...known, ...official.flatMap((list) => list.districts).filter(({ code }) => !codes.has(code))];
}
