import type { StationFacts } from "../../../shared/stations/station.js";
import {
  cityCodeOf,
  cityOf,
  countiesNamed,
  type Division,
  divisionName,
  largerDivisions,
} from "../../divisions/divisions.js";

export type District = StationFacts["district"];

/** By what a district that is no official division was given to a city. */
export type CityBy = "asked" | "address" | "reach" | "neighbours";

/** A row's district; without a code it has namesakes that nothing tells apart, or its city is not known either. */
export interface FoundDistrict {
  district: District;
  namesakes: number;
  /** Null: it is an official county, or nothing tells its city. */
  cityBy: CityBy | null;
}

/** What is known of a row's district before the rest of the list is looked at. */
export interface DistrictQuestion {
  text: string | null;
  address: string;
}

/** Where the districts of a list may lie. */
export interface Within {
  /** A division's code (41, 4101) that was asked for: nothing outside it is meant. */
  asked: string | null;
  /** The prefixes of the codes that the importing officer answers for. */
  reach: readonly string[];
}

/**
 * Finds the official divisions that a list's districts are. A name that several cities share is settled by the city or
 * province that the row names, else by the cities the rest of the list lies in, else by the officer's reach. What is no
 * official county (高新区, 经开区) keeps its words and gets the code of its city: the one that was asked for, that the row
 * names, or that the officer answers for (docs/decisions/0031-city-of-a-zone.md).
 */
export function findDistricts(questions: readonly DistrictQuestion[], within: Within): FoundDistrict[] {
  const candidates = questions.map((question) => candidatesFor(question, within.asked));
  const cities = new Set(
    candidates.flatMap(([only, ...others]) => (only && others.length === 0 ? [only.code.slice(0, 4)] : [])),
  );
  return candidates.map((counties, index): FoundDistrict => {
    const [county, ...others] = settled(counties, cities, within.reach);
    const question = questions[index] ?? { text: null, address: "" };
    if (county && others.length === 0) {
      return { district: { code: county.code, text: question.text ?? county.name }, namesakes: 1, cityBy: null };
    }
    const namesakes = counties.length;
    const told = namesakes > 1 ? null : cityTold(question, within);
    return { district: { code: told?.code ?? null, text: question.text ?? "" }, namesakes, cityBy: told?.by ?? null };
  });
}

function settled(counties: readonly Division[], cities: ReadonlySet<string>, reach: readonly string[]) {
  if (counties.length < 2) return counties;
  const inCities = counties.filter(({ code }) => cities.has(code.slice(0, 4)));
  if (inCities.length > 0) return inCities;
  return counties.filter(({ code }) => reach.some((prefix) => prefix !== "" && code.startsWith(prefix)));
}

function candidatesFor({ text, address }: DistrictQuestion, asked: string | null): readonly Division[] {
  const counties = text === null ? countiesAddressed(address) : countiesCalled(text, address);
  const inside = asked === null ? counties : counties.filter(({ code }) => code.startsWith(asked));
  if (inside.length < 2) return inside;
  const named = inside.filter(({ code }) => namesLargerDivision(`${text ?? ""}${address}`, code));
  return named.length > 0 ? named : inside;
}

/** What lies within one county and is none itself: 龙湖镇, 丽景街街道. */
const PART_OF_A_COUNTY = /(镇|乡|街道|办事处|社区|村)$/;

/** 中原区 and 郑州市中原区 alike; the county of 龙湖镇, and of a list that names the city only, is that of the address. */
function countiesCalled(text: string, address: string): readonly Division[] {
  const whole = countiesNamed(text);
  if (whole.length > 0) return whole;
  const larger = largerDivisions().filter(({ name }) => text.includes(name));
  for (const { name, code } of larger) {
    const rest = text.slice(text.lastIndexOf(name) + name.length);
    const counties = rest === "" ? countiesAddressed(address) : countiesNamed(rest);
    const inside = counties.filter((county) => county.code.startsWith(code));
    if (inside.length > 0) return inside;
  }
  return PART_OF_A_COUNTY.test(text) ? countiesAddressed(address) : [];
}

const PROVINCE_DIGITS = 2;
const COUNTY = /^.{1,12}?(?:区|县|市|旗)/;

/** The county that an address begins with: 河南省郑州市中原区…, 中原区…. */
function countiesAddressed(address: string): readonly Division[] {
  const start = address.match(/^(?:.{2,8}?(?:省|自治区))?(?:.{2,8}?(?:市|自治州|地区|盟))?(.{1,12}?(?:区|县|市|旗))/);
  return start?.[1] === undefined ? [] : countiesNamed(start[1]);
}

function namesLargerDivision(text: string, code: string): boolean {
  const names = [cityOf(code), divisionName(code.slice(0, 2))].filter((name) => name !== null);
  return names.some((name) => text.includes(name) || text.includes(shortName(name)));
}

function shortName(name: string): string {
  return name.replace(/(省|市|地区|盟|自治州)$/, "");
}

/** The city of what is no official county. A county that lies elsewhere than was asked for is a mistake, and has none. */
function cityTold({ text, address }: DistrictQuestion, { asked, reach }: Within): { code: string; by: CityBy } | null {
  if (text !== null && countiesNamed(text).length > 0) return null;
  const told = cityNamed(text ?? "", address, reach);
  if (asked !== null && asked.length >= 4) return { code: asked, by: "asked" };
  const municipality = asked === null ? null : cityCodeOf(asked);
  if (municipality !== null) return { code: municipality, by: "asked" };
  if (told !== null) return asked === null || told.startsWith(asked) ? { code: told, by: "address" } : null;
  const reached = cityReached(reach);
  return reached === null || (asked !== null && !reached.startsWith(asked)) ? null : { code: reached, by: "reach" };
}

/**
 * The city that a district or an address begins with: 郑州市高新区, 河南省郑州市高新区…, 新郑市航空港区…. Without 市 it may
 * be any word (中山 is in every city), and counts within the officer's reach only: 郑州高新区.
 */
function cityNamed(text: string, address: string, reach: readonly string[]): string | null {
  const cities = largerDivisions().filter(({ code }) => cityCodeOf(code) !== null);
  const inText =
    cities.find(({ name }) => text.startsWith(name)) ??
    cities.find(
      ({ name, code }) =>
        text.startsWith(shortName(name)) && reach.some((prefix) => prefix !== "" && code.startsWith(prefix)),
    );
  if (inText) return inText.code;
  const rest = withoutProvince(address);
  const city = cities.find(({ name }) => rest.startsWith(name));
  if (city) return city.code;
  const [county, ...others] = countiesNamed(rest.match(COUNTY)?.[0] ?? "");
  return county && others.length === 0 ? cityCodeOf(county.code) : null;
}

/** An address without the province in front: 河南省郑州市…, 宁夏银川市…. */
function withoutProvince(address: string): string {
  for (const { name, code } of largerDivisions()) {
    if (code.length !== PROVINCE_DIGITS || cityCodeOf(code) !== null) continue;
    for (const word of [name, name.replace(/(省|(回族|壮族|维吾尔)?自治区)$/, "")]) {
      if (address.startsWith(word)) return address.slice(word.length);
    }
  }
  return address;
}

/** The one city that an officer answers for, or for a part of. */
function cityReached(reach: readonly string[]): string | null {
  const cities = new Set(reach.map((prefix) => cityCodeOf(prefix)));
  const [city = null] = cities;
  if (cities.size !== 1 || city === null) return null;
  // An officer of a municipality may be given 3101, which stands for its districts together.
  const [prefix = ""] = reach;
  return reach.length === 1 && prefix.length === 4 && prefix.startsWith(city) ? prefix : city;
}
