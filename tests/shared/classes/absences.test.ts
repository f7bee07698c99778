import { describe, expect, it } from "vitest";
import { absenceStanding } from "../../../shared/classes/absences.js";
import { DEFAULT_BOOKING_RULES } from "../../../shared/classes/booking-rules.js";
import { DAY_MS } from "../../../shared/common/time.js";
import { beijing } from "../../support/given.js";

const NOW = beijing("2026-11-24T10:00");
const daysAgo = (...days: number[]) => days.map((day) => NOW - day * DAY_MS);

describe("what absences mean", () => {
  it.each([
    ["none", [], 0, null, false],
    ["one", [5], 1, null, false],
    ["two: a warning", [40, 5], 2, null, true],
    ["three within 60 days: a pause of 30 days from the last", [59, 40, 5], 3, 25, true],
    ["the third just now", [20, 10, 0], 3, 30, true],
    ["three on 60 days: not within them", [60, 40, 0], 2, null, true],
    ["the pause over, the absences still counted", [50, 40, 30], 3, null, true],
    ["the last day of the pause", [50, 40, 29], 3, 1, true],
    ["a fourth after the pause begins a new one", [50, 40, 31, 0], 4, 30, true],
    ["absences long ago", [200, 190, 180], 0, null, false],
  ])("%s", (_, days, count, pausedForDays, warned) => {
    expect(absenceStanding(daysAgo(...days), DEFAULT_BOOKING_RULES, NOW)).toEqual({
      count,
      pausedUntil: pausedForDays === null ? null : NOW + pausedForDays * DAY_MS,
      warned,
    });
  });
});
