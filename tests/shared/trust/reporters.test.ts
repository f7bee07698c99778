import { describe, expect, it } from "vitest";
import { MINUTE_MS } from "../../../shared/common/time.js";
import { countReporters, type DoorReport } from "../../../shared/trust/reporters.js";

const NOW = 1_800_000_000_000;
const by = (report: Partial<DoorReport>): DoorReport => ({
  at: NOW,
  atDoor: true,
  person: null,
  isSettled: false,
  device: null,
  address: "a1",
  ...report,
});
const li = { person: "li" };
const wang = { person: "wang" };

describe("who counts as a different person", () => {
  it.each<[string, Partial<DoorReport>[], number, number]>([
    ["nobody", [], 0, 0],
    ["one device", [{ device: "d1" }], 1, 1],
    ["one device, however often", [{ device: "d1" }, { device: "d1" }, { device: "d1" }], 1, 1],
    ["two devices at two addresses", [{ device: "d1" }, { device: "d2", address: "a2" }], 2, 2],
    ["two devices behind one address", [{ device: "d1" }, { device: "d2" }], 1, 1],
    ["one device on two addresses", [{ device: "d1" }, { device: "d1", address: "a2" }], 1, 1],
    ["two without a device at one address", [{}, {}], 1, 1],
    ["two without a device at two addresses", [{}, { address: "a2" }], 2, 2],
    [
      "three reports that hang together through the middle one",
      [{ device: "d1" }, { device: "d2", address: "a2" }, { device: "d1", address: "a2" }],
      1,
      1,
    ],
    ["one account", [li], 1, 1],
    [
      "one account on two devices and addresses",
      [
        { ...li, device: "d1" },
        { ...li, device: "d2", address: "a2" },
      ],
      1,
      1,
    ],
    ["two accounts behind one address", [li, wang], 2, 2],
    [
      "two accounts on one device",
      [
        { ...li, device: "d1" },
        { ...wang, device: "d1" },
      ],
      2,
      2,
    ],
    [
      "signed in, then signed out on the same device",
      [
        { ...li, device: "d1" },
        { device: "d1", address: "a2" },
      ],
      1,
      1,
    ],
    ["signed out, then signed in at the same address", [{ device: "d1" }, { ...li, device: "d2" }], 1, 1],
    ["an account and somebody else elsewhere", [li, { device: "d2", address: "a2" }], 2, 2],
    ["two accounts and a stranger at the address of both", [li, wang, { device: "d3" }], 2, 2],
    ["not at the door", [{ atDoor: false }], 1, 0.5],
    ["two, one of them at the door", [{}, { address: "a2", atDoor: false }], 2, 1.5],
    ["one who said so from afar and then at the door", [{ device: "d1", atDoor: false }, { device: "d1" }], 1, 1],
    ["four from afar", ["a1", "a2", "a3", "a4"].map((address) => ({ address, atDoor: false })), 4, 2],
  ])("%s", (_, reports, reporters, weight) => {
    expect(countReporters(reports.map(by), NOW, 60)).toMatchObject({ all: { reporters, weight } });
  });

  it.each([
    ["now", 0, 1],
    ["59 minutes 59.999 seconds ago", 60 * MINUTE_MS - 1, 1],
    ["an hour ago", 60 * MINUTE_MS, 0],
    ["in a minute", -MINUTE_MS, 0],
  ])("a report made %s", (_, ago, reporters) => {
    expect(countReporters([by({ at: NOW - ago })], NOW, 60).all.reporters).toBe(reporters);
  });

  it("tells those whom WeChat vouches for from those who could be made up, and the settled from the others", () => {
    const reports = [
      by(li),
      by({ ...li, atDoor: false }),
      by({ ...wang, isSettled: true, address: "a2", atDoor: false }),
      ...["a3", "a4", "a5"].map((address) => by({ address })),
    ];
    expect(countReporters(reports, NOW, 60)).toEqual({
      all: { reporters: 5, weight: 4.5 },
      vouched: { reporters: 2, weight: 1.5 },
      settled: { reporters: 1, weight: 0.5 },
    });
  });
});
