import { z } from "zod";
import { REPORT_LIMITS } from "../common/field-limits.js";
import { wordsUpTo } from "../common/free-text.js";
import { beijingDate, beijingDayNumber, type EpochMs, HOUR_MS } from "../common/time.js";
import { UserId } from "../people/user.js";
import { TaskId } from "./report.js";
import { TASK_STATES } from "./task-states.js";

/** A part that takes longer than this is no reason to wait any more. */
export const MOST_WAITING_DAYS = 90;
/** Whoever is asked for a task is not asked again within this. */
export const REMIND_AGAIN_MS = HOUR_MS;

const ids = z.array(TaskId).min(1).max(50);

/** What an officer does with tasks, one or many. */
export const Dispatch = z.discriminatedUnion("act", [
  z.strictObject({ ids, act: z.literal("assign"), userId: UserId.nullable() }),
  z.strictObject({ ids, act: z.literal("wait"), until: z.iso.date({ error: "要写成 2026-12-03 这样" }).nullable() }),
  z.strictObject({ ids, act: z.literal("remind") }),
  z.strictObject({
    ids,
    act: z.literal("resolve"),
    done: wordsUpTo(REPORT_LIMITS.done),
    amenityWorks: z.boolean().default(false),
  }),
]);
export type Dispatch = z.infer<typeof Dispatch>;

/**
 * `moved_on`: nothing is left to do about it; `cannot_handle`: whom it was to be given to does not look after its
 * station.
 */
const DISPATCH_OUTCOMES = ["done", "not_found", "moved_on", "cannot_handle"] as const;
export type DispatchOutcome = (typeof DISPATCH_OUTCOMES)[number];

export const DispatchAnswer = z.object({
  results: z.array(
    z.object({
      id: TaskId,
      outcome: z.enum(DISPATCH_OUTCOMES),
      /** The state it is in now; null: there is no such task for this officer. */
      state: z.enum(TASK_STATES).nullable(),
    }),
  ),
});
export type DispatchAnswer = z.infer<typeof DispatchAnswer>;

/** Whether a part may be waited for until a Beijing day: from today, and not for ever. */
export function mayWaitUntil(until: string, now: EpochMs): boolean {
  const today = beijingDayNumber(now);
  return beijingDate(today) <= until && until <= beijingDate(today + MOST_WAITING_DAYS);
}
