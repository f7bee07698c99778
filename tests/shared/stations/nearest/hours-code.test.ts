import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beijingDayNumber, MINUTE_MS } from "../../../../shared/common/time.js";
import type { DayHours } from "../../../../shared/stations/hours.js";
import { hoursCode, hoursOfCode } from "../../../../shared/stations/nearest/hours-code.js";
import { PostedTimeline } from "../../../../shared/stations/nearest/posted-timeline.js";
import { postedAt } from "../../../../shared/stations/posted-hours.js";
import { beijing, givenHours } from "../../../support/given.js";

const span = fc
  .record({
    opens: fc.integer({ min: 0, max: 1_439 }),
    length: fc.integer({ min: 1, max: 1_440 }),
    unattended: fc.boolean(),
  })
  .map(({ opens, length, unattended }) => ({
    opens,
    closes: opens + length,
    ...(unattended ? { unattended: true as const } : {}),
  }));
const day: fc.Arbitrary<DayHours> = fc.oneof(fc.array(span, { maxLength: 3 }), fc.constant("unknown" as const));
const week = fc.oneof(
  fc.array(day, { minLength: 7, maxLength: 7 }),
  day.map((same) => Array.from({ length: 7 }, () => same)),
);
const special = fc.oneof(day, fc.constant("as_week" as const), fc.record({ week }));
const hours = fc
  .record({
    week,
    holidays: special,
    adjustedWorkdays: special,
    seasons: fc.array(
      fc.record(
        { from: fc.constant("09-01"), to: fc.constant("02-28"), week, holidays: special },
        { requiredKeys: ["from", "to", "week"] },
      ),
      { maxLength: 1 },
    ),
    namedDays: fc.array(fc.record({ day: fc.constantFrom("10-01", "eve-of-holiday"), hours: day }), { maxLength: 1 }),
    exceptions: fc.array(fc.record({ date: fc.constantFrom("2026-10-01", "2026-10-02"), hours: day }), {
      maxLength: 2,
    }),
  })
  .map(givenHours);

describe("hours as a short text", () => {
  it("come back as they were, but for notes", () => {
    fc.assert(
      fc.property(hours, (any) => {
        expect(hoursOfCode(hoursCode({ ...any, note: "看门口" }))).toEqual(any);
      }),
    );
  });
});

describe("posted hours worked out for two days", () => {
  it("say what the rule says, of those days and of any other", () => {
    const minute = fc.integer({ min: -4 * 1_440, max: 6 * 1_440 });
    fc.assert(
      fc.property(hours, fc.array(minute, { minLength: 20, maxLength: 20 }), fc.nat(120_000), (any, minutes, rest) => {
        const asked = beijing("2026-09-30T12:00");
        const timeline = new PostedTimeline(any);
        for (const minutesOn of minutes) {
          const instant = asked + minutesOn * MINUTE_MS + rest;
          expect(timeline.stateAt(instant, beijingDayNumber(asked))).toBe(postedAt(any, instant).state);
        }
      }),
    );
  });
});
