import { describe, expect, it } from "vitest";
import { type DayHours, Hours, type SpecialDay } from "../../../shared/stations/hours.js";
import { parseHoursText, unknownHours } from "../../../shared/stations/hours-text.js";
import { openingAt } from "../../../shared/stations/opening.js";

/** The same text as Chinese keyboards write it. */
function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

const DAYS = "一二三四五六日";

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function day(hours: SpecialDay): string {
  if (typeof hours === "string") return hours === "unknown" ? "?" : hours;
  if ("week" in hours) return week(hours.week);
  if (hours.length === 0) return "shut";
  return hours.map((span) => `${clock(span.opens)}-${clock(span.closes)}${span.unattended ? "*" : ""}`).join("+");
}

/** A week in short: 一-五 09:00-17:00 | 六-日 shut. */
function week(days: readonly DayHours[]): string {
  const written = days.map(day);
  const runs: string[] = [];
  for (let from = 0; from < 7; ) {
    let to = from;
    while (to < 6 && written[to + 1] === written[from]) to++;
    runs.push(`${DAYS[from]}${to > from ? `-${DAYS[to]}` : ""} ${written[from]}`);
    from = to + 1;
  }
  return runs.join(" | ");
}

function reading(text: string): string {
  const { hours, understood } = parseHoursText(text);
  if (!understood) return "not understood";
  const seasons = hours.seasons.map((season) => `${season.from}~${season.to} ${week(season.week)}; `).join("");
  return `${seasons}${week(hours.week)}; holidays ${day(hours.holidays)}; 调休 ${day(hours.adjustedWorkdays)}`;
}

/** Without 调休, with the holidays of seasons and the single days. */
function wholeReading(text: string): string {
  const { hours, understood } = parseHoursText(text);
  if (!understood) return "not understood";
  const seasons = hours.seasons.map(({ from, to, week: ofSeason, holidays }) => {
    const onHolidays = holidays === undefined ? "" : ` holidays ${day(holidays)}`;
    return `${from}~${to} ${week(ofSeason)}${onHolidays}`;
  });
  const covers = hours.week.every((one) => one === "unknown") && seasons.length > 0;
  const named = (hours.namedDays ?? []).map((one) => `${one.day} ${day(one.hours)}`);
  const dated = hours.exceptions.map(({ date, hours: ofDate }) => `${date} ${day(ofDate)}`);
  const rest = covers ? [] : [week(hours.week)];
  return [...seasons, ...rest, `holidays ${day(hours.holidays)}`, ...named, ...dated].join("; ");
}

const EVERY_DAY_8_TO_20 = "一-日 08:00-20:00; holidays ?; 调休 as_week";
const ALL_DAY = "一-日 00:00-24:00; holidays ?; 调休 as_week";

