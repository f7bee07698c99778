const PART = "(?:上午|中午|下午|傍晚|晚上|夜间|早上|早晨|凌晨)";
/** What lists from Hong Kong, Macao and Taiwan write, and old signs. */
const TRADITIONAL: Readonly<Record<string, string>> = {
  週: "周",
  開: "开",
  時: "时",
  點: "点",
  間: "间",
  館: "馆",
  閉: "闭",
  關: "关",
  節: "节",
  業: "业",
  國: "国",
  農: "农",
  曆: "历",
  後: "后",
  進: "进",
  門: "门",
  營: "营",
  無: "无",
  預: "预",
  約: "约",
  號: "号",
};

/**
 * One way of writing: half-width and simplified, one kind of dash and colon, no spaces within a time or a date.
 * What stands there is respelled and never re-read: 8.30-17.30 is a time only where no other time says otherwise.
 */
export function plainText(text: string): string {
  const plain = text
    .replace(/[①-⑳]/g, ";")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[週開時點間館閉關節業國農曆後進門營無預約號]/g, (character) => TRADITIONAL[character] ?? character)
    .replace(/[∶︰꞉˸]/g, ":")
    .replace(/[—–―−‐‑‒~〜∼→─ー]+|-+/g, "-")
    .replace(/(\d)一(?=\d)/g, "$1-")
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+/g, " ")
    .replace(/ ?(-|:|至|到|\n) ?/g, "$1")
    .replace(/([\d零一二两三四五六七八九十半]) (?=[点时分月日号](?!常))/g, "$1")
    .replace(/([点时月]) (?=\d)/g, "$1")
    .replace(/\n{2,}/g, "\n")
    .replace(/(^|[ ;,。\n])\d[.、] ?(?=周|星期|礼拜|工作日|每|节)/g, "$1;")
    .replace(/([\d点时半分])起(?=-|至|到)/g, "$1")
    .replace(/([\d点时半分])止(?![到\d])/g, "$1")
    .replace(/^[; ]+/, "")
    .trim();
  return respellDots(respellParts(respellDays(respellEnglish(plain))));
}

/** (周一至周五)8:00-18:00,(周六日)9:00-17:00: days in front of their hours. */
function respellDays(text: string): string {
  const bracketed = /[([【]((?:周|星期|礼拜|每[周天日]|工作日|节假日)[^()[\]【】\d:]{0,12})[)\]】]:? ?(?=\d|上午|早)/g;
  return text.search(bracketed) === 0 ? text.replace(bracketed, "$1 ") : text;
}

const WEEKDAYS: Readonly<Record<string, string>> = {
  mon: "一",
  tue: "二",
  wed: "三",
  thu: "四",
  fri: "五",
  sat: "六",
  sun: "日",
};

/** Mon-Fri, 9am, 5:30 p.m. */
function respellEnglish(text: string): string {
  const days = text.replace(
    /\b(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?s?\b\.?/g,
    (_, day: string) => `周${WEEKDAYS[day] ?? ""}`,
  );
  return days
    .replace(/ to (?=周|\d)/g, "-")
    .replace(/\b(?:daily|every ?day)\b/g, "每天")
    .replace(/\bclosed\b/g, "休息")
    .replace(/([ap])\.?m\.?:? ?(\d{1,2}:\d{2})(?! ?[ap]\.?m)/g, "$2$1m")
    .replace(/(\d{1,2})(:\d{2})? ?([ap])\.?m\.?/g, (_, hour: string, minute: string | undefined, half: string) => {
      const clock = `${hour}${minute ?? "点"}`;
      if (Number(hour) > 12) return clock;
      if (half === "p") return Number(hour) === 12 ? `中午${clock}` : `下午${clock}`;
      return Number(hour) === 12 ? `凌晨${clock}` : `上午${clock}`;
    });
}

/** 上午:8:30-11:30, (上午)8:30-11:30, 上午(8:30-11:30), 8:30-11:30(上午). */
function respellParts(text: string): string {
  const bracketed = new RegExp(`[([【](${PART})[)\\]】]`);
  const first = text.search(bracketed);
  const isBehind = first >= 0 && /\d/.test(text.slice(0, first));
  const span = "\\d[\\d:.点时分半]*-\\d[\\d:.点时分半]*";
  return text
    .replace(isBehind ? new RegExp(`(${span}) ?[([【](${PART})[)\\]】]`, "g") : /(?!)/g, "$2$1")
    .replace(isBehind ? /(?!)/g : new RegExp(`[([【](${PART})[)\\]】]:?`, "g"), "$1")
    .replace(new RegExp(`(${PART}):(?=\\d)`, "g"), "$1")
    .replace(new RegExp(`(${PART})[([【](${span})[)\\]】]`, "g"), "$1$2 ");
}

/** 8.30-17.30 and 0830-1730 are times where the text has no other; beside others, 5.10-9.30 are days of the year. */
function respellDots(text: string): string {
  if (/\d:\d\d|\d[点时]/.test(text)) return text;
  return text
    .replace(/(^|[^\d.])(\d{1,2})\.(\d{2})-(\d{1,2})\.(\d{2})(?![\d.])/g, "$1$2:$3-$4:$5")
    .replace(/(^|\D)([01]\d|2[0-4])([0-5][05])-([01]\d|2[0-4])([0-5][05])(?!\d)/g, "$1$2:$3-$4:$5");
}
