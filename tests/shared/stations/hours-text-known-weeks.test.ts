import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DayHours, Hours, OpeningSpan, SpecialDay, Week } from "../../../shared/stations/hours.js";
import { parseHoursText } from "../../../shared/stations/hours-text.js";

/** Phrases are written from hours that are known, in the ways that offices write; each must come back as them. */
const PHRASES = 2_000;
const SEED = 20_261_129;

const DAYS = ["一", "二", "三", "四", "五", "六", "日"] as const;
const pick = <T>(...values: T[]) => fc.constantFrom(...values);

/** How one office writes. */
const style = fc.record({
  dash: pick("-", "—", "——", "~", "～", "至", "到", " - ", "－", "–"),
  clock: pick("padded", "plain", "chinese", "twelve", "full-width"),
  join: pick("；", "，", "、", " ", "\n", ";"),
  stop: pick("；", "。", "\n", ";"),
  day: pick("周", "星期", "礼拜"),
  colon: pick("", "：", " ", ":"),
});
type Style = ReturnType<(typeof style)["generate"]>["value_"];

const MORNINGS: readonly OpeningSpan[] = [
  { opens: 480, closes: 690 },
  { opens: 510, closes: 720 },
  { opens: 555, closes: 725 },
];
const AFTERNOONS: readonly OpeningSpan[] = [
  { opens: 810, closes: 1_020 },
  { opens: 840, closes: 1_050 },
  { opens: 870, closes: 1_110 },
];
const EVENINGS: readonly OpeningSpan[] = [{ opens: 1_140, closes: 1_260 }];
const LONG: readonly OpeningSpan[] = [
  { opens: 480, closes: 1_200 },
  { opens: 390, closes: 1_350 },
  { opens: 570, closes: 990 },
  { opens: 1_080, closes: 1_560 },
];
const daySpans = fc.oneof(
  pick(...LONG).map((span) => [span]),
  fc.tuple(pick(...MORNINGS), pick(...AFTERNOONS)).map((spans) => [...spans]),
  fc.tuple(pick(...MORNINGS), pick(...AFTERNOONS), pick(...EVENINGS)).map((spans) => [...spans]),
);

function half(minute: number): string {
  if (minute < 720) return "上午";
  return minute < 1_080 ? "下午" : "晚上";
}

function moment(minute: number, { clock }: Style): string {
  const nextDay = minute > 1_440 ? "次日" : "";
  const [hour, rest] = [Math.floor((minute % 1_440) / 60), minute % 60];
  const digits = String(rest).padStart(2, "0");
  if (clock === "chinese") return `${nextDay}${hour}点${rest === 0 ? "" : rest === 30 ? "半" : `${digits}分`}`;
  if (clock === "twelve" && nextDay === "" && hour > 0) {
    return `${hour === 12 ? "中午" : half(minute)}${hour > 12 ? hour - 12 : hour}:${digits}`;
  }
  const shown = clock === "padded" ? String(hour).padStart(2, "0") : String(hour);
  return `${nextDay}${shown}:${digits}`;
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

function spanText(span: OpeningSpan, how: Style): string {
  const text = `${moment(span.opens, how)}${how.dash}${moment(span.closes, how)}`;
  return how.clock === "full-width" ? fullWidth(text) : text;
}

function spansText(spans: readonly OpeningSpan[], how: Style): string {
  return spans.map((span) => spanText(span, how)).join(how.join);
}

/** Days that are one run, or a list. */
function daysText(days: readonly number[], { day, dash }: Style): string {
  const [first, last] = [days[0] ?? 0, days[days.length - 1] ?? 0];
  const isRun = days.length > 2 && last - first === days.length - 1;
  const to = dash.trim() === "—" || dash === "——" ? "至" : dash.trim();
  if (isRun) return `${day}${DAYS[first]}${to}${day}${DAYS[last]}`;
  return days.map((one) => `${day}${DAYS[one]}`).join("、");
}

/** What is known, and how it was written. */
interface Known {
  text: string;
  week: Week;
  seasons: Hours["seasons"];
  holidays: SpecialDay;
  namedDays: { day: string; hours: DayHours | "as_week" }[];
  note: boolean;
}

const remark = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  pick(
    "（16:00停止入馆）",
    "，最晚进入15:30",
    "（北京时间）",
    "，特殊情况另行通知",
    "，如遇特殊情况以现场公告为准",
    "（需提前预约）",
    "，中午不休息",
    "，闭馆前30分钟停止入馆",
  ),
);

