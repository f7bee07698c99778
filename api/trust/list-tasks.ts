import { mayAt } from "../../shared/people/permissions.js";
import type { User } from "../../shared/people/user.js";
import type { StationId } from "../../shared/stations/station.js";
import { OPEN_TASK_STATES, type TaskState } from "../../shared/trust/task-states.js";
import type { Dependencies } from "../dependencies.js";
import type { TaskWithReports } from "./report-store.js";

interface TaskQuestion {
  user: User;
  stationId: StationId | null;
  /** `open`: all with something left to do; null: all. */
  state: TaskState | "open" | null;
}

/** The tasks that a person handles, newest first, with what was reported. */
export async function listTasks(
  { reports }: Pick<Dependencies, "reports">,
  { user, stationId, state }: TaskQuestion,
): Promise<TaskWithReports[]> {
  const onlyOpen = state === "open" || (state !== null && OPEN_TASK_STATES.includes(state));
  const isWanted = (one: TaskState) => state === null || state === "open" || state === one;
  const handles = (id: StationId, districtCode: string | null) => mayAt(user, "task:handle", { id, districtCode });
  // A keeper's own stations are few: theirs are read one by one, so that those of others do not crowd them out.
  const ofOne = stationId !== null ? [stationId] : user.roles.includes("officer") ? null : user.stationIds;
  const lists =
    ofOne === null
      ? [await reports.listTasks({ stationId: null, onlyOpen })]
      : await Promise.all(ofOne.map((id) => reports.listTasks({ stationId: id, onlyOpen })));
  const tasks = lists
    .flat()
    .filter((task) => isWanted(task.state) && handles(task.stationId, task.districtCode))
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
  return reports.withReports(tasks);
}