describe("hours as people write them", () => {
  it.each<[string, string]>([
    ["08:00-20:00", EVERY_DAY_8_TO_20],
    ["8:00—20:00", EVERY_DAY_8_TO_20],
    ["8:00——20:00", EVERY_DAY_8_TO_20],
    ["8:00~20:00", EVERY_DAY_8_TO_20],
    ["8:00至20:00", EVERY_DAY_8_TO_20],
    ["8:00 - 20:00", EVERY_DAY_8_TO_20],
    ["08:00:00-20:00:00", EVERY_DAY_8_TO_20],
    [fullWidth("08:00-20:00"), EVERY_DAY_8_TO_20],
    ["8点-20点", EVERY_DAY_8_TO_20],
    ["8-20点", EVERY_DAY_8_TO_20],
    ["8时至20时", EVERY_DAY_8_TO_20],
    ["早8点到晚8点", EVERY_DAY_8_TO_20],
    ["早8晚8", EVERY_DAY_8_TO_20],
    ["早上八点至晚上八点", EVERY_DAY_8_TO_20],
    ["每天 8:00-20:00", EVERY_DAY_8_TO_20],
    ["每日8:00-20:00", EVERY_DAY_8_TO_20],
    ["天天8:00-20:00", EVERY_DAY_8_TO_20],
    ["周一到周日 8:00-20:00", EVERY_DAY_8_TO_20],
    ["开放时间:8:00-20:00", EVERY_DAY_8_TO_20],
    ["营业时间 8:00-20:00 对外开放", EVERY_DAY_8_TO_20],
    ["8:00-20:00。", EVERY_DAY_8_TO_20],
    ["早8点到晚10点", "一-日 08:00-22:00; holidays ?; 调休 as_week"],
    ["8时30分-17时30分", "一-日 08:30-17:30; holidays ?; 调休 as_week"],
    ["上午8:30-12:00,下午1点半-5点半", "一-日 08:30-12:00+13:30-17:30; holidays ?; 调休 as_week"],
    ["08:30—11:30、14:30—17:30", "一-日 08:30-11:30+14:30-17:30; holidays ?; 调休 as_week"],
    ["24小时", ALL_DAY],
    ["全天", ALL_DAY],
    ["全天24小时", ALL_DAY],
    ["全天候开放", ALL_DAY],
    [`${fullWidth("24")}小时`, ALL_DAY],
    ["7×24小时", ALL_DAY],
    ["00:00-24:00", ALL_DAY],
    ["0:00-23:59", ALL_DAY],
  ])("reads %s for every day", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ["周一至周五 08:30-12:00,13:00-17:30", "一-五 08:30-12:00+13:00-17:30 | 六-日 shut; holidays ?; 调休 ?"],
    [`周一至周五${fullWidth("(9:00~17:00)")}`, "一-五 09:00-17:00 | 六-日 shut; holidays ?; 调休 ?"],
    ["周一至五9:00-17:00", "一-五 09:00-17:00 | 六-日 shut; holidays ?; 调休 ?"],
    ["周1至周5 9:00-17:00", "一-五 09:00-17:00 | 六-日 shut; holidays ?; 调休 ?"],
    ["9:00-17:00(周一至周五)", "一-五 09:00-17:00 | 六-日 shut; holidays ?; 调休 ?"],
    ["9:00-17:00 周一至周五", "一-五 09:00-17:00 | 六-日 shut; holidays ?; 调休 ?"],
    ["星期一至星期六 9:00-17:00", "一-六 09:00-17:00 | 日 shut; holidays ?; 调休 ?"],
    ["周五至周一 9:00-17:00", "一 09:00-17:00 | 二-四 shut | 五-日 09:00-17:00; holidays ?; 调休 as_week"],
    [
      "周一、周三、周五 9:00-12:00",
      "一 09:00-12:00 | 二 shut | 三 09:00-12:00 | 四 shut | 五 09:00-12:00 | 六-日 shut; holidays ?; 调休 ?",
    ],
    ["周二四 9:00-12:00", "一 shut | 二 09:00-12:00 | 三 shut | 四 09:00-12:00 | 五-日 shut; holidays ?; 调休 ?"],
    ["周末 9:00-17:00", "一-五 shut | 六-日 09:00-17:00; holidays ?; 调休 ?"],
    ["周六、日 9:00-17:00", "一-五 shut | 六-日 09:00-17:00; holidays ?; 调休 ?"],
    ["周一至周五 9:00-17:00;周六 9:00-12:00", "一-五 09:00-17:00 | 六 09:00-12:00 | 日 shut; holidays ?; 调休 ?"],
    ["周一至周五 9:00-17:00,周六日 10:00-16:00", "一-五 09:00-17:00 | 六-日 10:00-16:00; holidays ?; 调休 as_week"],
    ["周一至周五 9:00-17:00,其余 10:00-16:00", "一-五 09:00-17:00 | 六-日 10:00-16:00; holidays ?; 调休 as_week"],
    ["8:00-20:00,周六日休息", "一-五 08:00-20:00 | 六-日 shut; holidays ?; 调休 ?"],
    ["周日休息,8:00-20:00", "一-六 08:00-20:00 | 日 shut; holidays ?; 调休 ?"],
    ["8:00-20:00 双休日不开", "一-五 08:00-20:00 | 六-日 shut; holidays ?; 调休 ?"],
    ["除周一外 9:00-17:00", "一 shut | 二-日 09:00-17:00; holidays ?; 调休 as_week"],
    ["周一闭馆,9:00-17:00", "一 shut | 二-日 09:00-17:00; holidays ?; 调休 as_week"],
    ["8:00-20:00,周末不休", EVERY_DAY_8_TO_20],
    ["周六日休息", "一-五 ? | 六-日 shut; holidays ?; 调休 ?"],
  ])("reads the days of %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ["工作日 08:00-18:00", "一-五 08:00-18:00 | 六-日 shut; holidays shut; 调休 08:00-18:00"],
    ["8:00-18:00(工作日)", "一-五 08:00-18:00 | 六-日 shut; holidays shut; 调休 08:00-18:00"],
    ["工作日(周一至周五)8:00-18:00", "一-五 08:00-18:00 | 六-日 shut; holidays shut; 调休 08:00-18:00"],
    ["工作日开放", "一-五 ? | 六-日 shut; holidays shut; 调休 ?"],
    ["工作日 8:00-18:00;周六 9:00-12:00", "一-五 08:00-18:00 | 六 09:00-12:00 | 日 shut; holidays ?; 调休 08:00-18:00"],
    [
      "8:00-18:00(工作日),9:00-12:00(周六)",
      "一-五 08:00-18:00 | 六 09:00-12:00 | 日 shut; holidays ?; 调休 08:00-18:00",
    ],
    [
      "工作日 8:00-18:00,周末及节假日 9:00-17:00",
      "一-五 08:00-18:00 | 六-日 09:00-17:00; holidays 09:00-17:00; 调休 08:00-18:00",
    ],
    ["工作日 8:00-18:00,节假日 9:00-17:00", "一-五 08:00-18:00 | 六-日 ?; holidays 09:00-17:00; 调休 08:00-18:00"],
    ["工作日 8:00-18:00,节假日休息", "一-五 08:00-18:00 | 六-日 shut; holidays shut; 调休 08:00-18:00"],
  ])("reads the working days of %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ["8:00-20:00(节假日除外)", "一-日 08:00-20:00; holidays shut; 调休 as_week"],
    ["除法定节假日外 8:00-20:00", "一-日 08:00-20:00; holidays shut; 调休 as_week"],
    ["8:00-20:00,法定节假日休息", "一-日 08:00-20:00; holidays shut; 调休 as_week"],
    ["周一至周日(节假日休息)8:00-20:00", "一-日 08:00-20:00; holidays shut; 调休 as_week"],
    ["周一至周五(法定节假日除外) 9:00-17:00", "一-五 09:00-17:00 | 六-日 shut; holidays shut; 调休 ?"],
    ["8:00-20:00,周末及节假日休息", "一-五 08:00-20:00 | 六-日 shut; holidays shut; 调休 ?"],
    ["8:00-20:00,节假日正常开放", "一-日 08:00-20:00; holidays as_week; 调休 as_week"],
    ["8:00-20:00(含节假日)", "一-日 08:00-20:00; holidays as_week; 调休 as_week"],
    ["8:00-20:00 全年无休", "一-日 08:00-20:00; holidays as_week; 调休 as_week"],
    ["全年无休 24小时", "一-日 00:00-24:00; holidays as_week; 调休 as_week"],
    ["8:00-20:00;节假日 9:00-17:00", "一-日 08:00-20:00; holidays 09:00-17:00; 调休 as_week"],
    ["8:00-20:00,节假日另行通知", EVERY_DAY_8_TO_20],
  ])("reads the public holidays of %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ["18:00-次日2:00", "一-日 18:00-26:00; holidays ?; 调休 as_week"],
    ["18:00至凌晨2点", "一-日 18:00-26:00; holidays ?; 调休 as_week"],
    ["18:00-02:00", "一-日 18:00-26:00; holidays ?; 调休 as_week"],
    ["晚8点-次日早8点", "一-日 20:00-32:00; holidays ?; 调休 as_week"],
    ["晚上8点-早上8点", "一-日 20:00-32:00; holidays ?; 调休 as_week"],
    ["08:00-次日08:00", "一-日 08:00-32:00; holidays ?; 调休 as_week"],
    ["08:00-00:00", "一-日 08:00-24:00; holidays ?; 调休 as_week"],
    ["早8点到晚12点", "一-日 08:00-24:00; holidays ?; 调休 as_week"],
    ["凌晨4点-上午10点", "一-日 04:00-10:00; holidays ?; 调休 as_week"],
    ["04:00-10:00", "一-日 04:00-10:00; holidays ?; 调休 as_week"],
    ["中午12点-1点半", "一-日 12:00-13:30; holidays ?; 调休 as_week"],
    ["晚7点-10点", "一-日 19:00-22:00; holidays ?; 调休 as_week"],
  ])("finds the side of midnight and noon of %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ["夏季(6月-9月) 7:00-21:00,其余 08:00-20:00", `06-01~09-30 一-日 07:00-21:00; ${EVERY_DAY_8_TO_20}`],
    ["6月1日至9月30日 07:00-21:00,其余 08:00-20:00", `06-01~09-30 一-日 07:00-21:00; ${EVERY_DAY_8_TO_20}`],
    ["8:00-20:00;11月-次年2月 9:00-18:00", `11-01~02-29 一-日 09:00-18:00; ${EVERY_DAY_8_TO_20}`],
    [
      "夏季(5月-9月)8:00-18:00;冬季(10月-次年4月)9:00-17:00",
      "05-01~09-30 一-日 08:00-18:00; 10-01~04-30 一-日 09:00-17:00; 一-日 ?; holidays ?; 调休 as_week",
    ],
  ])("reads the seasons of %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ["24小时(无人值守)", "一-日 00:00-24:00*; holidays ?; 调休 as_week"],
    ["24小时自助", "一-日 00:00-24:00*; holidays ?; 调休 as_week"],
    ["24小时智能门禁", "一-日 00:00-24:00*; holidays ?; 调休 as_week"],
    [
      "8:00-20:00有人值守，20:00至次日8:00无人值守，扫码门禁进入",
      "一-日 08:00-20:00+20:00-32:00*; holidays ?; 调休 as_week",
    ],
    ["8:00-20:00(20:00-次日8:00无人值守)", "一-日 08:00-20:00+20:00-32:00*; holidays ?; 调休 as_week"],
    ["8:00-20:00,20:00-24:00 自助", "一-日 08:00-20:00+20:00-24:00*; holidays ?; 调休 as_week"],
    ["8:00-20:00有人值守,自助 20:00-24:00", "一-日 08:00-20:00+20:00-24:00*; holidays ?; 调休 as_week"],
  ])("marks the spans with nobody there in %s", (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it.each([
    "",
    "待定",
    "9点以后",
    "早上开门",
    "25:00-26:00",
    "8:00-24:30",
    "8:60-20:00",
    "9-17",
    "9:00",
    "9:00-5:00",
    "12:00-1:00",
    "上午9点-5点",
    "下午9:00-上午8:00-",
    "2:00-5:30",
    "8:30-12:00,1:30-5:30",
    "8:00-12:00,11:00-18:00",
    "8:00-20:00,19:00-次日9:00",
    "次日2:00-8:00",
    "8:00-次日9:00",
    "上午13点-15点",
    "8:00-20:00 中午休息",
    "8:00-20:00,其余时间休息",
    "工作日",
    "工作日休息",
    "工作日,周末休息",
    "周二至周六,周日休息",
    "周一至周五,周末休息 9:00-17:00",
    "周一至周五 9:00-17:00,周五 9:00-12:00",
    "每天 8:00-20:00,周一至周五 9:00-17:00",
    "8:00-18:00 工作日,9:00-12:00 周六",
    "每天开放",
    "暂停开放",
    "不对外开放",
    "节假日 9:00-17:00",
    "8:00-20:00,节假日休息,节假日 9:00-17:00",
    "夏季 7:00-21:00,冬季 8:00-20:00",
    "夏季(6月-9月)",
    "6月31日-9月30日 7:00-21:00",
    "13月-14月 7:00-21:00",
    "8:00-20:00(节假日除外",
    "8:00-20:00)",
    "自助",
    "1:00-2:00,3:00-4:00,06:00-07:00,08:00-09:00,10:00-11:00,12:00-13:00,14:00-15:00",
  ])("does not guess at %j", (text) => {
    const { hours, understood, warnings } = parseHoursText(text);
    expect(understood).toBe(false);
    expect(hours).toEqual(unknownHours(text === "" ? null : text));
    expect(warnings).not.toEqual([]);
  });

  it("keeps the text where it leaves days without hours, and says so", () => {
    const { hours, warnings } = parseHoursText("工作日开放");
    expect(hours.note).toBe("工作日开放");
    expect(warnings).toHaveLength(1);
  });

  it("keeps no text, and has nothing to say, where every day is told", () => {
    const seasonal = "夏季(5月-9月)8:00-18:00;冬季(10月-次年4月)9:00-17:00";
    for (const text of ["8:00-20:00", "周日休息,8:00-20:00", seasonal]) {
      expect(parseHoursText(text)).toMatchObject({ hours: { note: null }, warnings: [] });
    }
  });

  it("names the words it could not read", () => {
    expect(parseHoursText("8:00-20:00 看门大爷说了算").warnings[0]).toContain("看门大爷说了算");
  });

  it("keeps no more of a text than a note holds", () => {
    expect(parseHoursText("看".repeat(500)).hours.note).toHaveLength(200);
  });

  it("makes only hours that can be stored", () => {
    for (const text of [
      "18:00-次日2:00",
      "24小时自助",
      "工作日开放",
      "夏季(6月-9月) 7:00-21:00,其余 08:00-20:00",
      "乱写",
    ]) {
      const { hours } = parseHoursText(text);
      expect(Hours.parse(hours)).toEqual(hours);
    }
  });
});

