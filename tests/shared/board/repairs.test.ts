import { describe, expect, it } from "vitest";
import { repairsIn } from "../../../shared/board/repairs.js";
import { beijing } from "../../support/given.js";

const entry = (state: string | null, after: string, changed: object = {}) => ({
  at: beijing("2026-11-20T12:00"),
  author: { userId: "us_keeper0001", role: "keeper", way: "page" } as const,
  action: "station:set-amenity",
  subject: { type: "station" as const, id: "st_a" },
  districtCode: "640104",
  from: state === null ? {} : { amenities: { microwave: amenity(state, beijing("2026-11-17T00:00")) } },
  to: { amenities: { microwave: amenity(after, beijing("2026-11-20T12:00")) } },
  ...changed,
});
const amenity = (state: string, since: number) => ({ state, note: null, since, confirmedAt: null, expiresOn: null });

describe("what a line of the record tells to be fixed", () => {
  it("is what was broken and works, with the days between and nothing of who or where", () => {
    expect(repairsIn(entry("broken", "working"))).toEqual([{ districtCode: "640104", on: "2026-11-20", days: 3.5 }]);
  });

  it.each([
    ["what worked before", entry("working", "working")],
    ["what is still broken", entry("broken", "broken")],
    ["what was taken away", entry("broken", "absent")],
    ["a new station", entry(null, "working")],
    ["a station that belongs nowhere", entry("broken", "working", { districtCode: null })],
    ["a change of something else", entry("broken", "working", { from: { name: "a" }, to: { name: "b" } })],
    ["a task", entry("broken", "working", { subject: { type: "task" as const, id: "tk_a" } })],
    [
      "what was in a list as broken, nobody knows since when",
      entry("broken", "working", { from: { amenities: { microwave: amenity("broken", 0) } } }),
    ],
  ])("leaves out %s", (_, line) => {
    expect(repairsIn(line)).toEqual([]);
  });
});
