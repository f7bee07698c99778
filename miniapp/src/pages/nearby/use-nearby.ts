import { useMemo } from "react";
import { type Loadable, useLoadable } from "../../http/use-loadable";
import type { Origin } from "../../location/origin";
import { useSettings } from "../../settings/settings";
import { loadNearby, type NearbyFilters, type NearbyView } from "./nearby-query";

/** The stations around an origin, asked again whenever the place, a chip or the way of travelling changes. */
export function useNearby(origin: Origin | null, filters: NearbyFilters): [Loadable<NearbyView>, () => Promise<void>] {
  const { travel } = useSettings();
  return useLoadable(
    useMemo(() => (origin ? () => loadNearby(origin, filters, travel) : null), [origin, filters, travel]),
  );
}
