import { mayAt } from "../../shared/people/permissions.js";
import type { User } from "../../shared/people/user.js";
import type { StationId } from "../../shared/stations/station.js";
import type { Task } from "../../shared/trust/report.js";
import { compareTasks } from "../../shared/trust/task-deadlines.js";
import { OPEN_TASK_STATES, type TaskState } from "../../shared/trust/task-states.js";
import type { Dependencies } from "../dependencies.js";
import type { TaskWithReports } from "./report-store.js";

type Needs = Pick<Dependencies, "reports" | "clock" | "trustSettings">;

const MOST_TASKS = 200;

interface TaskQuestion {
  user: User;
  stationId: StationId | null;
  /** `open`: all with something left to do; null: all. */
  state: TaskState | "open" | null;
}

/** The tasks that a person handles, overdue ones first, then the newest, with what was reported. */
export async function listTasks(deps: Needs, question: TaskQuestion): Promise<TaskWithReports[]> {
  const { user, state } = question;
  const now = deps.clock();
  const isWanted = (task: Task) =>
    state === null || (state === "open" ? OPEN_TASK_STATES.includes(task.state) : task.state === state);
  const tasks = (await candidates(deps, question, now))
    .filter(
      (task) => isWanted(task) && mayAt(user, "task:handle", { id: task.stationId, districtCode: task.districtCode }),
    )
    .sort((a, b) => compareTasks(a, b, now, deps.trustSettings.taskDays) || (a.id < b.id ? -1 : 1));
  return deps.reports.withReports(tasks.slice(0, MOST_TASKS));
}

async function candidates({ reports }: Needs, { user, stationId, state }: TaskQuestion, now: number): Promise<Task[]> {
  // A keeper's own stations are few: theirs are read one by one, so that those of others do not crowd them out.
  const ofOne = stationId !== null ? [stationId] : user.roles.includes("officer") ? null : user.stationIds;
  if (ofOne !== null) return (await Promise.all(ofOne.map((id) => reports.newestTasks(id)))).flat();
  // All that are open, however old: what is overdue must not fall out behind what is new.
  const isOfOpen = state === "open" || (state !== null && OPEN_TASK_STATES.includes(state));
  const lists = await Promise.all([reports.openTasks(now), isOfOpen ? [] : reports.newestTasks(null)]);
  return [...new Map(lists.flat().map((task) => [task.id, task])).values()];
}
