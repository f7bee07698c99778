import type { AmenityKind } from "../../../../../shared/amenities/amenity";
import type { TravelMode } from "../../../../../shared/common/distance";
import type { ApiMap } from "../../../../../shared/contract/api-map";
import { LONGEST_NEAREST_LIST } from "../../../../../shared/stations/nearest/list-length";
import type { MeasuredFrom, Origin } from "../origin/origin";

/** What the person asked for with the chips. */
export interface NearbyFilters {
  /** 现在能用: open on arrival or soon after, and those whose hours nobody has told us last. */
  openOnly: boolean;
  /** 24 小时. */
  allDay: boolean;
  amenities: readonly AmenityKind[];
}

export const FIRST_FILTERS: NearbyFilters = { openOnly: true, allDay: false, amenities: [] };

/** How long the list is at first, and each time somebody has come to its end: the last is the most the server gives. */
const LIST_LENGTHS = [20, 60, 120, LONGEST_NEAREST_LIST] as const;

/** What is asked: from where, for what, and how long a list. */
export interface NearbyQuestion {
  origin: Origin;
  filters: NearbyFilters;
  travel: TravelMode;
  length: number;
}

export const FIRST_LENGTH: number = LIST_LENGTHS[0];

/** The next longer list; the longest stays. */
export function longerThan(length: number): number {
  return LIST_LENGTHS.find((longer) => longer > length) ?? length;
}

/** What one question asks for; it is answered nearest first, or in the order of what can be used. */
export interface Ask {
  availability: "usable" | "any";
  amenities: readonly AmenityKind[];
  allDay: boolean;
}

export function isSifting(filters: NearbyFilters): boolean {
  return filters.allDay || filters.amenities.length > 0;
}

/** A question as the server is asked it. The same question is the same text as JSON. */
export function nearestInput(
  origin: MeasuredFrom,
  { availability, amenities, allDay }: Ask,
  travel: TravelMode,
  length: number,
): ApiMap["GET /stations/nearest"]["input"] {
  return {
    latitude: origin.point.latitude,
    longitude: origin.point.longitude,
    datum: origin.source === "position" ? origin.datum : "gcj02",
    limit: length,
    amenities: amenities.length > 0 ? amenities.join(",") : undefined,
    availability,
    allDay: allDay || undefined,
    travel,
    sort: "best",
  };
}
