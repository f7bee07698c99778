import { type FeatureAccess, OFFICERS } from "./access.js";

/** What officers read of their reach. */
export const oversightAccess: FeatureAccess = {
  lines: {
    "GET /api/uniformity": { who: OFFICERS, bad: { path: "/api/uniformity?missing=charm", field: "missing" } },
    "GET /api/desk/calls": { who: OFFICERS },
    "GET /api/desk/stations": { who: OFFICERS, bad: { path: "/api/desk/stations?cursor=x", field: "cursor" } },
    "GET /api/desk/doubts": { who: OFFICERS },
    "GET /api/audit": { who: OFFICERS, bad: { path: "/api/audit?cursor=x", field: "cursor" } },
  },
};
