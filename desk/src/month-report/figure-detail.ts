import type { MonthFigure } from "../../../shared/month-report/month-figures";
import { type FigureValue, shareDetail } from "../../../shared/month-report/month-report-words";

/** What a share is of, with its interval; empty for every other figure. */
export function figureDetail(key: MonthFigure, figure: FigureValue): string {
  return shareDetail(figure, key === "attendance" ? "人次" : "次");
}
