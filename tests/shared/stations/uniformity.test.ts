import { describe, expect, it } from "vitest";
import { AMENITIES, AMENITY_KINDS, type AmenityKind } from "../../../shared/amenities/amenity.js";
import { DAY_MS } from "../../../shared/common/time.js";
import type { AmenityEntry, Station } from "../../../shared/stations/station.js";
import { daysSinceConfirmation, starsOf, uniformityGaps } from "../../../shared/stations/uniformity.js";
import { beijing, givenAmenity, givenHours, givenStation } from "../../support/given.js";
import { givenStationPhoto } from "../../support/given-photo.js";

const NOW = beijing("2026-03-10T10:00");
const BASE_KIT = AMENITY_KINDS.filter((kind) => "base" in AMENITIES[kind]);

const working = (...kinds: AmenityKind[]) => Object.fromEntries(kinds.map((kind) => [kind, givenAmenity()]));

/** A station that 四统一 has nothing to say about. */
function givenUniform(changes: Partial<Station> = {}): Station {
  return givenStation({
    code: "XQ-001",
    photos: [givenStationPhoto({ of: "sign" })],
    audience: "谁都能进",
    amenities: working(...BASE_KIT),
    verified: { location: null, services: null, open: NOW - DAY_MS },
    ...changes,
  });
}

const gapsOf = (station: Station, hasKeeper = true) =>
  uniformityGaps(station, hasKeeper, NOW).map(({ check, code, amenity }) =>
    [check, code, amenity].filter((part) => part !== null).join(" "),
  );

describe("四统一", () => {
  it("asks for the eight pieces of the base kit and phone charging", () => {
    expect(BASE_KIT.sort()).toEqual(
      [
        "aircon",
        "books",
        "drinking_water",
        "first_aid",
        "indoor",
        "microwave",
        "phone_charge",
        "seat",
        "toilet",
      ].sort(),
    );
  });

  it("holds for a complete station", () => {
    expect(gapsOf(givenUniform())).toEqual([]);
  });

  it.each<[string, Partial<AmenityEntry> | null, AmenityKind, string[]]>([
    ["broken", { state: "broken" }, "microwave", ["hardware amenity_broken microwave"]],
    ["absent", { state: "absent" }, "aircon", ["hardware amenity_absent aircon"]],
    ["never told", null, "books", ["hardware amenity_unknown books"]],
    ["out of date", { expiresOn: "2026-03-09" }, "first_aid", ["hardware amenity_expired first_aid"]],
    ["good on its last day", { expiresOn: "2026-03-10" }, "first_aid", []],
    ["told to be absent, where it is not feasible", { state: "absent" }, "toilet", []],
    ["a toilet that nobody told of", null, "toilet", ["hardware amenity_unknown toilet"]],
    ["a broken toilet", { state: "broken" }, "toilet", ["hardware amenity_broken toilet"]],
  ])("hardware: %s", (_, change, kind, gaps) => {
    const amenities = {
      ...working(...BASE_KIT),
      [kind]: change === null ? undefined : { ...givenAmenity(), ...change },
    };
    expect(gapsOf(givenUniform({ amenities }))).toEqual(gaps);
  });

  it.each<[string, Partial<Station>, string]>([
    ["no code on the door", { code: null }, "signs code"],
    ["no photo at all", { photos: undefined }, "signs sign_photo"],
    ["no photo of the sign", { photos: [givenStationPhoto({ of: "entrance" })] }, "signs sign_photo"],
    ["a photo that waits", { photos: [givenStationPhoto({ of: "sign", check: "waiting" })] }, "signs sign_photo"],
    ["nobody told who may come in", { audience: null }, "scope audience"],
    [
      "no hours",
      { hours: givenHours({ week: Array.from({ length: 7 }, () => "unknown" as const) }) },
      "standard hours",
    ],
    ["never confirmed", { verified: { location: 0, services: 0, open: null } }, "standard confirmation"],
    [
      "confirmed 31 days ago",
      { verified: { location: null, services: null, open: NOW - 31 * DAY_MS } },
      "standard confirmation",
    ],
  ])("%s", (_, change, gap) => {
    expect(gapsOf(givenUniform(change))).toEqual([gap]);
  });

  it("takes a confirmation of 30 days ago, and wants a keeper", () => {
    const station = givenUniform({ verified: { location: null, services: null, open: NOW - 30.9 * DAY_MS } });
    expect(gapsOf(station)).toEqual([]);
    expect(gapsOf(station, false)).toEqual(["standard keeper"]);
  });

  it("finds no services published where nothing works", () => {
    expect(gapsOf(givenUniform({ amenities: {} }))).toContain("content services");
    expect(gapsOf(givenUniform({ amenities: { wifi: givenAmenity("broken") } }))).toContain("content services");
    expect(gapsOf(givenUniform({ amenities: working("wifi") }))).not.toContain("content services");
  });

  it("counts whole days since a confirmation, and none before there is one", () => {
    const confirmed = (open: number | null) => ({ verified: { location: null, services: null, open } });
    expect(daysSinceConfirmation(confirmed(NOW - DAY_MS + 1), NOW)).toBe(0);
    expect(daysSinceConfirmation(confirmed(NOW - DAY_MS), NOW)).toBe(1);
    expect(daysSinceConfirmation(confirmed(NOW + 1), NOW)).toBe(0);
    expect(daysSinceConfirmation(confirmed(null), NOW)).toBeNull();
  });
});

