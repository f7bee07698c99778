import { DAY_MS, type EpochMs } from "../../shared/common/time.js";
import { mayAt } from "../../shared/people/permissions.js";
import type { User } from "../../shared/people/user.js";
import type { StationId } from "../../shared/stations/station.js";
import type { ReportKind, Task } from "../../shared/trust/report.js";
import { madeUntilAt, placeByTime, taskPlace } from "../../shared/trust/task-deadlines.js";
import { isOpenTask, type TaskState } from "../../shared/trust/task-states.js";
import type { Dependencies } from "../dependencies.js";
import type { TaskWithReports } from "./report-store.js";

type Needs = Pick<Dependencies, "reports" | "clock" | "trustSettings">;

const PAGE_SIZE = 50;
/** How many tasks of everybody are looked through for one page of an officer's reach. */
const MOST_READ = 5_000;

interface TaskFilter {
  /** `open`: all with something left to do; null: all. */
  state: TaskState | "open" | null;
  kind?: ReportKind | undefined;
  /** The beginning of the district's code. */
  district?: string | undefined;
  /** Made at least so many days ago. */
  olderDays?: number | undefined;
  /** Whom it is given to; `me`: whoever asks; `none`: nobody. */
  assignee?: string | undefined;
  /** Whether a part is waited for. */
  waiting?: "yes" | "no" | undefined;
}

interface TaskQuestion extends TaskFilter {
  user: User;
  stationId: StationId | null;
  /** `nextCursor` of the page before. */
  cursor: string | undefined;
}

interface Placed {
  task: Task;
  place: string;
}

/** The tasks that a person handles, overdue ones first, then the newest, with what was reported; a page at a time. */
export async function listTasks(
  deps: Needs,
  question: TaskQuestion,
): Promise<{ tasks: TaskWithReports[]; nextCursor: string | null }> {
  const { user, state, cursor = "" } = question;
  const now = deps.clock();
  const pick = (tasks: readonly Task[]): Placed[] =>
    tasks
      .filter(
        (task) =>
          isWanted(task, question, now) &&
          mayAt(user, "task:handle", { id: task.stationId, districtCode: task.districtCode }),
      )
      .map((task) => ({ task, place: taskPlace(task, now, deps.trustSettings.taskDays) }))
      .filter(({ place }) => place > cursor);
  // All that are open, however old: what is overdue must not fall out behind what is new.
  const open = pick(await openTasks(deps, question, now));
  const isOfOpen = state === "open" || (state !== null && isOpenTask({ state }));
  const newest = isOfOpen ? { found: [], cutAt: null } : await newestTasks(deps, question, pick);
  const placed = [...new Map([...open, ...newest.found].map((one) => [one.task.id, one])).values()]
    .filter(({ place }) => newest.cutAt === null || place <= newest.cutAt)
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const page = placed.slice(0, PAGE_SIZE);
  return {
    tasks: await deps.reports.withReports(page.map(({ task }) => task)),
    nextCursor: placed.length > PAGE_SIZE ? (page.at(-1)?.place ?? null) : newest.cutAt,
  };
}

function isWanted(task: Task, question: TaskFilter & { user: User }, now: EpochMs): boolean {
  const { state, kind, district, olderDays, assignee, waiting, user } = question;
  const wanted = assignee === "me" ? user.id : assignee;
  return (
    (state === null || (state === "open" ? isOpenTask(task) : task.state === state)) &&
    (kind === undefined || task.kind === kind) &&
    (district === undefined || (task.districtCode ?? "").startsWith(district)) &&
    (olderDays === undefined || task.createdAt <= now - olderDays * DAY_MS) &&
    (wanted === undefined || (task.assigneeId ?? "none") === wanted) &&
    (waiting === undefined || (task.waitsUntil !== undefined) === (waiting === "yes"))
  );
}

/** A keeper's own stations are few: theirs are read one by one, so that nobody else's are. Null: those of everybody. */
function stationsAsked({ user, stationId }: TaskQuestion): readonly StationId[] | null {
  if (stationId !== null) return [stationId];
  return user.roles.includes("officer") ? null : user.stationIds;
}

async function openTasks({ reports }: Needs, question: TaskQuestion, now: EpochMs): Promise<Task[]> {
  const asked = stationsAsked(question);
  return asked === null ? reports.openTasks(now) : (await Promise.all(asked.map(reports.openTasksOf))).flat();
}

/** The newest tasks behind the cursor, enough for a page. `cutAt`: the place up to which all were read; null: enough. */
async function newestTasks(
  { reports }: Needs,
  question: TaskQuestion,
  pick: (tasks: readonly Task[]) => Placed[],
): Promise<{ found: Placed[]; cutAt: string | null }> {
  const madeUntil = madeUntilAt(question.cursor ?? "") ?? Number.MAX_SAFE_INTEGER;
  const found: Placed[] = [];
  let cutAt: string | null = null;
  for (const stationId of stationsAsked(question) ?? [null]) {
    const ofThis: Placed[] = [];
    let read = 0;
    for await (const tasks of reports.tasksFrom(stationId, madeUntil)) {
      ofThis.push(...pick(tasks));
      read += tasks.length;
      const last = tasks.at(-1);
      if (ofThis.length > PAGE_SIZE) break;
      if (stationId === null && read >= MOST_READ && last) {
        cutAt = placeByTime(last);
        break;
      }
    }
    found.push(...ofThis);
  }
  return { found, cutAt };
}
