import { EVERYBODY, type FeatureAccess, OFFICERS } from "./access.js";

const givenError = {
  kind: "error",
  message: "TypeError: undefined is not a function",
  page: "/pages/nearby/index",
  version: "0.1.0",
  platform: "wechat",
};

/** The scheduled jobs, and what went wrong on phones. People may not run jobs: that takes the timer's secret. */
export const jobsAccess: FeatureAccess = {
  lines: {
    "POST /api/client-errors": {
      who: EVERYBODY,
      options: { json: givenError },
      bad: { options: { json: { ...givenError, page: "/pages/nearby/index?latitude=38.47" } }, field: "page" },
    },
    "GET /api/jobs": { who: OFFICERS },
    "GET /api/jobs/run": { who: [] },
    "POST /api/jobs/run": { who: [] },
  },
};
