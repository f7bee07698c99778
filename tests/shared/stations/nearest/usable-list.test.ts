import { expect, it } from "vitest";
import { distancesFrom, travelMinutes } from "../../../../shared/common/distance.js";
import { MINUTE_MS } from "../../../../shared/common/time.js";
import { findNearestIn, type NearestSearch } from "../../../../shared/stations/nearest/find-nearest.js";
import { coreOf } from "../../../../shared/stations/nearest/station-core.js";
import { StationIndex } from "../../../../shared/stations/nearest/station-index.js";
import { type UsableGroup, usableGroupOf, usableList } from "../../../../shared/stations/nearest/usable-list.js";
import type { Station } from "../../../../shared/stations/station.js";
import { DEFAULT_TRUST_SETTINGS } from "../../../../shared/trust/trust-settings.js";
import { beijing, givenHours, givenStation } from "../../../support/given.js";
import { givenManyStations } from "../../../support/given-many-stations.js";
import { seededRandom } from "../../../support/seeded-random.js";

const HERE = { latitude: 38.474, longitude: 106.289 };
const AT = beijing("2026-11-18T04:20");

function search(changed: Partial<NearestSearch> = {}): NearestSearch {
  return {
    ...{ origin: HERE, limit: 20, amenities: [], availability: "usable", travel: "walk", sort: "best", at: AT },
    allDay: false,
    settings: DEFAULT_TRUST_SETTINGS,
    ...changed,
  };
}

function door(name: string, metres: number, opens: number | "unknown", rest: Partial<Station> = {}): Station {
  const day = opens === "unknown" ? opens : [{ opens: opens * 60, closes: 22 * 60 }];
  return givenStation({
    name,
    location: { ...HERE, latitude: HERE.latitude + metres / 111_319.5 },
    hours: givenHours({ week: Array.from({ length: 7 }, () => day) }),
    ...rest,
  });
}

function namesIn(stations: readonly Station[], changed: Partial<NearestSearch> = {}): (string | undefined)[] {
  const index = new StationIndex(stations.map(coreOf));
  const names = new Map(stations.map(({ id, name }) => [id, name]));
  return findNearestIn(index, search(changed)).map(({ item }) => names.get(index.id(item.row)));
}

it("is open on arrival, then opening soon, then untold, then what is open farther away", () => {
  const stations = [
    door("没人说过", 200, "unknown"),
    door("七点开", 300, 7),
    door("五点开", 1_500, 5),
    door("早开着", 2_900, 0),
    door("远处开着", 3_100, 0),
    door("远处没人说过", 3_200, "unknown"),
    // Beyond reach and open on arrival, at 5:06.
    door("远处五点开", 3_050, 5),
  ];
  expect(namesIn(stations)).toEqual(["早开着", "五点开", "没人说过", "远处五点开", "远处开着"]);
  expect(namesIn(stations, { limit: 2 })).toEqual(["早开着", "五点开"]);
  expect(namesIn(stations, { travel: "ebike", at: beijing("2026-11-18T04:40") })).toEqual([
    "早开着",
    "远处开着",
    "五点开",
    "远处五点开",
    "没人说过",
    "远处没人说过",
  ]);
});

it("names first the door that opens first, though another that opens soon is nearer", () => {
  const at = beijing("2026-11-18T04:10");
  const half = givenHours({ week: Array.from({ length: 7 }, () => [{ opens: 4 * 60 + 20, closes: 600 }]) });
  expect(namesIn([door("五点", 2_000, 5), door("四点二十", 400, 5, { hours: half })], { at })).toEqual([
    "四点二十",
    "五点",
  ]);
});

it("puts doors said to be shut among the open ones, and last where none is open", () => {
  const at = beijing("2026-11-18T10:00");
  const said = door("有人说关着", 100, 6, { reportedClosedUntil: at + 60 * MINUTE_MS });
  const untold = door("没人说过", 200, "unknown");
  expect(namesIn([said, untold], { at })).toEqual(["没人说过", "有人说关着"]);
  expect(namesIn([said, untold, door("开着", 900, 6)], { at })).toEqual(["开着", "有人说关着", "没人说过"]);
  expect(namesIn([said, untold], { at, sort: "distance" })).toEqual(["没人说过"]);
});

it("is what measuring and grouping every station gives", () => {
  const random = seededRandom(20_261_129);
  const stations = givenManyStations(20_000, random);
  const index = new StationIndex(stations.map(coreOf));
  for (let turn = 0; turn < 60; turn++) {
    const near = stations[Math.floor(random() * stations.length)]?.location ?? HERE;
    const asked = search({
      origin: { latitude: near.latitude + (random() - 0.5) * 0.02, longitude: near.longitude },
      travel: turn % 2 === 0 ? "walk" : "ebike",
      sort: turn % 3 === 0 ? "distance" : "best",
      at: beijing(["2026-11-24T10:00", "2026-11-24T04:40", "2026-11-24T21:50"][turn % 3] ?? ""),
    });
    const found = findNearestIn(index, asked).map(({ item, movedBelow }) => [index.id(item.row), movedBelow]);
    expect(found).toEqual(plainly(stations, asked));
  }
});

function plainly(stations: readonly Station[], asked: NearestSearch) {
  const measure = distancesFrom(asked.origin);
  const groups: Record<UsableGroup, Candidate[]> = { open: [], said: [], soon: [], untold: [], far: [] };
  const candidates = stations
    .map((station) => candidateOf(station, measure, asked))
    .filter(({ metres }) => metres <= 500_000)
    .sort((a, b) => a.metres - b.metres || (a.station.id < b.station.id ? -1 : 1));
  const wanted = asked.limit + (asked.sort === "best" ? 20 : 0);
  for (const candidate of candidates) {
    const group = usableGroupOf(candidate, asked);
    if (group !== null && groups[group].length < wanted) groups[group].push(candidate);
  }
  return usableList(groups, asked).map(({ item, movedBelow }) => [item.station.id, movedBelow]);
}

type Candidate = ReturnType<typeof candidateOf>;

function candidateOf(station: Station, measure: ReturnType<typeof distancesFrom>, { travel, at }: NearestSearch) {
  const metres = measure(station.location.latitude, station.location.longitude);
  const minutes = travelMinutes(metres, travel);
  return { station, metres, minutes, arrivesAt: at + minutes * MINUTE_MS };
}
