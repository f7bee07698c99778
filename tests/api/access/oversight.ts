import { type FeatureAccess, OFFICERS } from "./access.js";

/** What officers read of their reach. */
export const oversightAccess: FeatureAccess = {
  lines: {
    "GET /api/uniformity": { who: OFFICERS, bad: { path: "/api/uniformity?missing=charm", field: "missing" } },
    "GET /api/audit": { who: OFFICERS, bad: { path: "/api/audit?cursor=x", field: "cursor" } },
  },
};
