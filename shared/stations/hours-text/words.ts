import type { OpeningSpan } from "../hours.js";
import { NotUnderstood } from "./not-understood.js";
import {
  DASH,
  MORNING_TO_EVENING,
  NUMBER,
  readMorningToEvening,
  readNumber,
  readShortSpan,
  readSpan,
  SHORT_SPAN,
  SPAN,
} from "./spans.js";

/** What the words of hours mean, one by one. Days: 0 = Monday … 6 = Sunday. */
export type Word =
  | { is: "days"; days: readonly number[]; isRange: boolean }
  | { is: "every_day" | "workdays" | "holidays" }
  | { is: "other_days" }
  | { is: "span"; span: OpeningSpan }
  | { is: "whole_day" | "unattended" | "closed" | "open" | "announced_later" | "all_year" }
  | { is: "season"; from: string; to: string }
  | { is: "season_name" }
  | { is: "holidays_as_week" | "holidays_closed" }
  | { is: "comma" | "stop" | "bracket_opens" | "bracket_closes" | "nothing" };

type Reader = (groups: (string | undefined)[], written: string) => Word;

const WEEKDAY = "(?:周|星期|礼拜)";
const DAY = "(?:[一二三四五六日天](?!点)|[1-7](?![\\d:点时]))";
const HOLIDAYS = "(?:国家)?(?:法定)?(?:节假日|节日|假日)";
const LAST_DAY_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const PATTERNS: readonly (readonly [string, Reader])[] = [
  [`(?:除了?|不含|不包括|不包含)${HOLIDAYS}(?:以外|之外|外)?`, () => ({ is: "holidays_closed" })],
  [`(?:含|包括|包含|不分|无论)${HOLIDAYS}`, () => ({ is: "holidays_as_week" })],
  ["(?:全年|年中|常年)(?:无休|不休息?|不打烊|365天|开放)|365天", () => ({ is: "all_year" })],
  [`(?:每|逢)?${WEEKDAY}(${DAY})${DASH}${WEEKDAY}?(${DAY})`, ([from = "", to = ""]) => dayRange(from, to)],
  [`(?:每|逢)?${WEEKDAY}(${DAY}(?:[、,和及]?[一二三四五六日天](?![点月天]))*)`, ([days = ""]) => dayList(days)],
  ["周末|双休日?|休息日", () => ({ is: "days", days: [5, 6], isRange: false })],
  ["每天|每日|天天|全周|一周七天|7天", () => ({ is: "every_day" })],
  ["(?:法定)?工作日", () => ({ is: "workdays" })],
  [HOLIDAYS, () => ({ is: "holidays" })],
  [
    `(${NUMBER})月(?:(${NUMBER})[日号])?${DASH}(?:次年|翌年|来年|第二年)?(${NUMBER})月(?:(${NUMBER})[日号]|[底末])?(?:份|期间)?`,
    ([fromMonth = "", fromDay, toMonth = "", toDay], written) => season(written, fromMonth, fromDay, toMonth, toDay),
  ],
  [
    `(${NUMBER})${DASH}(${NUMBER})月(?:份|期间)?`,
    ([from = "", to = ""], written) => season(written, from, undefined, to, undefined),
  ],
  ["[春夏秋冬]+(?:季|天|令时|令)(?:期间)?", () => ({ is: "season_name" })],
  ["(?:其余|其他|其它)(?:时间|时段|月份|季节|日期|日子)?", () => ({ is: "other_days" })],
  ["(?:7 ?[*×x天] ?)?(?:全天)?(?:24|二十四)(?:小时|h)|全天候|全天|全日", () => ({ is: "whole_day" })],
  [SPAN, (groups, written) => ({ is: "span", span: readSpan(groups, written) })],
  [SHORT_SPAN, (groups, written) => ({ is: "span", span: readShortSpan(groups, written) })],
  [MORNING_TO_EVENING, (groups, written) => ({ is: "span", span: readMorningToEvening(groups, written) })],
  ["(?:中午|午间)(?:不休息?|不打烊|不关门)|有人值守|有人服务|人工服务", () => ({ is: "nothing" })],
  ["无人值守|无人自助|无人|自助(?:开放|服务|进门|进入)?|扫码(?:进门|进入|开门)", () => ({ is: "unattended" })],
  ["另行通知|以通知为准|以公告为准", () => ({ is: "announced_later" })],
  [
    "除外|以外|之外|外|休息|休馆|休|不开放|不开门|不开|不对外开放|不营业|不上班|闭馆|关闭|关门|放假",
    () => ({ is: "closed" }),
  ],
  [
    "(?:对外|免费|开放|营业|服务|运营|工作|开门|驿站)?(?:开放|营业|服务|运营|工作|开门)时间|每年|除了?(?=[^,;。()]+外)|从|为|均|都|也|:",
    () => ({ is: "nothing" }),
  ],
  [
    "(?:正常|照常)?(?:对外|免费)?(?:开放|营业|服务|开门|上班)|正常|照常|不休息|不休|无休|不打烊|不关门|可用",
    () => ({ is: "open" }),
  ],
  ["全年|常年|长期", () => ({ is: "nothing" })],
  [" ?[,、/和及与&+] ?| ", () => ({ is: "comma" })],
  [" ?[;。\n] ?", () => ({ is: "stop" })],
  [" ?[([【] ?", () => ({ is: "bracket_opens" })],
  [" ?[)\\]】]", () => ({ is: "bracket_closes" })],
];

const WORDS = PATTERNS.map(([pattern, reader]) => [new RegExp(pattern, "y"), reader] as const);

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
  for (const [pattern, reader] of WORDS) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match && match[0] !== "") return { word: reader(match.slice(1), match[0]), end: pattern.lastIndex };
  }
  return null;
}

/** One way of writing: half-width, one kind of dash and colon, no spaces around them. */
function plainText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[∶︰꞉]/g, ":")
    .replace(/[—–―−~〜∼→─]+|-+/g, "-")
    .replace(/[ \t\r]+/g, " ")
    .replace(/ ?(-|:|至|到|\n) ?/g, "$1")
    .trim();
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

function season(
  written: string,
  fromMonth: string,
  fromDay: string | undefined,
  toMonth: string,
  toDay: string | undefined,
): Word {
  const lastDay = LAST_DAY_OF_MONTH[readNumber(toMonth) - 1] ?? 0;
  return {
    is: "season",
    from: monthDay(written, readNumber(fromMonth), fromDay ? readNumber(fromDay) : 1),
    to: monthDay(written, readNumber(toMonth), toDay ? readNumber(toDay) : lastDay),
  };
}

function monthDay(written: string, month: number, day: number): string {
  const lastDay = LAST_DAY_OF_MONTH[month - 1];
  if (lastDay === undefined || day < 1 || day > lastDay) throw new NotUnderstood(`「${written}」里没有这个日期`);
  return `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
