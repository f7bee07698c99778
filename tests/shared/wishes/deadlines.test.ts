import { describe, expect, it } from "vitest";
import { afterCalendarDays, afterWorkingDays, dueIn } from "../../../shared/wishes/deadlines.js";
import { DEFAULT_WISH_SETTINGS } from "../../../shared/wishes/wish-settings.js";
import { beijing } from "../../support/given.js";

describe("working days", () => {
  it.each([
    ["an ordinary week", "2026-11-24T10:00", "2026-11-26T10:00"],
    ["a weekend between", "2026-11-27T17:30", "2026-12-01T17:30"],
    ["begun on a Saturday", "2026-11-28T09:00", "2026-12-01T09:00"],
    ["National Day between (1 to 7 October)", "2026-09-30T09:00", "2026-10-09T09:00"],
    ["a Saturday that is worked (10 October)", "2026-10-09T09:00", "2026-10-12T09:00"],
    ["a Sunday that is worked (20 September)", "2026-09-18T09:00", "2026-09-21T09:00"],
    ["an evening that is the next day elsewhere", "2026-11-24T23:50", "2026-11-26T23:50"],
    ["the law's days in a year not announced", "2030-12-31T09:00", "2031-01-03T09:00"],
  ])("two over %s", (_, from, to) => {
    expect(afterWorkingDays(beijing(from), 2)).toBe(beijing(to));
  });
});

describe("calendar days", () => {
  it.each([
    [7, "2026-11-24T10:00", "2026-12-01T10:00"],
    [15, "2026-11-24T10:00", "2026-12-09T10:00"],
    // A weekend is no public holiday.
    [7, "2026-11-21T10:00", "2026-11-28T10:00"],
    // Into National Day, and off it.
    [7, "2026-09-25T10:00", "2026-10-08T10:00"],
    [15, "2026-09-16T10:00", "2026-10-08T10:00"],
    [7, "2026-09-30T23:59", "2026-10-08T23:59"],
  ])("%i after %s end %s", (days, from, to) => {
    expect(afterCalendarDays(beijing(from), days)).toBe(beijing(to));
  });
});

describe("the deadline of a state", () => {
  const at = beijing("2026-11-24T10:00");
  const due = (state: Parameters<typeof dueIn>[0], before: number | null = null) =>
    dueIn(state, at, DEFAULT_WISH_SETTINGS, before);

  it("is two working days for a look, 14 days for an answer, 7 days for a claim, 15 to be ready, 7 to be confirmed", () => {
    expect(due("submitted")).toBe(beijing("2026-11-26T10:00"));
    expect(due("need_info")).toBe(beijing("2026-12-08T10:00"));
    expect(due("approved")).toBe(beijing("2026-12-01T10:00"));
    expect(due("claimed")).toBe(beijing("2026-12-09T10:00"));
    expect(due("delivered")).toBe(beijing("2026-12-01T10:00"));
  });

  it("stays that of the claim when it is ready", () => {
    expect(due("ready", 42)).toBe(42);
  });

  it("of a question is moved off National Day, as the others are", () => {
    const asked = dueIn("need_info", beijing("2026-09-18T10:00"), DEFAULT_WISH_SETTINGS, null);
    expect(asked).toBe(beijing("2026-10-08T10:00"));
  });

  it("is none where nobody is waited for", () => {
    for (const state of ["rejected", "fulfilled", "withdrawn"] as const) expect(due(state)).toBeNull();
  });
});