describe("stars", () => {
  const rate = (station: Station, hasKeeper = true) => starsOf(station, uniformityGaps(station, hasKeeper, NOW), NOW);
  const large = { areaSquareMetres: 30, capacity: 20 };
  const rich = { ...working(...BASE_KIT, "legal_aid", "psych", "aed") };

  it.each<[number, string, Partial<Station>]>([
    [0, "no seat", { amenities: working("indoor", "drinking_water") }],
    [1, "a room, a seat and water", { amenities: working("indoor", "seat", "drinking_water") }],
    [2, "the base kit, but no code", { code: null }],
    [3, "四统一", {}],
    [4, "四统一 and an extended service", { amenities: working(...BASE_KIT, "legal_aid") }],
    [5, "30 m², room for 20, an AED and two extended services", { ...large, amenities: rich }],
    [4, "an AED, but 29 m²", { ...large, areaSquareMetres: 29, amenities: rich }],
    [4, "an AED, but room for 19", { ...large, capacity: 19, amenities: rich }],
    [4, "no AED", { ...large, amenities: working(...BASE_KIT, "legal_aid", "psych") }],
    [4, "unknown size", { amenities: rich }],
  ])("%i: %s", (stars, _, change) => {
    expect(rate(givenUniform(change))).toEqual({ stars, losses: [] });
  });

  it.each<[string, Partial<Station>]>([
    ["not_open_as_posted", { reportedClosedUntil: NOW + 1 }],
    ["reports_open", { openReportCount: 1 }],
    ["not_repaired", { amenities: { ...rich, tv: { ...givenAmenity("broken"), since: NOW - 8 * DAY_MS } } }],
    ["expired", { amenities: { ...rich, heatstroke_kit: { ...givenAmenity(), expiresOn: "2026-03-09" } } }],
  ])("one is lost: %s", (loss, change) => {
    expect(rate(givenUniform({ ...large, amenities: rich, ...change }))).toEqual({ stars: 4, losses: [loss] });
  });

  it("gives time for a repair, forgets reports that lapsed, and never goes below none", () => {
    const broken = { ...rich, tv: { ...givenAmenity("broken"), since: NOW - 7 * DAY_MS } };
    expect(rate(givenUniform({ ...large, amenities: broken, reportedClosedUntil: NOW }))).toEqual({
      stars: 5,
      losses: [],
    });
    expect(rate(givenStation({ openReportCount: 3, reportedClosedUntil: NOW + 1 })).stars).toBe(0);
  });
});
