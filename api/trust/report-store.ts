import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { DAY_MS, type EpochMs } from "../../shared/core/time.js";
import type { StationId } from "../../shared/stations/station.js";
import { Report, Task, TaskId } from "../../shared/trust/report.js";
import type { DoorReport } from "../../shared/trust/reporters.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { moveTaskScript } from "../redis/scripts/move-task.js";
import { recordReportScript } from "../redis/scripts/record-report.js";
import { createTaskLists, isOpen } from "./task-lists.js";

/** Fingerprints of who reports: equal means the same, and nobody without the key learns more. */
export interface Reporter {
  account: string | null;
  device: string | null;
  address: string;
}

export interface Recording {
  report: Report;
  task: Task;
  reporter: Reporter;
  /** How long a report counts. */
  windowMs: number;
  audit: AuditEntry;
}

export interface Recorded {
  reportId: string;
  taskId: string;
  /** The reports of a shut door of this station that may still count, this one among them. */
  doorReports: DoorReport[];
}

/** A task with the reports it holds, oldest first. */
export interface TaskWithReports {
  task: Task;
  reports: Report[];
}

export type ReportStore = ReturnType<typeof createReportStore>;

/** After this nobody can tell any more who made a report, not even the reporter's own phone. */
const KEPT_MS = 90 * DAY_MS;
const FORGOTTEN_AT_ONCE = 500;

const MoveReply = z.tuple([z.enum(["moved", "moved_on"]), z.string()]);
const Ids = z.array(z.string());
const Values = z.array(z.string().nullable());
const CountedReport = z.object({
  at: z.int(),
  atDoor: z.boolean(),
  account: z.string().nullable(),
  device: z.string().nullable(),
  address: z.string(),
});

/** Reports from the door, and the tasks made of them. Every change is one script. */
export function createReportStore(redis: Redis) {
  const recordScript = redis.createScript<string[]>(recordReportScript);
  const moveScript = redis.createScript<string[]>(moveTaskScript);
  const taskLists = createTaskLists(redis);
  const { findTasks } = taskLists;

  /** Null when this reporter has as many reports on the matter that nobody has answered as may wait at a time. */
  async function record({ report, task, reporter, windowMs, audit }: Recording): Promise<Recorded | null> {
    const matter = matterOf(task);
    const who = reporter.account ?? reporter.device ?? reporter.address;
    const about = `${report.stationId}|${report.kind}|${report.amenity ?? ""}`;
    // The id keeps two reports of one instant apart.
    const counted =
      report.kind === "door_closed" ? { id: report.id, at: report.at, atDoor: report.atDoor, ...reporter } : null;
    const own = [reporter.account, reporter.device].filter((one) => one !== null);
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
        keys.latestReport(who, `${about}|${report.note ?? ""}`),
        keys.reportsByTime,
        keys.audit,
        keys.reportsOnMatter(who, about),
        ...own.map(keys.reportsOfReporter),
      ],
      [
        String(report.at),
        String(windowMs),
        report.id,
        JSON.stringify(report),
        task.id,
        written(task),
        matter,
        counted === null ? "" : JSON.stringify(counted),
        report.stationId,
        String(KEPT_MS),
        keys.reportsOfTask(""),
        JSON.stringify(audit),
      ],
    );
    if (reply[0] === "too_many") return null;
    const [reportId, taskId, , ...doorReports] = z.tuple([z.string(), z.string(), z.string()], z.string()).parse(reply);
    return { reportId, taskId, doorReports: doorReports.map((one) => CountedReport.parse(JSON.parse(one))) };
  }

  /** Null when the task is no longer what the move was decided from. */
  async function move(before: Task, after: Task, audit: AuditEntry | null): Promise<Task | null> {
    const reply = await moveScript.exec(
      [keys.tasks, keys.reportsOfTask(before.id), keys.openReports, keys.openTasks, keys.openMatters, keys.audit],
      [
        before.id,
        written(before),
        written(after),
        before.stationId,
        flag(isOpen(before)),
        flag(isOpen(after)),
        matterOf(before),
        String(before.createdAt),
        audit === null ? "" : JSON.stringify(audit),
      ],
    );
    return MoveReply.parse(reply)[0] === "moved" ? after : null;
  }

  async function findReports(ids: readonly string[]): Promise<Report[]> {
    if (ids.length === 0) return [];
    const documents = Values.parse(await redis.hmget(keys.reports, ...ids));
    return documents.flatMap((document) => (document === null ? [] : [Report.parse(JSON.parse(document))]));
  }

  /** The tasks with what was reported, in two trips however many there are. */
  async function withReports(tasks: readonly Task[]): Promise<TaskWithReports[]> {
    if (tasks.length === 0) return [];
    const pipeline = redis.pipeline();
    for (const { id } of tasks) pipeline.zrange(keys.reportsOfTask(id), 0, -1);
    const ids = z.array(Ids).parse(await pipeline.exec());
    const reports = new Map((await findReports(ids.flat())).map((report) => [report.id, report]));
    return tasks.map((task, at) => ({
      task,
      reports: (ids[at] ?? []).flatMap((id) => reports.get(id) ?? []),
    }));
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

  /** Takes what reporters wrote out of reports that nobody may be able to tell theirs any more. For a scheduled job. */
  async function forgetOld(now: EpochMs): Promise<number> {
    const ids = Ids.parse(
      await redis.zrange(keys.reportsByTime, "-inf", now - KEPT_MS, {
        byScore: true,
        offset: 0,
        count: FORGOTTEN_AT_ONCE,
      }),
    );
    const reports = await findReports(ids);
    if (reports.length === 0) return 0;
    const forgotten = reports.map((report): Report => ({ ...report, note: null, isNotePublic: true }));
    const batch = redis.multi();
    batch.hset(keys.reports, Object.fromEntries(forgotten.map((report) => [report.id, JSON.stringify(report)])));
    batch.zrem(keys.reportsByTime, ...ids);
    await batch.exec();
    return forgotten.length;
  }

  return {
    record,
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
    /** How many reports the open tasks of a station hold. */
    countOpen: async (stationId: StationId): Promise<number> =>
      Number((await redis.hget(keys.openReports, stationId)) ?? 0),
  };
}

/** Always the same text for the same task: a move compares it with what is stored. */
function written(task: Task): string {
  return JSON.stringify(Task.parse(task));
}

/** What further reports may join: a door, an amenity. What is said in words is each its own. */
function matterOf({ stationId, kind, amenity }: Pick<Task, "stationId" | "kind" | "amenity">): string {
  return kind === "door_closed" || kind === "amenity_broken" ? `${stationId}|${kind}|${amenity ?? ""}` : "";
}

function flag(isSet: boolean): string {
  return isSet ? "1" : "0";
}
