import { MINUTE_MS } from "../../shared/common/time.js";
import type { Dependencies } from "../dependencies.js";
import { runJobs } from "./run-jobs.js";

export interface JobTimer {
  /** Starts no further run, and resolves when the present one has come to an end between two steps. */
  stop: () => Promise<void>;
}

/** Runs the jobs once a minute in this process. Several servers may do so: one at a time is at it. */
export function startJobTimer(deps: Dependencies, run: typeof runJobs = runJobs): JobTimer {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  const tick = () => {
    running ??= run(deps, stopping.signal)
      .then(
        () => undefined,
        // Redis is away: the next turn tries again.
        (error: unknown) =>
          deps.log({ level: "error", event: "jobs_not_run", reason: error instanceof Error ? error.name : "" }),
      )
      .finally(() => {
        running = null;
      });
  };
  tick();
  const timer = setInterval(tick, MINUTE_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
