import type { Station } from "../../../shared/stations/station.js";
import { cityOf } from "../../divisions/divisions.js";
import type { CityBy, FoundDistrict } from "./find-district.js";

/** By what the city of 高新区 and the like was told, for people to check. */
const CITY_BY_WORDS: Record<CityBy, string> = {
  asked: "导入时指定的",
  address: "按地址",
  reach: "按你管的范围",
  neighbours: "按旁边的驿站，请核对",
};

/** What is doubtful about the district of a row, for people to check; null: nothing. */
export function districtWarning(
  station: Pick<Station, "district">,
  { district, namesakes, cityBy }: FoundDistrict,
): { value?: string; message: string } | null {
  const { code, text } = station.district;
  const city = code === null ? null : cityOf(code);
  if (text === "") {
    const put = city === null ? "" : `；归到${city}`;
    return { message: `没有写区县，从地址里也看不出来${put}` };
  }
  if (code === null && namesakes > 1) {
    return { value: text, message: `全国有 ${namesakes} 个同名的区县，分不清是哪一个；请指定城市，如 4101` };
  }
  if (code === null) {
    return { value: text, message: "不是这里的正式区划，也看不出在哪个市，只有管全国的人看得到；请指定城市，如 4101" };
  }
  if (code !== district.code || cityBy === null || city === null) return null;
  return { value: text, message: `不是正式的行政区划，归到${city}(${CITY_BY_WORDS[cityBy]})` };
}
