import { instantText } from "../../shared/common/instant.js";
import type { MyReport } from "../../shared/trust/report-answer.js";
import type { Dependencies } from "../dependencies.js";
import { presentTask, stationNames } from "./present-task.js";

/** What an account or a device reported, newest first, and how far each got. @param reporters their fingerprints */
export async function listOwnReports(deps: Dependencies, reporters: readonly string[]): Promise<MyReport[]> {
  const now = deps.clock();
  const lists = await Promise.all(reporters.map((one) => deps.reports.listOwn(one, now)));
  const own = new Map(lists.flat().map((one) => [one.report.id, one]));
  const newestFirst = [...own.values()].sort((a, b) => b.report.at - a.report.at);
  const names = await stationNames(
    deps,
    newestFirst.map(({ task }) => task),
  );
  return newestFirst.map(({ report, task }) => ({
    ...presentTask(task, names),
    id: report.id,
    createdAt: instantText(report.at),
    note: report.note,
  }));
}
