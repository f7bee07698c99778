import { describe, expect, it } from "vitest";
import {
  DEFAULTS,
  type Question,
  questionOf,
  readScenarioSearch,
  sideOf,
} from "../../desk/src/scenarios/scenario-search.js";

const CELL = "8940e5a4c37ffff";
const OTHER = "8940e5a4c3bffff";

describe("a question in an address", () => {
  it("comes back as it was asked, and is as short as it can be", () => {
    expect(sideOf(DEFAULTS)).toEqual({});
    const question: Question = {
      ...DEFAULTS,
      ...{ hours: 0, sites: 20, mends: 2, days: "weekend", minutes: 10, travel: "ebike", amenities: ["toilet"] },
      ...{ weights: "people", siteOpens: "00:00", siteCloses: "12:30", fixed: [CELL, OTHER], forbidden: [OTHER] },
    };
    const side = sideOf(question, "夜里多开");
    expect(side.fixed).toBe(`${CELL},${OTHER}`);
    expect(questionOf(readScenarioSearch({ ...side }))).toEqual(question);
    const both = readScenarioSearch({ city: 4101, ...side, other: sideOf({ ...DEFAULTS, hours: 10 }, "另一个") });
    expect(both).toMatchObject({ city: "4101", name: "夜里多开", other: { hours: 10, name: "另一个" } });
  });

  it("leaves out what nobody could have asked", () => {
    const odd = { city: "41", hours: -1, sites: 21, minutes: 0, days: "monday", travel: "car", siteOpens: "04:15" };
    expect(readScenarioSearch({ ...odd, fixed: "here,88", amenities: "gold", other: [1], name: 5 })).toEqual({});
  });
});
