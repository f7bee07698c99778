import { describe, expect, it } from "vitest";
import {
  beijingDate,
  beijingDayNumber,
  beijingMinuteOfDay,
  startOfBeijingDay,
  weekdayOf,
} from "../../../shared/common/time.js";

describe("Beijing time, on a machine far from Beijing", () => {
  it("runs these tests far from Beijing", () => {
    expect(new Date(Date.UTC(2026, 2, 2)).getHours()).not.toBe(8);
  });

  it.each([
    ["2026-03-01T15:59:59.999Z", "2026-03-01", 1_439, 6],
    ["2026-03-01T16:00:00Z", "2026-03-02", 0, 0],
    ["2026-03-02T00:30:59Z", "2026-03-02", 510, 0],
    ["2026-03-02T15:59:00Z", "2026-03-02", 1_439, 0],
    ["2024-02-28T16:00:00Z", "2024-02-29", 0, 3],
    ["2026-12-31T16:00:00Z", "2027-01-01", 0, 4],
    ["1969-12-31T15:00:00Z", "1969-12-31", 1_380, 2],
  ])("%s is %s in Beijing, minute %i, weekday %i", (instant, date, minute, weekday) => {
    const at = Date.parse(instant);
    const day = beijingDayNumber(at);
    expect(beijingDate(day)).toBe(date);
    expect(beijingMinuteOfDay(at)).toBe(minute);
    expect(weekdayOf(day)).toBe(weekday);
    expect(startOfBeijingDay(day)).toBe(Date.parse(`${date}T00:00+08:00`));
  });
});
