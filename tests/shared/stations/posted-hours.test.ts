import { describe, expect, it } from "vitest";
import { beijingDayNumber } from "../../../shared/common/time.js";
import type { DayHours, Week } from "../../../shared/stations/hours.js";
import { alwaysOpen, hoursOfDay, isClosedBySeason } from "../../../shared/stations/posted-hours.js";
import { beijing, EIGHT_TO_EIGHT, everyDay, givenHours, span, WHOLE_DAY, weekdays } from "./given-hours.js";

const dayOf = (date: string) => beijingDayNumber(beijing(`${date}T12:00`));

describe("open 24 hours on every day of the week", () => {
  const shortSunday: Week = [...Array.from({ length: 6 }, () => WHOLE_DAY), [span("00:00", "23:59")]];
  const inTwoShifts: DayHours = [span("20:00", "32:00", true), span("08:00", "20:00")];
  it.each<[string, Week, boolean]>([
    ["a whole day, every day", everyDay(WHOLE_DAY), true],
    ["one span from eight to eight", everyDay([span("08:00", "32:00")]), true],
    ["two shifts, the night one unattended", everyDay(inTwoShifts), true],
    ["spans that overlap", everyDay([span("00:00", "13:00"), span("12:00", "24:00")]), true],
    ["one minute short", everyDay([span("00:00", "23:59")]), false],
    ["one minute short on one day", shortSunday, false],
    ["one minute at noon missing", everyDay([span("00:00", "12:00"), span("12:01", "24:00")]), false],
    ["weekdays only", weekdays(WHOLE_DAY), false],
    ["Monday unknown", ["unknown", ...everyDay(WHOLE_DAY).slice(1)], false],
    [
      "Monday from eight, after a Sunday that ends at midnight",
      [[span("08:00", "24:00")], ...everyDay(WHOLE_DAY).slice(1)],
      false,
    ],
    [
      "Monday from eight, after a Sunday until eight",
      [[span("08:00", "24:00")], ...everyDay(WHOLE_DAY).slice(1, 6), [span("08:00", "32:00"), span("00:00", "08:00")]],
      true,
    ],
    ["closed", everyDay([]), false],
  ])("%s: %s", (_, week, expected) => {
    expect(alwaysOpen(givenHours(week))).toBe(expected);
  });

  it("means in every season", () => {
    const season = { from: "11-01", to: "02-28" };
    const whole = everyDay(WHOLE_DAY);
    expect(alwaysOpen(givenHours(whole, { seasons: [{ ...season, week: whole }] }))).toBe(true);
    expect(alwaysOpen(givenHours(whole, { seasons: [{ ...season, week: everyDay(EIGHT_TO_EIGHT) }] }))).toBe(false);
    expect(alwaysOpen(givenHours(everyDay(EIGHT_TO_EIGHT), { seasons: [{ ...season, week: whole }] }))).toBe(false);
  });

  it("leaves holidays and single dates aside", () => {
    const exceptions = [{ date: "2026-03-02", hours: [] }];
    expect(alwaysOpen(givenHours(everyDay(WHOLE_DAY), { holidays: [], exceptions }))).toBe(true);
  });
});

describe("closed by season", () => {
  const summer = { from: "06-01", to: "08-31", week: everyDay(EIGHT_TO_EIGHT) };
  const coolingPoint = givenHours(everyDay([]), { seasons: [summer] });

  it("is a door that is open in another part of the year", () => {
    expect(isClosedBySeason(coolingPoint, dayOf("2026-05-31"))).toBe(true);
    expect(isClosedBySeason(coolingPoint, dayOf("2026-06-01"))).toBe(false);
    expect(isClosedBySeason(coolingPoint, dayOf("2026-08-31"))).toBe(false);
    expect(isClosedBySeason(coolingPoint, dayOf("2026-09-01"))).toBe(true);
  });

  it("may be the season that is shut", () => {
    const winterBreak = { from: "12-01", to: "02-28", week: everyDay([]) };
    const hours = givenHours(weekdays(EIGHT_TO_EIGHT), { seasons: [winterBreak] });
    expect(isClosedBySeason(hours, dayOf("2026-01-12"))).toBe(true);
    expect(isClosedBySeason(hours, dayOf("2026-03-02"))).toBe(false);
  });

  it("is not a day off in an open season", () => {
    const hours = givenHours(everyDay([]), { seasons: [{ ...summer, week: weekdays(EIGHT_TO_EIGHT) }] });
    expect(isClosedBySeason(hours, dayOf("2026-06-06"))).toBe(false);
    expect(hoursOfDay(hours, dayOf("2026-06-06"))).toEqual([]);
  });

  it("is not a door that never opens, nor one without seasons", () => {
    expect(isClosedBySeason(givenHours(everyDay([])), dayOf("2026-03-02"))).toBe(false);
    const shutTwice = givenHours(everyDay([]), { seasons: [{ ...summer, week: everyDay([]) }] });
    expect(isClosedBySeason(shutTwice, dayOf("2026-06-01"))).toBe(false);
  });

  it("gives way to a dated exception and to the holidays' own hours", () => {
    const exceptions = [{ date: "2026-03-02", hours: [] }];
    expect(isClosedBySeason({ ...coolingPoint, exceptions }, dayOf("2026-03-02"))).toBe(false);
    expect(isClosedBySeason(coolingPoint, dayOf("2026-10-01"))).toBe(false);
    expect(isClosedBySeason({ ...coolingPoint, holidays: EIGHT_TO_EIGHT }, dayOf("2026-10-01"))).toBe(false);
    expect(isClosedBySeason({ ...coolingPoint, holidays: "as_week" }, dayOf("2026-10-01"))).toBe(true);
  });
});
