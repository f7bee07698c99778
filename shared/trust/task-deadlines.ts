import { DAY_MS, type EpochMs } from "../core/time.js";
import type { ReportKind, Task } from "./report.js";
import { OPEN_TASK_STATES } from "./task-states.js";

/** Within how many days a task of each kind should be answered; docs/decisions/0012-trust.md says why so. */
export type TaskDays = Record<ReportKind, number>;

type Timed = Pick<Task, "kind" | "state" | "createdAt" | "reopenedAt">;

/** Until when a task should be answered, counted anew when it comes back; null where nothing is left to do. */
export function taskDueAt({ kind, state, createdAt, reopenedAt }: Timed, days: TaskDays): EpochMs | null {
  return OPEN_TASK_STATES.includes(state) ? (reopenedAt ?? createdAt) + days[kind] * DAY_MS : null;
}

export function isOverdue(task: Timed, now: EpochMs, days: TaskDays): boolean {
  const dueAt = taskDueAt(task, days);
  return dueAt !== null && dueAt <= now;
}

/** Overdue ones first, those that have been so for longest before the others; the rest newest first. */
export function compareTasks(a: Timed, b: Timed, now: EpochMs, days: TaskDays): number {
  const [dueA, dueB] = [a, b].map((task) => (isOverdue(task, now, days) ? taskDueAt(task, days) : null));
  if (dueA == null && dueB == null) return b.createdAt - a.createdAt;
  return (dueA ?? Number.MAX_SAFE_INTEGER) - (dueB ?? Number.MAX_SAFE_INTEGER);
}
