import { getDistance } from "geolib";
import { cellToLatLng, polygonToCells } from "h3-js";
import { describe, expect, it } from "vitest";
import type { AmenityKind } from "../../../shared/amenities/amenity.js";
import { dayAsked } from "../../../shared/circle/asked-day.js";
import {
  type CellState,
  type CoverageQuestion,
  cellStateAt,
  coverageOf,
  halfHoursFrom,
  halfHourText,
  plaqueShare,
  sharesAt,
} from "../../../shared/circle/coverage.js";
import { reachMetres, type TravelMode, travelMinutes } from "../../../shared/common/distance.js";
import { beijingDate, beijingDayNumber, type EpochMs } from "../../../shared/common/time.js";
import { maskOf } from "../../../shared/stations/nearest/amenity-mask.js";
import { coreOf } from "../../../shared/stations/nearest/station-core.js";
import { openingAt } from "../../../shared/stations/opening.js";
import type { Station } from "../../../shared/stations/station.js";
import { alwaysOpenHours, beijing, givenAmenity, givenHours, givenStation } from "../../support/given.js";
import { givenTown } from "../../support/given-town.js";
import { seededRandom } from "../../support/seeded-random.js";

const DAY = beijingDayNumber(beijing("2026-12-02T00:00"));

function question(stations: readonly Station[], asked: Partial<CoverageQuestion> = {}): CoverageQuestion {
  return {
    stations: stations.map(coreOf),
    instants: halfHoursFrom(DAY, 1),
    reachMetres: 1_000,
    basis: "posted",
    amenities: maskOf([]),
    ...asked,
  };
}

interface Plain {
  minutes: number;
  travel: TravelMode;
  isPosted: boolean;
  kinds: readonly AmenityKind[];
}

/** Every cell of a box around the town measured to every station, every door asked about every instant. */
function plainly(stations: readonly Station[], instants: readonly EpochMs[], asked: Plain): Map<string, CellState[]> {
  const latitudes = stations.map(({ location }) => location.latitude);
  const longitudes = stations.map(({ location }) => location.longitude);
  const [south, north] = [Math.min(...latitudes) - 0.05, Math.max(...latitudes) + 0.05];
  const [west, east] = [Math.min(...longitudes) - 0.08, Math.max(...longitudes) + 0.08];
  const box: [number, number][] = [
    [south, west],
    [south, east],
    [north, east],
    [north, west],
  ];
  const offering = stations.filter(({ amenities }) =>
    asked.kinds.every((kind) => amenities[kind]?.state === "working"),
  );
  const states = new Map<Station, string[]>(
    offering.map((station) => {
      const door = asked.isPosted ? { ...station, closure: null, reportedClosedUntil: null } : station;
      return [station, instants.map((at) => openingAt(door, at).state)];
    }),
  );
  const found = new Map<string, CellState[]>();
  for (const id of polygonToCells(box, 9)) {
    const [latitude, longitude] = cellToLatLng(id);
    const metresTo = ({ location }: Station) => getDistance({ latitude, longitude }, location);
    if (!stations.some((station) => metresTo(station) <= 2_500)) continue;
    const near = offering.filter((station) => travelMinutes(metresTo(station), asked.travel) <= asked.minutes);
    found.set(
      id,
      instants.map((_, index) => {
        const said = near.map((station) => states.get(station)?.[index]);
        if (said.some((state) => state === "open" || state === "closing_soon")) return "open";
        if (said.includes("unknown")) return "unknown";
        return near.length > 0 ? "shut" : "none";
      }),
    );
  }
  return found;
}

