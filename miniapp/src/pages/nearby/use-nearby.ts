import { useMemo } from "react";
import { type Loadable, useLoadable } from "../../http/use-loadable";
import type { Origin } from "../../location/origin";
import { useSettings } from "../../settings/settings";
import { fromPacks, loadNearby, type NearbyFilters, type NearbyView } from "./nearby-query";

/**
 * The stations around an origin, asked again whenever the place, a chip or the way of travelling changes. What the phone
 * itself keeps stands there until the server has answered.
 */
export function useNearby(origin: Origin | null, filters: NearbyFilters): [Loadable<NearbyView>, () => Promise<void>] {
  const { travel } = useSettings();
  const [asked, reload] = useLoadable(
    useMemo(() => (origin ? () => loadNearby(origin, filters, travel) : null), [origin, filters, travel]),
  );
  const atOnce = useMemo(() => (origin ? fromPacks(origin, filters, travel) : null), [origin, filters, travel]);
  const isWaiting = asked.status === "loading" && atOnce !== null;
  return [isWaiting ? { status: "ready", value: { ...atOnce, rememberedFrom: null } } : asked, reload];
}
