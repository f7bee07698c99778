import { beijingInstant, DAY_MS, type EpochMs } from "../common/time.js";
import type { ReportKind, Task } from "./report.js";
import { isOpenTask } from "./task-states.js";

/** Within how many days a task of each kind should be answered; docs/decisions/0012-trust.md says why so. */
export type TaskDays = Record<ReportKind, number>;

type Timed = Pick<Task, "kind" | "state" | "createdAt" | "reopenedAt" | "waitsUntil">;

/**
 * Until when a task should be answered, counted anew when it comes back; while a part is waited for not before that day is
 * over; null where nothing is left to do.
 */
export function taskDueAt({ kind, state, createdAt, reopenedAt, waitsUntil }: Timed, days: TaskDays): EpochMs | null {
  if (!isOpenTask({ state })) return null;
  const usual = (reopenedAt ?? createdAt) + days[kind] * DAY_MS;
  return waitsUntil === undefined ? usual : Math.max(usual, beijingInstant(waitsUntil) + DAY_MS);
}

export function isOverdue(task: Timed, now: EpochMs, days: TaskDays): boolean {
  const dueAt = taskDueAt(task, days);
  return dueAt !== null && dueAt <= now;
}

/** Digits of an EpochMs, for many thousand years. */
const INSTANT_DIGITS = 15;
const LAST_INSTANT = 10 ** INSTANT_DIGITS - 1;

/**
 * Where a task stands in a list, as text that sorts so: overdue ones first, those that have been so for longest before the
 * others; the rest newest first; of one instant by id.
 */
export function taskPlace(task: Timed & Pick<Task, "id">, now: EpochMs, days: TaskDays): string {
  const dueAt = isOverdue(task, now, days) ? taskDueAt(task, days) : null;
  return dueAt === null ? placeByTime(task) : `0-${instantDigits(dueAt)}-${task.id}`;
}

/** Where a task stands, or would stand, among those that are not overdue. */
export function placeByTime({ id, createdAt }: Pick<Task, "id" | "createdAt">): string {
  return `1-${instantDigits(LAST_INSTANT - createdAt)}-${id}`;
}

/** When the tasks at a place and behind it were made, at the latest; null: the place is among overdue ones, or none. */
export function madeUntilAt(place: string): EpochMs | null {
  const [rank, instant] = place.split("-");
  return rank === "1" ? LAST_INSTANT - Number(instant) : null;
}

function instantDigits(instant: number): string {
  return String(instant).padStart(INSTANT_DIGITS, "0");
}
