import { monthReportContract } from "../../shared/contract/month-reports.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { listMonthReportRows, readMonthReport } from "./read-month-report.js";

/** What an office reports each month, and what its numbers are made of. */
export function monthReportRoutes(deps: Dependencies) {
  return contractRoutes(deps, monthReportContract, {
    getMonthReport: ({ params, query, user }) => readMonthReport(deps, { ...params, ...query }, user),
    listMonthReportRows: ({ params, query, user }) => listMonthReportRows(deps, { ...params, ...query }, user),
  });
}
