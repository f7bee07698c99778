import { describe, expect, it } from "vitest";
import { AMENITY_KINDS } from "../../../../shared/amenities/amenity.js";
import { distancesFrom, travelMinutes } from "../../../../shared/common/distance.js";
import type { MapPoint } from "../../../../shared/common/place.js";
import { MINUTE_MS } from "../../../../shared/common/time.js";
import {
  findNearestIn,
  type NearestSearch,
  usableAmenities,
  wantedOf,
} from "../../../../shared/stations/nearest/find-nearest.js";
import { isSaidToBeShut, placeByTrust } from "../../../../shared/stations/nearest/place-by-trust.js";
import { coreOf } from "../../../../shared/stations/nearest/station-core.js";
import { StationIndex } from "../../../../shared/stations/nearest/station-index.js";
import { isWithinReach, usabilityOf } from "../../../../shared/stations/nearest/usability.js";
import { openingAt, opensForArrival } from "../../../../shared/stations/opening.js";
import { alwaysOpen } from "../../../../shared/stations/posted-hours.js";
import type { Station } from "../../../../shared/stations/station.js";
import { DEFAULT_TRUST_SETTINGS } from "../../../../shared/trust/trust-settings.js";
import { beijing, givenAmenity, givenStation } from "../../../support/given.js";
import { givenManyStations } from "../../../support/given-many-stations.js";
import { seededRandom } from "../../../support/seeded-random.js";

const TIMES = ["2026-11-24T10:00", "2026-11-24T19:50", "2026-11-24T23:30", "2026-10-01T12:10"].map(beijing);

function givenSearch(origin: MapPoint, search: Partial<NearestSearch> = {}): NearestSearch {
  return {
    origin,
    limit: 10,
    amenities: [],
    availability: "any",
    allDay: false,
    travel: "walk",
    sort: "distance",
    at: beijing("2026-11-24T10:00"),
    settings: DEFAULT_TRUST_SETTINGS,
    ...search,
  };
}

/** Every station measured, sorted and judged from its document, in the plainest way. `stations` by id. */
function plainly(stations: readonly Station[], search: NearestSearch): [id: string, metres: number, moved: unknown][] {
  const keys = new Float64Array(stations.length);
  const measure = distancesFrom(search.origin);
  stations.forEach(({ location }, index) => {
    keys[index] = measure(location.latitude, location.longitude) * 2 ** 20 + index;
  });
  keys.sort();
  const wanted = wantedOf(search);
  const found = { open: [] as Candidate[], said: [] as Candidate[], unknown: [] as Candidate[] };
  for (const key of keys) {
    const metres = Math.floor(key / 2 ** 20);
    const station = stations[key % 2 ** 20];
    const isFull = found.open.length >= wanted && metres > (found.open[wanted - 1]?.metres ?? 0);
    if (metres > 500_000 || station === undefined || isFull) break;
    if (!search.amenities.every((kind) => station.amenities[kind]?.state === "working")) continue;
    if (search.allDay && !alwaysOpen(station.hours)) continue;
    const minutes = travelMinutes(metres, search.travel);
    const candidate = { station, metres, minutes, arrivesAt: search.at + minutes * MINUTE_MS };
    const isOpen = search.availability === "any" || opensForArrival(station, search.at, candidate.arrivesAt);
    if (isOpen) found.open.push(candidate);
    else if (isOpen === null) found.unknown.push(candidate);
    else if (search.sort === "best" && isSaidToBeShut(station, search.at, candidate.arrivesAt))
      found.said.push(candidate);
  }
  const open = found.open.slice(0, wanted);
  const near = [...open, ...found.said.slice(0, wanted)].sort(
    (a, b) => a.metres - b.metres || (a.station.id < b.station.id ? -1 : 1),
  );
  const all = [...near, ...found.unknown];
  const placed = search.sort === "best" ? placeByTrust(all, search) : all.map((item) => ({ item, movedBelow: null }));
  return placed.slice(0, search.limit).map(({ item, movedBelow }) => [item.station.id, item.metres, movedBelow]);
}

interface Candidate {
  station: Station;
  metres: number;
  minutes: number;
  arrivesAt: number;
}

function byIndex(index: StationIndex, search: NearestSearch): [id: string, metres: number, moved: unknown][] {
  return findNearestIn(index, search).map(({ item, movedBelow }) => [index.id(item.row), item.metres, movedBelow]);
}

