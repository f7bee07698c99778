import { describe, expect, it } from "vitest";
import type { DayHours, Week } from "../../../shared/stations/hours.js";
import { openingAt } from "../../../shared/stations/opening.js";
import { check, type Row } from "./check-opening.js";
import { beijing, EIGHT_TO_EIGHT, everyDay, givenDoor, givenHours, span, WHOLE_DAY, weekdays } from "./given-hours.js";

// 2026-03-02 is a Monday with no holiday near it. 春节 2026: 15 to 23 February. 国庆: 1 to 7 October.

describe("one span a day", () => {
  const door = givenDoor(givenHours(everyDay(EIGHT_TO_EIGHT)));
  it.each<Row>([
    ["2026-03-02T07:59:59.999", "closed", "2026-03-02T08:00", "2026-03-02T08:00"],
    ["2026-03-02T08:00", "open", "2026-03-02T20:00", "never"],
    ["2026-03-02T12:34:56", "open", "2026-03-02T20:00"],
    ["2026-03-02T19:29:59.999", "open", "2026-03-02T20:00"],
    ["2026-03-02T19:29", "open", "2026-03-02T20:00"],
    ["2026-03-02T19:30", "closing_soon", "2026-03-02T20:00", "never"],
    ["2026-03-02T19:59:59.999", "closing_soon", "2026-03-02T20:00"],
    ["2026-03-02T20:00", "closed", "2026-03-03T08:00", "2026-03-03T08:00"],
    ["2026-03-02T23:59:59.999", "closed", "2026-03-03T08:00"],
    ["2026-03-03T00:00", "closed", "2026-03-03T08:00"],
  ])("at %s it is %s until %s", (...row) => check(door, row));
});

describe("several spans a day", () => {
  const lunch: DayHours = [span("08:30", "12:00"), span("13:00", "17:30"), span("19:00", "21:00")];
  const door = givenDoor(givenHours(weekdays(lunch)));
  it.each<Row>([
    ["2026-03-02T11:29", "open", "2026-03-02T12:00"],
    ["2026-03-02T11:30", "closing_soon", "2026-03-02T12:00"],
    ["2026-03-02T12:00", "closed", "2026-03-02T13:00", "2026-03-02T13:00"],
    ["2026-03-02T13:00", "open", "2026-03-02T17:30"],
    ["2026-03-02T17:30", "closed", "2026-03-02T19:00"],
    ["2026-03-06T21:00", "closed", "2026-03-09T08:30", "2026-03-09T08:30"],
  ])("at %s it is %s until %s", (...row) => check(door, row));

  it("counts spans that touch, or overlap, as one", () => {
    const touching = givenDoor(
      givenHours(everyDay([span("08:00", "12:00"), span("12:00", "14:00"), span("13:00", "18:00")])),
    );
    check(touching, ["2026-03-02T11:45", "open", "2026-03-02T18:00"]);
    check(touching, ["2026-03-02T12:00", "open", "2026-03-02T18:00"]);
  });

  it("does not mind spans out of order", () => {
    const unordered = givenDoor(givenHours(everyDay([span("13:00", "18:00"), span("08:00", "12:00")])));
    check(unordered, ["2026-03-02T12:30", "closed", "2026-03-02T13:00"]);
    check(unordered, ["2026-03-02T18:00", "closed", "2026-03-03T08:00"]);
  });
});

describe("a night span", () => {
  const night: DayHours = [span("18:00", "26:00")];
  it.each<Row>([
    ["2026-03-02T17:59", "closed", "2026-03-02T18:00"],
    ["2026-03-02T23:59:59.999", "open", "2026-03-03T02:00"],
    ["2026-03-03T00:00", "open", "2026-03-03T02:00"],
    ["2026-03-03T01:29", "open", "2026-03-03T02:00"],
    ["2026-03-03T01:30", "closing_soon", "2026-03-03T02:00"],
    ["2026-03-03T02:00", "closed", "2026-03-03T18:00"],
  ])("at %s it is %s until %s", (...row) => check(givenDoor(givenHours(everyDay(night))), row));

  it("runs to its end in a day that is closed", () => {
    const monday: Week = [night, [], [], [], [], [], []];
    const door = givenDoor(givenHours(monday));
    check(door, ["2026-03-03T01:00", "open", "2026-03-03T02:00"]);
    check(door, ["2026-03-03T02:00", "closed", "2026-03-09T18:00"]);
  });

  it("runs from Sunday into Monday", () => {
    const sunday: Week = [[], [], [], [], [], [], night];
    check(givenDoor(givenHours(sunday)), ["2026-03-02T00:30", "open", "2026-03-02T02:00"]);
  });

  it("runs to its end in a holiday of which nothing is known, and only then nothing is known", () => {
    const door = givenDoor(givenHours(everyDay(night)));
    check(door, ["2026-10-01T01:29", "open", "2026-10-01T02:00", "never"]);
    check(door, ["2026-10-01T02:00", "unknown", "2026-10-08T00:00", "2026-10-08T18:00"]);
  });

  it("runs to its end in a holiday that is closed", () => {
    const door = givenDoor(givenHours(everyDay(night), { holidays: [] }));
    check(door, ["2026-10-01T01:30", "closing_soon", "2026-10-01T02:00"]);
    check(door, ["2026-10-01T02:00", "closed", "2026-10-08T18:00"]);
  });

  it("that begins on a holiday follows the holiday's hours", () => {
    const door = givenDoor(givenHours(everyDay([]), { holidays: night }));
    check(door, ["2026-10-08T01:00", "open", "2026-10-08T02:00"]);
  });

  it("outlasts a dated exception of the day it runs into", () => {
    const door = givenDoor(givenHours(everyDay(night), { exceptions: [{ date: "2026-03-03", hours: [] }] }));
    check(door, ["2026-03-03T01:00", "open", "2026-03-03T02:00"]);
    check(door, ["2026-03-03T18:00", "closed", "2026-03-04T18:00"]);
  });

  it("that ends at midnight leaves the next day to itself", () => {
    const door = givenDoor(givenHours(everyDay([span("18:00", "24:00")])));
    check(door, ["2026-03-02T23:30", "closing_soon", "2026-03-03T00:00"]);
    check(door, ["2026-03-03T00:00", "closed", "2026-03-03T18:00"]);
  });
});

