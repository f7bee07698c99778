import { distanceMetres } from "../common/distance.js";
import { groupBy } from "../common/group-by.js";
import type { MapPoint } from "../common/place.js";
import type { DemandItem } from "../demand/demand-answer.js";
import type { UnmetPlace } from "./board-answer.js";

/** Where most people found nothing, one line for each reason at a place, with the hour at which most searched. */
export function worstPlaces(
  items: readonly DemandItem[],
  stations: readonly { name: string; location: MapPoint }[],
  most: number,
): UnmetPlace[] {
  const byPlace = groupBy(items, ({ cell, reason, amenity }) => [cell, reason, amenity].join(" "));
  return [...byPlace.values()]
    .flatMap((same) => {
      const [worst] = same.toSorted((a, b) => b.people - a.people);
      return worst === undefined ? [] : [{ worst, people: same.reduce((sum, { people }) => sum + people, 0) }];
    })
    .sort((a, b) => b.people - a.people || (a.worst.cell < b.worst.cell ? -1 : 1))
    .slice(0, most)
    .map(({ worst: { cell, middle, reason, amenity, weekday, hour }, people }) => {
      return { cell, middle, reason, amenity, people, weekday, hour, nearest: nearestTo(middle, stations) };
    });
}

function nearestTo(point: MapPoint, stations: readonly { name: string; location: MapPoint }[]): UnmetPlace["nearest"] {
  let nearest: UnmetPlace["nearest"] = null;
  for (const { name, location } of stations) {
    const metres = Math.round(distanceMetres(point, location));
    if (nearest === null || metres < nearest.metres) nearest = { name, metres };
  }
  return nearest;
}
