import type { MonthReport } from "../../../shared/month-report/month-report-answer";
import { monthWords } from "../../../shared/month-report/month-report-words";
import { dayOfInstant, timeOfInstant } from "../classes/week-days";

/** 兴庆区总工会驿站月报 */
export function titleOf(union: string): string {
  return `${union.trim()}驿站月报`;
}

/** 2026 年 10 月 · 银川市 · 和 2026 年 9 月比 */
export function periodOf({ month, before, reach }: MonthReport): string {
  return `${monthWords(month)} · ${reach.text} · 和 ${monthWords(before)}比`;
}

/** As of when it is; a month that runs is said to. */
export function asOfWords({ isOver, asOf }: MonthReport): string {
  const at = `${dayOfInstant(asOf)} ${timeOfInstant(asOf)}`;
  return isOver ? `按 ${at} 的记录数的` : `这个月还没过完，数到 ${at}`;
}

/** Of the file, without its ending: 兴庆区总工会驿站月报-2026-10-银川市 */
export function fileNameOf(report: MonthReport, union: string): string {
  return `${titleOf(union)}-${report.month}-${report.reach.text}`.replace(/[\\/:*?"<>|\s]/g, "");
}
