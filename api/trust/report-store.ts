import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { type EpochMs, HOUR_MS } from "../../shared/common/time.js";
import type { StationId } from "../../shared/stations/station.js";
import { type Report, Task, TaskId } from "../../shared/trust/report.js";
import type { DoorReport } from "../../shared/trust/reporters.js";
import { isOpenTask } from "../../shared/trust/task-states.js";
import type { TrustSettings } from "../../shared/trust/trust-settings.js";
import type { TextSealer } from "../people/sealed-text.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { moveTaskScript } from "../redis/scripts/move-task.js";
import { recordReportScript } from "../redis/scripts/record-report.js";
import { createReportDocuments, KEPT_MS } from "./report-document-store.js";
import type { Reporter } from "./reporter-fingerprints.js";
import { createTaskLists } from "./task-list-store.js";
import { createTurns } from "./turn-store.js";

export interface Recording {
  report: Report;
  task: Task;
  reporter: Reporter;
  settings: TrustSettings;
  audit: AuditEntry;
}

export interface Recorded {
  reportId: string;
  taskId: string;
  /** The reports of a shut door of this station that may still count, this one among them. */
  doorReports: DoorReport[];
}

/** A task with the newest of the reports it holds, oldest first. */
export interface TaskWithReports {
  task: Task;
  reports: Report[];
  /** How many it holds. */
  total: number;
}

export type ReportStore = ReturnType<typeof createReportStore>;

/** Nobody reads more of one task. */
const MOST_OF_TASK = 100;
const TASKS_AT_ONCE = 50;
const PAGE_OF_TASK = 500;

