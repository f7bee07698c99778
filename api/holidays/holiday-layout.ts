import type { HolidayAnswer, HolidayStation } from "../../shared/holidays/holiday-answer.js";
import { holidayStanding } from "../../shared/holidays/holiday-day.js";
import { holidayDateWords, holidayDayWords, holidayLines, holidayWords } from "../../shared/holidays/holiday-words.js";
import {
  COLOUR,
  fitText,
  MARGIN,
  type Measure,
  PAGE,
  printed,
  type Shape,
  textBlock,
  wrap,
} from "../posters/poster-layout.js";

export interface HolidayNoticeContent {
  holiday: HolidayAnswer;
  station: HolidayStation;
  isDemo: boolean;
  /** The address of the station's page, printed for those who type. */
  link: string;
  /** Rows of its QR code, true where dark. */
  code: readonly (readonly boolean[])[];
  /** Written into the file, so that one answer is one file: EpochMs. */
  changedAt: number;
}

export interface HolidayListContent {
  holiday: HolidayAnswer;
  stations: readonly HolidayStation[];
  /** Where the list can be read anew. */
  link: string;
  code: readonly (readonly boolean[])[];
}

const INNER = PAGE.width - 2 * MARGIN;
const BAND = 150;
const CODE_SIDE = 110;
/** Of a date and the gap behind it, in its own size. */
const DATE_WIDTH = 7.4;
/** More do not fit a picture that anybody reads on a phone. */
const MOST_LISTED = 60;

type Fill = { text: string; fill: string };

/** A paper for the door: which days of the holiday, and when. What nobody has said stands there as such. */
export function noticeShapes(
  { holiday, station, isDemo, link, code }: HolidayNoticeContent,
  measure: Measure,
): Shape[] {
  const name = fitText(station.name, { sizes: [38, 30, 24], mostLines: 2, width: INNER, weight: "bold" }, measure);
  const top = BAND + 34 + name.lines.length * name.size * 1.3;
  const days = station.days.map((day) => ({ date: holidayDateWords(day.date), words: holidayDayWords(day) }));
  const room = PAGE.height - 190 - top;
  const widest = Math.max(0, ...days.map(({ words }) => measure(words, 1, "bold")));
  // As large as the rows, and the longest of them, leave room for.
  const size = Math.min(34, Math.floor(room / Math.max(1, days.length) / 1.6), INNER / (DATE_WIDTH + widest));
  const foot = PAGE.height - 160;
  return [
    box(0, 0, PAGE.width, PAGE.height, COLOUR.paper),
    ...band(`${holiday.name}假期`, holidayWords(holiday), measure),
    ...textBlock({ x: MARGIN, top: BAND + 28, lineHeight: 1.3, weight: "bold", fill: COLOUR.ink, ...name }),
    ...days.flatMap(({ date, words }, row): Shape[] => {
      const baseline = top + 24 + row * size * 1.6 + size;
      return [
        line(date, MARGIN, baseline, size, COLOUR.ink2),
        line(words, MARGIN + size * DATE_WIDTH, baseline, size, words === "不开" ? COLOUR.act : COLOUR.ink),
      ];
    }),
    ...codeAt(MARGIN, foot, code),
    line("扫一扫，看现在开不开", MARGIN + CODE_SIDE + 20, foot + 34, 22, COLOUR.ink),
    ...textBlock({
      x: MARGIN + CODE_SIDE + 20,
      top: foot + 48,
      lines: wrap(link, 10, "regular", INNER - CODE_SIDE - 20, measure),
      size: 10,
      weight: "regular",
      fill: COLOUR.ink2,
    }),
    ...(isDemo ? [line("示例：演示用，请勿张贴", MARGIN, PAGE.height - 18, 14, COLOUR.ink2)] : []),
  ];
}

