import { AMENITY_KINDS } from "../../shared/amenities/amenity.js";
import { keys } from "./keys.js";

/** The keys that the scripts which change stations take, in their order. */
export const CHANGED_KEYS = [
  keys.stationDocuments,
  keys.stationRevisions,
  keys.stationLocations,
  keys.stationCodes,
  keys.stationNames,
  keys.stationListing,
  keys.districtCounts,
  keys.districtMiddles,
  keys.audit,
  keys.photosWaiting,
  keys.stationAreas,
  keys.areaCores(""),
  keys.stationChanges,
];
/** ARGV[1] of those scripts. */
export const AMENITY_KEY_PREFIX = keys.stationsWithAmenity(AMENITY_KINDS[0]).slice(0, -AMENITY_KINDS[0].length);