const MoveReply = z.tuple([z.enum(["moved", "moved_on"]), z.string()]);
const Ids = z.array(z.string());
const Values = z.array(z.string().nullable());
const CountedReport = z.object({
  at: z.int(),
  atDoor: z.boolean(),
  person: z.string().nullable(),
  isSettled: z.boolean(),
  device: z.string().nullable(),
  address: z.string(),
});
/** Reports from the door, and the tasks made of them. Every change is one script. What people wrote is kept encrypted. */
export function createReportStore(redis: Redis, sealer: TextSealer) {
  const recordScript = redis.createScript<string[]>(recordReportScript);
  const moveScript = redis.createScript<string[]>(moveTaskScript);
  const { reportDocument, findReports, resealNotes, forgetOld } = createReportDocuments(redis, sealer);
  const taskLists = createTaskLists(redis);
  const { findTasks } = taskLists;

  /** Null when this person or address has made as many reports as may be, or has as many waiting on the matter. */
  async function record({ report, task, reporter, settings, audit }: Recording): Promise<Recorded | null> {
    const { account, ...counted } = reporter;
    // A client makes its device up: that tells two phones apart and limits nothing.
    const limited = reporter.person ?? reporter.address;
    const isVouched = reporter.person !== null;
    const matter = matterOf(task);
    // The id keeps two reports of one instant apart.
    const said = { id: report.id, at: report.at, atDoor: report.atDoor, ...counted };
    const own = [account, reporter.device].filter((one) => one !== null);
    const reply = await recordScript.exec(
      [
        keys.reports,
        keys.tasks,
        keys.taskOfReport,
        keys.openReports,
        keys.openTasks,
        keys.allTasks,
        keys.tasksOfStation(report.stationId),
        keys.openMatters,
        keys.doorReports(report.stationId),
        keys.latestReport(
          reporter.person ?? reporter.device ?? reporter.address,
          matter,
          report.note === null ? "" : sealer.fingerprint(`report words ${report.note}`),
        ),
        keys.reportsByTime,
        keys.audit,
        keys.reportsOnMatter(limited, matter),
        keys.reportsLately(limited),
        keys.stationsBorne(limited),
        keys.news,
        ...own.map(keys.reportsOfReporter),
      ],
      [
        String(report.at),
        String(settings.doubtHours * HOUR_MS),
        report.id,
        reportDocument(report),
        task.id,
        written(task),
        matter,
        report.kind === "door_closed" ? JSON.stringify(said) : "",
        report.stationId,
        String(KEPT_MS),
        keys.reportsOfTask(""),
        JSON.stringify(audit),
        String(isVouched ? settings.stationsPerHour : settings.addressStationsPerHour),
        String(isVouched ? settings.stationsPerDay : settings.addressStationsPerDay),
        String(settings.reportsPerHour),
        String(settings.reportsPerDay),
        flag(isVouched),
      ],
    );
    if (reply[0] === "too_many") return null;
    const [reportId, taskId, , ...doorReports] = z.tuple([z.string(), z.string(), z.string()], z.string()).parse(reply);
    // What an earlier version counted in another way is over in some hours.
    const read = doorReports.map((one) => CountedReport.safeParse(JSON.parse(one)));
    return { reportId, taskId, doorReports: read.flatMap(({ data }) => (data === undefined ? [] : [data])) };
  }

  /** Null when the task is no longer what the move was decided from. */
  async function move(before: Task, after: Task, audit: AuditEntry | null): Promise<Task | null> {
    const reply = await moveScript.exec(
      [
        keys.tasks,
        keys.reportsOfTask(before.id),
        keys.openReports,
        keys.openTasks,
        keys.openMatters,
        keys.audit,
        keys.news,
      ],
      [
        before.id,
        written(before),
        written(after),
        before.stationId,
        flag(isOpenTask(before)),
        flag(isOpenTask(after)),
        matterOf(before),
        String(before.createdAt),
        audit === null ? "" : JSON.stringify(audit),
        flag(after.state === "resolved" && before.state !== "resolved"),
        String(after.changedAt),
      ],
    );
    return MoveReply.parse(reply)[0] === "moved" ? after : null;
  }

  /** The tasks with what was reported last, {@link TASKS_AT_ONCE} of them in two trips. */
  async function withReports(tasks: readonly Task[]): Promise<TaskWithReports[]> {
    const found: TaskWithReports[] = [];
    for (let first = 0; first < tasks.length; first += TASKS_AT_ONCE) {
      found.push(...(await readTasks(tasks.slice(first, first + TASKS_AT_ONCE))));
    }
    return found;
  }

  async function readTasks(tasks: readonly Task[]): Promise<TaskWithReports[]> {
    const pipeline = redis.pipeline();
    for (const { id } of tasks) {
      const key = keys.reportsOfTask(id);
      pipeline.zcard(key).zrange(key, -MOST_OF_TASK, -1);
    }
    const replies = await pipeline.exec<unknown[]>();
    const lists = tasks.map((task, at) => ({
      task,
      total: z.coerce.number().parse(replies[2 * at]),
      ids: Ids.parse(replies[2 * at + 1]),
    }));
    const reports = new Map((await findReports(lists.flatMap(({ ids }) => ids))).map((report) => [report.id, report]));
    return lists.map(({ task, total, ids }) => ({ task, total, reports: ids.flatMap((id) => reports.get(id) ?? []) }));
  }

  /** Whether nobody who reported it is vouched for, of a task that was reported. */
  async function isUnvouched({ task, reports, total }: TaskWithReports): Promise<boolean> {
    if (reports.length === 0 || reports.some(({ isVouched }) => isVouched)) return false;
    for (let first = 0; first < total - reports.length; first += PAGE_OF_TASK) {
      const last = Math.min(first + PAGE_OF_TASK, total - reports.length) - 1;
      const ids = Ids.parse(await redis.zrange(keys.reportsOfTask(task.id), first, last));
      if ((await findReports(ids)).some(({ isVouched }) => isVouched)) return false;
    }
    return true;
  }

  /** The reports of an account or a device, newest first, with the tasks they are in. */
  async function listOwn(fingerprint: string, now: EpochMs): Promise<{ report: Report; task: Task }[]> {
    const key = keys.reportsOfReporter(fingerprint);
    const ids = Ids.parse(
      await redis.zrange(key, now, now - KEPT_MS + 1, { byScore: true, rev: true, offset: 0, count: 50 }),
    );
    const reports = await findReports(ids);
    const tasks = await tasksOfReports(reports.map(({ id }) => id));
    return reports.flatMap((report) => {
      const task = tasks.get(report.id);
      return task ? [{ report, task }] : [];
    });
  }

  async function tasksOfReports(reportIds: readonly string[]): Promise<Map<string, Task>> {
    if (reportIds.length === 0) return new Map();
    const taskIds = Values.parse(await redis.hmget(keys.taskOfReport, ...reportIds));
    const tasks = new Map((await findTasks(taskIds.filter((id) => id !== null))).map((task) => [task.id, task]));
    return new Map(
      reportIds.flatMap((id, at) => {
        const task = tasks.get(taskIds[at] ?? "");
        return task ? [[id, task] as const] : [];
      }),
    );
  }

  return {
    record,
    ...createTurns(redis),
    resealNotes,
    forgetOld,
    move,
    ...taskLists,
    listOwn,
    findTask: async (id: string): Promise<Task | null> => (await findTasks([TaskId.parse(id)]))[0] ?? null,
    /** The task a report is in; null for a report that is not there. */
    findTaskOfReport: async (reportId: string): Promise<Task | null> =>
      (await tasksOfReports([reportId])).get(reportId) ?? null,
    /** Whether a report was made by this account or device, as far as that is still known. */
    isOwn: async (fingerprint: string, reportId: string, now: EpochMs): Promise<boolean> => {
      const madeAt = await redis.zscore(keys.reportsOfReporter(fingerprint), reportId);
      return madeAt !== null && Number(madeAt) > now - KEPT_MS;
    },
    withReports,
    isUnvouched,
    /** How many reports the open tasks of a station hold. */
    countOpen: async (stationId: StationId): Promise<number> =>
      Number((await redis.hget(keys.openReports, stationId)) ?? 0),
  };
}

/** Always the same text for the same task: a move compares it with what is stored. */
function written(task: Task): string {
  return JSON.stringify(Task.parse(task));
}

/** What further reports may join: a door, an amenity, what is said of a station otherwise. */
function matterOf({ stationId, kind, amenity }: Pick<Task, "stationId" | "kind" | "amenity">): string {
  return `${stationId}|${kind}|${amenity ?? ""}`;
}

function flag(isSet: boolean): string {
  return isSet ? "1" : "0";
}
