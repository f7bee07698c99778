import { sinceWords } from "../../shared/notices/since-words.js";
import { ReportId } from "../../shared/trust/report.js";
import type { Dependencies } from "../dependencies.js";
import type { ComposedMessage } from "../outbox/composer.js";
import type { Told } from "./told.js";

/** What was done about a report, and how soon. Nothing when it came back meanwhile. */
export async function sayAnswered(
  { reports, stations }: Pick<Dependencies, "reports" | "stations">,
  { notice }: Told,
): Promise<ComposedMessage<"report_answered"> | null> {
  const id = ReportId.safeParse(notice.about);
  const task = id.success ? await reports.findTaskOfReport(id.data) : null;
  if (task === null || (task.state !== "resolved" && task.state !== "confirmed") || task.done === null) return null;
  const station = await stations.find(task.stationId);
  if (station === null) return null;
  return {
    page: "visitor/reports/index",
    content: {
      title: station.name,
      state: "有回话了",
      time: task.changedAt,
      note: `${sinceWords(task.reopenedAt ?? task.createdAt, task.changedAt)}：${task.done}`,
    },
    isUrgent: false,
  };
}
