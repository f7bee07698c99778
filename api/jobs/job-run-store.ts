import { z } from "zod";
import { JobRun } from "../../shared/jobs/job-answer.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { releaseLockScript } from "../redis/scripts/release-lock.js";

export type JobRunStore = ReturnType<typeof createJobRunStore>;

const Documents = z.array(z.string().nullable());

/** What came of each job last, and who runs them just now. */
export function createJobRunStore(redis: Redis) {
  const release = redis.createScript<unknown>(releaseLockScript);
  return {
    /** The latest run of each of these jobs, null where one never ran. */
    latest: async (names: readonly string[]): Promise<(JobRun | null)[]> => {
      if (names.length === 0) return [];
      const documents = Documents.parse(await redis.hmget(keys.jobRuns, ...names));
      return documents.map((document) => (document === null ? null : JobRun.parse(JSON.parse(document))));
    },
    record: async (name: string, run: JobRun): Promise<void> => {
      await redis.hset(keys.jobRuns, { [name]: JSON.stringify(run) });
    },
    /** Whether the jobs are this caller's to run, for so long at most. */
    lock: async (holder: string, ms: number): Promise<boolean> =>
      (await redis.set(keys.jobsLock, holder, { nx: true, px: ms })) !== null,
    unlock: async (holder: string): Promise<void> => {
      await release.exec([keys.jobsLock], [holder]);
    },
  };
}
