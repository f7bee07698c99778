import type { NoticeName } from "../../shared/notices/notice.js";
import { taskWords } from "../../shared/notices/task-words.js";
import { mayAt } from "../../shared/people/permissions.js";
import { TaskId } from "../../shared/trust/report.js";
import { taskDueAt } from "../../shared/trust/task-deadlines.js";
import { isOpenTask } from "../../shared/trust/task-states.js";
import { WishId } from "../../shared/wishes/wish.js";
import { categoryLabel } from "../../shared/wishes/wish-category.js";
import type { Dependencies } from "../dependencies.js";
import type { ComposedMessage } from "../outbox/composer.js";
import { assigneesOf } from "../trust/present-task.js";
import type { Told } from "./told.js";

type Needs = Pick<Dependencies, "stations" | "reports" | "wishes" | "clock" | "trustSettings" | "users">;
type Said = ComposedMessage<"keeper_task"> | null;

const STATES: Partial<Record<NoticeName, string>> = {
  task_new: "新任务",
  task_back: "对方说没好",
  task_tomorrow: "明天到期",
  task_overdue: "已经超时",
  task_given: "交给你办",
  task_asked: "工会催办",
};

/** A task, as long as somebody at the station has something to do about it. */
export async function sayTask(deps: Needs, { notice, user }: Told): Promise<Said> {
  const state = STATES[notice.name];
  const id = TaskId.safeParse(notice.about);
  const task = id.success ? await deps.reports.findTask(id.data) : null;
  if (state === undefined || task === null || !isOpenTask(task)) return null;
  if (!mayAt(user, "task:handle", { id: task.stationId, districtCode: task.districtCode })) return null;
  const dueAt = taskDueAt(task, deps.trustSettings.taskDays);
  // One that came back since has another day to be done by, and messages of its own.
  if (dueAt === null || (isTimed(notice.name) && notice.detail !== String(dueAt))) return null;
  if (notice.name === "task_back" && task.state !== "reopened") return null;
  // Given to somebody else since, who is told instead; or taken back.
  const assignee = (await assigneesOf(deps, [task])).get(task.id) ?? null;
  if (assignee !== null && assignee.id !== user.id) return null;
  if (assignee === null && notice.name === "task_given") return null;
  const station = await deps.stations.find(task.stationId);
  if (station === null || station.withdrawnAt !== null) return null;
  return {
    page: `keeper/tasks/index?stationId=${station.id}`,
    content: { title: station.name, state, time: dueAt, note: taskWords(task) },
    isUrgent: false,
  };
}

function isTimed(name: NoticeName): boolean {
  return name === "task_tomorrow" || name === "task_overdue";
}

/** A wish that waits at a station to be collected. */
export async function sayWish(deps: Needs, { notice, user }: Told): Promise<Said> {
  const id = WishId.safeParse(notice.about);
  const wish = id.success ? await deps.wishes.find(id.data) : null;
  if (wish?.state !== "ready") return null;
  const station = await deps.stations.find(wish.pickup?.stationId ?? wish.stationId);
  if (station === null || !mayAt(user, "wish:hand-over", { id: station.id, districtCode: station.district.code })) {
    return null;
  }
  return {
    page: "keeper/wishes/index",
    content: {
      title: station.name,
      state: "等人来领",
      time: wish.due ?? deps.clock(),
      note: `有一份心愿等人来领：${categoryLabel(wish.category)}`,
    },
    isUrgent: false,
  };
}
