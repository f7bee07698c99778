import { describe, expect, it } from "vitest";
import type { Check } from "../../../shared/checks/check.js";
import { checkGroups, checksBehind, openDoorRates } from "../../../shared/checks/check-figures.js";
import { drawSample } from "../../../shared/checks/draw-sample.js";
import { shareOf } from "../../../shared/checks/wilson.js";
import { beijing } from "../../support/given.js";

describe("a share with Wilson's interval", () => {
  // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29, by method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i lies between %f and %f", (found, of, low, high) => {
    const share = shareOf(found, of);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  it("is none where nothing was counted", () => {
    expect(shareOf(0, 0)).toEqual({ of: 0, found: 0, share: null, low: null, high: null });
  });
});

describe("a sample of doors", () => {
  const stations = Array.from({ length: 50 }, (_, index) => ({
    id: `st_${String(index).padStart(2, "0")}`,
    // One district has nine stations in ten.
    districtCode: index < 45 ? "410102" : "410103",
  }));
  const dates = ["2026-12-01", "2026-12-02", "2026-12-03"];
  const hours = [9, 12, 15, 18];
  const draw = (seed: number, size = 40) => drawSample({ stations, dates, hours, size, seed });

  it("is the same for the same seed, in whatever order the stations come", () => {
    const turned = drawSample({ stations: [...stations].reverse(), dates, hours, size: 40, seed: 7 });
    expect(turned).toEqual(draw(7));
    expect(draw(8)).not.toEqual(draw(7));
  });

  it("has every district and hour alike", () => {
    const counts = new Map<string, number>();
    for (const { districtCode, hour } of draw(7)) {
      const cell = `${districtCode} ${hour}`;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 8 }, () => 5));
  });

  it("comes to a station again only when its district has come through", () => {
    const large = draw(7).filter(({ districtCode }) => districtCode === "410102");
    expect(new Set(large.map(({ id }) => id)).size).toBe(large.length);
    const small = draw(7).filter(({ districtCode }) => districtCode === "410103");
    expect(new Set(small.map(({ id }) => id)).size).toBe(5);
  });

  it("is empty where there is nothing to draw from", () => {
    expect(drawSample({ stations: [], dates, hours, size: 3, seed: 1 })).toEqual([]);
  });
});

describe("the rates", () => {
  const check = (
    given: Partial<Check["said"]> & { door?: "open" | "shut"; at?: string; district?: string },
  ): Check => ({
    id: "ck_00000001",
    roundId: "cr_00000001",
    stationId: "st_a",
    districtCode: given.district ?? "410102",
    at: beijing(given.at ?? "2026-12-01T10:00"),
    by: "us_someone1",
    found: { door: given.door ?? "open", works: {} },
    said: { posted: given.posted ?? "open", answered: given.answered ?? "open", amenities: {} },
  });

  it("are of the doors that were said to be open, and of no others", () => {
    const checks = [
      check({}),
      check({ door: "shut" }),
      check({ door: "shut", answered: "closed" }),
      check({ posted: "unknown", answered: "unknown" }),
    ];
    const rates = openDoorRates(checks);
    expect([rates.posted.found, rates.posted.of]).toEqual([1, 3]);
    expect([rates.answered.found, rates.answered.of]).toEqual([1, 2]);
    expect(checksBehind(checks, "posted")).toEqual(checks.slice(0, 3));
  });

  it("count of what was looked at only what was said to work", () => {
    const looked: Check = {
      ...check({}),
      found: { door: "open", works: { microwave: true, toilet: false, aircon: true } },
      said: {
        posted: "open",
        answered: "open",
        amenities: { microwave: "working", toilet: "working", aircon: "broken" },
      },
    };
    expect(openDoorRates([looked]).amenities).toMatchObject({ found: 1, of: 2 });
  });

  it("are told by month of Beijing and by district", () => {
    const groups = checkGroups([
      check({ at: "2026-11-30T23:59" }),
      check({ at: "2026-12-01T00:00" }),
      check({ at: "2026-12-01T00:00", district: "410103" }),
    ]);
    expect(groups.map(({ month, districtCode, checks }) => [month, districtCode, checks])).toEqual([
      ["2026-12", "410102", 1],
      ["2026-12", "410103", 1],
      ["2026-11", "410102", 1],
    ]);
  });
});
