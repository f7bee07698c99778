import type { StationFacts } from "../../../shared/stations/station.js";
import { cityOf, countiesNamed, type Division, divisionName, largerDivisions } from "../../divisions/divisions.js";

export type District = StationFacts["district"];

/** A row's district; without a code it has namesakes that nothing tells apart, or none. */
export interface FoundDistrict {
  district: District;
  namesakes: number;
}

/** What is known of a row's district before the rest of the list is looked at. */
export interface DistrictQuestion {
  text: string | null;
  address: string;
}

/**
 * Finds the official divisions that a list's districts are. A name that several cities share is settled by the city or
 * province that the row names, else by the cities the rest of the list lies in. What is no official division (高新区)
 * keeps its words and has no code.
 *
 * @param within a division's code (41, 4101): nothing outside it is meant
 */
export function findDistricts(questions: readonly DistrictQuestion[], within: string | null): FoundDistrict[] {
  const candidates = questions.map((question) => candidatesFor(question, within));
  const cities = new Set(
    candidates.flatMap(([only, ...others]) => (only && others.length === 0 ? [only.code.slice(0, 4)] : [])),
  );
  return candidates.map((counties, index) => {
    const settled = counties.length > 1 ? counties.filter(({ code }) => cities.has(code.slice(0, 4))) : counties;
    const [county, ...others] = settled;
    const found = county && others.length === 0 ? county : null;
    const text = questions[index]?.text ?? found?.name ?? "";
    return { district: { code: found?.code ?? null, text }, namesakes: counties.length };
  });
}

function candidatesFor({ text, address }: DistrictQuestion, within: string | null): readonly Division[] {
  const counties = text === null ? countiesAddressed(address) : countiesCalled(text);
  const inside = within === null ? counties : counties.filter(({ code }) => code.startsWith(within));
  if (inside.length < 2) return inside;
  const named = inside.filter(({ code }) => namesLargerDivision(`${text ?? ""}${address}`, code));
  return named.length > 0 ? named : inside;
}

/** 中原区 and 郑州市中原区 alike. */
function countiesCalled(text: string): readonly Division[] {
  const whole = countiesNamed(text);
  if (whole.length > 0) return whole;
  const larger = largerDivisions().filter(({ name }) => text.includes(name));
  for (const { name, code } of larger) {
    const rest = text.slice(text.lastIndexOf(name) + name.length);
    const counties = countiesNamed(rest).filter((county) => county.code.startsWith(code));
    if (counties.length > 0) return counties;
  }
  return [];
}

/** The county that an address begins with: 河南省郑州市中原区…, 中原区…. */
function countiesAddressed(address: string): readonly Division[] {
  const start = address.match(/^(?:.{2,8}?(?:省|自治区))?(?:.{2,8}?(?:市|自治州|地区|盟))?(.{1,12}?(?:区|县|市|旗))/);
  return start?.[1] === undefined ? [] : countiesNamed(start[1]);
}

function namesLargerDivision(text: string, code: string): boolean {
  const names = [cityOf(code), divisionName(code.slice(0, 2))].filter((name) => name !== null);
  return names.some((name) => text.includes(name) || text.includes(name.replace(/(省|市|地区|盟|自治州)$/, "")));
}
