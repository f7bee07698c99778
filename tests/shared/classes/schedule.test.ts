import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CourseSchedule } from "../../../shared/classes/course.js";
import { plannedTimes, sessionIdOf, withSessionIds } from "../../../shared/classes/schedule.js";
import { beijingDate, DAY_MS, weekdayOf } from "../../../shared/common/time.js";
import { beijing } from "../../support/given.js";

type Weekly = Extract<CourseSchedule, { kind: "weekly" }>;

function weekly(schedule: Partial<Weekly> = {}): Weekly {
  return {
    kind: "weekly",
    weekdays: [2],
    startsAt: "19:00",
    durationMinutes: 90,
    from: "2026-09-01",
    until: "2026-12-31",
    holidays: "skip",
    except: [],
    ...schedule,
  };
}

const START = beijing("2026-01-01T00:00");
const END = beijing("2028-01-01T00:00");
const days = (schedule: CourseSchedule, from = START, to = END) =>
  plannedTimes(schedule, from, to).map(({ date }) => date);

describe("the dates of a course", () => {
  it("are the weekdays between its first and its last day, both included", () => {
    const schedule = weekly({ weekdays: [0, 4], from: "2026-11-02", until: "2026-11-13" });
    expect(days(schedule)).toEqual(["2026-11-02", "2026-11-06", "2026-11-09", "2026-11-13"]);
  });

  it("begin at the hour in Beijing and last as long as it says", () => {
    expect(plannedTimes(weekly({ from: "2026-11-25", until: "2026-11-25" }), START, END)).toEqual([
      { date: "2026-11-25", startsAt: beijing("2026-11-25T19:00"), endsAt: beijing("2026-11-25T20:30") },
    ]);
  });

  it("are of the Beijing day also where it is still the day before in London", () => {
    expect(plannedTimes(weekly({ startsAt: "07:00", from: "2026-11-25", until: "2026-11-25" }), START, END)).toEqual([
      { date: "2026-11-25", startsAt: beijing("2026-11-25T07:00"), endsAt: beijing("2026-11-25T08:30") },
    ]);
  });

  it.each([
    ["skip", ["2026-09-30", "2026-10-14"]],
    ["keep", ["2026-09-30", "2026-10-07", "2026-10-14"]],
  ] as const)("on public holidays: %s", (holidays, expected) => {
    expect(days(weekly({ holidays, from: "2026-09-28", until: "2026-10-14" }))).toEqual(expected);
  });

  it("are held on a weekday that is worked for a bridged one like on any other", () => {
    // 2026-10-10, a Saturday, is worked for the National Day week.
    expect(days(weekly({ weekdays: [5], from: "2026-10-10", until: "2026-10-10" }))).toEqual(["2026-10-10"]);
  });

  it("leave out what the course excepts", () => {
    expect(days(weekly({ from: "2026-11-18", until: "2026-12-02", except: ["2026-11-25"] }))).toEqual([
      "2026-11-18",
      "2026-12-02",
    ]);
  });

  it("are given from the first instant asked for, and not at the last", () => {
    const schedule = weekly();
    expect(days(schedule, beijing("2026-11-18T19:00"), beijing("2026-11-25T19:00"))).toEqual(["2026-11-18"]);
    expect(days(schedule, beijing("2026-11-18T19:01"), beijing("2026-11-25T19:01"))).toEqual(["2026-11-25"]);
    expect(days(schedule, beijing("2027-01-01T00:00"), END)).toEqual([]);
    expect(days(schedule, START, beijing("2026-08-01T00:00"))).toEqual([]);
  });

  it("are those that are listed, in order, holidays or not", () => {
    const at = (date: string, startsAt: string) => ({ date, startsAt, durationMinutes: 60 });
    const schedule: CourseSchedule = {
      kind: "dates",
      dates: [at("2026-12-05", "14:00"), at("2026-10-01", "09:00"), at("2026-12-05", "09:00")],
    };
    const planned = plannedTimes(schedule, START, END);
    expect(planned.map(({ startsAt }) => startsAt)).toEqual(
      ["2026-10-01T09:00", "2026-12-05T09:00", "2026-12-05T14:00"].map(beijing),
    );
    expect([...withSessionIds("co_a", planned).keys()]).toEqual(["cs_a_20261001", "cs_a_20261205", "cs_a_20261205_2"]);
  });

  it("have ids of their own, the same however they were planned", () => {
    expect(sessionIdOf("co_yoga_1", "2026-11-25")).toBe("cs_yoga_1_20261125");
  });

  it("agree with looking at every day", () => {
    const weekdays = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 });
    const firstDay = fc.integer({ min: 20_400, max: 20_900 });
    fc.assert(
      fc.property(weekdays, firstDay, fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 23 }), (...given) => {
        const [ofWeek, first, length, hour] = given;
        const startsAt = `${String(hour).padStart(2, "0")}:30`;
        const schedule = weekly({
          weekdays: ofWeek,
          startsAt,
          from: beijingDate(first),
          until: beijingDate(first + length),
          holidays: "keep",
        });
        const every = Array.from({ length: length + 1 }, (_, i) => first + i).filter((day) =>
          ofWeek.includes(weekdayOf(day)),
        );
        expect(plannedTimes(schedule, 0, 40_000 * DAY_MS).map((time) => time.startsAt)).toEqual(
          every.map((day) => beijing(`${beijingDate(day)}T${startsAt}`)),
        );
      }),
    );
  });
});
