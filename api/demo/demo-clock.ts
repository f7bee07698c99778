import type { EpochMs } from "../../shared/common/time.js";

/** A clock that demo mode can set, so that hours and deadlines can be shown; it runs on from where it was set. */
export interface DemoClock {
  now: () => EpochMs;
  set: (now: EpochMs) => void;
  /** Back to the wall clock. */
  reset: () => void;
}

export function createDemoClock(wallClock: () => EpochMs): DemoClock {
  let offsetMs = 0;
  return {
    now: () => wallClock() + offsetMs,
    set: (now) => {
      offsetMs = now - wallClock();
    },
    reset: () => {
      offsetMs = 0;
    },
  };
}
