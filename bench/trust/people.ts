import type { TravelMode } from "../../shared/common/distance.js";
import type { MapPoint } from "../../shared/common/place.js";
import { DAY_MS, type EpochMs, MINUTE_MS } from "../../shared/common/time.js";
import type { Random } from "../made-up-stations.js";
import { CITY, type CityStation, monthStartsAt, type Place, pointAt } from "./city.js";

/** Somebody who looks for a station, and goes to the one put first. */
export interface Person {
  asksAt: EpochMs;
  place: Place;
  point: MapPoint;
  travel: TravelMode;
  /** Taps 门关着? when the door is shut, at the door. */
  reports: boolean;
}

/** Everybody of the month, by the time they ask: so many around each station on each day, while its hours say open. */
export function madeUpPeople(stations: readonly CityStation[], random: Random): Person[] {
  const people: Person[] = [];
  for (const { known, place } of stations) {
    for (let day = 0; day < CITY.days; day++) {
      const spans = known.hours.week[day % 7];
      const open = spans === "unknown" ? undefined : spans?.[0];
      if (open === undefined) continue;
      const midnight = monthStartsAt() + day * DAY_MS;
      for (let arrival = 0; arrival < CITY.arrivalsPerStationDay; arrival++) {
        const asksAt = midnight + (open.opens + random() * (open.closes - open.opens)) * MINUTE_MS;
        people.push(madeUpPerson(asksAt, place, random));
      }
    }
  }
  return people.sort((a, b) => a.asksAt - b.asksAt);
}

function madeUpPerson(asksAt: EpochMs, around: Place, random: Random): Person {
  const metres = CITY.catchmentMetres * Math.sqrt(random());
  const angle = 2 * Math.PI * random();
  const place = { east: around.east + metres * Math.cos(angle), north: around.north + metres * Math.sin(angle) };
  return {
    asksAt,
    place,
    point: pointAt(place),
    travel: random() < CITY.ebikeShare ? "ebike" : "walk",
    reports: random() < CITY.reportShare,
  };
}
