/** A 街道, a 镇 or a 乡 as addresses name it, else the road; what stands before it is province, city and district. */
const TOWN = /(?:^|[省市区县旗盟州])([\p{Script=Han}]{1,8}?(?:街道|镇|乡))/u;
const ROAD = /(?:^|[省市区县旗盟州])([\p{Script=Han}]{1,8}?(?:大道|街|路|巷))/u;

export const UNKNOWN_STREET = "未写明";

/** The part of a district that a wish is counted for, from the address of its station. */
export function streetOf(address: string): string {
  return TOWN.exec(address)?.[1] ?? ROAD.exec(address)?.[1] ?? UNKNOWN_STREET;
}
