import type { BeijingMonth } from "../common/month.js";
import { MONTH_FIGURES, type MonthFigure } from "./month-figures.js";

/** What an answer says of one figure of one month. */
export interface FigureValue {
  /** False: nobody knows. */
  isKnown: boolean;
  /** Null: unknown, or nothing of which it could be said. */
  value: number | null;
  /** Of a share: of how many, how many of them, and its 95 % interval. */
  of: number | null;
  found: number | null;
  low: number | null;
  high: number | null;
}

export const UNKNOWN_WORDS = "没有记录";
const NOTHING_WORDS = "没有可算的";

/** 82 个, 91.7 %, 2.5 天; 没有记录 for what nobody knows, which is never 0. */
export function valueWords(figure: MonthFigure, { isKnown, value }: FigureValue): string {
  if (!isKnown) return UNKNOWN_WORDS;
  return value === null ? NOTHING_WORDS : `${rounded(figure, value)} ${MONTH_FIGURES[figure].unit}`;
}

/** 24 次里 22 次，95 % 在 74 % 到 98 % 之间; empty where it is no share. */
export function shareDetail({ of, found, low, high }: FigureValue, counter: string): string {
  if (of === null || found === null || low === null || high === null) return "";
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return `${of} ${counter}里 ${found} ${counter}，95 % 在 ${percent(low)} 到 ${percent(high)} 之间`;
}

/** 多 3 个, 少 2.5 个百分点, 一样; what one of them does not say cannot be compared. */
export function differenceWords(figure: MonthFigure, now: FigureValue, before: FigureValue): string {
  if (now.value === null || before.value === null) return "不能比";
  const difference = rounded(figure, rounded(figure, now.value) - rounded(figure, before.value));
  if (difference === 0) return "一样";
  const { unit } = MONTH_FIGURES[figure];
  return `${difference > 0 ? "多" : "少"} ${Math.abs(difference)} ${unit === "%" ? "个百分点" : unit}`;
}

/** As it is shown: counts are whole, shares and days have one digit. */
export function rounded(figure: MonthFigure, value: number): number {
  const { unit } = MONTH_FIGURES[figure];
  return unit === "%" || unit === "天" ? Math.round(value * 10) / 10 : Math.round(value);
}

/** 2026 年 10 月 */
export function monthWords(month: BeijingMonth): string {
  return `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`;
}
