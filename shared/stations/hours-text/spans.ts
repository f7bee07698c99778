import { DAY_MINUTES } from "../../common/time.js";
import type { OpeningSpan } from "../hours.js";
import { NotUnderstood } from "./not-understood.js";

export const DASH = "(?:-|至|到)";
export const NUMBER = "(?:\\d{1,2}|[零一二两三四五六七八九十]{1,3})";
const DAY_PART = "凌晨|清晨|早晨|早上|早间|早|上午|中午|午间|下午|午后|傍晚|晚上|晚间|夜间|夜里|晚|夜";
const NEXT_DAY = "次日|第二天|翌日|隔天|隔日";
const LEAD = `(?:(${NEXT_DAY}|当日|当天) ?)?(?:(${DAY_PART}) ?)?(${NUMBER})`;
const CLOCK = "(?::(\\d{2})(?::00)?|[点时]钟?(?:(半|整|一刻|三刻)|(\\d{1,2})分?)?)";

/** One moment, with groups or without. */
const MOMENT = LEAD + CLOCK;
export const PLAIN_MOMENT = MOMENT.replace(/\((?!\?)/g, "(?:");
export { MOMENT };

/** 9:00开门,17:00关门: groups as in {@link SPAN}. */
const OPENS = "(?:开馆|开门|开放|开园|营业|上班|开始)";
const CLOSES = "(?:闭馆|关馆|关门|闭园|闭门|关闭|打烊|结束|下班)";
export const OPENS_CLOSES = `${MOMENT}(?:准时)?${OPENS}[, ;、]?${DASH}? ?${MOMENT}(?:准时)?${CLOSES}`;
/** 开馆时间:9:00,闭馆时间:17:00, 开门9:00 关门17:00. */
export const OPENING_CLOSING = `${OPENS}(?:时间)?[:为 ]?${MOMENT}[, ;、\n]? ?${CLOSES}(?:时间)?[:为 ]?${MOMENT}`;

/** 8:00-20:00, 早8点到晚10点, 18:00-次日2:00; groups: two moments of six. */
export const SPAN = `${LEAD}${CLOCK}${DASH}${LEAD}${CLOCK}`;
/** 8-20点: the first hour leaves its 点 to the second. Groups: three, then six. */
export const SHORT_SPAN = `${LEAD}${DASH}${LEAD}${CLOCK}`;
/** 早8晚10, 早八点晚十点, 早8:00晚8:30: no word in between. Groups: part, hour, minute, part, hour, minute. */
export const MORNING_TO_EVENING = `(早上|早)(${NUMBER})(?:点|:(\\d{2}))?(?:${DASH})? ?(晚上|晚)(${NUMBER})(?:点|:(\\d{2}))?(?![\\d:半])`;

const MINUTES_IN_WORDS: Readonly<Record<string, number>> = { 半: 30, 整: 0, 一刻: 15, 三刻: 45 };
const DIGITS = "零一二三四五六七八九";
const NOON = 12 * 60;

/** A moment as it is written, before it is known on which side of midnight it lies. */
interface Moment {
  nextDay: boolean;
  part: string | null;
  hour: number;
  minute: number;
  /** Written 08, which only a 24-hour clock does. */
  padded: boolean;
}

/** The span two moments enclose, groups as `SPAN` captures them. Throws `NotUnderstood` rather than guess. */
export function readSpan(groups: readonly (string | undefined)[], written: string): OpeningSpan {
  return spanBetween(moment(groups.slice(0, 6)), moment(groups.slice(6, 12)), written);
}

export function readShortSpan(groups: readonly (string | undefined)[], written: string): OpeningSpan {
  return spanBetween(moment(groups.slice(0, 3)), moment(groups.slice(3, 9)), written);
}

export function readMorningToEvening(groups: readonly (string | undefined)[], written: string): OpeningSpan {
  const [fromPart, fromHour, fromMinute, toPart, toHour, toMinute] = groups;
  const from = moment([undefined, fromPart, fromHour, fromMinute]);
  return spanBetween(from, moment([undefined, toPart, toHour, toMinute]), written);
}

/** The minute of one moment, groups as `MOMENT` captures them. */
export function readMoment(groups: readonly (string | undefined)[], written: string): number {
  const read = moment(groups);
  const minute = isOnClock(read) ? minuteOfDay(read) : null;
  if (minute === null) throw new NotUnderstood(`「${written}」不是一天里的钟点`);
  return minute;
}

/** 12, 十二, 两 as a number. */
export function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace("两", "二");
  const [tens, ones] = plain.includes("十") ? plain.split("十") : ["零", plain];
  const digit = (character: string | undefined, missing: number) => (character ? DIGITS.indexOf(character) : missing);
  return digit(tens, 1) * 10 + digit(ones, 0);
}

