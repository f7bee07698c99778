import { describe, expect, it } from "vitest";
import { commonDistrict, mayGrant, withinReach } from "../../../shared/people/invite-rules.js";

const at = (id: string, districtCode: string | null) => ({ id, districtCode });
const officer = { roles: ["officer"] as const, stationIds: [], reach: ["6401"] };

describe("giving roles", () => {
  it("needs something to give", () => {
    expect(mayGrant(officer, { role: "keeper", stations: [], reach: [] })).toBe(false);
    expect(mayGrant(officer, { role: "officer", stations: [], reach: [] })).toBe(false);
  });

  it("lets an officer invite viewers within reach, and nobody else", () => {
    const viewerOf = (...reach: string[]) => ({ role: "viewer", stations: [], reach }) as const;
    expect(mayGrant(officer, viewerOf("640104", "6401"))).toBe(true);
    expect(mayGrant(officer, viewerOf("640104", "64"))).toBe(false);
    expect(mayGrant(officer, viewerOf())).toBe(false);
    expect(mayGrant({ roles: ["keeper"], stationIds: ["st_a"], reach: ["6401"] }, viewerOf("640104"))).toBe(false);
    const viewer = { roles: ["viewer"] as const, stationIds: [], reach: [], viewReach: [""] };
    expect(mayGrant(viewer, viewerOf("640104"))).toBe(false);
  });

  it("lets an officer who keeps a station elsewhere invite a deputy there", () => {
    const both = { roles: ["officer", "keeper"] as const, stationIds: ["st_far"], reach: ["6401"] };
    const grant = { role: "keeper", stations: [at("st_far", "410102"), at("st_near", "640104")], reach: [] } as const;
    expect(mayGrant(both, grant)).toBe(true);
    expect(mayGrant(officer, grant)).toBe(false);
  });

  it("does not take 64 for a part of 6401, nor 6402", () => {
    for (const reach of ["64", "6", "", "6402"]) {
      expect(mayGrant(officer, { role: "officer", stations: [], reach: [reach] })).toBe(false);
    }
  });

  it("shows of a person what lies within reach", () => {
    const held = { stations: [at("st_a", "640104"), at("st_b", "410102"), at("st_c", null)], reach: ["64", "640105"] };
    expect(withinReach(officer, held)).toEqual({ stations: [at("st_a", "640104")], reach: ["640105"] });
  });
});

describe("the district of a record about several", () => {
  it.each([
    [["640104"], "640104"],
    [["640104", "640105"], "64010"],
    [["640104", "410102"], ""],
    [["640104", null], ""],
    [[null], null],
    [[], null],
  ])("of %j is %j", (codes, common) => {
    expect(commonDistrict(codes)).toBe(common);
  });
});
