import type { Job } from "./jobs.js";

/** Every job, in the order in which they run. */
export const JOBS: readonly Job[] = [];
