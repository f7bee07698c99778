import { type FeatureAccess, OFFICERS } from "./access.js";

/** The scheduled jobs. People may not run them: that takes the timer's secret. */
export const jobsAccess: FeatureAccess = {
  lines: {
    "GET /api/jobs": { who: OFFICERS },
    "GET /api/jobs/run": { who: [] },
    "POST /api/jobs/run": { who: [] },
  },
};
