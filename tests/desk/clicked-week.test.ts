import { describe, expect, it } from "vitest";
import { clickableHours, slotState, withClick, withSameDays } from "../../desk/src/stations/clicked-week.js";
import { parseHoursText } from "../../shared/stations/hours-text.js";
import { hoursToWrite } from "../../shared/stations/hours-to-write.js";

const weekOf = (text: string) => parseHoursText(text).hours.week;
const hoursOf = (text: string) => {
  const hours = clickableHours(text);
  if (hours === null) throw new Error(`${text} cannot be clicked`);
  return hours;
};

it("writes hours so that they are read again as the same, holidays that nobody knows included", () => {
  for (const text of [
    "周一至周五 8:30-12:00,13:30-17:30",
    "每天 24 小时",
    "6月至9月 8:00-20:00;10月至5月 9:00-18:00",
  ]) {
    const { hours } = parseHoursText(text);
    expect(parseHoursText(hoursToWrite(hours)).hours).toEqual(hours);
  }
});

describe("a week that is clicked", () => {
  it("opens the hour that was clicked and is read as that", () => {
    const text = withClick(hoursOf("周一至周五 8:00-12:00"), 0, 12);
    expect(weekOf(text)[0]).toEqual([{ opens: 480, closes: 780 }]);
    expect(weekOf(text)[1]).toEqual([{ opens: 480, closes: 720 }]);
  });

  it("shuts an open hour, which leaves a break", () => {
    const text = withClick(hoursOf("每天 8:00-18:00"), 6, 12);
    expect(weekOf(text)[6]).toEqual([
      { opens: 480, closes: 720 },
      { opens: 780, closes: 1080 },
    ]);
  });

  it("keeps the half hours of the day", () => {
    const hours = hoursOf("每天 8:30-17:30");
    expect([slotState(hours.week[0] ?? "unknown", 8), slotState(hours.week[0] ?? "unknown", 9)]).toEqual([
      "half",
      "open",
    ]);
    expect(weekOf(withClick(hours, 0, 18))[0]).toEqual([
      { opens: 510, closes: 1050 },
      { opens: 1080, closes: 1140 },
    ]);
  });

  it("begins with hours that nobody knows", () => {
    const hours = hoursOf("");
    expect(slotState(hours.week[0] ?? "unknown", 8)).toBe("unknown");
    const text = withClick(hours, 0, 8);
    expect(weekOf(text)[0]).toEqual([{ opens: 480, closes: 540 }]);
    expect(weekOf(text)[1]).toEqual([]);
  });

  it("gives Monday's hours to the other working days", () => {
    const text = withSameDays(hoursOf("周一 8:00-17:00;周二至周日 9:00-12:00"), 0);
    expect(weekOf(text)[4]).toEqual([{ opens: 480, closes: 1020 }]);
    expect(weekOf(text)[5]).toEqual([{ opens: 540, closes: 720 }]);
  });

  it("is not offered for hours that change with the season, nor for what is not understood", () => {
    expect(clickableHours("6月至9月 8:00-20:00;10月至5月 9:00-18:00")).toBeNull();
    expect(clickableHours("看情况")).toBeNull();
  });
});
