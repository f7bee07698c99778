import { instantText } from "../../shared/common/instant.js";
import type { EpochMs } from "../../shared/common/time.js";
import { presentItem, presentKept } from "../../shared/stations/present-station.js";
import type { Station } from "../../shared/stations/station.js";
import type { StationDetail } from "../../shared/stations/station-answer.js";
import { type PassFor, presentPhotos } from "../photos/present-photos.js";
import { withoutPastServices } from "./past-days.js";

/**
 * Everything a person may see of a station.
 *
 * @param passFor for its keepers and officers: what opens photos that are not checked yet
 */
export function presentDetail(station: Station, at: EpochMs, passFor: PassFor | null = null): StationDetail {
  return {
    ...presentItem(station, at, at),
    ...presentKept(withoutPastServices(station, at)),
    asOf: instantText(at),
    kind: station.kind,
    host: station.host,
    phone: station.phone,
    areaSquareMetres: station.areaSquareMetres,
    capacity: station.capacity,
    surveyed: station.surveyed,
    sameSiteAs: station.sameSiteAs,
    photos: presentPhotos(station, passFor),
    revision: station.revision,
    isWithdrawn: station.withdrawnAt !== null,
    updatedAt: instantText(station.updatedAt),
  };
}
