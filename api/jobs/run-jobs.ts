import { MINUTE_MS } from "../../shared/common/time.js";
import type { JobRun, JobsRunAnswer } from "../../shared/jobs/job-answer.js";
import type { Dependencies } from "../dependencies.js";
import { JOBS } from "./job-list.js";
import type { Job } from "./jobs.js";

/** Longer than any run takes; a lock that a crash left is free again after this. */
const LOCK_MS = 2 * MINUTE_MS;
/** Callers are never on time to the second: a job that is due within this runs now, not a whole round later. */
const EARLY_MS = MINUTE_MS / 2;

type Turn = JobsRunAnswer["jobs"][number];

/**
 * Runs the jobs that are due, one after the other; one that fails holds up no other. Whoever calls and however often,
 * one server at a time is at it.
 *
 * @param signal the server is to stop
 */
export async function runJobs(
  deps: Dependencies,
  signal?: AbortSignal,
  jobs: readonly Job[] = JOBS,
): Promise<JobsRunAnswer> {
  const holder = deps.newId("jr");
  if (!(await deps.jobRuns.lock(holder, LOCK_MS))) return { state: "already_running", jobs: [] };
  try {
    const latest = await deps.jobRuns.latest(jobs.map(({ name }) => name));
    const turns: Turn[] = [];
    for (const [at, job] of jobs.entries()) {
      if (signal?.aborted) break;
      turns.push(await runOnce(deps, job, latest[at] ?? null, signal));
    }
    return { state: "ran", jobs: turns };
  } finally {
    await deps.jobRuns.unlock(holder);
  }
}

async function runOnce(deps: Dependencies, job: Job, latest: JobRun | null, signal?: AbortSignal): Promise<Turn> {
  const { name } = job;
  const startedAt = deps.wallClock();
  // One that failed is tried again at the next call.
  const dueAt = latest?.outcome === "done" ? latest.startedAt + job.everyMs - EARLY_MS : startedAt;
  if (startedAt < dueAt) return { name, outcome: "not_due", changed: 0 };
  const changed = await job.run(deps, signal).then(
    (result) => result.changed,
    (error: unknown) => {
      deps.log({ level: "error", event: "job_failed", job: name, reason: error instanceof Error ? error.name : "" });
      return null;
    },
  );
  const finishedAt = deps.wallClock();
  const outcome = changed === null ? "failed" : "done";
  const doneAt = changed === null ? (latest?.doneAt ?? null) : finishedAt;
  await deps.jobRuns.record(name, { startedAt, finishedAt, outcome, changed: changed ?? 0, doneAt });
  if (job.isRecorded && changed !== null) await recordRun(deps, name, changed);
  return { name, outcome, changed: changed ?? 0 };
}

async function recordRun({ audit, clock }: Dependencies, name: string, changed: number): Promise<void> {
  await audit.add({
    at: clock(),
    author: { userId: null, role: null, way: "job" },
    action: "job:run",
    subject: { type: "job", id: name },
    districtCode: null,
    from: {},
    to: { changed },
  });
}
