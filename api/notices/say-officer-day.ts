import { beijingDayNumber } from "../../shared/common/time.js";
import { UNCONFIRMED_DAYS_OFFICER, unconfirmedDays } from "../../shared/notices/due-notices.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import { isOverdue } from "../../shared/trust/task-deadlines.js";
import type { Dependencies } from "../dependencies.js";
import type { ComposedMessage } from "../outbox/composer.js";
import { stationsInReach } from "../stations/stations-in-reach.js";
import { keeperIdsOfStations, readRoleHolders } from "./people-of-stations.js";
import type { Told } from "./told.js";

/** 今天要盯的事: how many tasks are overdue, and how many doors nobody confirms. Of the day the notice names only. */
export async function sayOfficerDay(
  deps: Dependencies,
  { notice, user }: Told,
): Promise<ComposedMessage<"keeper_task"> | null> {
  const now = deps.clock();
  if (notice.about !== user.id || notice.detail !== String(beijingDayNumber(now))) return null;
  const { overdue, unconfirmed } = await officerCounts(deps, user, now);
  if (overdue === 0 && unconfirmed === 0) return null;
  return {
    page: "keeper/tasks/index",
    content: { title: "驿站有事要盯", state: "等着处理", time: now, note: countWords(overdue, unconfirmed) },
    isUrgent: false,
  };
}

/** In 20 characters. */
function countWords(overdue: number, unconfirmed: number): string {
  const parts = [
    ...(overdue > 0 ? [`任务超时 ${overdue} 件`] : []),
    ...(unconfirmed > 0 ? [`没确认 ${unconfirmed} 家`] : []),
  ];
  return parts.join("，");
}

/** What of an officer's reach is overdue, and how many doors with a keeper nobody has confirmed for two weeks. */
export async function officerCounts(
  deps: Dependencies,
  officer: User,
  now: number,
): Promise<{ overdue: number; unconfirmed: number }> {
  const overdue = (await deps.reports.openTasks(now)).filter(
    (task) => officerReaches(officer, task.districtCode) && isOverdue(task, now, deps.trustSettings.taskDays),
  );
  const keepers = keeperIdsOfStations(await readRoleHolders(deps));
  const stations = await stationsInReach(deps, officer);
  const unconfirmed = stations.filter(
    (station) => keepers.has(station.id) && unconfirmedDays(station, now) >= UNCONFIRMED_DAYS_OFFICER,
  );
  return { overdue: overdue.length, unconfirmed: unconfirmed.length };
}
