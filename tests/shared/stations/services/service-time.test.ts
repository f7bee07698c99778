import { describe, expect, it } from "vitest";
import type { Hours } from "../../../../shared/stations/hours.js";
import type { Door } from "../../../../shared/stations/opening.js";
import { readServiceHours } from "../../../../shared/stations/services/read-service-hours.js";
import { serviceTime } from "../../../../shared/stations/services/service-time.js";
import { beijing, EIGHT_TO_EIGHT, everyDay, givenDoor, givenHours } from "../given-hours.js";

// 2026-12-01 is a Tuesday with no holiday near it.
const TUESDAY = "2026-12-01";
const open = givenDoor(givenHours(everyDay(EIGHT_TO_EIGHT)));

function service(text: string): Hours {
  const { hours, problem } = readServiceHours(text, TUESDAY);
  if (hours === null) throw new Error(problem);
  return hours;
}

const at = (door: Door, text: string, now: string, minutesAway = 0) =>
  serviceTime(door, service(text), beijing(now), beijing(now) + minutesAway * 60_000);

describe("a service with hours of its own", () => {
  const legal = "周二14:00-16:00";

  it("is there between its hours, and till they end", () => {
    expect(at(open, legal, "2026-12-01T14:00")).toEqual({
      onArrival: true,
      until: beijing("2026-12-01T16:00"),
      startsAt: null,
      isDoorKnown: true,
    });
  });

  it("is not there before they begin, and names when they do", () => {
    expect(at(open, legal, "2026-12-01T13:30", 20)).toMatchObject({
      onArrival: false,
      startsAt: beijing("2026-12-01T14:00"),
    });
  });

  it("is there for somebody who arrives as it begins", () => {
    expect(at(open, legal, "2026-12-01T13:50", 10)).toMatchObject({
      onArrival: true,
      startsAt: beijing("2026-12-01T14:00"),
      until: beijing("2026-12-01T16:00"),
    });
  });

  it("is over for somebody who arrives after its end, till next week", () => {
    expect(at(open, legal, "2026-12-01T15:50", 10)).toMatchObject({
      onArrival: false,
      startsAt: beijing("2026-12-08T14:00"),
    });
  });

  it("comes once on a date, and never again", () => {
    const haircut = "12月5日9:00-11:00";
    expect(at(open, haircut, "2026-12-01T10:00")).toMatchObject({
      onArrival: false,
      startsAt: beijing("2026-12-05T09:00"),
    });
    expect(at(open, haircut, "2026-12-05T10:59")).toMatchObject({ onArrival: true });
    expect(at(open, haircut, "2026-12-05T11:00")).toMatchObject({ onArrival: false, startsAt: null });
  });

  it("goes with a closure of the door, and comes back with its end", () => {
    const closure = { from: beijing("2026-12-01T13:00"), until: beijing("2026-12-01T15:00"), reason: null };
    const shut = { ...open, closure };
    expect(at(shut, legal, "2026-12-01T14:30")).toMatchObject({
      onArrival: false,
      startsAt: beijing("2026-12-01T15:00"),
    });
    expect(at(shut, legal, "2026-12-01T14:30", 30)).toMatchObject({ onArrival: true });
    expect(at({ ...open, closure: { ...closure, until: null } }, legal, "2026-12-01T14:30")).toMatchObject({
      onArrival: false,
      startsAt: null,
    });
  });

  it("ends with the door, where that shuts before it", () => {
    expect(at(open, "周二19:00-21:00", "2026-12-01T19:30")).toMatchObject({ until: beijing("2026-12-01T20:00") });
  });

  it("is not there behind a door that is said to be shut", () => {
    const reported = { ...open, reportedClosedUntil: beijing("2026-12-01T15:30") };
    expect(at(reported, legal, "2026-12-01T14:30")).toMatchObject({ onArrival: false });
  });

  it("is unknown behind a door of which nobody knows, and its beginning is told with that", () => {
    const unknown = givenDoor(givenHours(everyDay("unknown")));
    expect(at(unknown, legal, "2026-12-01T14:30")).toMatchObject({ onArrival: null, isDoorKnown: false });
    expect(at(unknown, legal, "2026-12-01T10:00")).toMatchObject({
      onArrival: false,
      startsAt: beijing("2026-12-01T14:00"),
      isDoorKnown: false,
    });
  });

  it("is unknown on a holiday of which its hours say nothing", () => {
    const always = givenDoor(givenHours(everyDay(EIGHT_TO_EIGHT), { holidays: "as_week" }));
    // 2026-10-06 is a Tuesday of the National Day holiday.
    expect(at(always, legal, "2026-10-06T14:30")).toMatchObject({ onArrival: null, isDoorKnown: true });
  });
});
