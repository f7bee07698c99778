import type { NamedDay, OpeningSpan } from "../hours.js";
import { type DateWord, dateRange, lunarRange, monthDayList, seasonOfMonths, seasonOfNumbers } from "./dates.js";
import { NotUnderstood } from "./not-understood.js";
import { plainText } from "./plain-text.js";
import { REMARKS } from "./remarks.js";
import {
  DASH,
  MOMENT,
  MORNING_TO_EVENING,
  NUMBER,
  OPENING_CLOSING,
  OPENS_CLOSES,
  readMoment,
  readMorningToEvening,
  readShortSpan,
  readSpan,
  SHORT_SPAN,
  SPAN,
} from "./spans.js";

/** 平日 and 平时 stand beside other days, and mean the rest. */
export type KindOfDay = { is: "every_day" | "usual_days" | "plain_weekdays" | "workdays" | "holidays" | "days_off" };

/** What the words of hours mean, one by one. Days: 0 = Monday … 6 = Sunday. */
export type Word =
  | { is: "days"; days: readonly number[]; isRange: boolean }
  | KindOfDay
  | { is: "other_days" }
  | { is: "named_days"; days: readonly NamedDay[] }
  | DateWord
  | { is: "span"; span: OpeningSpan }
  /** 17:00闭馆 after the hours that end then. */
  | { is: "shuts_at"; minute: number; written: string }
  | { is: "whole_day" | "unattended" | "closed" | "closed_label" | "break" | "open" | "except" | "apart" }
  | { is: "postponed" | "announced_later" | "all_year" | "including" | "every" | "yearly" }
  | { is: "weekend_off" | "five_days_a_week" }
  | { is: "season_name" }
  | { is: "half_closed"; half: "morning" | "afternoon" }
  | { is: "holidays_included" | "holidays_closed" }
  | { is: "remark" | "vague_days"; written: string }
  | { is: "comma" | "space" | "stop" | "bracket_opens" | "bracket_closes" | "nothing" };

type Reader = (groups: (string | undefined)[], written: string) => Word;

const WEEKDAY = "(?:周|星期|礼拜)";
const EVERY = "(?:每逢|每个|每|逢)";
const DAY = "(?:[一二三四五六日天](?!点)|[1-7](?![\\d:点时.月]))";
const DAY_NAME = "[一二三四五六日]";
const BEFORE_HOURS = "(?= ?:? ?(?:上午|早上)?\\d{1,2}[:点时])";
const HOLIDAYS =
  "(?:国家|国务院)?(?:规定的?)?(?:公共|法定)*(?:节假日|节日|假日|公众假期|公共假期|假期)(?:期间|当[天日])?|国定假日|法定假";
const CHINA = "(?:农历|阴历|旧历|大年|春节)?";
const FIRST_DAYS = "初[一二三四五六七八九十]";
/** 十一 alone is the National Day. */
const LUNAR_DAY = `${CHINA}(?:(?:正月)?(?:除夕夜?|大?年三十|大年夜|${FIRST_DAYS})|正月十[一二三四五])`;
const LATER_LUNAR_DAY = `(?:${LUNAR_DAY}|${CHINA}十[一二三四五](?![月点时]))`;
const FESTIVAL_SUFFIX = "(?:佳节|节)?(?:小长假|长假|黄金周|假期|放假(?=期间)|假日)?(?:期间)?";
const YEAR_LATER = "(?:次年|翌年|来年|第二年|明年)的?";
const STOP = "整理|维护|检修|消毒|保养|维修|整修|学习|盘点";
const STOPS = `(?:${STOP})*`;
const SHUT =
  "闭馆|休馆|休息|休业|歇业|停业|停馆|关闭|关门|关馆|放假|闭园|闭站|打烊|不开放|不开门|不开馆|不开|不对外(?:开放|服务)?|不营业|不上班|不办公|不服务|停止(?:对外)?(?:开放|营业|服务|办公)|暂停(?:对外)?(?:开放|营业|服务)|休";
const OPEN = "开放|营业|服务|开门|开馆|上班|办公|运营";

/** Words that say no more than what they are. */
type PlainWord = Exclude<
  Word,
  | { days: unknown }
  | { dates: unknown }
  | { ranges: unknown }
  | { half: unknown }
  | { span: unknown }
  | { written: unknown }
>;

const is = (word: PlainWord["is"]): Reader => {
  const plain = { is: word } as PlainWord;
  return () => plain;
};
const named =
  (...days: NamedDay[]): Reader =>
  () => ({ is: "named_days", days });
