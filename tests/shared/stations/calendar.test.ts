import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { beijingDate, beijingDayNumber } from "../../../shared/common/time.js";
import { calendarDay, dayKind, isNamedDay, isYearAnnounced } from "../../../shared/stations/calendar.js";
import { beijing } from "./given-hours.js";

describe("the calendar of an announced year", () => {
  it.each([
    ["2026-01-01", "holiday", "元旦"],
    ["2026-01-03", "holiday", "a Saturday within 元旦"],
    ["2026-01-04", "adjusted_workday", "the Sunday worked for 元旦"],
    ["2026-02-14", "adjusted_workday", "the Saturday worked for 春节"],
    ["2026-02-15", "holiday", "the first day of 春节"],
    ["2026-02-23", "holiday", "the last day of 春节"],
    ["2026-02-24", "ordinary", "the day after 春节"],
    ["2026-03-02", "ordinary", "a Monday"],
    ["2026-03-07", "ordinary", "a Saturday that nobody announced anything about"],
    ["2026-09-20", "adjusted_workday", "the Sunday worked for 国庆"],
    ["2026-09-30", "ordinary", "the eve of 国庆"],
    ["2026-10-01", "holiday", "国庆"],
    ["2026-10-07", "holiday", "the last day of 国庆"],
    ["2026-10-08", "ordinary", "the day after 国庆"],
    ["2026-10-10", "adjusted_workday", "the Saturday worked for 国庆"],
  ])("%s is %s: %s", (date, kind) => {
    expect(dayKind(date)).toBe(kind);
  });

  it("is known from 2004 to the last year that was announced", () => {
    expect(isYearAnnounced("2003-12-31")).toBe(false);
    expect(isYearAnnounced("2004-01-01")).toBe(true);
    expect(isYearAnnounced("2026-12-31")).toBe(true);
    expect(isYearAnnounced("2099-01-01")).toBe(false);
  });
});

describe("days by name", () => {
  it.each([
    ["lunar-new-year-eve", "2026-02-16", "2026-02-15"],
    ["lunar-new-year-eve", "2025-01-28", "2025-01-27"],
    ["lunar-01-01", "2026-02-17", "2026-02-16"],
    ["lunar-01-15", "2026-03-03", "2026-03-04"],
    ["spring_festival", "2026-02-23", "2026-02-24"],
    ["spring_festival", "2099-01-23", "2099-01-24"],
    ["new_year", "2026-01-02", "2026-01-04"],
    ["qingming", "2099-04-04", "2099-04-05"],
    ["labour_day", "2026-05-02", "2026-05-09"],
    ["dragon_boat", "2026-06-19", "2026-06-22"],
    ["mid_autumn", "2026-09-26", "2026-09-28"],
    ["national_day", "2026-10-07", "2026-10-08"],
    ["national_day", "2099-10-02", "2099-05-02"],
    ["eve-of-holiday", "2026-09-30", "2026-10-01"],
    ["day-after-holiday", "2026-10-08", "2026-10-09"],
    ["03-12", "2026-03-12", "2026-03-13"],
  ])("%s is %s and not %s", (name, day, other) => {
    expect(isNamedDay(beijingDayNumber(beijing(`${day}T12:00`)), name)).toBe(true);
    expect(isNamedDay(beijingDayNumber(beijing(`${other}T12:00`)), name)).toBe(false);
  });
});

describe("the calendar of a year that is not announced", () => {
  it.each([
    ["2099-01-01", "holiday", "元旦"],
    ["2099-01-02", "ordinary", "a day that an announcement would add to 元旦"],
    ["2099-01-20", "holiday", "除夕"],
    ["2099-01-21", "holiday", "初一"],
    ["2099-01-23", "holiday", "初三"],
    ["2099-01-24", "ordinary", "初四"],
    ["2099-04-04", "holiday", "清明"],
    ["2099-05-01", "holiday", "劳动节"],
    ["2099-05-02", "holiday", "the second day of 劳动节"],
    ["2099-05-03", "ordinary", "the third"],
    ["2099-10-03", "holiday", "the third day of 国庆"],
    ["2099-10-04", "ordinary", "the fourth"],
  ])("%s is %s: %s", (date, kind) => {
    expect(dayKind(date)).toBe(kind);
  });

  it("says so", () => {
    expect(calendarDay(beijingDayNumber(beijing("2099-03-02T12:00")))).toMatchObject({
      date: "2099-03-02",
      monthDay: "03-02",
      weekday: 0,
      announced: false,
    });
  });

  it("has the holidays that the announcements of 2025 and 2026 have by law", () => {
    const byLaw = (year: string) => HOLIDAYS_BY_LAW[year] ?? [];
    for (const date of [...byLaw("2025"), ...byLaw("2026")]) expect([date, dayKind(date)]).toEqual([date, "holiday"]);
  });

  it("agrees with the published lunar calendar on the movable feasts of the years to come", () => {
    const feasts = (year: number) =>
      datesOf(year)
        .filter((date) => dayKind(date) === "holiday")
        .filter((date) => !/-(01-01|05-0[12]|10-0[123])$/.test(date));
    // 除夕 to 初三, 清明, 端午, 中秋. In 2028 a second fifth month follows, which brings no second 端午.
    expect(feasts(2028)).toEqual(["2028-01-25", "2028-01-26", "2028-01-27", "2028-01-28", "2028-04-04", "2028-05-28"]);
    expect(feasts(2029)).toEqual([
      "2029-02-12",
      "2029-02-13",
      "2029-02-14",
      "2029-02-15",
      "2029-04-04",
      "2029-06-16",
      "2029-09-22",
    ]);
  });
});

it.each(["Pacific/Honolulu", "America/New_York", "Asia/Shanghai", "Pacific/Kiritimati"])(
  "gives every day of 2025 to 2028 the same kind on a machine in %s",
  (zone) => {
    const script = `
      import { dayKind } from "./shared/stations/calendar.ts";
      const kinds = [];
      for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000)
        kinds.push(dayKind(new Date(day).toISOString().slice(0, 10))[0]);
      console.log(kinds.join(""));`;
    const kinds = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    }).trim();
    const here = [2025, 2026, 2027, 2028].flatMap(datesOf).map((date) => dayKind(date)[0]);
    expect(kinds).toBe(here.join(""));
  },
);

function datesOf(year: number): string[] {
  const first = Date.UTC(year, 0, 1) / 86_400_000;
  const next = Date.UTC(year + 1, 0, 1) / 86_400_000;
  return Array.from({ length: next - first }, (_, i) => beijingDate(first + i));
}

/** 放假 days of the two years that the law itself names: thirteen each, 中秋 2025 among those of 国庆. */
const HOLIDAYS_BY_LAW: Record<string, string[]> = {
  2025: [
    "2025-01-01",
    ...["2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"],
    "2025-04-04",
    ...["2025-05-01", "2025-05-02"],
    "2025-05-31",
    "2025-10-06",
    ...["2025-10-01", "2025-10-02", "2025-10-03"],
  ],
  2026: [
    "2026-01-01",
    ...["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19"],
    "2026-04-05",
    ...["2026-05-01", "2026-05-02"],
    "2026-06-19",
    "2026-09-25",
    ...["2026-10-01", "2026-10-02", "2026-10-03"],
  ],
};