function moment(groups: readonly (string | undefined)[]): Moment {
  const [day, part, hour = "", clockMinute, words, minute] = groups;
  return {
    nextDay: day !== undefined && !day.startsWith("当"),
    part: part ?? null,
    hour: readNumber(hour),
    minute: words ? (MINUTES_IN_WORDS[words] ?? 0) : Number(clockMinute ?? minute ?? 0),
    padded: hour.startsWith("0"),
  };
}

function spanBetween(from: Moment, to: Moment, written: string): OpeningSpan {
  const unclear = (why: string) => new NotUnderstood(`「${written}」${why}`);
  if (!isOnClock(from) || !isOnClock(to)) throw unclear("不是一天里的钟点");
  const opens = minuteOfDay(from);
  const bareCloses = minuteOfDay(to);
  if (opens === null || bareCloses === null) throw unclear("的钟点和上午下午对不上");
  if (from.nextDay || opens >= DAY_MINUTES) throw unclear("从第二天开始，看不出是哪一天");
  if (mayBeAfternoon(from, to)) throw unclear("分不清是上午还是下午");
  const closes = closingMinute(from, opens, to, bareCloses);
  if (closes === null) throw unclear("关门早于开门，分不清是下午还是第二天，请写「次日」或用 24 小时写法");
  if (closes - opens > DAY_MINUTES) throw unclear("超过了 24 小时");
  return { opens, closes };
}

function isOnClock({ hour, minute }: Moment): boolean {
  return minute <= 59 && (hour < 24 || (hour === 24 && minute === 0));
}

/** Minutes since midnight by the words in front of the hour; null where the two contradict each other. */
function minuteOfDay({ part, hour, minute }: Moment): number | null {
  const at = (hours: number) => hours * 60 + minute;
  switch (part) {
    case null:
      return at(hour);
    case "凌晨":
      return hour === 12 ? at(0) : hour <= 6 ? at(hour) : null;
    case "清晨":
    case "早晨":
    case "早上":
    case "早间":
    case "早":
    case "上午":
      return hour <= 12 ? at(hour) : null;
    case "中午":
    case "午间":
      return hour >= 11 && hour <= 14 ? at(hour) : hour <= 2 && hour > 0 ? at(hour + 12) : null;
    case "下午":
    case "午后":
    case "傍晚":
      return hour >= 12 && hour < 24 ? at(hour) : hour > 0 && hour < 12 ? at(hour + 12) : null;
    default:
      // 晚12点 is midnight; 晚2点 is the small hours to some and nothing to others.
      return hour === 12 ? at(24) : hour >= 17 ? at(hour) : hour >= 5 && hour < 12 ? at(hour + 12) : null;
  }
}

/** 2:00-5:30 without a word or a leading zero: the afternoon of a 12-hour clock, or the night of a 24-hour one. */
function mayBeAfternoon(from: Moment, to: Moment): boolean {
  const bare = from.part === null && to.part === null && !from.padded && !to.padded && !to.nextDay;
  return bare && from.hour >= 1 && from.hour < 6 && to.hour <= 12;
}

function closingMinute(from: Moment, opens: number, to: Moment, closes: number): number | null {
  // 23:59 is how forms that refuse 24:00 write the end of the day.
  const end = closes === DAY_MINUTES - 1 ? DAY_MINUTES : closes;
  if (to.nextDay) return end + DAY_MINUTES;
  const afternoon = end + NOON;
  const isAroundNoon = from.part === "中午" || from.part === "午间";
  const isLate = opens >= NOON || isAroundNoon;
  const sharesPart = to.part === null && isLate && from.part !== null && to.hour > 0 && to.hour < 12;
  if (sharesPart && afternoon > opens) return afternoon;
  if (end > opens) return end;
  const passesMidnight = to.part === "凌晨" || (to.part === null && to.hour === 0);
  // An hour from 13 on, or 晚, shows that the smaller hour after it is the next morning's.
  const startsLate = opens > NOON && end < NOON && to.part !== "上午";
  return passesMidnight || startsLate ? end + DAY_MINUTES : null;
}
