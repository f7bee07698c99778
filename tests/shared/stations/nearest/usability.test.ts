import { describe, expect, it } from "vitest";
import { travelMinutes } from "../../../../shared/common/distance.js";
import {
  opensInTime,
  REACH_METRES,
  REACH_MINUTES,
  usabilityOf,
  waitMinutes,
} from "../../../../shared/stations/nearest/usability.js";
import { openingAt } from "../../../../shared/stations/opening.js";
import { beijing, everyDay, givenDoor, givenHours, span } from "../given-hours.js";

const fromFive = givenHours(everyDay([span("05:00", "22:00")]));
const day = (time: string) => beijing(`2026-03-02T${time}`);

function at(door: ReturnType<typeof givenDoor>, now: string, arrives: string) {
  const arrivesAt = day(arrives);
  const opening = openingAt(door, day(now), arrivesAt);
  return {
    usability: usabilityOf(opening, arrivesAt),
    wait: waitMinutes(opening, arrivesAt),
    inTime: opensInTime(opening, arrivesAt),
  };
}

describe.each(["walk", "ebike"] as const)("the reach by %s", (travel) => {
  it("is as many metres as its minutes carry, and not one more", () => {
    expect(travelMinutes(REACH_METRES[travel], travel)).toBe(REACH_MINUTES[travel]);
    expect(travelMinutes(REACH_METRES[travel] + 1, travel)).toBe(REACH_MINUTES[travel] + 1);
  });
});

describe("a door when somebody gets there", () => {
  it.each([
    ["04:20", "04:43", "soon", 17, false],
    ["04:20", "04:30", "soon", 30, false],
    ["04:20", "04:29:59", "shut", null, false],
    ["04:20", "04:59:30", "soon", 1, false],
    ["04:50", "05:00", "open", null, true],
    ["04:50", "05:15", "open", null, true],
    ["04:50", "05:15:01", "open", null, false],
    ["10:00", "10:20", "open", null, false],
    ["21:50", "22:10", "shut", null, false],
  ] as const)("at %s, arriving at %s, is %s", (now, arrives, usability, wait, inTime) => {
    expect(at(givenDoor(fromFive), now, arrives)).toEqual({ usability, wait, inTime });
  });

  it("is waited for, too, when a closure ends soon", () => {
    const closure = { from: day("08:00"), until: day("15:00"), reason: null };
    expect(at(givenDoor(fromFive, { closure }), "14:20", "14:40")).toMatchObject({ usability: "soon", wait: 20 });
    const endless = { ...closure, until: null };
    expect(at(givenDoor(fromFive, { closure: endless }), "14:20", "14:40").usability).toBe("shut");
  });

  it("opens at no known time when people say that it is shut", () => {
    const reported = givenDoor(fromFive, { reportedClosedUntil: day("10:20") });
    expect(at(reported, "10:00", "10:10")).toEqual({ usability: "shut", wait: null, inTime: false });
  });

  it("is untold where nobody has said", () => {
    expect(at(givenDoor(givenHours(everyDay("unknown"))), "10:00", "10:10").usability).toBe("untold");
  });
});