const weekdays =
  (days: readonly number[], isRange = false): Reader =>
  () => ({ is: "days", days, isRange });

const PATTERNS: readonly (readonly [pattern: string, reader: Reader, where?: "at_start_of_part"])[] = [
  ["另行通知|另行公告|以[\\u4e00-\\u9fff]{0,8}(?:通知|公告|公示|告示)为准", is("announced_later")],
  ...REMARKS.map((remark): [string, Reader] => [remark, (_, written) => ({ is: "remark", written: written.trim() })]),
  [`(?:不含|不包括|不包含)(?:${HOLIDAYS})`, is("holidays_closed")],
  [`(?:含|包括|包含|不分|无论|不论)(?:${HOLIDAYS})`, is("holidays_included")],
  [
    "(?:全年|年中|常年|一年)(?:均|都)?(?:无休|不休息?|不打烊|不闭馆|365天|三百六十五天)|365天|(?:全年|常年)(?:365天)?(?:对外)?(?:开放|营业)",
    is("all_year"),
  ],
  ["全年|常年|长期|一年四季", is("nothing")],
  [
    `${EVERY}?(?:周的)?${WEEKDAY}(${DAY})${DASH}${EVERY}?${WEEKDAY}?(${DAY})`,
    ([from = "", to = ""]) => dayRange(from, to),
  ],
  [`${EVERY}(?:周的)?(?=${WEEKDAY}${DAY})`, is("every")],
  // 周一至五 …;六、日 9:00-16:00: the 周 is said once.
  [
    `(${DAY_NAME})${DASH}(${DAY_NAME})${BEFORE_HOURS}`,
    ([from = "", to = ""]) => dayRange(from, to),
    "at_start_of_part",
  ],
  [`(${DAY_NAME}(?:[、和及]${DAY_NAME})+)${BEFORE_HOURS}`, ([days = ""]) => dayList(days), "at_start_of_part"],
  [`${WEEKDAY}(${DAY}(?:[、,和及/]?[一二三四五六日天](?![点月天]))*)`, ([days = ""]) => dayList(days)],
  ["(?:周末|周六日|每周)?双休(?!日)(?:制)?", is("weekend_off")],
  ["[做上干]五休二|五天工作制|五天制|每周五天", is("five_days_a_week")],
  ["周末|双休日|休息日", weekdays([5, 6])],
  ["每天|每日|天天|全周|一周七天|(?:每周)?7天(?!24)", is("every_day")],
  ["平时|平常", is("usual_days")],
  ["平日", is("plain_weekdays")],
  ["(?:法定|每个)?工作日", is("workdays")],
  ["(?:国家)?(?:法定)?(?:节假日|节日|节)(?:的)?(?:前一[天日]|前夕|前夜)", named("eve-of-holiday")],
  [`(?:其余|其他|其它)(?:${HOLIDAYS})`, is("holidays")],
  ["假日", is("days_off")],
  [HOLIDAYS, is("holidays")],
  [
    `(\\d{4})[年/.-](\\d{1,2})[月/.-](\\d{1,2})[日号]?${DASH}(?:(\\d{4})[年/.-])?(?:(\\d{1,2})[月/.-])?(\\d{1,2})[日号]?(?!\\d|:)`,
    (groups, written) => dateRange(groups, written),
  ],
  [
    "(\\d{4})[年/.-](\\d{1,2})[月/.-](\\d{1,2})[日号]?(?!\\d|:)",
    ([year, month, day], written) => dateRange([year, month, day, year, month, day], written),
  ],
  [
    `(${NUMBER})月(?:(${NUMBER})[日号])?${DASH}(?:${YEAR_LATER})?(${NUMBER})月(?:(${NUMBER})[日号]|[底末])?(?:份|期间)?`,
    ([fromMonth = "", fromDay, toMonth = "", toDay], written) =>
      seasonOfNumbers(written, [fromMonth, fromDay, toMonth, toDay]),
  ],
  [
    `(${NUMBER})月(${NUMBER})[日号]?${DASH}(${NUMBER})[日号]`,
    ([month = "", from, to], written) => seasonOfNumbers(written, [month, from, month, to]),
  ],
  [
    `(\\d{1,2})[/.](\\d{1,2})${DASH}(?:${YEAR_LATER})?(\\d{1,2})[/.](\\d{1,2})(?![\\d:])`,
    ([fromMonth = "", fromDay, toMonth = "", toDay], written) =>
      seasonOfNumbers(written, [fromMonth, fromDay, toMonth, toDay]),
  ],
  [
    `(\\d{2})-(\\d{2})${DASH}(?:${YEAR_LATER})?(\\d{2})-(\\d{2})(?![\\d:])`,
    ([fromMonth = "", fromDay, toMonth = "", toDay], written) =>
      seasonOfNumbers(written, [fromMonth, fromDay, toMonth, toDay]),
  ],
  [
    `(${NUMBER})${DASH}(?:${YEAR_LATER})?(${NUMBER})月(?:份|期间)?`,
    ([from = "", to = ""], written) => seasonOfNumbers(written, [from, undefined, to, undefined]),
  ],
  [
    `((?:${NUMBER}(?:月[、,和及]|[、和及]))*${NUMBER}月(?:和|及|、|,)?(?:[底末])?(?:份|期间)?)(?!${NUMBER}[日号])`,
    ([months = ""], written) => seasonOfMonths(months, written),
  ],
  [`((?:${NUMBER}月${NUMBER}[日号][、,和及]?)+)`, ([days = ""], written) => monthDayList(days, written)],
  [`(${LUNAR_DAY})${DASH}(${LATER_LUNAR_DAY})`, ([from = "", to = ""], written) => lunarRange(from, to, written)],
  [LUNAR_DAY, (_, written) => lunarRange(written, written, written)],
  [`(?:元旦|新年)(?:节)?(?:小长假|假期|期间|放假)+`, named("new_year")],
  [`元旦(?:节|当[天日])?`, named("01-01")],
  [`(?:农历|中国)?(?:春节|新春)${FESTIVAL_SUFFIX}`, named("spring_festival")],
  [`国庆${FESTIVAL_SUFFIX}|十一(?![\\d一二三四五六七八九十]|[月点时日号:-])${FESTIVAL_SUFFIX}`, named("national_day")],
  [`五一(?:劳动)?${FESTIVAL_SUFFIX}|劳动${FESTIVAL_SUFFIX}`, named("labour_day")],
  [`清明${FESTIVAL_SUFFIX}`, named("qingming")],
  [`端午${FESTIVAL_SUFFIX}`, named("dragon_boat")],
  [`中秋${FESTIVAL_SUFFIX}`, named("mid_autumn")],
  ["[\\u4e00-\\u9fff]{0,6}纪念日", (_, written) => ({ is: "vague_days", written })],
  [
    "(?:[春夏秋冬]+(?:季|天|令时|令|时)|(?:寒暑假|暑假|寒假|暑期|旺季|淡季|高温季|[采供取]暖[季期]|汛期))(?:制|作息)?(?:期间)?(?:时间)?",
    is("season_name"),
  ],
  ["(?:其余|其他|其它)(?:时间|时段|月份|季节|日期|日子)?", is("other_days")],
  ["(?:全天|全日)(?=(?:均|都)?(?:不|闭|关|休|停))", is("nothing")],
  [
    "(?:7天? ?[*×x/] ?|每天|全年)?(?:全天候?|全日)?(?:24|二十四) ?(?:个?小时|h(?:ours?|rs?)?)(?:制|全天候?|全时段|全日|不间断|不打烊)*|7天? ?[*×x/] ?24|24 ?/ ?7|全天候|全时段|(?:全天|全日)(?:不间断|不打烊)?|昼夜|日夜",
    is("whole_day"),
  ],
  [OPENING_CLOSING, (groups, written) => ({ is: "span", span: readSpan(groups, written) })],
  [OPENS_CLOSES, (groups, written) => ({ is: "span", span: readSpan(groups, written) })],
  [SPAN, (groups, written) => ({ is: "span", span: readSpan(groups, written) })],
  [SHORT_SPAN, (groups, written) => ({ is: "span", span: readShortSpan(groups, written) })],
  [MORNING_TO_EVENING, (groups, written) => ({ is: "span", span: readMorningToEvening(groups, written) })],
  [
    `${MOMENT}(?:准时)?(?:闭馆|关馆|关门|闭园|打烊)`,
    (groups, written) => ({ is: "shuts_at", minute: readMoment(groups, written), written }),
  ],
  [
    `(上午|下午) ?(?:内部|全体|集中|政治|业务|例行|例会|职工|员工|${STOP}|、)*(?:${SHUT})`,
    ([half]) => ({ is: "half_closed", half: half === "上午" ? "morning" : "afternoon" }),
  ],
  ["(?:午休|中午休息|午间休息|中间休息|中场休息)(?:时间)?", is("break")],
  ["有人值守|有人服务|人工服务|有人值班", is("nothing")],
  [
    "无人值守|无人值班|无人自助|无人|自助(?:开放|服务|进门|进入|借还)?|(?:扫码|刷卡|刷脸|凭码|密码)(?:门禁)?(?:进门|进入|开门|入内)|(?:智能|刷脸|刷卡|扫码)门禁",
    is("unattended"),
  ],
  [
    "(?:则|则闭馆|闭馆日?|闭馆时间|休馆日?)?(?:向后|自动|往后)?顺延(?:至|到)?(?:次日|一天|一日|第二天|1天)?(?:闭馆|休馆)?",
    is("postponed"),
  ],
  ["(?:闭馆|休馆|休息|闭园|停馆)(?:时间|日期?)(?:为|:)|(?:闭馆|休馆|休息)日(?=周|星期|礼拜|每)", is("closed_label")],
  ["不休息|不休|无休|不打烊|不闭馆|不关门|不关闭|不间断(?:开放|服务|营业)?", is("open")],
  ["除外|以外|之外|外", is("except")],
  [
    `(?:全天|全日|整天|例行|固定|统一|均|全部|都|为|则|也|${STOP})*(?:${SHUT})(?:日|一天|1天)?${STOPS}(?:不(?:对外)?开放|不营业)?`,
    is("closed"),
  ],
  [`(?:对外|免费|开放|营业|服务|运营|工作|开门|驿站|办公|日常)*(?:${OPEN}|工作)时[间段]|作息时间|时间`, is("nothing")],
  ["每年|每逢|历年", is("yearly")],
  ["除了?", is("apart")],
  ["含|包括|包含", is("including")],
  ["(?:仅|只)限?(?:在|于)?(?=周|星期|礼拜|工作日|双休|节|每)", is("nothing")],
  ["值班(?=开放|值守|服务| ?\\d)|白天(?= ?\\d)", is("nothing")],
  ["从|自(?=\\d|早|上)|为|均|都|也|则|[如若]遇|遇|逢|:|是|于|在(?=\\d|周|每)|的(?=\\d|周)", is("nothing")],
  [`(?:正常|照常|照样|仍|继续|全部)*(?:对外|免费|向社会|向公众)*(?:${OPEN})|正常|照常|可用`, is("open")],
  [" ?[,、/和及与&+|] ?(?:以及)?|以及", is("comma")],
  [" ", is("space")],
  [" ?[;。\n!] ?", is("stop")],
  [" ?[([【] ?", is("bracket_opens")],
  [" ?[)\\]】]", is("bracket_closes")],
];

