import type { EpochMs } from "../../shared/common/time.js";
import { mayAt } from "../../shared/people/permissions.js";
import type { User, UserId } from "../../shared/people/user.js";
import type { StationId } from "../../shared/stations/station.js";
import {
  type Dispatch,
  type DispatchAnswer,
  type DispatchOutcome,
  MOST_WAITING_DAYS,
  mayWaitUntil,
  REMIND_AGAIN_MS,
} from "../../shared/trust/dispatch.js";
import type { Task } from "../../shared/trust/report.js";
import { isOpenTask } from "../../shared/trust/task-states.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { tell } from "../notices/ask-keepers.js";
import { keeperIdsOfStations, readRoleHolders } from "../notices/people-of-stations.js";
import type { Doer } from "../people/doer.js";
import { STALE, untilStored } from "../until-stored.js";
import { checkWords } from "../wechat/check-words.js";
import { resolveInCheckedWords } from "./move-task.js";
import { mayHandle } from "./present-task.js";

type Needs = Pick<Dependencies, "stations" | "reports" | "users" | "clock" | "contentCheck" | "openIds" | "outbox">;
type Act = Dispatch extends infer One ? (One extends Dispatch ? Omit<One, "ids"> : never) : never;
type Given = Extract<Act, { act: "assign" | "wait" | "remind" }>;
type Result = DispatchAnswer["results"][number];

/**
 * Gives tasks to somebody, lets them wait for a part, asks for them, or answers them; each succeeds or not by itself, and
 * has its own entry in the record.
 *
 * @throws ApiError invalid_input for a day that cannot be waited for, words_refused for words that fail the check
 */
export async function dispatchTasks(deps: Needs, { ids, ...act }: Dispatch, doer: Doer): Promise<DispatchAnswer> {
  if (act.act === "wait" && act.until !== null && !mayWaitUntil(act.until, deps.clock())) {
    throw new ApiError("invalid_input", [{ path: "until", message: `从今天起，最多 ${MOST_WAITING_DAYS} 天` }]);
  }
  if (act.act === "resolve") {
    await checkWords(deps, "refuse_unless_passed", { text: act.done, writerId: doer.user.id });
  }
  const assignee = act.act === "assign" && act.userId !== null ? await deps.users.find(act.userId) : null;
  // Read once, and only where somebody is asked.
  let read: ReturnType<typeof readKeepers> | null = null;
  const keepers = () => {
    read ??= readKeepers(deps);
    return read;
  };
  const results: Result[] = [];
  for (const id of new Set(ids)) results.push(await dispatchOne(deps, id, { act, assignee, keepers }, doer));
  return { results };
}

interface Wanted {
  act: Act;
  assignee: User | null;
  keepers: () => ReturnType<typeof readKeepers>;
}

async function readKeepers(deps: Needs): Promise<Map<StationId, UserId[]>> {
  return keeperIdsOfStations(await readRoleHolders(deps));
}

async function dispatchOne(deps: Needs, id: string, wanted: Wanted, doer: Doer): Promise<Result> {
  const { act, assignee, keepers } = wanted;
  const task = await deps.reports.findTask(id);
  if (task === null || !isReached(doer.user, task)) return { id, outcome: "not_found", state: null };
  if (act.act === "resolve") return answerOne(deps, task, act, doer);
  const isGivenAway = act.act === "assign" && act.userId !== null;
  if (isGivenAway && (assignee === null || !mayHandle(assignee, task))) {
    return { id, outcome: "cannot_handle", state: task.state };
  }
  return changeTask(deps, id, { act, keepers }, doer);
}

function isReached(user: User, { stationId, districtCode }: Task): boolean {
  return mayAt(user, "task:dispatch", { id: stationId, districtCode });
}

async function answerOne(
  deps: Needs,
  { id }: Task,
  { done, amenityWorks }: Extract<Act, { act: "resolve" }>,
  doer: Doer,
): Promise<Result> {
  try {
    const { state } = await resolveInCheckedWords(deps, { taskId: id, done, amenityWorks }, doer);
    return { id, outcome: "done", state };
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "task_moved_on") throw error;
    const now = await deps.reports.findTask(id);
    return { id, outcome: "moved_on", state: now?.state ?? null };
  }
}

/** Changes what is said of an open task from its newest state; what it says already is not written again. */
function changeTask(
  deps: Needs,
  id: string,
  { act, keepers }: { act: Given; keepers: Wanted["keepers"] },
  { author }: Doer,
): Promise<Result> {
  return untilStored(async (): Promise<Result | typeof STALE> => {
    const before = await deps.reports.findTask(id);
    if (before === null) return { id, outcome: "not_found", state: null };
    const told = (outcome: DispatchOutcome): Result => ({ id, outcome, state: before.state });
    if (!isOpenTask(before)) return told("moved_on");
    const at = deps.clock();
    const after = changed(before, act, at);
    if (after === null) return told("done");
    const stored = await deps.reports.move(before, after, {
      at,
      author,
      action: `task:${act.act}`,
      subject: { type: "task", id },
      districtCode: before.districtCode,
      from: facts(before),
      to: facts(after),
    });
    if (stored === null) return STALE;
    if (act.act !== "wait") await tellWhoLooksAfter(deps, after, { isGiven: act.act === "assign", keepers, at });
    return told("done");
  });
}

/** Tells whom a task was given to, and whom it is asked of: that person, or else the keepers of its station. */
async function tellWhoLooksAfter(
  deps: Needs,
  { id, stationId, assigneeId }: Task,
  { isGiven, keepers, at }: { isGiven: boolean; keepers: Wanted["keepers"]; at: EpochMs },
): Promise<void> {
  const ofStation = async () => (isGiven ? [] : ((await keepers()).get(stationId) ?? []));
  const people = assigneeId === undefined ? await ofStation() : [assigneeId];
  const notice = { name: isGiven ? "task_given" : "task_asked", about: id, detail: String(at) } as const;
  await Promise.all(people.map((user) => tell(deps, user, notice, at)));
}

/** Null: it says so already. */
function changed(task: Task, act: Given, at: number): Task | null {
  const { assigneeId, waitsUntil, ...rest } = task;
  const wait = waitsUntil === undefined ? {} : { waitsUntil };
  const assigned = assigneeId === undefined ? {} : { assigneeId };
  if (act.act === "assign") {
    if ((assigneeId ?? null) === act.userId) return null;
    return { ...rest, ...wait, ...(act.userId === null ? {} : { assigneeId: act.userId }) };
  }
  if (act.act === "wait") {
    if ((waitsUntil ?? null) === act.until) return null;
    return { ...rest, ...assigned, ...(act.until === null ? {} : { waitsUntil: act.until }) };
  }
  return at - (task.remindedAt ?? 0) < REMIND_AGAIN_MS ? null : { ...task, remindedAt: at };
}

/** What the record compares. */
function facts({ assigneeId, waitsUntil, remindedAt }: Task) {
  return { assigneeId: assigneeId ?? null, waitsUntil: waitsUntil ?? null, remindedAt: remindedAt ?? null };
}
