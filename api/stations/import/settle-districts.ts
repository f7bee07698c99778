import { type MapPoint, toGcj02 } from "../../../shared/common/place.js";
import type { Dependencies } from "../../dependencies.js";
import { type FoundDistrict, findDistricts, type Within } from "./find-district.js";
import type { StationList } from "./read-list.js";
import { type CodedPlace, citiesOfNeighbours } from "./settle-city.js";

/** The districts of a list, those whose city nothing else tells by their neighbours. */
export async function settleDistricts(
  store: Dependencies["stations"],
  { rows, datum }: StationList,
  within: Within,
): Promise<FoundDistrict[]> {
  const districts = findDistricts(
    rows.map(({ districtText, address }) => ({ text: districtText, address: address ?? "" })),
    within,
  );
  const places: CodedPlace[] = [];
  const unsettled: { found: FoundDistrict; location: MapPoint }[] = [];
  for (const [index, { point }] of rows.entries()) {
    const found = districts[index];
    if (!found || point === null) continue;
    const { code } = found.district;
    if (code !== null) places.push({ location: toGcj02(point, datum), code });
    else if (found.namesakes === 0) unsettled.push({ found, location: toGcj02(point, datum) });
  }
  const cities = await citiesOfNeighbours(
    store,
    unsettled.map(({ location }) => location),
    places,
  );
  for (const [index, { found }] of unsettled.entries()) {
    const city = cities[index] ?? null;
    if (city === null || (within.asked !== null && !city.startsWith(within.asked))) continue;
    found.district = { ...found.district, code: city };
    found.cityBy = "neighbours";
  }
  return districts;
}
