import { type BeijingMonth, beijingMonth, monthsLater } from "../../../shared/common/month";
import { MONTH_FIGURE_KEYS, type MonthFigure } from "../../../shared/month-report/month-figures";

/** What the address says of the report. */
export interface MonthReportSearch {
  /** Absent: the month that was over last. */
  month?: BeijingMonth;
  /** A code; absent: all of one's reach. */
  reach?: string;
  /** The figure whose rows are open. */
  rows?: MonthFigure;
  /** Of which month they are; absent: of the month itself. */
  of?: "before";
}

/** As far back as the record is kept. */
const CHOICES = 36;

/** Reads what came with the address; what cannot be is left out. */
export function readMonthReportSearch({ month, reach, rows, of }: Record<string, unknown>): MonthReportSearch {
  // The address reads digits as a number.
  const code = typeof reach === "number" ? String(reach) : reach;
  const figure = MONTH_FIGURE_KEYS.find((known) => known === rows);
  return {
    ...(typeof month === "string" && /^2\d{3}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(typeof code === "string" && /^(\d{2}){0,3}$/.test(code) ? { reach: code } : {}),
    ...(figure === undefined ? {} : { rows: figure }),
    ...(figure !== undefined && of === "before" ? { of } : {}),
  };
}

/** The months that may be chosen, the present one first. */
export function monthChoices(now: number): BeijingMonth[] {
  const present = beijingMonth(now);
  return Array.from({ length: CHOICES }, (_, back) => monthsLater(present, -back));
}
