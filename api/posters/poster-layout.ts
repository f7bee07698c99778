import type { Hours } from "../../shared/stations/hours.js";
import { dateWords, dayWords, namedDayWords, specialDayWords, weekInShort } from "../../shared/stations/hours-words.js";
import { alwaysOpen } from "../../shared/stations/posted-hours.js";
import type { Station } from "../../shared/stations/station.js";
import type { MiniProgramCode } from "../wechat/mini-program-code.js";

/** A4 upright, in points of 1/72 inch. Every length below is in points. */
export const PAGE = { width: 595.28, height: 841.89 };

export type Weight = "regular" | "bold";
export type Measure = (text: string, size: number, weight: Weight) => number;

/** What a poster is drawn from, the same for paper and for the screen; later shapes lie over earlier ones. */
export type Shape =
  | { kind: "box"; x: number; y: number; width: number; height: number; radius: number; fill: string }
  | { kind: "text"; x: number; baseline: number; text: string; size: number; weight: Weight; fill: string }
  | { kind: "squares"; x: number; y: number; side: number; rows: readonly (readonly boolean[])[]; fill: string }
  | { kind: "picture"; x: number; y: number; side: number; bytes: Uint8Array; format: "jpeg" | "png" };

export type PosterStation = Pick<Station, "name" | "code" | "hours" | "audience" | "entryNote" | "landmark" | "isDemo">;

export interface PosterContent {
  station: PosterStation;
  /** The address of the station's page, printed for those who type. */
  link: string;
  /** What is scanned: the link as rows of a QR code, true where dark, without the quiet zone; or WeChat's own picture. */
  code: { rows: readonly (readonly boolean[])[] } | MiniProgramCode;
}

export const COLOUR = {
  act: "#C2410C",
  onAct: "#FFFFFF",
  paper: "#F6F4EF",
  card: "#FFFFFF",
  ink: "#1B1B18",
  ink2: "#55534C",
};
export const MARGIN = 44;
const INNER_WIDTH = PAGE.width - 2 * MARGIN;
const BAND_HEIGHT = 208;
const LINE_HEIGHT = 1.4;
const SCAN_CARD = { x: MARGIN, y: 590, width: INNER_WIDTH, height: 208 };
/** A QR code needs four squares of clear ground around it; the card is white beyond that. */
const CODE_SIDE = 168;

/** What stands where on a station's poster. */
export function poster({ station, link, code }: PosterContent, measure: Measure): Shape[] {
  const name = fitText(
    station.name,
    { sizes: [46, 38, 31, 25], mostLines: 2, width: INNER_WIDTH, weight: "bold" },
    measure,
  );
  const nameBottom = BAND_HEIGHT + 34 + name.lines.length * name.size * 1.25;
  const under = [station.code === null ? null : `编号 ${station.code}`, station.landmark].filter(
    (part) => part !== null,
  );
  const underLines = under.length === 0 ? 0 : 1;
  const factsTop = nameBottom + underLines * 28 + 12;
  return [
    { kind: "box", x: 0, y: 0, ...PAGE, radius: 0, fill: COLOUR.paper },
    ...welcome(station.isDemo, measure),
    ...textBlock({ x: MARGIN, top: BAND_HEIGHT + 34, lineHeight: 1.25, weight: "bold", fill: COLOUR.ink, ...name }),
    ...textBlock({
      x: MARGIN,
      top: nameBottom,
      lines: under.length === 0 ? [] : [shortened(under.join(" · "), 17, INNER_WIDTH, measure)],
      size: 17,
      weight: "regular",
      fill: COLOUR.ink2,
    }),
    ...facts(station, factsTop, measure),
    ...scanCard({ link, code, isDemo: station.isDemo }, measure),
  ];
}

