import { describe, expect, it } from "vitest";
import { hoursWords } from "../../../../miniapp/src/features/stations/hours-lines.js";
import type { DayHours } from "../../../../shared/stations/hours.js";
import { spanWords, weekInShort } from "../../../../shared/stations/hours-words.js";
import { cst, givenHours } from "../../support/given.js";

// A Tuesday without any holiday.
const TUESDAY = cst("2026-03-03T17:35");
const lunch: DayHours = [
  { opens: 510, closes: 720 },
  { opens: 810, closes: 1_050 },
];
const WORKDAYS: DayHours[] = [lunch, lunch, lunch, lunch, lunch, [], "unknown"];

describe("hours in words", () => {
  it.each([
    [{ opens: 510, closes: 720 }, "8:30–12:00"],
    [{ opens: 1_080, closes: 1_560 }, "18:00–次日 2:00"],
    [{ opens: 0, closes: 1_440 }, "24 小时"],
    [{ opens: 0, closes: 1_440, unattended: true as const }, "24 小时(没人值守)"],
    [{ opens: 480, closes: 1_440 }, "8:00–24:00"],
  ])("%o: %s", (span, words) => {
    expect(spanWords(span)).toBe(words);
  });

  it("says today first, and days alike in one line: a lunch break, a closed day and an unknown one", () => {
    const { today, week } = hoursWords(givenHours({ week: WORKDAYS }), TUESDAY);
    expect(today).toEqual({ title: "周二 · 今天", lines: ["8:30–12:00", "13:30–17:30"], isApart: false });
    expect(week).toEqual([
      { title: "周一到周五", lines: ["8:30–12:00", "13:30–17:30"] },
      { title: "周六", lines: ["不开"] },
      { title: "周日", lines: ["不知道"] },
    ]);
  });

  it("marks the day of Beijing, not of the phone", () => {
    const lateMonday = Date.parse("2026-03-02T23:30:00Z"); // already Tuesday in Beijing
    expect(hoursWords(givenHours(), lateMonday).today.title).toBe("周二 · 今天");
  });

  it("says apart what today is when a holiday changes it", () => {
    const { today } = hoursWords(givenHours({ holidays: [] }), cst("2026-10-01T10:00"));
    expect(today).toEqual({ title: "今天 · 节假日", lines: ["不开"], isApart: true });
    expect(hoursWords(givenHours(), TUESDAY).today.isApart).toBe(false);
  });

  it("says a dated exception today and those to come, and forgets those past", () => {
    const exceptions = [
      { date: "2026-03-01", hours: [] as DayHours, note: "停水" },
      { date: "2026-03-03", hours: [] as DayHours, note: "停电" },
      { date: "2026-03-09", hours: lunch },
    ];
    const { today, others } = hoursWords(givenHours({ exceptions }), TUESDAY);
    expect(today).toEqual({ title: "今天 · 停电", lines: ["不开"], isApart: true });
    expect(others.map(({ title }) => title)).toEqual(["节假日", "调休上班日", "3月3日 · 停电", "3月9日"]);
  });

  it("shows the week of the season one is in, and the other as a line", () => {
    const summer = { from: "06-01", to: "08-31", week: WORKDAYS.map((): DayHours => [{ opens: 360, closes: 1_320 }]) };
    const inSummer = hoursWords(givenHours({ seasons: [summer] }), cst("2026-07-07T10:00"));
    expect(inSummer.week[0]?.lines).toEqual(["6:00–22:00"]);
    expect(inSummer.others[0]).toEqual({ title: "其他日子", lines: ["每天 8:30–22:30"] });
    const inMarch = hoursWords(givenHours({ seasons: [summer] }), TUESDAY);
    expect(inMarch.others[0]).toEqual({ title: "6月1日到8月31日", lines: ["每天 6:00–22:00"] });
  });

  it("puts days alike into one line", () => {
    expect(weekInShort(WORKDAYS)).toEqual(["周一到周五 8:30–12:00，13:30–17:30", "周六 不开", "周日 不知道"]);
  });
});
