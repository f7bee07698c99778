import type { EpochMs } from "../../shared/common/time.js";
import { mayAt } from "../../shared/people/permissions.js";
import type { StationId } from "../../shared/stations/station.js";
import type { Task } from "../../shared/trust/report.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { changeFromNewest } from "../stations/change-station.js";
import { dismissTask } from "./move-task.js";

type Needs = Pick<Dependencies, "stations" | "reports" | "clock">;

/** As many are dismissed in one action, so that it ends in time wherever it runs. */
const MOST_AT_ONCE = 300;

/**
 * Dismisses a flood: every open task of an officer's reach that was made since then and that only people reported whom
 * nobody vouches for. What was said of a door counts for nothing any more. Made again, it goes on where it was cut off.
 */
export async function dismissFlood(
  deps: Needs,
  { since, stationId }: { since: EpochMs; stationId: StationId | null },
  doer: Doer,
): Promise<{ dismissed: number; isMore: boolean }> {
  const open =
    stationId === null ? await deps.reports.openTasks(deps.clock()) : await deps.reports.openTasksOf(stationId);
  const recent = open.filter(
    (task) =>
      task.createdAt >= since &&
      mayAt(doer.user, "task:dismiss", { id: task.stationId, districtCode: task.districtCode }),
  );
  const flood: Task[] = [];
  for (const told of await deps.reports.withReports(recent)) {
    if (await deps.reports.isUnvouched(told)) flood.push(told.task);
  }
  for (const task of flood.slice(0, MOST_AT_ONCE)) {
    // The door first: dismissed, the task would not be found again by whoever goes on.
    if (task.kind === "door_closed") await believeDoor(deps, task.stationId, doer);
    await dismissTask(deps, task.id, doer.author);
  }
  return { dismissed: Math.min(flood.length, MOST_AT_ONCE), isMore: flood.length > MOST_AT_ONCE };
}

/** A station that is turned stays so: people whom WeChat vouches for did that. */
async function believeDoor({ stations, reports, clock }: Needs, stationId: StationId, { author }: Doer): Promise<void> {
  await reports.forgetDoorReports(stationId);
  await changeFromNewest({ stations, clock }, stationId, async ({ reportedClosedUntil, shutReports }, now) => {
    const isTurned = reportedClosedUntil !== null && now < reportedClosedUntil;
    return {
      change: { shutReports: isTurned ? shutReports : undefined },
      by: { author, action: "station:report" },
    };
  });
}
