import { instantText } from "../../shared/core/instant.js";
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
  names: StationNames,
  user: User,
): TaskItem {
  const notes = (wanted: boolean) =>
    reports.flatMap(({ note, isNotePublic }: Report) => (note !== null && isNotePublic === wanted ? [note] : []));
  const dueAt = taskDueAt(task, taskDays);
  return {
    id: task.id,
    ...presentTask(task, names),
    reports: total,
    atDoor: reports.filter(({ atDoor }) => atDoor).length,
    notes: notes(true),
    uncheckedNotes: officerReaches(user, task.districtCode) ? notes(false) : [],
    dueAt: dueAt === null ? null : instantText(dueAt),
    overdue: isOverdue(task, clock(), taskDays),
  };
}
