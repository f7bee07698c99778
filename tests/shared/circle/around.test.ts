import { describe, expect, it } from "vitest";
import { type AroundStation, circleAround, isWithinCircle } from "../../../shared/circle/around.js";
import { beijing, EIGHT_TO_EIGHT, everyDay, givenDoor, givenHours, span, weekdays } from "../stations/given-hours.js";

// 2026-12-01 is a Tuesday with no holiday near it.
const NOON = beijing("2026-12-01T12:00");
const OPEN = givenHours(everyDay(EIGHT_TO_EIGHT));
const EVENING = givenHours(everyDay([span("17:00", "21:00")]));
const UNKNOWN = givenHours(everyDay("unknown"));

function station(id: string, rest: Partial<AroundStation> = {}): AroundStation {
  const { hours = OPEN, minutes = 5, ...others } = rest;
  const way = { minutes, metres: minutes * 60 };
  return { ...givenDoor(hours), id, name: id, isDemo: false, working: [], timedServices: [], ...way, ...others };
}

const partOf = (stations: AroundStation[], what: string, at = NOON) => {
  const part = circleAround(stations, at).parts.find((one) => one.what === what);
  if (part === undefined) throw new Error(`no ${what}`);
  return part;
};
const told = (stations: AroundStation[], what: string, at = NOON) =>
  partOf(stations, what, at).places.map(({ stationId, when }) => `${stationId} ${when}`);

describe("the 15-minute circle", () => {
  it("ends at 15 minutes", () => {
    expect(told([station("near", { minutes: 15 }), station("far", { minutes: 16 })], "doors")).toEqual(["near now"]);
  });

  it("names what is open first, then what opens later today, then what nobody knows", () => {
    const stations = [
      station("unknown", { hours: UNKNOWN, minutes: 1 }),
      station("reported", { reportedClosedUntil: beijing("2026-12-01T15:00"), minutes: 1 }),
      station("evening", { hours: EVENING, minutes: 2 }),
      station("open", { minutes: 9 }),
      station("tomorrow", { hours: givenHours(everyDay([span("06:00", "09:00")])), minutes: 1 }),
    ];
    expect(told(stations, "doors")).toEqual(["open now", "evening later", "unknown unknown", "reported reported"]);
    expect(partOf(stations, "doors")).toMatchObject({ now: 1, later: 1 });
  });

  it("judges a door for the minute of arrival", () => {
    const before = [station("door", { minutes: 10 })];
    expect(told(before, "doors", beijing("2026-12-01T07:50"))).toEqual(["door now"]);
    expect(told(before, "doors", beijing("2026-12-01T07:49"))).toEqual(["door later"]);
    expect(told(before, "doors", beijing("2026-12-01T19:50"))).toEqual([]);
  });

  it("takes the small hours for the same night", () => {
    const night = [station("night", { hours: givenHours(everyDay([span("00:30", "05:00")])) })];
    expect(told(night, "doors", beijing("2026-12-01T23:00"))).toEqual(["night later"]);
    expect(told([station("morning")], "doors", beijing("2026-12-01T23:00"))).toEqual([]);
  });

  it("leaves out what is closed for a while, and what does not work", () => {
    const closure = { from: beijing("2026-12-01T09:00"), until: null, reason: null };
    const stations = [
      station("shut", { closure, working: ["toilet"] }),
      station("none"),
      station("toilet", { working: ["accessible_toilet"] }),
    ];
    expect(told(stations, "toilets")).toEqual(["toilet now"]);
    expect(partOf(stations, "toilets").places[0]?.has).toEqual(["accessible_toilet"]);
  });

  it("tells no more than ten of each, and counts them all", () => {
    const many = Array.from({ length: 12 }, (_, index) => station(`st_${index}`, { working: ["hot_water"] }));
    const { now, places } = partOf(many, "water");
    expect([now, places.length]).toEqual([12, 10]);
  });

  it("names services that are there on arrival, then those of the next seven days", () => {
    const service = (name: string, week: AroundStation["hours"]["week"]) => ({
      name,
      hours: givenHours(week),
      note: null,
    });
    const timedServices = [
      service("理发", [[], [], [span("09:00", "11:00")], [], [], [], []]),
      service("法律援助", [[], [span("12:00", "16:00")], [], [], [], [], []]),
      service("义诊", weekdays([], [])),
    ];
    const { services } = circleAround([station("st_a", { timedServices })], NOON);
    expect(services.map(({ name, onArrival, startsAt }) => [name, onArrival, startsAt])).toEqual([
      ["法律援助", true, null],
      ["理发", false, "2026-12-02T01:00:00.000Z"],
    ]);
  });

  it.each([
    ["in time", "2026-12-01T12:10", 1, 10, true],
    ["too far to be in time", "2026-12-01T12:09", 1, 10, false],
    ["full", "2026-12-01T14:00", 0, 10, false],
    ["beyond the circle", "2026-12-01T14:00", 1, 16, false],
    ["tomorrow", "2026-12-02T09:00", 1, 10, false],
  ])("has a class that is %s or not", (_, startsAt, seatsLeft, travelMinutes, isThere) => {
    const session = { startsAt: new Date(beijing(startsAt)).toISOString(), seatsLeft, travelMinutes };
    expect(isWithinCircle(session, NOON)).toBe(isThere);
  });
});
