import { describe, expect, it } from "vitest";
import {
  datesOfWeeks,
  minutesBetween,
  readCategory,
  readDate,
  readDates,
  readMinutes,
  readTermWeeks,
  readTimeSpan,
  readWeekdays,
  splitDaysAndTime,
} from "../../../../shared/classes/import/schedule-cells.js";
import { scheduleWords } from "../../../../shared/classes/schedule-words.js";

describe("the cells of a timetable", () => {
  it.each([
    ["周三", [2]],
    ["星期日", [6]],
    ["每周一、四", [0, 3]],
    ["周四,周一", [0, 3]],
    ["周四，周一", [0, 3]],
    ["周二；周五", [1, 4]],
    ["一三五", [0, 2, 4]],
    ["周一至周五", [0, 1, 2, 3, 4]],
    ["1-3", [0, 1, 2]],
    ["周末", [5, 6]],
    ["每天", [0, 1, 2, 3, 4, 5, 6]],
    ["周八", null],
    ["有空就上", null],
    ["五至一", null],
    ["3-6周", null],
    ["第3-16周", null],
    ["周三(双周)", null],
  ])("weekdays: %s", (text, expected) => {
    expect(readWeekdays(text)).toEqual(expected);
  });

  it.each([
    ["19:00", "19:00", null],
    ["9:30", "09:30", null],
    ["19:00:00", "19:00", null],
    ["19:00-20:30", "19:00", "20:30"],
    ["9点半至11点", "09:30", "11:00"],
    ["晚上7点", "19:00", null],
    ["19时30分", "19:30", null],
    ["下午2:00-4:00", "14:00", "16:00"],
    ["下午 2:15—3:45", "14:15", "15:45"],
    ["中午1:00-2:00", "13:00", "14:00"],
    ["中午12:30-1:30", "12:30", "13:30"],
    ["中午11:30-1:00", "11:30", "13:00"],
    ["晚7点半-9点", "19:30", "21:00"],
    ["早上6:30-7:30", "06:30", "07:30"],
    ["06:30-07:30", "06:30", "07:30"],
    ["23:00-00:30", "23:00", "00:30"],
  ])("times: %s", (text, startsAt, endsAt) => {
    expect(readTimeSpan(text)).toEqual({ startsAt, endsAt });
  });

  it.each(["2:30-4:00", "02:30-04:00", "2:30", "3点-5点", "7:00-8:30", "12:00-1:00", "9:00-5:00"])(
    "asks whether %s is in the morning or later",
    (text) => {
      expect(readTimeSpan(text)).toEqual({ unclear: expect.stringContaining("分不清") });
    },
  );

  it.each(["25:00", "19:60", "七点钟头", "19", "19:00-"])("times that are none: %s", (text) => {
    expect(readTimeSpan(text)).toBeNull();
  });

  it("how long a class lasts, over midnight too", () => {
    expect(minutesBetween("19:00", "20:30")).toBe(90);
    expect(minutesBetween("23:00", "00:30")).toBe(90);
    expect(["90", "90分钟", "1.5小时", "一会儿"].map(readMinutes)).toEqual([90, 90, 90, null]);
  });

  it("dates, and none that the calendar has not", () => {
    expect(["2026-12-05", "2026/12/5", "2026年12月5日"].map(readDate)).toEqual(Array(3).fill("2026-12-05"));
    expect(["46361", "46361.0"].map(readDate)).toEqual(["2026-12-05", "2026-12-05"]);
    expect(["2026-02-30", "12-05", "明天"].map(readDate)).toEqual([null, null, null]);
    expect(readDates("2026-12-12、2026/12/5")).toEqual({ dates: ["2026-12-05", "2026-12-12"] });
    expect(readDates("2026-12-12，2026-12-05；2026-12-19")).toEqual({
      dates: ["2026-12-05", "2026-12-12", "2026-12-19"],
    });
    expect(readDates("2026-12-12、下周")).toEqual({ notADate: "下周" });
  });

  it("weeks of a term become dates, counted from the week in which it begins", () => {
    expect(readTermWeeks("第3-16周")).toEqual({ weeks: { from: 3, to: 16, parity: null }, rest: "" });
    expect(readTermWeeks("周三(双周)")).toEqual({ weeks: { from: null, to: null, parity: "even" }, rest: "周三" });
    expect(readTermWeeks("周三（双周）")).toEqual({ weeks: { from: null, to: null, parity: "even" }, rest: "周三" });
    expect(readTermWeeks("第2-5周单周 周四")).toEqual({ weeks: { from: 2, to: 5, parity: "odd" }, rest: "周四" });
    expect(readTermWeeks("周一至周五")).toBeNull();
    const weeks = { from: 2, to: 5, parity: "odd" } as const;
    expect(datesOfWeeks(weeks, [0, 3], "2026-09-02")).toEqual(["2026-09-14", "2026-09-17", "2026-09-28", "2026-10-01"]);
  });

  it("days and time in one cell", () => {
    expect(splitDaysAndTime("每周三19:00-20:30")).toEqual({ days: "每周三", time: "19:00-20:30" });
    expect(splitDaysAndTime("周一、四 下午2:00-4:00")).toEqual({ days: "周一、四", time: "下午2:00-4:00" });
    expect(splitDaysAndTime("周三，周五：19:00-20:30")).toEqual({ days: "周三，周五", time: "19:00-20:30" });
    expect(splitDaysAndTime("19:00-20:30")).toBeNull();
  });

  it("categories by their label and by words they go by", () => {
    expect(["瑜伽", "广场舞", "国画", "毛笔字", "唱歌", "其他", "足球"].map(readCategory)).toEqual([
      "yoga",
      "dance",
      "painting",
      "calligraphy",
      "vocal",
      "other",
      null,
    ]);
  });

  it("are said back in words", () => {
    const weekly = {
      kind: "weekly",
      startsAt: "23:00",
      durationMinutes: 90,
      from: "2026-11-01",
      until: "2026-12-31",
    } as const;
    expect(scheduleWords({ ...weekly, weekdays: [3, 0], holidays: "skip", except: ["2026-11-26"] })).toBe(
      "每周一、四 23:00–次日00:30，2026-11-01 到 2026-12-31，节假日不上，2026-11-26 不上",
    );
    expect(scheduleWords({ ...weekly, weekdays: [0, 1, 2, 3, 4, 5, 6], holidays: "keep", except: [] })).toMatch(
      /^每天 .*节假日照常上$/,
    );
    const dates = [{ date: "2026-12-05", startsAt: "09:00", durationMinutes: 60 }];
    expect(scheduleWords({ kind: "dates", dates })).toBe("2026-12-05 09:00–10:00");
  });
});
