import { describe, expect, it } from "vitest";
import { AMENITIES, AMENITY_GROUPS, AMENITY_KINDS, AMENITY_STATES } from "../../../shared/amenities/amenity.js";

type Facts = { label: string; group: string; base?: true; expires?: true };
const facts: [string, Facts][] = Object.entries(AMENITIES);

describe("amenities", () => {
  it("each have a Chinese label of their own and a group that exists", () => {
    for (const [kind, { label, group }] of facts) {
      expect(kind).toMatch(/^[a-z][a-z_]*$/);
      expect(label).toMatch(/^[\p{Script=Han}A-Za-z -]{1,8}$/u);
      expect(Object.keys(AMENITY_GROUPS)).toContain(group);
    }
    expect(new Set(facts.map(([, { label }]) => label)).size).toBe(AMENITY_KINDS.length);
  });

  it("have the standard base kit: 八个1 and a place to charge a phone", () => {
    const base = facts.filter(([, { base }]) => base).map(([kind]) => kind);
    expect(base.sort()).toEqual(
      [
        ...["aircon", "books", "drinking_water", "first_aid", "indoor"],
        ...["microwave", "phone_charge", "seat", "toilet"],
      ].sort(),
    );
  });

  it("carry a best-before date where they are medicine", () => {
    expect(facts.filter(([, { expires }]) => expires).map(([kind]) => kind)).toEqual(["first_aid", "heatstroke_kit"]);
  });

  it("leave no group empty", () => {
    const used = new Set(facts.map(([, { group }]) => group));
    expect([...used].sort()).toEqual(Object.keys(AMENITY_GROUPS).sort());
  });

  it("count what the standards name", () => {
    expect(Object.fromEntries(Object.keys(AMENITY_GROUPS).map((group) => [group, sizeOf(group)]))).toEqual({
      rest: 6,
      water: 4,
      meal: 5,
      climate: 3,
      power: 5,
      wash: 5,
      health: 5,
      handy: 8,
      learn: 4,
      service: 7,
      family: 1,
      access: 6,
    });
  });

  it("have three states; the fourth, that nobody has told us, is the missing entry", () => {
    expect(AMENITY_STATES).toEqual(["working", "broken", "absent"]);
  });
});

function sizeOf(group: string): number {
  return facts.filter(([, amenity]) => amenity.group === group).length;
}
