import { useEffect, useState } from "react";
import type { AmenityKind } from "../../../../../shared/amenities/amenity";
import { offeredAmenities } from "../amenity-words";
import { isSifting, type NearbyFilters } from "./nearby-question";
import type { Nearby } from "./use-nearby";

/** What some station within reach has, most common first: as the list without such chips said last. */
export function useOffered({ view }: Nearby, filters: NearbyFilters): readonly AmenityKind[] {
  const [offered, setOffered] = useState<readonly AmenityKind[]>([]);
  const list = view.status === "ready" && !isSifting(filters) ? view.value : null;
  // What the phone itself finds is another list each time, of the same stations.
  const { stations = null, within = null } = list ?? {};
  useEffect(() => {
    if (stations !== null) setOffered(offeredAmenities(stations, within ?? []));
  }, [stations, within]);
  return offered;
}