/** A week of one to three groups of days, those left over shut by word or by silence. */
const plainWeek = fc
  .record({
    how: style,
    groups: pick(
      [[0, 1, 2, 3, 4, 5, 6]],
      [[0, 1, 2, 3, 4]],
      [
        [0, 1, 2, 3, 4],
        [5, 6],
      ],
      [[1, 2, 3, 4, 5, 6]],
      [[0, 1, 2, 3, 4, 5]],
      [
        [0, 2, 4],
        [1, 3],
      ],
      [[5, 6]],
    ),
    spans: fc.array(daySpans, { minLength: 2, maxLength: 2 }),
    namesEveryDay: pick("", "每天", "每日", "周一至周日"),
    shut: pick("silence", "closed", "rest"),
    colon: fc.boolean(),
    holidays: pick<[string, (week: Week) => SpecialDay]>(
      ["", () => "unknown"],
      ["，节假日休息", () => []],
      ["（法定节假日除外）", () => []],
      ["，国家法定节假日照常开放", openOnHolidays],
    ),
    remark,
  })
  .map(({ how, groups, spans, namesEveryDay, shut, holidays: [holidayText, holidaysOf], remark: aside }): Known => {
    const week: Week = Array.from({ length: 7 }, () => []);
    groups.forEach((days, group) => {
      for (const day of days) week[day] = spans[group] ?? [];
    });
    const parts = groups.map((days, group) => {
      const said = days.length === 7 ? namesEveryDay : daysText(days, how);
      return `${said}${said === "" ? "" : how.colon}${spansText(spans[group] ?? [], how)}`;
    });
    const closed = [0, 1, 2, 3, 4, 5, 6].filter((day) => week[day]?.length === 0);
    const isSaid = shut !== "silence" && closed.length > 0 && closed.length < 4;
    const closing = isSaid ? `${how.stop}${daysText(closed, how)}${shut === "rest" ? "休息" : "闭馆"}` : "";
    // 节假日除外 behind a closing day could be an exception to it.
    const onHolidays = closing !== "" && holidayText.includes("除外") ? "，节假日休息" : holidayText;
    return {
      text: `${parts.join(how.stop)}${aside}${closing}${onHolidays}`,
      week,
      seasons: [],
      holidays: holidaysOf(week),
      namedDays: [],
      note: aside !== "",
    };
  });

/** Shut on one day of the week, but not on a holiday. */
const closingDay = fc
  .record({
    how: style,
    spans: daySpans,
    day: fc.nat(6),
    every: pick("", "每", "逢"),
    word: pick("闭馆", "休馆", "休息", "不开放"),
    excepted: pick("（法定节假日除外）", "（国家法定节假日除外）", "（遇节假日照常开放）", "，节假日照常开放"),
    named: pick<[string, string[]]>(
      ["", []],
      ["，除夕、正月初一闭馆", ["lunar-new-year-eve", "lunar-01-01"]],
      ["，元旦闭馆", ["01-01"]],
      ["，除夕至初三休息", ["lunar-new-year-eve", "lunar-01-01", "lunar-01-02", "lunar-01-03"]],
    ),
    remark,
  })
  .map(({ how, spans, day, every, word, excepted, named: [namedText, names], remark: aside }): Known => {
    const week: Week = Array.from({ length: 7 }, (_, one) => (one === day ? [] : spans));
    return {
      text: `${spansText(spans, how)}${aside}，${every}周${DAYS[day]}${word}${excepted}${namedText}`,
      week,
      seasons: [],
      holidays: spans,
      namedDays: names.map((name) => ({ day: name, hours: [] })),
      note: aside !== "",
    };
  });