function welcome(isDemo: boolean, measure: Measure): Shape[] {
  const tag = { text: "示例", size: 26 };
  const tagWidth = measure(tag.text, tag.size, "bold") + 28;
  return [
    { kind: "box", x: 0, y: 0, width: PAGE.width, height: BAND_HEIGHT, radius: 0, fill: COLOUR.act },
    { kind: "text", x: MARGIN, baseline: 112, text: "欢迎进来歇脚", size: 70, weight: "bold", fill: COLOUR.onAct },
    {
      kind: "text",
      x: MARGIN + 3,
      baseline: 172,
      text: printed("免费，无需登记"),
      size: 36,
      weight: "bold",
      fill: COLOUR.onAct,
    },
    ...(isDemo
      ? ([
          {
            kind: "box",
            x: PAGE.width - MARGIN - tagWidth,
            y: 138,
            width: tagWidth,
            height: 44,
            radius: 10,
            fill: COLOUR.onAct,
          },
          {
            kind: "text",
            x: PAGE.width - MARGIN - tagWidth + 14,
            baseline: 170,
            ...tag,
            weight: "bold",
            fill: COLOUR.act,
          },
        ] satisfies Shape[])
      : []),
  ];
}

/** When it is open, who may come in and how, as large as the room above the QR code allows. */
function facts(station: PosterStation, top: number, measure: Measure): Shape[] {
  const lines = [
    ...hoursLines(station.hours),
    ...(station.audience === null ? [] : [`谁能进：${station.audience}`]),
    ...(station.entryNote === null ? [] : [`怎么进：${station.entryNote}`]),
  ];
  const room = SCAN_CARD.y - 16 - top;
  const wrapped = [30, 26, 22, 19, 16, 13].map((size) => ({
    size,
    lines: lines.flatMap((line) => wrap(printed(line), size, "bold", INNER_WIDTH, measure)),
  }));
  const fitting = wrapped.find(({ size, lines }) => lines.length * size * LINE_HEIGHT <= room);
  const smallest = wrapped[wrapped.length - 1] ?? { size: 13, lines: [] };
  const mostLines = Math.max(0, Math.floor(room / (smallest.size * LINE_HEIGHT)) - 1);
  const shown = fitting ?? { size: smallest.size, lines: [...smallest.lines.slice(0, mostLines), "其余的请扫码看"] };
  return textBlock({ x: MARGIN, top, weight: "bold", fill: COLOUR.ink, ...shown });
}

/**
 * The posted hours that hold all year. What nobody has told us is left to the page behind the code, and so are single
 * dates: paper hangs longer than they last.
 */
export function hoursLines(hours: Hours): string[] {
  if (hours.week.every((day) => day === "unknown")) return ["几点开门：请扫码看"];
  const seasons = hours.seasons.flatMap(({ from, to, week, holidays }) =>
    [
      ...weekInShort(week),
      ...(holidays === undefined ? [] : specialDayWords(holidays).map((line) => `节假日 ${line}`)),
    ].map((line) => `${dateWords(from)}到${dateWords(to)} ${line}`),
  );
  const seasonal = hours.seasons.length > 0 && hours.seasons.every((season) => season.holidays !== undefined);
  const week = weekInShort(hours.week);
  const holidays =
    hours.holidays === "unknown" ? "节假日开不开，请扫码看" : `节假日 ${specialDayWords(hours.holidays).join("，")}`;
  return [
    ...(alwaysOpen(hours)
      ? ["开门时间：每天 24 小时"]
      : ["开门时间：", ...seasons, ...week.map((line) => (seasons.length > 0 ? `其他日子 ${line}` : line))]),
    ...(seasonal ? [] : [holidays]),
    ...(hours.namedDays ?? []).map(({ day, hours: ofDay }) => `${namedDayWords(day)} ${dayWords(ofDay).join("，")}`),
  ];
}