/** The list of a city as a tall picture, and how tall it is. */
export function listShapes(
  { holiday, stations, link, code }: HolidayListContent,
  measure: Measure,
): { shapes: Shape[]; page: { width: number; height: number } } {
  const rows = listRows(stations, measure);
  let y = BAND + 20;
  const shapes: Shape[] = [];
  for (const { text, fill, size, gap } of rows) {
    y += gap;
    shapes.push(line(text, MARGIN, y + size, size, fill));
    y += size * 1.4;
  }
  const foot = y + 24;
  const height = foot + CODE_SIDE + 40;
  return {
    page: { width: PAGE.width, height },
    shapes: [
      box(0, 0, PAGE.width, height, COLOUR.paper),
      ...band("假期开着的驿站", holidayWords(holiday), measure),
      ...shapes,
      ...codeAt(MARGIN, foot, code),
      line("扫一扫，看最新的名单", MARGIN + CODE_SIDE + 20, foot + 34, 22, COLOUR.ink),
      ...textBlock({
        x: MARGIN + CODE_SIDE + 20,
        top: foot + 48,
        lines: wrap(link, 10, "regular", INNER - CODE_SIDE - 20, measure),
        size: 10,
        weight: "regular",
        fill: COLOUR.ink2,
      }),
    ],
  };
}

function listRows(stations: readonly HolidayStation[], measure: Measure) {
  const of = (standing: string) => stations.filter(({ days }) => holidayStanding(days) === standing);
  const open = of("open");
  const row = ({ text, fill }: Fill, size: number, gap = 0) => ({ text, fill, size, gap });
  const lines = open
    .slice(0, MOST_LISTED)
    .flatMap(({ name, days }) => [
      ...wrap(name, 22, "bold", INNER, measure).map((text, at) =>
        row({ text, fill: COLOUR.ink }, 22, at === 0 ? 14 : 0),
      ),
      ...holidayLines(days).flatMap((words) =>
        wrap(printed(words), 18, "bold", INNER, measure).map((text) => row({ text, fill: COLOUR.ink2 }, 18)),
      ),
    ]);
  const left = open.length - MOST_LISTED;
  const told = [
    ...(open.length === 0 ? ["还没有驿站说开。"] : []),
    ...(left > 0 ? [`还有 ${left} 个开着，扫码看。`] : []),
    ...(of("closed").length > 0 ? [`${of("closed").length} 个说不开。`] : []),
    ...(of("unknown").length > 0 ? [`${of("unknown").length} 个没人说开不开，去之前请先打电话。`] : []),
  ];
  return [...lines, ...told.map((text, at) => row({ text: printed(text), fill: COLOUR.ink }, 20, at === 0 ? 22 : 4))];
}

function band(title: string, under: string, measure: Measure): Shape[] {
  const big = fitText(title, { sizes: [58, 46, 38], mostLines: 1, width: INNER, weight: "bold" }, measure);
  const small = fitText(printed(under), { sizes: [24, 20, 16], mostLines: 1, width: INNER, weight: "bold" }, measure);
  return [
    box(0, 0, PAGE.width, BAND, COLOUR.act),
    ...big.lines.map((text) => line(text, MARGIN, 84, big.size, COLOUR.onAct)),
    ...small.lines.slice(0, 1).map((text) => line(text, MARGIN, 126, small.size, COLOUR.onAct)),
  ];
}

function codeAt(x: number, y: number, rows: HolidayListContent["code"]): Shape[] {
  return [
    box(x - 8, y - 8, CODE_SIDE + 16, CODE_SIDE + 16, COLOUR.card),
    { kind: "squares", x, y, side: CODE_SIDE / Math.max(1, rows.length), rows, fill: COLOUR.ink },
  ];
}

function box(x: number, y: number, width: number, height: number, fill: string): Shape {
  return { kind: "box", x, y, width, height, radius: 0, fill };
}

function line(text: string, x: number, baseline: number, size: number, fill: string): Shape {
  return { kind: "text", x, baseline, text, size, weight: "bold", fill };
}
