import { cellToChildren, cellToParent } from "h3-js";
import { describe, expect, it } from "vitest";
import {
  demandCellOf,
  hourOfWeek,
  LEAST_PEOPLE,
  partCounts,
  placeOfText,
  placeText,
} from "../../../shared/demand/demand-cell.js";
import { type UnmetSearch, unmetReasons } from "../../../shared/demand/unmet.js";
import { coreOf } from "../../../shared/stations/nearest/station-core.js";
import { StationIndex } from "../../../shared/stations/nearest/station-index.js";
import type { Station } from "../../../shared/stations/station.js";
import { beijing, givenAmenity, givenHours, givenStation } from "../../support/given.js";

const HERE = { latitude: 34.75, longitude: 113.6 };
/** About 640 m to the east, and 4.6 km. */
const NEAR = { latitude: 34.75, longitude: 113.607 };
const FAR = { latitude: 34.75, longitude: 113.65 };
const NEXT_PROVINCE = { latitude: 36.5, longitude: 113.6 };

function reasons(stations: readonly Station[], asked: Partial<UnmetSearch> = {}) {
  const search: UnmetSearch = {
    origin: HERE,
    amenities: [],
    travel: "walk",
    at: beijing("2026-12-02T10:00"),
    ...asked,
  };
  return unmetReasons(new StationIndex(stations.map(coreOf)), search);
}

describe("what a search lacked", () => {
  const unknown = givenHours({ week: Array.from({ length: 7 }, () => "unknown" as const) });
  const day = givenHours({ week: Array.from({ length: 7 }, () => [{ opens: 480, closes: 1_200 }]) });

  it("is nothing where a door is open on arrival within 15 minutes", () => {
    expect(reasons([givenStation({ location: NEAR, hours: day })])).toEqual([]);
  });

  it("is a station where none is within 15 minutes, farther by e-bike than on foot", () => {
    const far = [givenStation({ location: { latitude: 34.75, longitude: 113.622 }, hours: day })];
    expect(reasons(far)).toEqual(["none_near"]);
    expect(reasons(far, { travel: "ebike" })).toEqual([]);
    expect(reasons([givenStation({ location: FAR, hours: day })], { travel: "ebike" })).toEqual(["none_near"]);
  });

  it("is an open one where those within reach are shut, closed or unknown", () => {
    const at = beijing("2026-12-02T19:55");
    expect(reasons([givenStation({ location: NEAR, hours: day })], { at })).toEqual(["none_open"]);
    expect(reasons([givenStation({ location: NEAR, hours: unknown })])).toEqual(["none_open"]);
    const closure = { from: beijing("2026-12-02T09:00"), until: null, reason: null };
    expect(reasons([givenStation({ location: NEAR, hours: day, closure })])).toEqual(["none_open"]);
  });

  it("is each amenity that works nowhere within reach, before it is an open door", () => {
    const one = givenStation({ location: NEAR, hours: day, amenities: { microwave: givenAmenity("working") } });
    const other = givenStation({ location: FAR, hours: day, amenities: { toilet: givenAmenity("working") } });
    const at = beijing("2026-12-02T23:00");
    expect(reasons([one, other], { amenities: ["microwave"] })).toEqual([]);
    expect(reasons([one, other], { amenities: ["microwave", "toilet"], at })).toEqual(["without:toilet"]);
    expect(reasons([one, other], { amenities: ["microwave"], at })).toEqual(["none_open"]);
  });

  it("is nothing of ours where the nearest station is in another place", () => {
    expect(reasons([givenStation({ location: FAR })], { origin: NEXT_PROVINCE })).toEqual([]);
    expect(reasons([])).toEqual([]);
  });
});

describe("counts of a day", () => {
  const cell = demandCellOf(HERE);
  const sibling = cellToChildren(cellToParent(cell, 7), 8).find((one) => one !== cell) ?? "";

  it("are by the hour of the week in Beijing", () => {
    expect(hourOfWeek(beijing("2026-11-30T00:00"))).toBe(0);
    expect(hourOfWeek(beijing("2026-12-06T23:59"))).toBe(167);
  });

  it("stand alone from ten people, and below that under the parent cell, by hour and reason", () => {
    const place = { cell, hour: 20, reason: "none_open" } as const;
    const beside = { ...place, cell: sibling };
    const enough = { ...place, people: LEAST_PEOPLE };
    expect(partCounts([enough])).toEqual({ shown: [enough], merged: [] });
    const few = [
      { ...place, people: 9 },
      { ...beside, people: 9 },
      { ...place, hour: 21, people: 9 },
    ];
    const { shown, merged } = partCounts(few);
    expect(shown).toEqual([]);
    expect(merged.map(({ into, of }) => [into.hour, of.length])).toEqual([
      [20, 2],
      [21, 1],
    ]);
  });

  it("are written so that they can be read again, and nothing else is", () => {
    const place = { cell, hour: 20, reason: "without:toilet" } as const;
    expect(placeOfText(placeText(place))).toEqual(place);
    expect(() => placeOfText(cell)).toThrow("no place of demand");
  });
});
