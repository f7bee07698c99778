import type { AmenityKind } from "../amenities/amenity.js";
import { reachMetres, SERVICE_CIRCLE_MINUTES } from "../common/distance.js";
import { maskOf } from "../stations/nearest/amenity-mask.js";
import { judgeOf, type NearestSearch } from "../stations/nearest/find-nearest.js";
import type { RowSearch } from "../stations/nearest/nearest-rows.js";
import type { StationIndex } from "../stations/nearest/station-index.js";
import { AROUND_HERE_METRES } from "../stations/nearest/usability.js";

/**
 * What a search lacked within 15 minutes: any station, an open one, or one where a certain amenity works. 不知道 is not open.
 */
export type UnmetReason = "none_near" | "none_open" | `without:${AmenityKind}`;

export type UnmetSearch = Pick<NearestSearch, "origin" | "amenities" | "travel" | "at">;

/**
 * What a person who searched here and now did not find within 15 minutes of travel; empty where they found it, and where
 * the nearest station is so far away that this is not a place of ours at all.
 */
export function unmetReasons(index: StationIndex, search: UnmetSearch): UnmetReason[] {
  const reach = reachMetres(SERVICE_CIRCLE_MINUTES, search.travel);
  const isThere = (
    amenities: readonly AmenityKind[],
    accepts: RowSearch["accepts"] = null,
    withinMetres: number = reach,
  ): boolean => {
    const { origin } = search;
    return index.nearest({ origin, count: 1, amenities: maskOf(amenities), withinMetres, accepts }).rows.length > 0;
  };
  if (!isThere([])) return isThere([], null, AROUND_HERE_METRES) ? ["none_near"] : [];
  const lacking = search.amenities.filter((kind) => !isThere([kind]));
  if (lacking.length > 0) return lacking.map((kind) => `without:${kind}` as const);
  const judge = judgeOf(index, search);
  return isThere(search.amenities, (row, metres) => judge(row, metres) === true) ? [] : ["none_open"];
}
