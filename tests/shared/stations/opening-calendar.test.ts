import { describe, expect, it } from "vitest";
import { openingAt } from "../../../shared/stations/opening.js";
import { check, type Row } from "./check-opening.js";
import { beijing, EIGHT_TO_EIGHT, everyDay, givenDoor, givenHours, span, WHOLE_DAY, weekdays } from "./given-hours.js";

// 2026-03-02 is a Monday with no holiday near it. 春节 2026: 15 to 23 February. 国庆: 1 to 7 October.

describe("public holidays", () => {
  const at = "2026-10-01T12:00";
  const week = everyDay(EIGHT_TO_EIGHT);
  it.each<[string, Parameters<typeof givenHours>[1], Row]>([
    ["unmentioned", {}, [at, "unknown", "2026-10-08T00:00", "2026-10-08T08:00"]],
    ["shut", { holidays: [] }, [at, "closed", "2026-10-08T08:00"]],
    ["with hours of their own", { holidays: [span("10:00", "16:00")] }, [at, "open", "2026-10-01T16:00"]],
    ["as in any week", { holidays: "as_week" }, [at, "open", "2026-10-01T20:00"]],
  ])("%s", (_, rest, row) => check(givenDoor(givenHours(week, rest)), row));

  it("begin and end at midnight", () => {
    const door = givenDoor(givenHours(everyDay(WHOLE_DAY), { holidays: [] }));
    check(door, ["2026-09-30T23:59:59.999", "closing_soon", "2026-10-01T00:00"]);
    check(door, ["2026-10-07T23:59:59.999", "closed", "2026-10-08T00:00"]);
    check(door, ["2026-10-08T00:00", "open", "never"]);
  });

  it("are outweighed by a dated exception", () => {
    const exceptions = [
      { date: "2026-10-01", hours: [span("09:00", "12:00")] },
      { date: "2026-10-08", hours: [] },
      { date: "2026-10-09", hours: "unknown" as const },
    ];
    const door = givenDoor(givenHours(week, { holidays: [], exceptions }));
    check(door, ["2026-10-01T10:00", "open", "2026-10-01T12:00"]);
    check(door, ["2026-10-08T10:00", "closed", "2026-10-09T00:00", "2026-10-10T08:00"]);
    check(door, ["2026-10-09T10:00", "unknown", "2026-10-10T00:00"]);
  });

  it("outweigh a season", () => {
    const seasons = [{ from: "09-01", to: "11-30", week: everyDay(WHOLE_DAY) }];
    check(givenDoor(givenHours(week, { seasons })), [at, "unknown", "2026-10-08T00:00"]);
    check(givenDoor(givenHours(week, { seasons, holidays: "as_week" })), [at, "open", "never"]);
  });
});

describe("调休：Saturday 10 October 2026 is worked", () => {
  const at = "2026-10-10T12:00";
  const week = weekdays(EIGHT_TO_EIGHT);
  it.each<[string, Parameters<typeof givenHours>[1], Row]>([
    ["keeps the hours of its weekday", {}, [at, "closed", "2026-10-12T08:00"]],
    ["has hours of its own", { adjustedWorkdays: EIGHT_TO_EIGHT }, [at, "open", "2026-10-10T20:00"]],
    ["is unknown", { adjustedWorkdays: "unknown" }, [at, "unknown", "2026-10-11T00:00"]],
    ["is shut", { adjustedWorkdays: [] }, [at, "closed", "2026-10-12T08:00"]],
    [
      "has an exception",
      { adjustedWorkdays: [], exceptions: [{ date: "2026-10-10", hours: WHOLE_DAY }] },
      [at, "open", "2026-10-11T00:00"],
    ],
  ])("%s", (_, rest, row) => check(givenDoor(givenHours(week, rest)), row));

  it("a Saturday that nobody announced is a Saturday", () => {
    const door = givenDoor(givenHours(week, { adjustedWorkdays: EIGHT_TO_EIGHT }));
    check(door, ["2026-03-07T12:00", "closed", "2026-03-09T08:00"]);
  });
});