const WORDS = PATTERNS.map(([pattern, reader, where]) => [new RegExp(`(?:${pattern})`, "y"), reader, where] as const);

/** The words of a text, left to right. Throws `NotUnderstood` at the first thing that is none. */
export function readWords(text: string): Word[] {
  const plain = plainText(text);
  const words: Word[] = [];
  let position = 0;
  while (position < plain.length) {
    const found = wordAt(plain, position);
    if (!found) throw new NotUnderstood(`「${plain.slice(position, position + 12)}」看不懂`);
    words.push(found.word);
    position = found.end;
  }
  return words;
}

function wordAt(text: string, position: number): { word: Word; end: number } | null {
  // Phones read this too, and older ones know no regular expression that looks behind.
  const startsPart = /(?:^|[;,。\n(] ?)$/.test(text.slice(Math.max(0, position - 2), position));
  for (const [pattern, reader, where] of WORDS) {
    if (where === "at_start_of_part" && !startsPart) continue;
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match && match[0] !== "") return { word: reader(match.slice(1), match[0]), end: pattern.lastIndex };
  }
  return null;
}

function dayRange(from: string, to: string): Word {
  const first = dayNumber(from);
  const length = ((dayNumber(to) - first + 7) % 7) + 1;
  return { is: "days", days: Array.from({ length }, (_, step) => (first + step) % 7), isRange: true };
}

function dayList(days: string): Word {
  return {
    is: "days",
    days: [...days].filter((day) => /[一二三四五六日天1-7]/.test(day)).map(dayNumber),
    isRange: false,
  };
}

function dayNumber(day: string): number {
  const position = "一二三四五六日".indexOf(day.replace("天", "日"));
  return position >= 0 ? position : Number(day) - 1;
}
