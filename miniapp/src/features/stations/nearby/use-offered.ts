import { useEffect, useState } from "react";
import type { AmenityKind } from "../../../../../shared/amenities/amenity";
import { offeredAmenities } from "../amenity-words";
import type { NearbyFilters } from "./nearby-query";
import { isSifting } from "./nearby-view";
import type { Nearby } from "./use-nearby";

/** What some station within reach has, most common first: as the list without such chips said last. */
export function useOffered({ view }: Nearby, filters: NearbyFilters): readonly AmenityKind[] {
  const [offered, setOffered] = useState<readonly AmenityKind[]>([]);
  const stations = view.status === "ready" && !isSifting(filters) ? view.value.stations : null;
  useEffect(() => {
    if (stations !== null) setOffered(offeredAmenities(stations));
  }, [stations]);
  return offered;
}