const SEASONS: readonly [string, string, string, string][] = [
  ["04-01", "10-31", "11-01", "03-31"],
  ["05-01", "09-30", "10-01", "04-30"],
  ["05-16", "10-15", "10-16", "05-15"],
];

function rangeText(from: string, to: string, form: string, dash: string): string {
  const [fromMonth, fromDay] = from.split("-").map(Number);
  const [toMonth, toDay] = to.split("-").map(Number);
  const between = dash.trim() === "" ? "至" : dash.trim();
  if (form === "slashes") return `${fromMonth}/${fromDay}-${toMonth}/${toDay}`;
  if (form === "numbers") return `${from}至${to}`;
  const nextYear = from > to && form === "next-year" ? "次年" : "";
  return `${fromMonth}月${fromDay}日${between}${nextYear}${toMonth}月${toDay}日`;
}

const twoSeasons = fc
  .record({
    how: style,
    range: pick(...SEASONS),
    form: pick("slashes", "numbers", "words", "next-year"),
    names: fc.boolean(),
    behind: fc.boolean(),
    stop: pick("；", "\n", "。"),
    summer: pick(...LONG.slice(0, 3)),
    winter: pick(...LONG.slice(0, 3)),
    monday: pick("", "（每周一闭馆）", "；周一闭馆", "。每周一闭馆"),
    remark,
  })
  .map(({ how, range, form, names, behind, stop, summer, winter, monday, remark: aside }): Known => {
    const part = (name: string, from: string, to: string, span: OpeningSpan) => {
      const dates = rangeText(from, to, form, how.dash);
      if (behind) return `${spanText(span, how)}（${dates}）`;
      return `${names ? `${name}（${dates}）` : `${dates} `}${spanText(span, how)}`;
    };
    const [from, to, winterFrom, winterTo] = range;
    const week = (span: OpeningSpan): Week =>
      Array.from({ length: 7 }, (_, day) => (day === 0 && monday !== "" ? [] : [span]));
    return {
      text: `${part("夏季", from, to, summer)}${stop}${part("冬季", winterFrom, winterTo, winter)}${aside}${monday}`,
      week: Array.from({ length: 7 }, () => "unknown"),
      seasons: [
        { from, to, week: week(summer) },
        { from: winterFrom, to: winterTo, week: week(winter) },
      ],
      holidays: "unknown",
      namedDays: [],
      note: aside !== "",
    };
  });

function openOnHolidays(week: Week): SpecialDay {
  const open = week.filter((day) => day.length > 0);
  if (open.length === week.length) return "as_week";
  const kinds = new Set(open.map((day) => JSON.stringify(day)));
  if (kinds.size === 1) return open[0] ?? "unknown";
  return { week: week.map((day) => (day.length === 0 ? "unknown" : day)) };
}

describe("phrases written from known weeks", () => {
  it("are read as that week, or not at all", () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: plainWeek }, closingDay, twoSeasons), (known) => {
        const { hours, understood } = parseHoursText(known.text);
        if (!understood) {
          expect(hours.note).toBe(known.text.trim());
          return;
        }
        read += 1;
        const { week, seasons, holidays, namedDays = [] } = hours;
        expect({ text: known.text, week, seasons, holidays, namedDays }).toEqual({
          text: known.text,
          week: known.week,
          seasons: known.seasons,
          holidays: known.holidays,
          namedDays: known.namedDays,
        });
        if (known.note) expect(hours.note).toBe(known.text.trim());
      }),
      { numRuns: PHRASES, seed: SEED },
    );
    // Never wrong is easy for a reader that never answers.
    expect(read / PHRASES).toBeGreaterThan(0.9);
  });
});