function scanCard(
  { link, code, isDemo }: { link: string; code: PosterContent["code"]; isDemo: boolean },
  measure: Measure,
): Shape[] {
  const corner = { x: SCAN_CARD.x + 20, y: SCAN_CARD.y + 20 };
  const textX = SCAN_CARD.x + CODE_SIDE + 20 + 22;
  const textWidth = SCAN_CARD.x + SCAN_CARD.width - 20 - textX;
  const words = [
    { text: "rows" in code ? "扫一扫" : "微信扫一扫", size: 32, weight: "bold", baseline: SCAN_CARD.y + 54 },
    { text: "今天开不开，里面有什么", size: 20, weight: "bold", baseline: SCAN_CARD.y + 90 },
    { text: "门关着，东西坏了，也扫它说一声", size: 17, weight: "regular", baseline: SCAN_CARD.y + 118 },
  ] as const;
  const address = wrap(link, 10, "regular", textWidth, measure);
  return [
    { kind: "box", ...SCAN_CARD, radius: 16, fill: COLOUR.card },
    "rows" in code
      ? {
          kind: "squares",
          ...corner,
          side: CODE_SIDE / Math.max(1, code.rows.length),
          rows: code.rows,
          fill: COLOUR.ink,
        }
      : { kind: "picture", ...corner, side: CODE_SIDE, ...code },
    ...words.map((line): Shape => ({ kind: "text", x: textX, fill: COLOUR.ink, ...line, text: printed(line.text) })),
    ...textBlock({
      x: textX,
      top: SCAN_CARD.y + 132,
      lines: address,
      size: 10,
      weight: "regular",
      fill: COLOUR.ink2,
    }),
    ...(isDemo
      ? ([
          {
            kind: "text",
            x: MARGIN,
            baseline: PAGE.height - 18,
            text: printed("示例：演示用的海报，不是真的驿站，请勿张贴"),
            size: 14,
            weight: "bold",
            fill: COLOUR.ink2,
          },
        ] satisfies Shape[])
      : []),
  ];
}

interface TextBlock {
  x: number;
  top: number;
  lines: readonly string[];
  size: number;
  weight: Weight;
  fill: string;
  lineHeight?: number;
}

export function textBlock({ x, top, lines, size, weight, fill, lineHeight = LINE_HEIGHT }: TextBlock): Shape[] {
  return lines.map((text, row) => ({
    kind: "text",
    x,
    // The font's capitals and characters hang about 0.88 of their size above the line.
    baseline: top + row * size * lineHeight + size * 0.95,
    text,
    size,
    weight,
    fill,
  }));
}

interface Fit {
  /** Largest first; the last is taken whatever it needs. */
  sizes: readonly number[];
  mostLines: number;
  width: number;
  weight: Weight;
}

export function fitText(text: string, { sizes, mostLines, width, weight }: Fit, measure: Measure) {
  let fitted = { size: 0, lines: [text] };
  for (const size of sizes) {
    fitted = { size, lines: wrap(text, size, weight, width, measure) };
    if (fitted.lines.length <= mostLines) break;
  }
  return fitted;
}

/** One line of it, cut where the width ends. */
export function shortened(text: string, size: number, width: number, measure: Measure): string {
  const [first = "", ...rest] = wrap(text, size, "regular", width - size, measure);
  return rest.length === 0 ? first : `${first}…`;
}

/** Commas, and colons behind a character, as wide as the characters they stand among: paper has the room. */
export function printed(text: string): string {
  return text.replace(/,/g, "\uff0c").replace(/(?<=[\u3400-\u9fff]):/g, "\uff1a");
}

/** Chinese breaks anywhere but before a closing mark; a word or a number stays whole unless it is wider than a line. */
const PIECES = /(?:[\x21-\x7e–]+|[^\x21-\x7e–])[,:;)、。」\uff0c\uff1a\uff1b\uff09]*/gu;

/** Breaks text into lines no wider than `width`. */
export function wrap(text: string, size: number, weight: Weight, width: number, measure: Measure): string[] {
  const fits = (line: string) => measure(line.trim(), size, weight) <= width;
  const pieces = (text.match(PIECES) ?? []).flatMap((piece) => (fits(piece) ? [piece] : [...piece]));
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && !fits(line + piece)) {
      lines.push(line.trim());
      line = "";
    }
    line += piece;
  }
  if (line.trim() !== "") lines.push(line.trim());
  return lines;
}
