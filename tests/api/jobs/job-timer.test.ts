import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Dependencies } from "../../../api/dependencies.js";
import { startJobTimer } from "../../../api/jobs/job-timer.js";
import type { JobsRunAnswer } from "../../../shared/jobs/job-answer.js";

describe("the timer of the server's own jobs", () => {
  const logged: string[] = [];
  const deps = { log: ({ event }: { event: string }) => logged.push(event) } as unknown as Dependencies;
  const signals: (AbortSignal | undefined)[] = [];
  let end: (() => void) | null = null;
  const run = (_: Dependencies, signal?: AbortSignal) => {
    signals.push(signal);
    return new Promise<JobsRunAnswer>((resolve) => {
      end = () => resolve({ state: "ran", jobs: [] });
    });
  };
  beforeEach(() => {
    vi.useFakeTimers();
    signals.length = 0;
    logged.length = 0;
  });
  afterEach(() => vi.useRealTimers());

  it("runs at once and once a minute, never twice at a time", async () => {
    const timer = startJobTimer(deps, run);
    expect(signals).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(180_000);
    expect(signals).toHaveLength(1);
    end?.();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(signals).toHaveLength(2);
    end?.();
    await timer.stop();
  });

  it("tells the run to stop, waits for it, and runs no more", async () => {
    const timer = startJobTimer(deps, run);
    let isStopped = false;
    const stopped = timer.stop().then(() => {
      isStopped = true;
    });
    await vi.advanceTimersByTimeAsync(120_000);
    expect([signals[0]?.aborted, isStopped, signals.length]).toEqual([true, false, 1]);
    end?.();
    await stopped;
  });

  it("goes on after a run that failed", async () => {
    let runs = 0;
    const failing = () => {
      runs += 1;
      return Promise.reject(new Error("Redis is away"));
    };
    const timer = startJobTimer(deps, failing);
    await vi.advanceTimersByTimeAsync(120_000);
    expect([runs, logged]).toEqual([3, ["jobs_not_run", "jobs_not_run", "jobs_not_run"]]);
    await timer.stop();
  });
});