describe("hours as offices publish them", () => {
  const TUESDAY_TO_SUNDAY = "一 shut | 二-日 09:30-16:30";
  const TWO_SPANS = "08:15-11:45+13:45-17:15";

  it.each<[string, string]>([
    ["8:15-11:45；13:45-17:15", `一-日 ${TWO_SPANS}; holidays ?`],
    ["周六、周日 8:15-11:45；13:45-17:15", `一-五 shut | 六-日 ${TWO_SPANS}; holidays ?`],
    ["周三 8:15-11:45。13:45-17:15", `一-二 shut | 三 ${TWO_SPANS} | 四-日 shut; holidays ?`],
    ["周一至周五\n8:15-11:45\n13:45-17:15", `一-五 ${TWO_SPANS} | 六-日 shut; holidays ?`],
    ["8:15-11:45；13:45-17:15（周六、周日休息）", `一-五 ${TWO_SPANS} | 六-日 shut; holidays ?`],
    ["工作日（周一至周五）8:15-11:45；13:45-17:15", `一-五 ${TWO_SPANS} | 六-日 shut; holidays shut`],
    ["8:15-11:45 周一至周五；9:00-11:00 周六", "一-五 08:15-11:45 | 六 09:00-11:00 | 日 shut; holidays ?"],
    ["8:15-17:15（11:45-13:45休息）", `一-日 ${TWO_SPANS}; holidays ?`],
    ["8:15-17:15，午休11:45至13:45", `一-日 ${TWO_SPANS}; holidays ?`],
    ["8:15-17:15；周五13:00-17:15闭馆", "一-四 08:15-17:15 | 五 08:15-13:00 | 六-日 08:15-17:15; holidays ?"],
    ["8:15-17:15，双休", "一-五 08:15-17:15 | 六-日 shut; holidays ?"],
    ["8:15-17:15 周末双休", "一-五 08:15-17:15 | 六-日 shut; holidays ?"],
    ["周一至周五 8:15-17:15（做五休二）", "一-五 08:15-17:15 | 六-日 shut; holidays ?"],
    ["平日 8:15-17:15，假日 9:00-12:00", "一-五 08:15-17:15 | 六-日 09:00-12:00; holidays 09:00-12:00"],
    ["8:15-17:15（含周末及节假日）", "一-日 08:15-17:15; holidays as_week"],
    ["(周一至周五)8:15-17:15，(周六日)9:00-11:00", "一-五 08:15-17:15 | 六-日 09:00-11:00; holidays ?"],
    ["【工作日】8:15-17:15【周末】9:00-11:00", "一-五 08:15-17:15 | 六-日 09:00-11:00; holidays ?"],
    ["周一～五 8:15-17:15；六、日 9:00-11:00", "一-五 08:15-17:15 | 六-日 09:00-11:00; holidays ?"],
    ["一至五：8:15-17:15", "一-五 08:15-17:15 | 六-日 shut; holidays ?"],
    ["①周一至周五8:15-17:15②周六9:00-11:00", "一-五 08:15-17:15 | 六 09:00-11:00 | 日 shut; holidays ?"],
    ["1. 周一至周五 8:15-17:15 2. 周六 9:00-11:00", "一-五 08:15-17:15 | 六 09:00-11:00 | 日 shut; holidays ?"],
    ["Mon-Sat 8:15-17:15, Sun closed", "一-六 08:15-17:15 | 日 shut; holidays ?"],
    ["仅周末开放 8:15-17:15", "一-五 shut | 六-日 08:15-17:15; holidays ?"],
    ["周四下午闭馆，8:15-11:45，13:45-17:15", `一-三 ${TWO_SPANS} | 四 08:15-11:45 | 五-日 ${TWO_SPANS}; holidays ?`],
    [
      "周一至周五8:15-11:45，13:45-17:15（周四下午内部学习不开放）",
      `一-三 ${TWO_SPANS} | 四 08:15-11:45 | 五 ${TWO_SPANS} | 六-日 shut; holidays ?`,
    ],
    ["周二上午闭馆，每天8:15-11:45，13:45-17:15", `一 ${TWO_SPANS} | 二 13:45-17:15 | 三-日 ${TWO_SPANS}; holidays ?`],
    ["周三 13:00-17:15 闭馆，8:15-17:15", "一-二 08:15-17:15 | 三 08:15-13:00 | 四-日 08:15-17:15; holidays ?"],
    ["8:15-17:15（周二 8:15-10:00 消毒闭站）", "一 08:15-17:15 | 二 10:00-17:15 | 三-日 08:15-17:15; holidays ?"],
  ])("reads the days and spans of %s", (text, expected) => {
    expect(wholeReading(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ["9:30-16:30，周一闭馆（法定节假日除外）", `${TUESDAY_TO_SUNDAY}; holidays 09:30-16:30`],
    ["每周一（国家法定节假日除外）闭馆，9:30-16:30", `${TUESDAY_TO_SUNDAY}; holidays 09:30-16:30`],
    ["周二至周日 9:30-16:30，周一休馆，节假日照常开放", `${TUESDAY_TO_SUNDAY}; holidays 09:30-16:30`],
    ["周一闭馆，节假日正常开放，9:30-16:30", `${TUESDAY_TO_SUNDAY}; holidays 09:30-16:30`],
    [
      "周二至周五9:30-16:30，周六、周日9:30-20:00，周一休馆（节假日除外）",
      "一 shut | 二-五 09:30-16:30 | 六-日 09:30-20:00; holidays 一 ? | 二-五 09:30-16:30 | 六-日 09:30-20:00",
    ],
    ["9:30-16:30，周一闭馆，法定节假日除外", `${TUESDAY_TO_SUNDAY}; holidays ?`],
    ["9:30-16:30，周一闭馆（节假日顺延）", `${TUESDAY_TO_SUNDAY}; holidays 09:30-16:30; day-after-holiday ?`],
    ["9:30-16:30，周一闭馆，全年无休", `${TUESDAY_TO_SUNDAY}; holidays 一 ? | 二-日 09:30-16:30`],
    ["周一至周五（法定节假日除外）9:30-16:30", "一-五 09:30-16:30 | 六-日 shut; holidays shut"],
    [
      "周二至周日 9:30-16:30，周一、除夕、正月初一、元旦闭馆",
      `${TUESDAY_TO_SUNDAY}; holidays ?; lunar-new-year-eve shut; lunar-01-01 shut; 01-01 shut`,
    ],
    ["9:30-16:30，周一闭馆（国庆除外）", `${TUESDAY_TO_SUNDAY}; holidays ?; national_day ?`],
    ["周一闭馆，五一除外，9:30-16:30", `${TUESDAY_TO_SUNDAY}; holidays ?; labour_day ?`],
    ["周二至周日 9:30-16:30，周一闭馆（如遇法定节假日则正常开放）", `${TUESDAY_TO_SUNDAY}; holidays 09:30-16:30`],
    ["五一、十一休息，其余8:00-20:00", "一-日 08:00-20:00; holidays ?; labour_day shut; national_day shut"],
    ["春节、国庆放假，其余8:00-20:00", "一-日 08:00-20:00; holidays ?; spring_festival shut; national_day shut"],
    [
      "春节期间（除夕至初一）闭馆；平时8:00-20:00",
      "一-日 08:00-20:00; holidays ?; lunar-new-year-eve shut; lunar-01-01 shut",
    ],
    [
      "大年三十、初一不开放，平时8:00-20:00",
      "一-日 08:00-20:00; holidays ?; lunar-new-year-eve shut; lunar-01-01 shut",
    ],
    ["8:00-20:00，法定节假日以门口通知为准", "一-日 08:00-20:00; holidays ?"],
    ["8:00-20:00（春节除外）", "一-日 08:00-20:00; holidays ?; spring_festival shut"],
    ["8:00-20:00，元旦休息，其他节假日照常开放", "一-日 08:00-20:00; holidays as_week; 01-01 shut"],
    [
      "8:00-20:00，除夕至初二放假",
      "一-日 08:00-20:00; holidays ?; lunar-new-year-eve shut; lunar-01-01 shut; lunar-01-02 shut",
    ],
    ["8:00-20:00，每年3月12日及9月10日闭馆", "一-日 08:00-20:00; holidays ?; 03-12 shut; 09-10 shut"],
    ["8:00-20:00；2026年5月9日至5月10日闭馆", "一-日 08:00-20:00; holidays ?; 2026-05-09 shut; 2026-05-10 shut"],
    [
      "周一至周四 9:00-20:00；周五及节假日前一天 9:00-21:00",
      "一-四 09:00-20:00 | 五 09:00-21:00 | 六-日 shut; holidays ?; eve-of-holiday 09:00-21:00",
    ],
  ])("reads the holidays of %s", (text, expected) => {
    expect(wholeReading(text)).toBe(expected);
  });

  const SUMMER = "04-16~10-14 一-日 07:30-18:30";
  const WINTER = "10-15~04-15 一-日 08:30-17:00";
  const MONDAYS_SHUT = ["04-16~10-14 一 shut | 二-日 07:30-18:30", "10-15~04-15 一 shut | 二-日 08:30-17:00"];
  it.each<[string, string]>([
    ["4/16-10/14 7:30-18:30；10/15-4/15 8:30-17:00", `${SUMMER}; ${WINTER}; holidays ?`],
    ["04-16至10-14 07:30-18:30；10-15至04-15 08:30-17:00", `${SUMMER}; ${WINTER}; holidays ?`],
    ["4.16-10.14 7:30-18:30；10.15-4.15 8:30-17:00", `${SUMMER}; ${WINTER}; holidays ?`],
    ["7:30-18:30（4月16日-10月14日）；8:30-17:00（10月15日-4月15日）", `${SUMMER}; ${WINTER}; holidays ?`],
    ["4月16日至10月14日7:30-18:30，10月15日至次年的4月15日8:30-17:00", `${SUMMER}; ${WINTER}; holidays ?`],
    [
      "4月16日至10月14日7:30-18:30；10月15日至4月15日8:30-17:00（每周一闭馆）",
      `${MONDAYS_SHUT.join("; ")}; holidays ?`,
    ],
    ["周一闭馆；4月16日至10月14日7:30-18:30；10月15日至4月15日8:30-17:00", `${MONDAYS_SHUT.join("; ")}; holidays ?`],
    [
      "4月16日至10月14日7:30-18:30；10月15日至4月15日8:30-17:00（周一闭馆）",
      `04-16~10-14 一 ? | 二-日 07:30-18:30; ${MONDAYS_SHUT[1]}; holidays ?`,
    ],
    [
      "夏季（4月16日-10月14日）7:30-18:30；冬季（10月15日-4月15日）8:30-17:00；周一闭馆（法定节假日除外）",
      `${MONDAYS_SHUT[0]} holidays 07:30-18:30; ${MONDAYS_SHUT[1]} holidays 08:30-17:00; holidays ?`,
    ],
    [
      "每年4月至10月 7:30-18:30；10月至次年3月 8:30-17:00",
      "10-01~10-31 一-日 ?; 04-01~10-31 一-日 07:30-18:30; 10-01~03-31 一-日 08:30-17:00; holidays ?",
    ],
    [
      "2月、8月 9:00-12:00；其余月份 9:00-18:00",
      "02-01~02-29 一-日 09:00-12:00; 08-01~08-31 一-日 09:00-12:00; 一-日 09:00-18:00; holidays ?",
    ],
    [
      "7、8月 9:00-12:00，其余月份 9:00-18:00",
      "07-01~07-31 一-日 09:00-12:00; 08-01~08-31 一-日 09:00-12:00; 一-日 09:00-18:00; holidays ?",
    ],
    ["9:00-18:00；高温季（6.15-9.15）9:00-12:00", "06-15~09-15 一-日 09:00-12:00; 一-日 09:00-18:00; holidays ?"],
    [
      "夏季（6月-8月）周一至周五9:00-20:00，其他月份9:00-18:00",
      "06-01~08-31 一-五 09:00-20:00 | 六-日 shut; 一-五 09:00-18:00 | 六-日 ?; holidays ?",
    ],
    ["10月1日至10月7日 9:00-12:00，其余 9:00-18:00", "10-01~10-07 一-日 ?; 一-日 09:00-18:00; holidays ?"],
  ])("reads the seasons of %s", (text, expected) => {
    expect(wholeReading(text)).toBe(expected);
  });

  it.each([
    ["8:15-17:15（16:45停止入馆）", "08:15-17:15"],
    ["8:15-17:15，16时45分后停止入场", "08:15-17:15"],
    ["8:15-17:15 最晚进入16:45", "08:15-17:15"],
    ["8:15-17:15（16:45停止入馆，17:15闭馆）", "08:15-17:15"],
    ["8:15-17:15，闭馆前半小时停止入馆", "08:15-17:15"],
    ["8:15-17:15，特殊情况提前另行通知", "08:15-17:15"],
    ["8:15-17:15（北京时间）", "08:15-17:15"],
    ["8:15-17:15，需提前2天预约", "08:15-17:15"],
    ["8:15-17:15 请爱护公共物品", "08:15-17:15"],
    ["8:15-17:15，中午不休息", "08:15-17:15"],
    ["8:15-17:15（以现场公告为准）", "08:15-17:15"],
    ["8:15-17:15（时间以门店为准）", "08:15-17:15"],
    ["8:15-17:15（预约开放）", "08:15-17:15"],
    ["8:15-17:15（夜间需按门铃）", "08:15-17:15"],
    ["8:15-17:15（16:45 止票）", "08:15-17:15"],
  ])("keeps what is said beside the hours of %s", (text, expected) => {
    expect(wholeReading(text)).toBe(`一-日 ${expected}; holidays ?`);
    expect(parseHoursText(text)).toMatchObject({ hours: { note: text }, warnings: [] });
  });

  it.each([
    ["24H", "00:00-24:00"],
    ["7*24", "00:00-24:00"],
    ["24小时全时段开放", "00:00-24:00"],
    ["8.15-17.15", "08:15-17:15"],
    ["0815-1715", "08:15-17:15"],
    ["上午：8:15-11:45 下午：1:45-5:15", TWO_SPANS],
    ["8:15-11:45（上午）；1:45-5:15（下午）", TWO_SPANS],
    ["上午 8 点 15 分至傍晚 5 点 15 分", "08:15-17:15"],
    ["8:15开门，17:15关门", "08:15-17:15"],
    ["開放時間：8:15-17:15", "08:15-17:15"],
    ["8:15am-5:15pm", "08:15-17:15"],
    ["AM8:15-PM5:15", "08:15-17:15"],
    ["8:15-17:15 daily", "08:15-17:15"],
    ["早8:15晚5:15", "08:15-17:15"],
    ["自8:15起至17:15止", "08:15-17:15"],
    ["开门8:15 关门17:15", "08:15-17:15"],
    ["白天8:15-17:15", "08:15-17:15"],
  ])("knows the spelling %s", (text, expected) => {
    expect(wholeReading(text)).toBe(`一-日 ${expected}; holidays ?`);
  });

  it.each([
    "8:15-17:15 做五休二",
    "8:15-17:15，大小周",
    "单周周一至周五8:15-17:15",
    "每月第一个周一闭馆，8:15-17:15",
    "8:15-17:15；9:00-18:00",
    "8:15-11:45（一楼）；13:45-17:15（二楼）",
    "8:15-17:15，周三下午闭馆",
    "8:15-11:45，13:45-21:00，周三下午闭馆",
    "8:15-17:15，周一闭馆（寒暑假、节假日除外）",
    "初八至十五 9:00-17:00",
    "8:15-17:15，16:00停止营业",
    "24小时（周一9:00-17:00除外）",
    "8:15-11:45（周一至周五）；13:45-17:15",
    "周一至周五 8:15-17:15，周六 9:00-16:00，12:00-13:00休息",
    "上午8:15-11:45，夏季（5-9月）下午14:30-18:00，冬季（10-4月）下午14:00-17:30",
    "8:15-11:45，14:30-18:00（5月-9月），14:00-17:30（10月-4月）",
    "8:15-11:45，14:00-18:00（夏季5-9月 15:00-18:30）",
    "8:15-17:15，3月12日闭馆",
    "平日8:15-17:15",
  ])("asks rather than guess at %s", (text) => {
    const { understood, warnings, hours } = parseHoursText(text);
    expect(understood).toBe(false);
    expect(warnings).toHaveLength(1);
    expect(hours.note).toBe(text);
  });

  it.each(["周二至周五9:30-16:30，周六9:30-20:00，周一闭馆（节假日除外）", "9:30-16:30，周一闭馆，节假日除外"])(
    "says a word where only some days of %s are doubtful",
    (text) => {
      const { hours, warnings } = parseHoursText(text);
      expect(warnings).toHaveLength(1);
      expect(hours.note).toBe(text);
    },
  );
});

describe("what the reading means at a door", () => {
  it.each<[string, string, string]>([
    ["08:00-20:00", "2026-03-03T07:59+08:00", "closed"],
    ["08:00-20:00", "2026-03-03T08:00+08:00", "open"],
    ["08:00-20:00", "2026-03-03T19:30+08:00", "closing_soon"],
    ["08:00-20:00", "2026-03-03T20:00+08:00", "closed"],
    ["08:00-20:00", "2026-10-01T12:00+08:00", "unknown"],
    ["8:00-20:00(节假日除外)", "2026-10-01T12:00+08:00", "closed"],
    ["8:00-20:00 全年无休", "2026-10-01T12:00+08:00", "open"],
    ["8:00-20:00;节假日 9:00-17:00", "2026-10-01T17:00+08:00", "closed"],
    ["18:00-次日2:00", "2026-03-04T01:00+08:00", "open"],
    ["18:00-次日2:00", "2026-03-04T02:00+08:00", "closed"],
    ["周五 18:00-次日2:00", "2026-03-07T01:00+08:00", "open"],
    ["周五 18:00-次日2:00", "2026-03-08T01:00+08:00", "closed"],
    ["24小时", "2026-03-03T00:00+08:00", "open"],
    ["工作日开放", "2026-03-03T12:00+08:00", "unknown"],
    ["工作日开放", "2026-03-07T12:00+08:00", "closed"],
    ["工作日开放", "2026-10-01T12:00+08:00", "closed"],
    ["工作日开放", "2026-02-14T12:00+08:00", "unknown"],
    ["工作日 08:00-18:00", "2026-02-14T12:00+08:00", "open"],
    ["周一至周五 08:00-18:00", "2026-02-14T12:00+08:00", "unknown"],
    ["08:00-20:00", "2026-02-14T12:00+08:00", "open"],
    ["夏季(6月-9月) 7:00-21:00,其余 08:00-20:00", "2026-06-01T07:00+08:00", "open"],
    ["夏季(6月-9月) 7:00-21:00,其余 08:00-20:00", "2026-05-29T07:00+08:00", "closed"],
    ["9:30-16:30，周一闭馆（法定节假日除外）", "2026-10-05T10:00+08:00", "open"],
    ["9:30-16:30，周一闭馆（法定节假日除外）", "2026-10-12T10:00+08:00", "closed"],
    ["9:30-16:30，除夕、初一闭馆，节假日照常开放", "2026-02-16T10:00+08:00", "closed"],
    ["9:30-16:30，除夕、初一闭馆，节假日照常开放", "2026-02-18T10:00+08:00", "open"],
    ["9:30-16:30 全年无休，春节除外", "2026-02-20T10:00+08:00", "closed"],
    ["9:30-16:30 全年无休，春节除外", "2026-10-01T10:00+08:00", "open"],
    ["周二至周日9:30-16:30，节假日前一天9:30-12:00", "2026-09-30T13:00+08:00", "closed"],
    ["看门口通知", "2026-03-03T12:00+08:00", "unknown"],
  ])("%s at %s: %s", (text, at, state) => {
    const door = { hours: parseHoursText(text).hours, closure: null, reportedClosedUntil: null };
    expect(openingAt(door, Date.parse(at)).state).toBe(state);
  });
});
