import { describe, expect, it } from "vitest";
import { readServiceHours } from "../../../../shared/stations/services/read-service-hours.js";

const TODAY = "2026-11-30";
const datesOf = (text: string, today = TODAY) =>
  readServiceHours(text, today).hours?.exceptions.map(({ date, hours }) => [
    date,
    ...(hours === "unknown" ? [] : hours.map(({ opens, closes }) => `${opens}-${closes}`)),
  ]);

describe("when a service is there", () => {
  it("is read like the hours of a door", () => {
    const { hours } = readServiceHours("每周二下午2点到4点", TODAY);
    expect(hours?.week).toEqual([[], [{ opens: 840, closes: 960 }], [], [], [], [], []]);
    expect(hours).toMatchObject({ holidays: "unknown", exceptions: [], written: "每周二下午2点到4点" });
  });

  it.each([
    ["12月5日9:00-11:00", [["2026-12-05", "540-660"]]],
    ["2026年12月5日 9:00-11:00", [["2026-12-05", "540-660"]]],
    ["2026-12-05 上午9点到11点", [["2026-12-05", "540-660"]]],
    ["12月5日(周六)9:00-11:00,14:00-16:00", [["2026-12-05", "540-660", "840-960"]]],
    [
      "12月5日、12月6日9:00-11:00",
      [
        ["2026-12-05", "540-660"],
        ["2026-12-06", "540-660"],
      ],
    ],
    [
      "12月5日9:00-11:00；12月7日14:00-16:00",
      [
        ["2026-12-05", "540-660"],
        ["2026-12-07", "840-960"],
      ],
    ],
    [
      "12月5日至12月7日9:00-11:00",
      [
        ["2026-12-05", "540-660"],
        ["2026-12-06", "540-660"],
        ["2026-12-07", "540-660"],
      ],
    ],
  ])("is on the dates of %s, and on no other day", (text, dates) => {
    expect(datesOf(text)).toEqual(dates);
    expect(readServiceHours(text, TODAY).hours).toMatchObject({ week: [[], [], [], [], [], [], []], holidays: [] });
  });

  it("takes the year nearest to today where none is written", () => {
    expect(datesOf("1月3日9:00-11:00")).toEqual([["2027-01-03", "540-660"]]);
    expect(datesOf("12月30日9:00-11:00", "2027-01-02")).toEqual([["2026-12-30", "540-660"]]);
    expect(datesOf("2月29日9:00-11:00", "2028-01-02")).toEqual([["2028-02-29", "540-660"]]);
  });

  it.each([
    ["2月30日9:00-11:00", "没有「2月30日」这一天"],
    ["12月5日", "没有写几点到几点"],
    ["12月7日至12月5日9:00-11:00", "要在它前面那一天以后"],
    ["12月5日9:00-11:00；12月5日14:00-16:00", "同一天写了两次"],
    ["每月第一个周三9:00-11:00", "看不懂"],
    ["周二不开", "要写成"],
    ["", "要写成"],
  ])("is not guessed from %s", (text, problem) => {
    const reading = readServiceHours(text, TODAY);
    expect(reading).toEqual({ hours: null, problem: expect.stringContaining(problem) });
  });
});
