import { describe, expect, it } from "vitest";
import { beijingDate, beijingDayNumber } from "../../../shared/common/time.js";
import { holidayFrom, holidaysWithin } from "../../../shared/holidays/coming-holidays.js";
import { askingDue, holidayQuestion, unsaidDays } from "../../../shared/holidays/roll-call.js";
import { beijing, givenHours } from "../../support/given.js";

const dayOf = (date: string) => beijingDayNumber(beijing(`${date}T12:00`));
const told = ({ name, from, to, announced }: ReturnType<typeof holidayFrom>) => ({ name, from, to, announced });

describe("the next holiday", () => {
  it.each([
    // 国务院办公厅关于 2025 年、2026 年部分节假日安排的通知.
    ["2026-09-28", { name: "国庆节", from: "2026-10-01", to: "2026-10-07", announced: true }],
    ["2025-09-20", { name: "国庆节、中秋节", from: "2025-10-01", to: "2025-10-08", announced: true }],
    ["2026-10-05", { name: "国庆节", from: "2026-10-01", to: "2026-10-07", announced: true }],
    ["2026-02-01", { name: "春节", from: "2026-02-15", to: "2026-02-23", announced: true }],
  ])("from %s on is as announced", (date, holiday) => {
    expect(told(holidayFrom(dayOf(date)))).toEqual(holiday);
  });

  it.each([
    // 除夕 to 初三, and three days of 国庆, on the first of which 中秋 falls: 国务院令第 795 号.
    ["2031-01-10", { name: "春节", from: "2031-01-22", to: "2031-01-25", announced: false }],
    ["2031-09-20", { name: "国庆节", from: "2031-10-01", to: "2031-10-03", announced: false }],
  ])("of a year that is not announced, from %s on, is by law", (date, holiday) => {
    expect(told(holidayFrom(dayOf(date)))).toEqual(holiday);
  });

  it("is not told before it is near", () => {
    expect(holidaysWithin(dayOf("2026-09-20"), 10).map(({ from }) => from)).toEqual(["2026-09-25"]);
    expect(holidaysWithin(dayOf("2026-09-21"), 10).map(({ from }) => from)).toEqual(["2026-09-25", "2026-10-01"]);
    expect(holidaysWithin(dayOf("2026-10-08"), 10)).toEqual([]);
  });
});

describe("the question for a holiday", () => {
  const nationalDay = holidayFrom(dayOf("2026-10-01"));

  it("is asked ten days before, of every day that nothing is known of", () => {
    const asked = (at: string) => holidayQuestion(givenHours(), beijing(at))?.holiday.from ?? null;
    expect(asked("2026-09-14T23:59")).toBeNull();
    expect(asked("2026-09-15T00:00")).toBe("2026-09-25");
    expect(holidayQuestion(givenHours(), beijing("2026-09-30T12:00"))?.days).toEqual(nationalDay.days);
  });

  it("asks for days to come only, once the holiday has begun", () => {
    const asked = holidayQuestion(givenHours(), beijing("2026-10-06T09:00"));
    expect(asked?.days.map(beijingDate)).toEqual(["2026-10-06", "2026-10-07"]);
    expect(holidayQuestion(givenHours(), beijing("2026-10-08T00:00"))).toBeNull();
  });

  it("is not asked where the hours say what holds on holidays", () => {
    for (const holidays of ["as_week" as const, [], [{ opens: 600, closes: 900 }]]) {
      expect(unsaidDays(givenHours({ holidays }), nationalDay)).toEqual([]);
    }
  });

  it("leaves out what somebody has answered, and asks for what a notice adds", () => {
    // Answered for the three days of the law, before there was a notice.
    const exceptions = ["2026-10-01", "2026-10-02", "2026-10-03"].map((date) => ({ date, hours: [] }));
    expect(unsaidDays(givenHours({ exceptions }), nationalDay).map(beijingDate)).toEqual([
      "2026-10-04",
      "2026-10-05",
      "2026-10-06",
      "2026-10-07",
    ]);
  });

  it("takes an answer that nobody knows for none", () => {
    const exceptions = [{ date: "2026-10-01", hours: "unknown" as const }];
    expect(unsaidDays(givenHours({ exceptions }), nationalDay)).toHaveLength(7);
  });

  it.each([
    ["2026-09-20", null],
    ["2026-09-21", 10],
    ["2026-09-23", 10],
    ["2026-09-24", 7],
    ["2026-09-27", 7],
    ["2026-09-28", 3],
    ["2026-09-30", 1],
    ["2026-10-01", null],
  ])("is due on %s as that of so many days before: %s", (date, before) => {
    expect(askingDue(nationalDay, dayOf(date))).toBe(before);
  });
});
