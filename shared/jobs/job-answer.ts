import { z } from "zod";
import { ClientErrorCounts } from "../client-errors/client-error.js";

/** What came of one turn of a job. */
const JOB_OUTCOMES = ["done", "failed"] as const;

/** A job's latest run. Instants are EpochMs of the machine's clock, which no demo sets. */
export const JobRun = z.object({
  startedAt: z.int(),
  finishedAt: z.int(),
  outcome: z.enum(JOB_OUTCOMES),
  /** How many records it changed; 0 when it failed. */
  changed: z.int(),
  /** When it last got through; null: never so far. */
  doneAt: z.int().nullable(),
});
export type JobRun = z.infer<typeof JobRun>;

/** What a call of the jobs did. */
export const JobsRunAnswer = z.object({
  /** Another server is at it: nothing was done here. */
  state: z.enum(["ran", "already_running"]),
  jobs: z.array(
    z.object({ name: z.string(), outcome: z.enum([...JOB_OUTCOMES, "not_due"]), changed: z.int().nonnegative() }),
  ),
});
export type JobsRunAnswer = z.infer<typeof JobsRunAnswer>;

/** How the jobs and the messages are doing, for officers. */
export const JobList = z.object({
  asOf: z.iso.datetime(),
  jobs: z.array(
    z.object({
      name: z.string(),
      /** What it does, in Chinese. */
      title: z.string(),
      /** How often it is to run. */
      everyMinutes: z.number(),
      /** Null: it has never run. */
      latest: z
        .object({
          startedAt: z.iso.datetime(),
          outcome: z.enum(JOB_OUTCOMES),
          changed: z.int(),
          doneAt: z.iso.datetime().nullable(),
        })
        .nullable(),
      /** It did not get through when it should have. */
      isLate: z.boolean(),
    }),
  ),
  messages: z.object({
    /** Whether WeChat is set up, and a template for at least one kind of message. */
    isConfigured: z.boolean(),
    /** Due and not sent, and since when the oldest waits. */
    waiting: z.int(),
    waitingSince: z.iso.datetime().nullable(),
    /** They have waited for longer than a run and its first tries take. */
    isLate: z.boolean(),
    /** What became of those of the last seven days. */
    sent: z.int(),
    declined: z.int(),
    /** WeChat refused them, or we gave up. */
    failed: z.int(),
    unknown: z.int(),
    /** There was no template, no mini-program or no WeChat account to send them to. */
    notSendable: z.int(),
  }),
  clientErrors: ClientErrorCounts,
});
export type JobList = z.infer<typeof JobList>;
