import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceMetres } from "../../../shared/common/distance.js";
import { toGcj02, toWgs84 } from "../../../shared/common/place.js";

const inChina = fc.record({
  latitude: fc.double({ min: 22, max: 45, noNaN: true }),
  longitude: fc.double({ min: 85, max: 120, noNaN: true }),
});

describe("coordinates given in another datum", () => {
  it("WGS-84 moves some hundred metres in Zhengzhou, to where the map shows the railway station", () => {
    const gcj02 = toGcj02({ latitude: 34.7466, longitude: 113.6583 }, "wgs84");
    expect(gcj02.latitude).toBeCloseTo(34.7455, 3);
    expect(gcj02.longitude).toBeCloseTo(113.6644, 3);
  });

  it("BD-09 moves by Baidu's own offset", () => {
    const gcj02 = toGcj02({ latitude: 38.48, longitude: 106.2955 }, "bd09");
    expect(distanceMetres(gcj02, { latitude: 38.474, longitude: 106.289 })).toBeLessThan(20);
  });

  it("GCJ-02 stays as it is, and is a copy", () => {
    const point = { latitude: 38.474, longitude: 106.289 };
    expect(toGcj02(point, "gcj02")).toEqual(point);
    expect(toGcj02(point, "gcj02")).not.toBe(point);
  });

  it.each([
    ["Tokyo", 35.6812, 139.7671],
    ["New York", 40.7128, -74.006],
    ["the equator", 0, 0],
  ])("WGS-84 stays as it is in %s, where GCJ-02 does not exist", (_, latitude, longitude) => {
    expect(toGcj02({ latitude, longitude }, "wgs84")).toEqual({ latitude, longitude });
    expect(toWgs84({ latitude, longitude })).toEqual({ latitude, longitude });
  });

  it("comes back within a metre", () => {
    fc.assert(
      fc.property(inChina, (point) => {
        const moved = toGcj02(point, "wgs84");
        expect(distanceMetres(moved, point)).toBeGreaterThan(50);
        expect(distanceMetres(toWgs84(moved), point)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
