import { describe, expect, it } from "vitest";
import type { DayHours, Week } from "../../../shared/stations/hours.js";
import { openingAt, opensForArrival } from "../../../shared/stations/opening.js";
import { beijing, EIGHT_TO_EIGHT, everyDay, givenDoor, givenHours, span, WHOLE_DAY, weekdays } from "./given-hours.js";

// 2026-03-02 is a Monday with no holiday near it. 春节 2026: 15 to 23 February. 国庆: 1 to 7 October.

/** Instants are Beijing wall-clock times; `never` is null. */
type Row = [at: string, state: string, changesAt: string | "never", opensAt?: string | "never"];

function check(door: ReturnType<typeof givenDoor>, [at, state, changesAt, opensAt]: Row) {
  const instant = (text: string) => (text === "never" ? null : beijing(text));
  const opening = openingAt(door, beijing(at));
  expect(opening).toMatchObject({ state, changesAt: instant(changesAt) });
  if (opensAt !== undefined) expect(opening.opensAt).toBe(instant(opensAt));
}

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

describe("调休: Saturday 10 October 2026 is worked", () => {
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

describe("a closure", () => {
  const hours = givenHours(everyDay(EIGHT_TO_EIGHT));
  const from = beijing("2026-03-02T10:00");
  const until = beijing("2026-03-02T15:00");
  const closure = { from, until, reason: "停水" };
  it.each<Row>([
    ["2026-03-02T07:00", "closed", "2026-03-02T08:00", "2026-03-02T08:00"],
    ["2026-03-02T09:29", "open", "2026-03-02T10:00"],
    ["2026-03-02T09:30", "closing_soon", "2026-03-02T10:00"],
    ["2026-03-02T10:00", "temporarily_closed", "2026-03-02T15:00", "2026-03-02T15:00"],
    ["2026-03-02T14:59:59.999", "temporarily_closed", "2026-03-02T15:00"],
    ["2026-03-02T15:00", "open", "2026-03-02T20:00"],
  ])("at %s it is %s until %s", (...row) => check(givenDoor(hours, { closure }), row));

  it("without an end lasts until somebody reopens the door", () => {
    const door = givenDoor(hours, { closure: { ...closure, until: null } });
    check(door, ["2026-03-02T10:00", "temporarily_closed", "never", "never"]);
    check(door, ["2027-03-02T10:00", "temporarily_closed", "never", "never"]);
  });

  it("that ends out of hours leaves a closed door, which opens by its hours", () => {
    const door = givenDoor(hours, { closure: { ...closure, until: beijing("2026-03-02T22:00") } });
    check(door, ["2026-03-02T12:00", "temporarily_closed", "2026-03-02T22:00", "2026-03-03T08:00"]);
  });

  it("that begins before opening puts the opening off", () => {
    const early = { from: beijing("2026-03-02T07:00"), until: beijing("2026-03-02T10:00"), reason: null };
    check(givenDoor(hours, { closure: early }), ["2026-03-02T06:00", "closed", "2026-03-02T07:00", "2026-03-02T10:00"]);
  });

  it("far in the future is not told of yet, and its end always is", () => {
    const far = { from: beijing("2026-05-01T00:00"), until: beijing("2026-08-01T08:00"), reason: null };
    const door = givenDoor(givenHours(everyDay(WHOLE_DAY), { holidays: "as_week" }), { closure: far });
    check(door, ["2026-03-02T12:00", "open", "never"]);
    check(door, ["2026-05-01T00:00", "temporarily_closed", "2026-08-01T08:00", "2026-08-01T08:00"]);
  });

  it("outweighs hours that are not known", () => {
    const door = givenDoor(givenHours(everyDay("unknown")), { closure });
    check(door, ["2026-03-02T12:00", "temporarily_closed", "2026-03-02T15:00", "never"]);
    check(door, ["2026-03-02T09:45", "unknown", "2026-03-02T10:00"]);
  });

  it("that is over changes nothing", () => {
    check(givenDoor(hours, { closure }), ["2026-03-03T12:00", "open", "2026-03-03T20:00"]);
  });
});

describe("reports of a shut door", () => {
  const hours = givenHours(everyDay(EIGHT_TO_EIGHT));
  const door = givenDoor(hours, { reportedClosedUntil: beijing("2026-03-02T13:00") });
  it.each<Row>([
    ["2026-03-02T07:00", "closed", "2026-03-02T08:00", "2026-03-02T13:00"],
    ["2026-03-02T10:00", "reported_closed", "2026-03-02T13:00", "2026-03-02T13:00"],
    ["2026-03-02T12:59:59.999", "reported_closed", "2026-03-02T13:00"],
    ["2026-03-02T13:00", "open", "2026-03-02T20:00"],
  ])("at %s it is %s until %s", (...row) => check(door, row));

  it("say nothing new once the hours say closed", () => {
    const late = givenDoor(hours, { reportedClosedUntil: beijing("2026-03-02T22:00") });
    check(late, ["2026-03-02T19:45", "reported_closed", "2026-03-02T20:00", "2026-03-03T08:00"]);
    check(late, ["2026-03-02T21:00", "closed", "2026-03-03T08:00"]);
  });

  it("outweigh hours that are not known", () => {
    const unknown = givenDoor(givenHours(everyDay("unknown")), { reportedClosedUntil: beijing("2026-03-02T13:00") });
    check(unknown, ["2026-03-02T10:00", "reported_closed", "2026-03-02T13:00", "never"]);
  });

  it("are outweighed by what the keeper says", () => {
    const closure = { from: beijing("2026-03-02T09:00"), until: beijing("2026-03-02T11:00"), reason: null };
    const both = givenDoor(hours, { closure, reportedClosedUntil: beijing("2026-03-02T13:00") });
    check(both, ["2026-03-02T10:00", "temporarily_closed", "2026-03-02T11:00", "2026-03-02T13:00"]);
    check(both, ["2026-03-02T11:00", "reported_closed", "2026-03-02T13:00"]);
  });
});

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
