import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import { mayAt } from "../../shared/people/permissions.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import type { Report, Task } from "../../shared/trust/report.js";
import type { TaskItem } from "../../shared/trust/report-answer.js";
import { isOverdue, taskDueAt } from "../../shared/trust/task-deadlines.js";
import type { Dependencies } from "../dependencies.js";
import type { TaskWithReports } from "./report-store.js";

type StationNames = ReadonlyMap<string, string>;

export async function stationNames(
  { stations }: Pick<Dependencies, "stations">,
  tasks: readonly Task[],
): Promise<StationNames> {
  const found = await stations.findMany([...new Set(tasks.map(({ stationId }) => stationId))]);
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Who is to see to the tasks and still may, by task. */
export async function assigneesOf(
  { users }: Pick<Dependencies, "users">,
  tasks: readonly Task[],
): Promise<ReadonlyMap<string, User>> {
  const found = await users.findMany([...new Set(tasks.flatMap(({ assigneeId }) => assigneeId ?? []))]);
  const byId = new Map(found.map((user) => [user.id, user]));
  return new Map(
    tasks.flatMap((task) => {
      const user = byId.get(task.assigneeId ?? "");
      return user !== undefined && mayHandle(user, task) ? [[task.id, user] as const] : [];
    }),
  );
}

/** Whether somebody looks after the station of a task. */
export function mayHandle(user: User, { stationId, districtCode }: Task): boolean {
  return mayAt(user, "task:handle", { id: stationId, districtCode });
}

/** What reporters and handlers alike are told of a task. */
export function presentTask(task: Task, names: StationNames) {
  const { stationId, kind, amenity, state, wasReopened, done, createdAt, changedAt } = task;
  return {
    stationId,
    stationName: names.get(stationId) ?? "",
    kind,
    amenity,
    state,
    wasReopened,
    done,
    createdAt: instantText(createdAt),
    changedAt: instantText(changedAt),
  };
}

/** A task as those see it who handle it. */
export function presentTaskItem(
  { clock, trustSettings: { taskDays } }: Pick<Dependencies, "clock" | "trustSettings">,
  { task, reports, total }: TaskWithReports,
  { names, assignees }: { names: StationNames; assignees: ReadonlyMap<string, User> },
  user: User,
): TaskItem {
  const notes = (wanted: boolean) =>
    reports.flatMap(({ note, isNotePublic }: Report) => (note !== null && isNotePublic === wanted ? [note] : []));
  const dueAt = taskDueAt(task, taskDays);
  const assignee = assignees.get(task.id);
  return {
    id: task.id,
    ...presentTask(task, names),
    reports: total,
    atDoor: reports.filter(({ atDoor }) => atDoor).length,
    notes: notes(true),
    uncheckedNotes: officerReaches(user, task.districtCode) ? notes(false) : [],
    dueAt: optionalInstantText(dueAt),
    overdue: isOverdue(task, clock(), taskDays),
    assignee: assignee === undefined ? null : { id: assignee.id, name: assignee.name },
    waitsUntil: task.waitsUntil ?? null,
    remindedAt: optionalInstantText(task.remindedAt ?? null),
  };
}
