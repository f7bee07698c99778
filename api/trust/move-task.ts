import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import { mayAt } from "../../shared/people/permissions.js";
import { confirmsAs, type KeeperChange } from "../../shared/stations/keeper-change.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import type { Task } from "../../shared/trust/report.js";
import { isOpenTask, judgeMove, TASK_MOVES, type TaskMove } from "../../shared/trust/task-states.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { changeFromNewest } from "../stations/change-station.js";
import { keepStation } from "../stations/store-keeper-change.js";
import { STALE, untilStored } from "../until-stored.js";
import { checkWords } from "../wechat/check-words.js";
import type { Reporter } from "./reporter-fingerprints.js";

type Needs = Pick<Dependencies, "stations" | "reports" | "clock">;

const DOOR_CONFIRMED = "门开着，站里确认过";

/** The task, where this person handles the tasks of its station. */
async function handledTask({ reports }: Needs, taskId: string, { user }: Doer): Promise<Task> {
  const task = await reports.findTask(taskId);
  if (task === null) throw new ApiError("not_found");
  // One of another station is answered as one that is not there: which ids exist is nobody's business.
  if (!mayAt(user, "task:handle", { id: task.stationId, districtCode: task.districtCode }))
    throw new ApiError("not_found");
  return task;
}

/** 我来处理. */
export async function acceptTask(deps: Needs, taskId: string, doer: Doer): Promise<Task> {
  await handledTask(deps, taskId, doer);
  return moveTask(deps, taskId, { move: "accept", done: null, author: doer.author });
}

/**
 * Says what was done about a task; where an amenity was broken, that it works again, in the same tap.
 *
 * @param done in the person's own words, which the reporter reads
 * @throws ApiError words_refused for words that fail the check
 */
export async function resolveTask(
  deps: Needs & Pick<Dependencies, "contentCheck" | "openIds">,
  { taskId, done, amenityWorks }: { taskId: string; done: string; amenityWorks: boolean },
  doer: Doer,
): Promise<Task> {
  await handledTask(deps, taskId, doer);
  await checkWords(deps, "refuse_unless_passed", { text: done, writerId: doer.user.id });
  return resolveInCheckedWords(deps, { taskId, done, amenityWorks }, doer);
}

/** As {@link resolveTask}, of a task that this person handles, in words that passed the check. */
export async function resolveInCheckedWords(
  deps: Needs & Pick<Dependencies, "contentCheck" | "openIds">,
  { taskId, done, amenityWorks }: { taskId: string; done: string; amenityWorks: boolean },
  doer: Doer,
): Promise<Task> {
  const task = await moveTask(deps, taskId, { move: "resolve", done, author: doer.author });
  if (amenityWorks && task.amenity !== null)
    await keepStation(deps, task.stationId, { what: "set-amenity", kind: task.amenity, state: "working" }, doer);
  return task;
}

/** What a reporter says to what was done: it is right now, or it is not. */
export async function answerReport(
  deps: Needs,
  {
    reportId,
    move,
    reporter,
    author,
  }: {
    reportId: string;
    move: "confirm" | "reopen";
    reporter: Pick<Reporter, "account" | "device">;
    author: ChangeAuthor;
  },
): Promise<Task> {
  const own = await Promise.all(
    [reporter.account, reporter.device].map((one) => one !== null && deps.reports.isOwn(one, reportId, deps.clock())),
  );
  // A report of somebody else is answered as one that is not there.
  const task = own.includes(true) ? await deps.reports.findTaskOfReport(reportId) : null;
  if (task === null) throw new ApiError("not_found");
  return moveTask(deps, task.id, { move, done: null, author });
}

/** 都对,确认, and with that what was reported of the door is resolved. */
export async function confirmDoor(
  deps: Needs & Pick<Dependencies, "contentCheck" | "openIds">,
  stationId: StationId,
  doer: Doer,
  change: KeeperChange = { what: "confirm", by: confirmsAs(doer.user, stationId) },
): Promise<Station> {
  const confirmed = await keepStation(deps, stationId, change, doer);
  const ofDoor = (await deps.reports.openTasksOf(stationId)).filter(({ kind }) => kind === "door_closed");
  for (const { id } of ofDoor) await moveTask(deps, id, { move: "resolve", done: DOOR_CONFIRMED, author: doer.author });
  return ofDoor.length === 0 ? confirmed : ((await deps.stations.find(stationId)) ?? confirmed);
}

interface Step {
  move: TaskMove;
  /** What was done; null: what was said before stays. */
  done: string | null;
  author: ChangeAuthor;
}

/** As {@link moveTask}, for {@link dismissFlood}. */
export function dismissTask(deps: Needs, taskId: string, author: ChangeAuthor): Promise<Task> {
  return moveTask(deps, taskId, { move: "dismiss", done: null, author });
}

/** Makes a move from the task's newest state. Made before, it changes nothing; refused, it names the state there is. */
async function moveTask(deps: Needs, taskId: string, { move, done, author }: Step): Promise<Task> {
  return untilStored(async () => {
    const before = await deps.reports.findTask(taskId);
    if (before === null) throw new ApiError("not_found");
    const verdict = judgeMove(before, move);
    if (verdict === "done") return before;
    if (verdict === "refused") throw new ApiError("task_moved_on", [{ path: "state", message: before.state }]);
    const at = deps.clock();
    const { to } = TASK_MOVES[move];
    // A part has come, or is no reason any more, once somebody says that something was done.
    const { waitsUntil: _, ...rest } = before;
    const after: Task = {
      ...(to === "accepted" ? before : rest),
      state: to,
      done: done ?? before.done,
      wasReopened: before.wasReopened || to === "reopened",
      changedAt: at,
      ...(to === "reopened" ? { reopenedAt: at } : {}),
    };
    const moved = await deps.reports.move(before, after, {
      at,
      author,
      action: `task:${move}`,
      subject: { type: "task", id: taskId },
      districtCode: before.districtCode,
      from: { state: before.state },
      to: { state: to, ...(done === null ? {} : { done }) },
    });
    if (moved === null) return STALE;
    if (isOpenTask(before) !== isOpenTask(after)) await countOpenReports(deps, after, author);
    return moved;
  });
}

/** Writes down at the station how many of its reports are still open. */
async function countOpenReports({ stations, clock, reports }: Needs, { stationId }: Task, author: ChangeAuthor) {
  await changeFromNewest({ stations, clock }, stationId, async () => ({
    change: { openReportCount: await reports.countOpen(stationId) },
    by: { author, action: "station:report" },
  }));
}