describe("the index of stations", () => {
  it("answers as measuring, filtering and ranking every one of 200,000 stations does", () => {
    const random = seededRandom(20_261_122);
    const stations = givenManyStations(200_000, random);
    const index = new StationIndex(stations.map(coreOf));
    expect(index.size).toBe(200_000);
    const one = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
    for (let i = 0; i < 120; i++) {
      const near = stations[Math.floor(random() * stations.length)]?.location ?? { latitude: 38, longitude: 106 };
      const spread = one([0, 0.01, 0.5, 8]) ?? 0;
      const origin = {
        latitude: near.latitude + (random() - 0.5) * spread,
        longitude: near.longitude + (random() - 0.5) * spread,
      };
      const search = givenSearch(origin, {
        limit: one([1, 10, 20, 50]),
        amenities: AMENITY_KINDS.filter(() => random() < (one([0, 0.03, 0.1]) ?? 0)),
        availability: one(["any", "open"] as const),
        travel: one(["walk", "ebike"] as const),
        sort: one(["distance", "best"] as const),
        allDay: random() < 0.3,
        at: one(TIMES),
      });
      expect(byIndex(index, search), JSON.stringify(search)).toEqual(plainly(stations, search));
    }
  }, 180_000);

  it("knows what works within reach as somebody who looks at every station does", () => {
    const random = seededRandom(14);
    const stations = givenManyStations(5_000, random);
    const index = new StationIndex(stations.slice(200).map(coreOf));
    for (const late of stations.slice(0, 200)) index.put(coreOf(late));
    for (const { id } of stations.slice(300, 400)) index.remove(id);
    const known = stations.filter((_, place) => place < 300 || place >= 400);
    let found = 0;
    for (let i = 0; i < 60; i++) {
      const origin = stations[Math.floor(random() * stations.length)]?.location ?? { latitude: 38, longitude: 106 };
      const search = givenSearch(origin, {
        travel: random() < 0.5 ? "walk" : "ebike",
        at: TIMES[i % TIMES.length],
        availability: "usable",
      });
      const measure = distancesFrom(origin);
      const usable = known.filter((station) => {
        const metres = measure(station.location.latitude, station.location.longitude);
        if (!isWithinReach(metres, search.travel)) return false;
        const arrivesAt = search.at + travelMinutes(metres, search.travel) * MINUTE_MS;
        return usabilityOf(openingAt(station, search.at, arrivesAt), arrivesAt) !== "shut";
      });
      const expected = AMENITY_KINDS.filter((kind) =>
        usable.some(({ amenities }) => amenities[kind]?.state === "working"),
      );
      expect(usableAmenities(index, search), JSON.stringify(search)).toEqual(expected);
      found += expected.length;
    }
    expect(found).toBeGreaterThan(60);
  });

  it("goes on answering so while stations change, move, come and go", () => {
    const random = seededRandom(7);
    const stations = new Map(givenManyStations(3_000, random).map((station) => [station.id, station]));
    const others = givenManyStations(3_000, random);
    const index = new StationIndex([...stations.values()].map(coreOf));
    others.forEach((other, place) => {
      const turn = place % 4;
      const { id } = other;
      const before = stations.get(id) ?? other;
      if (turn === 0) stations.delete(id);
      else stations.set(id, turn === 1 ? { ...other, location: before.location } : turn === 2 ? other : before);
      const after = stations.get(id);
      if (after) index.put(coreOf(after));
      else index.remove(id);
    });
    for (const newcomer of givenManyStations(100, random)) {
      const station = { ...newcomer, id: newcomer.id.replace("many", "new") };
      stations.set(station.id, station);
      index.put(coreOf(station));
    }
    const known = [...stations.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(index.size).toBe(known.length);
    const cores = [...index.cores()];
    for (const rebuilt of [index, new StationIndex(cores), StationIndex.ofRows(cores)]) {
      for (let i = 0; i < 60; i++) {
        const origin = known[Math.floor(random() * known.length)]?.location ?? { latitude: 38, longitude: 106 };
        const search = givenSearch(origin, { availability: i % 2 ? "open" : "any", sort: i % 3 ? "best" : "distance" });
        expect(byIndex(rebuilt, search)).toEqual(plainly(known, search));
      }
    }
  });

  it("says when so much was added that it should be made anew", () => {
    const index = new StationIndex(givenManyStations(50, seededRandom(1)).map(coreOf));
    for (const station of givenManyStations(600, seededRandom(2))) {
      index.put(coreOf({ ...station, id: `${station.id}_late` }));
    }
    expect(index.isWornOut).toBe(true);
  });

  it("finds nothing in nothing, and nothing from nowhere", () => {
    const here = { latitude: 38.474, longitude: 106.289 };
    expect(findNearestIn(new StationIndex([]), givenSearch(here))).toEqual([]);
    const one = new StationIndex([coreOf(givenStation({ location: here }))]);
    expect(findNearestIn(one, givenSearch({ latitude: Number.NaN, longitude: 106 }))).toEqual([]);
    expect(findNearestIn(one, givenSearch({ latitude: 38.4, longitude: Number.POSITIVE_INFINITY }))).toEqual([]);
    expect(findNearestIn(one, givenSearch(here))).toHaveLength(1);
  });

  it("leaves out a station whose position is no number", () => {
    const lost = givenStation({ location: { latitude: Number.NaN, longitude: 106 } });
    const index = new StationIndex([coreOf(lost), coreOf(givenStation())]);
    index.put(coreOf(lost));
    expect([index.size, index.has(lost.id)]).toEqual([1, false]);
    index.put(coreOf({ ...lost, location: { latitude: 38, longitude: 106 } }));
    expect([index.size, index.has(lost.id)]).toEqual([2, true]);
  });

  it("finds stations across the date line and beside a pole", () => {
    const places = [
      { latitude: 10, longitude: 179.999 },
      { latitude: 10, longitude: -179.998 },
      { latitude: 89.9, longitude: 0 },
      { latitude: 89.9, longitude: 180 },
    ];
    const stations = places.map((location) => givenStation({ location }));
    const index = new StationIndex(stations.map(coreOf));
    for (const location of places) {
      const search = givenSearch({ ...location, longitude: -location.longitude });
      expect(byIndex(index, search)).toEqual(plainly(stations, search));
      expect(byIndex(index, search).length).toBeGreaterThan(1);
    }
  });

  it("finds by amenities of both ends of the list of kinds", () => {
    const [first, last] = [AMENITY_KINDS[0], AMENITY_KINDS.at(-1) ?? AMENITY_KINDS[0]];
    const both = givenStation({ amenities: { [first]: givenAmenity(), [last]: givenAmenity() } });
    const index = new StationIndex([coreOf(both), coreOf(givenStation({ amenities: { [first]: givenAmenity() } }))]);
    const search = givenSearch(both.location, { amenities: [first, last] });
    expect(byIndex(index, search).map(([id]) => id)).toEqual([both.id]);
  });
});
