import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import { type EpochMs, MINUTE_MS } from "../../shared/common/time.js";
import type { JobList, JobRun } from "../../shared/jobs/job-answer.js";
import type { Dependencies } from "../dependencies.js";
import { JOBS } from "./job-list.js";
import { type Job, titleOf } from "./jobs.js";

/** A timer that comes every five minutes is late by two turns then. */
const LEAST_GRACE_MS = 10 * MINUTE_MS;
const SHOWN_DAYS = 7;

/** How the jobs, the messages to people and the program on phones are doing. */
export async function listJobs(deps: Dependencies, jobs: readonly Job[] = JOBS): Promise<JobList> {
  const { jobRuns, outbox, clientErrors, wallClock, clock, wechat, messageTemplates } = deps;
  const now = wallClock();
  const [latest, waiting, outcomes, errors] = await Promise.all([
    jobRuns.latest(jobs.map(({ name }) => name)),
    outbox.waiting(clock()),
    outbox.outcomes(clock(), SHOWN_DAYS),
    clientErrors.count(now, SHOWN_DAYS),
  ]);
  return {
    asOf: instantText(now),
    jobs: jobs.map((job, at) => ({
      name: job.name,
      title: titleOf(job, deps.wishSettings),
      everyMinutes: job.everyMs / MINUTE_MS,
      latest: presentRun(latest[at] ?? null),
      isLate: isLate(job, latest[at] ?? null, now),
    })),
    messages: {
      isConfigured: wechat !== null && Object.keys(messageTemplates).length > 0,
      waiting: waiting.due,
      waitingSince: optionalInstantText(waiting.oldestDueAt),
      isLate: waiting.oldestDueAt !== null && clock() - waiting.oldestDueAt > LEAST_GRACE_MS,
      sent: outcomes.sent,
      declined: outcomes.declined + outcomes.no_grant,
      failed: outcomes.rejected + outcomes.given_up,
      unknown: outcomes.unknown,
      notSendable: outcomes.not_configured + outcomes.no_recipient,
    },
    clientErrors: errors,
  };
}

/** Whether a job did not get through when it should have, with half a round to spare. */
function isLate({ everyMs }: Job, latest: JobRun | null, now: EpochMs): boolean {
  if (latest?.doneAt == null) return true;
  return now - latest.doneAt > everyMs + Math.max(LEAST_GRACE_MS, everyMs / 2);
}

function presentRun(run: JobRun | null): JobList["jobs"][number]["latest"] {
  if (run === null) return null;
  const { outcome, changed } = run;
  return { startedAt: instantText(run.startedAt), outcome, changed, doneAt: optionalInstantText(run.doneAt) };
}
