/** Province, city, county, in any number, and no 社区 behind a street: 宁夏回族自治区银川市兴庆区. */
const BEFORE = /^(?:(?:(?![街路道镇乡])\p{Script=Han}){1,9}?(?:自治区|自治州|自治县|新区|开发区|省|市|区|县|旗|盟))+/u;
/** A 街道, a 镇 or a 乡; else the road. */
const TOWN = /^[\p{Script=Han}]{1,8}?(?:街道|镇|乡)/u;
const ROAD = /^[\p{Script=Han}]{1,8}?(?:大道|街|路|巷)/u;

export const UNKNOWN_STREET = "未写明";

/** The part of a district that a wish is counted for, from the address of its station. */
export function streetOf(address: string): string {
  const within = address.replace(/\s/g, "").replace(BEFORE, "");
  return TOWN.exec(within)?.[0] ?? ROAD.exec(within)?.[0] ?? UNKNOWN_STREET;
}