describe("what is covered", () => {
  const plays: [seed: number, count: number, days: number, plain: Plain][] = [
    [1, 12, 1, { minutes: 15, travel: "walk", isPosted: true, kinds: [] }],
    [2, 25, 1, { minutes: 15, travel: "walk", isPosted: false, kinds: [] }],
    [3, 8, 2, { minutes: 7, travel: "walk", isPosted: true, kinds: ["toilet"] }],
    [4, 6, 1, { minutes: 10, travel: "ebike", isPosted: false, kinds: [] }],
  ];

  it.each(plays)(
    "is what measuring every cell to every door gives, in town %i of %i stations",
    (seed, count, days, asked) => {
      const stations = givenTown(count, seededRandom(seed));
      const instants = halfHoursFrom(DAY, days);
      const coverage = coverageOf({
        stations: stations.map(coreOf),
        instants,
        reachMetres: reachMetres(asked.minutes, asked.travel),
        basis: asked.isPosted ? "posted" : "happened",
        amenities: maskOf(asked.kinds),
      });
      const twin = plainly(stations, instants, asked);
      expect(coverage.ids).toEqual([...twin.keys()].sort());
      const states = coverage.ids.map((_, cell) => instants.map((_at, index) => cellStateAt(coverage, cell, index)));
      expect(states).toEqual(coverage.ids.map((id) => twin.get(id)));
      const all = [...twin.values()];
      instants.forEach((_, index) => {
        const share = (state: CellState) => all.filter((cell) => cell[index] === state).length / all.length;
        expect(sharesAt(coverage, index).covered).toBeCloseTo(share("open"), 4);
        expect(sharesAt(coverage, index).unknown).toBeCloseTo(share("unknown"), 4);
      });
    },
  );

  it("never counts 不知道 as open, and says it only where no other door is open", () => {
    const location = { latitude: 34.75, longitude: 113.6 };
    const untold = givenStation({ location, hours: givenHours({ week: Array.from({ length: 7 }, () => "unknown") }) });
    const alone = coverageOf(question([untold]));
    expect(sharesAt(alone, 19)).toEqual({ covered: 0, unknown: plaqueShare(alone) });
    const both = coverageOf(question([untold, givenStation({ location, hours: alwaysOpenHours })]));
    expect(sharesAt(both, 19)).toEqual({ covered: plaqueShare(both), unknown: 0 });
  });

  it("takes only stations where every wanted amenity works, on the same cells", () => {
    const location = { latitude: 34.75, longitude: 113.6 };
    const broken = givenStation({ location, hours: alwaysOpenHours, amenities: { toilet: givenAmenity("broken") } });
    const coverage = coverageOf(question([broken], { amenities: maskOf(["toilet"]) }));
    expect(coverage.ids).toEqual(coverageOf(question([broken])).ids);
    expect(plaqueShare(coverage)).toBe(0);
  });

  it("covers nothing where there is no station", () => {
    const coverage = coverageOf(question([]));
    expect([coverage.ids.length, plaqueShare(coverage), sharesAt(coverage, 0)]).toEqual([
      0,
      0,
      { covered: 0, unknown: 0 },
    ]);
  });
});

it.each(["walk", "ebike"] as const)("reaches exactly as far as the travel time says, by %s", (travel) => {
  for (let minutes = 1; minutes <= 60; minutes++) {
    const reach = reachMetres(minutes, travel);
    expect(travelMinutes(reach, travel)).toBeLessThanOrEqual(minutes);
    expect(travelMinutes(reach + 1, travel)).toBeGreaterThan(minutes);
  }
  expect(reachMetres(15, "walk")).toBe(1_000);
});

describe("the day that is meant", () => {
  const now = beijing("2026-12-31T23:30");
  const day = (asked?: string) => beijingDate(dayAsked(asked, now));

  it("is today, a date as it stands, or the next of its kind", () => {
    expect([day(), day("2026-12-02"), day("weekday"), day("holiday")]).toEqual([
      "2026-12-31",
      "2026-12-02",
      "2026-12-31",
      "2027-01-01",
    ]);
    expect(beijingDate(dayAsked("weekend", beijing("2026-12-02T08:00")))).toBe("2026-12-05");
  });
});

it("names half hours by their beginning", () => {
  expect([0, 9, 19, 47].map(halfHourText)).toEqual(["00:00", "04:30", "09:30", "23:30"]);
});
