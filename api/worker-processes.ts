import cluster from "node:cluster";
import type { Env } from "./env.js";
import { logText } from "./log-lines.js";

/** A process that is told to stop gives its last answers; one that does not get there within this is ended. */
const STOP_WITHIN_MS = 10_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;
/** One that lived this long did not end because of how it was started. */
const CALM_MS = 60_000;

/**
 * How long to wait before a process that ended is replaced: longer each time that it lives only briefly, so that a fault at
 * the start does not keep the machine busy.
 *
 * @param brief how many of its kind before it lived briefly, one after the other
 */
export function waitBeforeNext(livedMs: number, brief: number): { waitMs: number; brief: number } {
  if (livedMs >= CALM_MS) return { waitMs: FIRST_WAIT_MS, brief: 0 };
  return { waitMs: Math.min(FIRST_WAIT_MS * 2 ** brief, LONGEST_WAIT_MS), brief: brief + 1 };
}

/**
 * Runs the server in several processes that share one port, replaces those that end, and ends when all have. Whoever started
 * this one is told the port. The first of them runs the jobs.
 */
export function runProcesses(env: Env): void {
  let isStopping = false;
  /** Those that have listened: the port is told when all have, so that none of them is the only one to hold it. */
  const listening = new Set<number>();
  let isTold = false;
  const replacements = new Set<NodeJS.Timeout>();
  const living = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    for (const timer of replacements) clearTimeout(timer);
    for (const worker of living()) worker.process.kill("SIGTERM");
    setTimeout(() => {
      for (const worker of living()) worker.process.kill("SIGKILL");
    }, STOP_WITHIN_MS).unref();
    if (living().length === 0) process.exit(0);
  };
  const start = (index: number, brief: number) => {
    const startedAt = Date.now();
    const worker = cluster.fork(index === 0 ? {} : { JOBS_TIMER: "0" });
    console.log(logText({ level: "info", event: "process_started", place: index, pid: worker.process.pid ?? null }));
    worker.once("listening", ({ port }) => {
      listening.add(index);
      if (listening.size < env.processes || isTold) return;
      isTold = true;
      process.send?.({ port });
    });
    worker.once("exit", (code, signal) => {
      if (isStopping) {
        if (living().length === 0) process.exit(0);
        return;
      }
      // It says itself why it cannot start, as one process alone would.
      if (listening.size === 0) process.exit(code || 1);
      const next = waitBeforeNext(Date.now() - startedAt, brief);
      const line = { place: index, code: code ?? null, signal: signal ?? null, againInMs: next.waitMs };
      console.log(logText({ level: "error", event: "process_ended", ...line }));
      const timer = setTimeout(() => {
        replacements.delete(timer);
        start(index, next.brief);
      }, next.waitMs);
      replacements.add(timer);
    });
  };
  for (let index = 0; index < env.processes; index++) start(index, 0);
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // The channel to the process that started this one closes when that one is gone, even if it was killed.
  process.once("disconnect", stop);
}
