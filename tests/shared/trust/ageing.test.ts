import { describe, expect, it } from "vitest";
import { DAY_MS } from "../../../shared/common/time.js";
import { keepStation } from "../../../shared/stations/keeper-change.js";
import type { Station } from "../../../shared/stations/station.js";
import { ageingQuestions, worthOf } from "../../../shared/trust/ageing.js";
import { beijing, givenAmenity, givenHours, givenStation } from "../../support/given.js";

const NOW = beijing("2026-11-24T10:00");
const ago = (days: number) => NOW - days * DAY_MS;
const fresh = { location: NOW, services: NOW, open: NOW, hours: NOW };
const station = (given: Partial<Station> = {}) => givenStation({ verified: fresh, ...given });
const facts = (given: Partial<Station>, shown: number | null = null) =>
  ageingQuestions(station(given), NOW, shown).map(({ fact }) => fact);
const thing = (days: number | null, expiresOn: string | null = null) => ({
  ...givenAmenity(),
  confirmedAt: days === null ? null : ago(days),
  expiresOn,
});

describe("what a keeper is asked", () => {
  it("is nothing while everything is fresh", () => {
    expect(facts({ amenities: { seat: thing(0), tea: thing(0) } })).toEqual([]);
  });

  it.each([
    [null, 2.9, []],
    [null, 3, ["door"]],
    [10, 1.9, []],
    [10, 2, ["door"]],
    [30, 0.9, []],
    [30, 1, ["door"]],
  ])("is the door, shown first %s times a day, after %d days: %j", (shown, days, asked) => {
    expect(facts({ verified: { ...fresh, open: ago(days) } }, shown)).toEqual(asked);
  });

  it.each([
    ["hours", { verified: { ...fresh, hours: ago(30) } }, { verified: { ...fresh, hours: ago(29.9) } }],
    ["supplies", { amenities: { tea: thing(7) } }, { amenities: { tea: thing(6.9) } }],
    ["furniture", { amenities: { seat: thing(180) } }, { amenities: { seat: thing(179) } }],
    [
      "medicine",
      { amenities: { first_aid: thing(0, "2026-12-01") } },
      { amenities: { first_aid: thing(0, "2026-12-02") } },
    ],
  ])("is %s when its clock has run out, and not before", (fact, due, notYet) => {
    expect(facts(due)).toEqual([fact]);
    expect(facts(notYet)).toEqual([]);
  });

  it("is where the station stands when nobody has been there for half a year", () => {
    const old = { location: ago(181), services: ago(181), open: ago(181), hours: NOW };
    expect(facts({ verified: old })).toContain("position");
    // Whoever confirms the door stands in the station.
    expect(facts({ verified: { ...old, open: NOW } })).toEqual([]);
  });

  it("is three things at most, the most doubtful first", () => {
    const asked = facts({
      verified: { location: ago(400), services: ago(400), open: ago(400), hours: ago(31) },
      amenities: { first_aid: thing(0, "2026-11-25"), tea: thing(9), seat: thing(null) },
    });
    expect(asked).toEqual(["door", "furniture", "medicine"]);
  });

  it("is not what the keeper did today", () => {
    const amenities = { microwave: thing(400), seat: thing(400) };
    const before = station({ amenities });
    expect(ageingQuestions(before, NOW, null)[0]?.kinds).toEqual(["seat", "microwave"]);
    const set = keepStation(before, { what: "set-amenity", kind: "microwave", state: "working" }, NOW);
    const after = { ...before, ...("changed" in set ? set.changed : {}) };
    expect(ageingQuestions(after, NOW, null)[0]?.kinds).toEqual(["seat"]);
  });

  it("is nothing any more once everything was confirmed", () => {
    const old = station({
      verified: { location: ago(400), services: null, open: null },
      amenities: { tea: thing(30), seat: thing(null) },
    });
    const said = keepStation(old, { what: "confirm", by: "keeper" }, NOW);
    expect(ageingQuestions({ ...old, ...("changed" in said ? said.changed : {}) }, NOW, null)).toEqual([]);
  });

  it("is not the door while the keeper has shut it, or has said today's hours", () => {
    const verified = { ...fresh, open: ago(5) };
    expect(facts({ verified, closure: { from: NOW - 1, until: NOW + 1, reason: null } })).toEqual([]);
    const said = { by: "keeper" as const, on: "2026-11-23" };
    const hours = givenHours({ exceptions: [{ date: "2026-11-24", hours: [], said }] });
    expect(facts({ verified, hours })).toEqual([]);
  });

  it("is worth more where more people are sent", () => {
    const asked = ageingQuestions(station({ verified: { ...fresh, open: ago(6) } }), NOW, null);
    expect(worthOf(asked, 40)).toBeGreaterThan(worthOf(asked, null));
    expect(worthOf([], 40)).toBe(0);
  });
});
