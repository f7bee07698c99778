import { beijingDayNumber } from "../../shared/core/time.js";
import { officerReaches } from "../../shared/people/roles.js";
import { isOverdue } from "../../shared/trust/task-deadlines.js";
import type { Dependencies } from "../dependencies.js";
import type { ComposedMessage } from "../outbox/composer.js";
import type { Told } from "./told.js";

type Needs = Pick<Dependencies, "reports" | "clock" | "trustSettings">;

/** 今天要盯的事: how many tasks of an officer's reach are overdue. Of the day the notice names only. */
export async function sayOfficerDay(
  deps: Needs,
  { notice, user }: Told,
): Promise<ComposedMessage<"keeper_task"> | null> {
  const now = deps.clock();
  if (notice.about !== user.id || notice.detail !== String(beijingDayNumber(now))) return null;
  const overdue = (await deps.reports.openTasks(now)).filter(
    (task) => officerReaches(user, task.districtCode) && isOverdue(task, now, deps.trustSettings.taskDays),
  );
  if (overdue.length === 0) return null;
  return {
    page: "keeper/tasks/index",
    content: { title: "超时的任务", state: "等着处理", time: now, note: `有 ${overdue.length} 件任务超时了` },
    isUrgent: false,
  };
}