describe("seasons", () => {
  const summer = { from: "06-01", to: "08-31", week: everyDay([span("06:00", "22:00")]) };
  const winter = { from: "11-15", to: "03-15", week: everyDay([span("09:00", "17:00")]) };
  const door = givenDoor(givenHours(everyDay(EIGHT_TO_EIGHT), { holidays: "as_week", seasons: [summer, winter] }));
  it.each<Row>([
    ["2026-05-31T21:00", "closed", "2026-06-01T06:00"],
    ["2026-06-01T21:00", "open", "2026-06-01T22:00"],
    ["2026-08-31T21:00", "open", "2026-08-31T22:00"],
    ["2026-09-01T06:30", "closed", "2026-09-01T08:00"],
    ["2026-11-14T08:30", "open", "2026-11-14T20:00"],
    ["2026-11-15T08:30", "closed", "2026-11-15T09:00"],
    ["2026-12-31T17:00", "closed", "2027-01-01T09:00"],
    ["2026-01-01T08:30", "closed", "2026-01-01T09:00"],
    ["2026-03-15T18:00", "closed", "2026-03-16T08:00"],
    ["2026-03-16T08:30", "open", "2026-03-16T20:00"],
  ])("at %s it is %s until %s", (...row) => check(door, row));

  it("hold the leap day between their ends", () => {
    const toLeapDay = { from: "02-01", to: "02-29", week: everyDay(WHOLE_DAY) };
    const leap = givenDoor(givenHours(everyDay([]), { holidays: "as_week", seasons: [toLeapDay] }));
    check(leap, ["2024-02-29T12:00", "open", "2024-03-01T00:00"]);
    check(leap, ["2025-02-28T12:00", "open", "2025-03-01T00:00"]);
    const toTheDayBefore = { from: "02-01", to: "02-28", week: everyDay(WHOLE_DAY) };
    const short = givenDoor(givenHours(everyDay([]), { holidays: "as_week", seasons: [toTheDayBefore] }));
    check(short, ["2024-02-29T12:00", "closed", "never"]);
  });

  it("may be one day long", () => {
    const oneDay = { from: "03-03", to: "03-03", week: everyDay(WHOLE_DAY) };
    const once = givenDoor(givenHours(everyDay([]), { seasons: [oneDay] }));
    check(once, ["2026-03-02T12:00", "closed", "2026-03-03T00:00"]);
    check(once, ["2026-03-03T12:00", "open", "2026-03-04T00:00"]);
  });

  it("that overlap give way to the first", () => {
    const first = { from: "03-01", to: "03-31", week: everyDay([]) };
    const second = { from: "03-01", to: "12-31", week: everyDay(WHOLE_DAY) };
    const both = givenDoor(givenHours(everyDay(EIGHT_TO_EIGHT), { holidays: "as_week", seasons: [first, second] }));
    check(both, ["2026-03-31T12:00", "closed", "2026-04-01T00:00"]);
  });

  it("a night span that begins in a season ends after it", () => {
    const nights = { from: "06-01", to: "08-31", week: everyDay([span("20:00", "30:00")]) };
    const summerNights = givenDoor(givenHours(everyDay([]), { seasons: [nights] }));
    check(summerNights, ["2026-09-01T05:00", "open", "2026-09-01T06:00"]);
    check(summerNights, ["2026-09-01T06:00", "closed", "never", "never"]);
  });
});

describe("a year whose holidays are not announced", () => {
  const door = givenDoor(givenHours(everyDay(EIGHT_TO_EIGHT)));
  it("says so, and keeps ordinary hours", () => {
    expect(openingAt(door, beijing("2099-03-02T12:00"))).toMatchObject({ state: "open", calendarKnown: false });
  });

  it("still has the holidays fixed by law", () => {
    check(door, ["2099-10-01T12:00", "unknown", "2099-10-04T00:00", "2099-10-04T08:00"]);
  });

  it("is told of where the arrival or the next change falls into it", () => {
    const noon = beijing("2026-12-31T12:00");
    expect(openingAt(door, noon).calendarKnown).toBe(true);
    expect(openingAt(door, noon, beijing("2099-01-05T12:00")).calendarKnown).toBe(false);
    const lastEvening = openingAt(givenDoor(door.hours), beijing("2003-12-31T21:00"));
    expect(lastEvening).toMatchObject({ changesAt: beijing("2004-01-01T00:00"), calendarKnown: false });
  });
});
