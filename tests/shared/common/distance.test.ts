import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  distanceMetres,
  distancesFrom,
  SERVICE_CIRCLE_METRES,
  travelMinutes,
} from "../../../shared/common/distance.js";

const place = fc.record({
  latitude: fc.double({ min: -85, max: 85, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("distance", () => {
  it("measures many as it measures one, to the metre shown", () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        expect(distancesFrom(from)(to.latitude, to.longitude)).toBe(distanceMetres(from, to));
        expect(Number.isInteger(distanceMetres(from, to))).toBe(true);
      }),
    );
  });

  it("is the same both ways, and nothing to where one stands", () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        expect(distanceMetres(from, to)).toBe(distanceMetres(to, from));
        expect(distanceMetres(from, from)).toBe(0);
      }),
    );
  });

  it("is 111,319 metres for a degree of latitude", () => {
    expect(distanceMetres({ latitude: 38, longitude: 106 }, { latitude: 39, longitude: 106 })).toBe(111_319);
  });
});

describe("travel time", () => {
  it.each([
    ["walk", 0, 0],
    ["walk", 1, 1],
    ["walk", 66, 1],
    ["walk", 67, 2],
    ["walk", 200, 3],
    ["walk", 201, 4],
    ["walk", 1_000, 15],
    ["walk", 1_001, 16],
    ["walk", 5_000, 75],
    ["ebike", 0, 0],
    ["ebike", 1, 1],
    ["ebike", 200, 1],
    ["ebike", 201, 2],
    ["ebike", 1_000, 5],
    ["ebike", 1_001, 6],
  ] as const)("by %s, %i metres take %i minutes", (mode, metres, minutes) => {
    expect(travelMinutes(metres, mode)).toBe(minutes);
  });

  it("rounds up at every whole minute of the service circle, whatever floating point makes of a third", () => {
    for (let minutes = 1; minutes <= 1_500; minutes++) {
      const reach = Math.floor((minutes * SERVICE_CIRCLE_METRES) / 15);
      expect(travelMinutes(reach, "walk")).toBe(minutes);
      expect(travelMinutes(reach + 1, "walk")).toBe(minutes + 1);
    }
  });
});