describe("open round the clock", () => {
  it("never changes when holidays are no different", () => {
    const door = givenDoor(givenHours(everyDay(WHOLE_DAY), { holidays: "as_week" }));
    check(door, ["2026-03-02T23:59:59.999", "open", "never", "never"]);
    check(door, ["2026-10-01T00:00", "open", "never"]);
  });

  it("changes at the next day of which nothing is known, within two weeks", () => {
    const door = givenDoor(givenHours(everyDay(WHOLE_DAY)));
    check(door, ["2026-09-10T23:59", "open", "never"]);
    check(door, ["2026-09-11T00:00", "open", "2026-09-25T00:00"]);
    check(door, ["2026-09-30T23:45", "open", "2026-10-01T00:00"]);
    check(door, ["2026-10-01T00:00", "unknown", "2026-10-08T00:00", "2026-10-08T00:00"]);
  });

  it("shuts soon where the next day is shut", () => {
    const door = givenDoor(givenHours(weekdays(WHOLE_DAY)));
    check(door, ["2026-03-06T23:29", "open", "2026-03-07T00:00"]);
    check(door, ["2026-03-06T23:30", "closing_soon", "2026-03-07T00:00"]);
    check(door, ["2026-03-07T00:00", "closed", "2026-03-09T00:00"]);
  });

  it("may be written as one long span from eight to eight", () => {
    const door = givenDoor(givenHours(everyDay([span("08:00", "32:00")]), { holidays: "as_week" }));
    check(door, ["2026-03-02T07:59", "open", "never"]);
  });
});

describe("hours with nobody there", () => {
  const bank: DayHours = [span("09:00", "17:00"), span("17:00", "33:00", true)];
  const door = givenDoor(givenHours(everyDay(bank), { holidays: "as_week" }));
  it.each([
    ["2026-03-02T08:59:59.999", true],
    ["2026-03-02T09:00", false],
    ["2026-03-02T16:59:59.999", false],
    ["2026-03-02T17:00", true],
    ["2026-03-03T00:00", true],
  ])("at %s the door opens by itself: %s", (at, unattended) => {
    expect(openingAt(door, beijing(at))).toMatchObject({ state: "open", changesAt: null, unattended });
  });

  it("are attended where any span of the same minute is", () => {
    const both = givenDoor(givenHours(everyDay([span("00:00", "24:00", true), span("09:00", "17:00")])));
    expect(openingAt(both, beijing("2026-03-02T09:00")).unattended).toBe(false);
    expect(openingAt(both, beijing("2026-03-02T17:00")).unattended).toBe(true);
  });

  it("are said of an open door only", () => {
    const shut = { ...door, closure: { from: 0, until: null, reason: null } };
    expect(openingAt(shut, beijing("2026-03-02T18:00")).unattended).toBe(false);
    expect(openingAt(door, beijing("2026-03-02T18:00")).unattended).toBe(true);
  });
});

describe("hours that are not known", () => {
  it("are unknown, for good", () => {
    check(givenDoor(givenHours(everyDay("unknown"))), ["2026-03-02T12:00", "unknown", "never", "never"]);
  });

  it("工作日开放 without hours: unknown on working days, shut at weekends", () => {
    const door = givenDoor(givenHours(weekdays("unknown"), { holidays: [], adjustedWorkdays: "unknown" }));
    check(door, ["2026-03-06T12:00", "unknown", "2026-03-07T00:00", "never"]);
    check(door, ["2026-03-07T12:00", "closed", "2026-03-09T00:00", "never"]);
    check(door, ["2026-10-05T12:00", "closed", "2026-10-08T00:00", "never"]);
    check(door, ["2026-10-10T12:00", "unknown", "2026-10-11T00:00", "never"]);
  });
});
