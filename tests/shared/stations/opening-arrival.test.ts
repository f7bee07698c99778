import { describe, expect, it } from "vitest";
import { openingAt, opensForArrival } from "../../../shared/stations/opening.js";
import { beijing, EIGHT_TO_EIGHT, everyDay, givenDoor, givenHours, span } from "./given-hours.js";

// 2026-03-02 is a Monday with no holiday near it. 春节 2026: 15 to 23 February. 国庆: 1 to 7 October.

describe("open on arrival", () => {
  const eightToEight = givenHours(everyDay(EIGHT_TO_EIGHT));
  const closure = { from: beijing("2026-03-02T09:00"), until: beijing("2026-03-02T15:00"), reason: null };
  const endless = { ...closure, until: null };
  const reportedClosedUntil = beijing("2026-03-02T13:00");
  const unknown = givenHours(everyDay("unknown"));
  it.each<[string, ReturnType<typeof givenDoor>, at: string, arrivesAt: string, boolean | null]>([
    ["open now and then", givenDoor(eightToEight), "10:00", "10:10", true],
    ["opening before arrival", givenDoor(eightToEight), "07:55", "08:00", true],
    ["opening after arrival", givenDoor(eightToEight), "07:50", "07:59:59.999", false],
    ["closing after arrival", givenDoor(eightToEight), "19:50", "19:59:59.999", true],
    ["closing at arrival", givenDoor(eightToEight), "19:50", "20:00", false],
    ["closing before arrival", givenDoor(eightToEight), "19:50", "20:10", false],
    ["closed", givenDoor(eightToEight), "21:00", "21:10", false],
    ["a closure ending before arrival", givenDoor(eightToEight, { closure }), "14:50", "15:10", true],
    ["a closure ending at arrival", givenDoor(eightToEight, { closure }), "14:50", "15:00", true],
    ["a closure ending after arrival", givenDoor(eightToEight, { closure }), "14:30", "14:45", false],
    ["a closure beginning before arrival", givenDoor(eightToEight, { closure }), "08:50", "09:00", false],
    ["a closure beginning after arrival", givenDoor(eightToEight, { closure }), "08:30", "08:45", true],
    ["a closure without end", givenDoor(eightToEight, { closure: endless }), "14:50", "15:10", false],
    [
      "a closure ending before arrival, out of hours",
      givenDoor(givenHours(everyDay([])), { closure }),
      "14:50",
      "15:10",
      false,
    ],
    ["a closure ending before arrival, hours unknown", givenDoor(unknown, { closure }), "14:50", "15:10", null],
    ["reported closed", givenDoor(eightToEight, { reportedClosedUntil }), "10:00", "10:10", false],
    ["reported closed until before arrival", givenDoor(eightToEight, { reportedClosedUntil }), "12:55", "13:10", false],
    ["reported closed, hours unknown", givenDoor(unknown, { reportedClosedUntil }), "10:00", "10:10", false],
    ["a report that is over", givenDoor(eightToEight, { reportedClosedUntil }), "13:00", "13:10", true],
    [
      "a report that still counts when the door opens",
      givenDoor(eightToEight, { reportedClosedUntil }),
      "07:55",
      "08:10",
      false,
    ],
    [
      "a report, while closed, that is over at arrival",
      givenDoor(eightToEight, { reportedClosedUntil: beijing("2026-03-02T08:05") }),
      "07:55",
      "08:10",
      true,
    ],
    [
      "a report made before a closure, over at arrival",
      givenDoor(eightToEight, { closure, reportedClosedUntil }),
      "12:55",
      "15:00",
      true,
    ],
    ["unknown", givenDoor(unknown), "10:00", "10:10", null],
    [
      "closed now, unknown at arrival",
      givenDoor(givenHours([EIGHT_TO_EIGHT, "unknown", [], [], [], [], []])),
      "23:55",
      "24:05",
      null,
    ],
    [
      "open by itself at night",
      givenDoor(givenHours(everyDay([span("20:00", "32:00", true)]))),
      "22:00",
      "22:10",
      true,
    ],
  ])("%s", (_, door, at, arrivesAt, expected) => {
    const onMonday = (clock: string) =>
      clock.startsWith("24:") ? beijing(`2026-03-03T00:${clock.slice(3)}`) : beijing(`2026-03-02T${clock}`);
    expect(openingAt(door, onMonday(at), onMonday(arrivesAt)).openOnArrival).toBe(expected);
    expect(opensForArrival(door, onMonday(at), onMonday(arrivesAt))).toBe(expected);
  });

  it("arrives at once when no arrival is given", () => {
    expect(openingAt(givenDoor(eightToEight), beijing("2026-03-02T08:00")).openOnArrival).toBe(true);
  });
});
