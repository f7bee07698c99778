import type { NearestItem } from "../../../../../shared/stations/station-answer";
import { toldDoors } from "../../trust/told-doors";
import type { NearbyView } from "./nearby-view";

/**
 * What the person said is shut is shut for them: it goes last, and the next door comes first.
 *
 * @param _turn how often somebody has looked on: which doors were told of is asked anew
 */
export function toldLast(view: NearbyView, _turn: number): NearbyView {
  const told = toldDoors();
  const { closedNearby } = view;
  const passed = [closedNearby?.nearest, closedNearby?.opensFirst].filter(
    (station): station is NearestItem => station != null && told.has(station.id),
  );
  const known = view.stations.filter(({ id }) => !passed.some((station) => station.id === id));
  return {
    ...view,
    stations: [...known.filter(({ id }) => !told.has(id)), ...known.filter(({ id }) => told.has(id)), ...passed],
    closedNearby: closedNearby && {
      nearest: untold(closedNearby.nearest, told),
      opensFirst: untold(closedNearby.opensFirst, told),
    },
  };
}

function untold(station: NearestItem | null, told: ReadonlySet<string>): NearestItem | null {
  return station !== null && told.has(station.id) ? null : station;
}
