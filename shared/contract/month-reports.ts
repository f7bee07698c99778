import { z } from "zod";
import { Month, MonthReport, MonthReportRows, ReachQuery, RowsQuery } from "../month-report/month-report-answer.js";
import type { Contract } from "./endpoint.js";

const params = z.object({ month: Month });

/** What an office reports each month. */
export const monthReportContract = {
  getMonthReport: {
    route: "GET /month-reports/:month",
    summary: "The figures of a month against those of the month before, of a reach (officer)",
    description: "A figure that nobody knows says so and is never 0.",
    permission: "month-report:read",
    params,
    query: ReachQuery,
    answer: MonthReport,
    answers: "The figures",
  },
  listMonthReportRows: {
    route: "GET /month-reports/:month/rows",
    summary: "What one figure of a month is made of, one by one (officer)",
    permission: "month-report:read",
    params,
    query: RowsQuery,
    answer: MonthReportRows,
    answers: "Up to 2,000, the newest first",
  },
} as const satisfies Contract;
