import Flatbush from "flatbush";
import { around } from "geoflatbush";
import { distanceMetres } from "../../../shared/common/distance.js";
import type { MapPoint } from "../../../shared/common/place.js";
import type { Slices } from "../../../shared/common/slices.js";
import { keyLikeness, nameKey } from "../../../shared/stations/import/name-likeness.js";

/** Two plaques this close together, with names this alike, are probably on one door. */
export const NEAR_METRES = 60;
const ALIKE = 0.6;
/** Closer than this they are, whatever they are called. */
const SAME_DOOR_METRES = 15;
/** More neighbours mean that a list gives many stations one point; to compare all with all would never end. */
const MOST_NEIGHBOURS = 20;

export interface NamedPlace {
  name: string;
  location: MapPoint;
}

export interface NearDuplicate<A extends NamedPlace, B extends NamedPlace> {
  place: A;
  other: B;
  metres: number;
}

/** Pairs of a list that probably share a door, each pair once, the later place first; of many on one spot, some. */
export function* nearDuplicatesAmong<P extends NamedPlace>(places: readonly P[]): Slices<NearDuplicate<P, P>[]> {
  if (places.length < 2) return [];
  const index = new Flatbush(places.length);
  for (const { location } of places) index.add(location.longitude, location.latitude);
  index.finish();
  const pairs: NearDuplicate<P, P>[] = [];
  for (const [position, place] of places.entries()) {
    const { longitude, latitude } = place.location;
    // A little further than asked: the index measures on another sphere.
    const kilometres = (NEAR_METRES * 1.01) / 1_000;
    const earlier = around(index, longitude, latitude, MOST_NEIGHBOURS, kilometres, (other) => other < position);
    const others = earlier.sort((a, b) => a - b).flatMap((other) => places[other] ?? []);
    pairs.push(...nearDuplicatesOf(place, others));
    yield;
  }
  return pairs;
}

/** Those of some places that probably share a door with one. */
export function nearDuplicatesOf<A extends NamedPlace, B extends NamedPlace>(
  place: A,
  others: readonly B[],
): NearDuplicate<A, B>[] {
  const key = nameKey(place.name);
  return others
    .map((other) => ({ place, other, metres: distanceMetres(place.location, other.location) }))
    .filter(
      ({ other, metres }) =>
        metres <= SAME_DOOR_METRES || (metres <= NEAR_METRES && keyLikeness(key, nameKey(other.name)) >= ALIKE),
    );
}
