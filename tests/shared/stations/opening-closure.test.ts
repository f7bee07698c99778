import { describe, it } from "vitest";
import { check, type Row } from "./check-opening.js";
import { beijing, EIGHT_TO_EIGHT, everyDay, givenDoor, givenHours, WHOLE_DAY } from "./given-hours.js";

// 2026-03-02 is a Monday with no holiday near it. 春节 2026: 15 to 23 February. 国庆: 1 to 7 October.

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
