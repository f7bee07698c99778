import { type FeatureAccess, OFFICERS } from "./access.js";

/** What officers read of their reach. */
export const oversightAccess: FeatureAccess = {
  lines: {
    "GET /api/uniformity": { who: OFFICERS, bad: { path: "/api/uniformity?missing=charm", field: "missing" } },
    "GET /api/desk/calls": { who: OFFICERS },
    "GET /api/desk/stations": { who: OFFICERS, bad: { path: "/api/desk/stations?cursor=x", field: "cursor" } },
    "GET /api/desk/doubts": { who: OFFICERS },
    "GET /api/month-reports/:month": {
      who: OFFICERS,
      path: "/api/month-reports/2026-10?reach=6401",
      bad: { path: "/api/month-reports/2026-13", field: "month" },
      elsewhere: { path: "/api/month-reports/2026-10?reach=4101" },
    },
    "GET /api/month-reports/:month/rows": {
      who: OFFICERS,
      path: "/api/month-reports/2026-10/rows?figure=stations",
      bad: { path: "/api/month-reports/2026-10/rows?figure=weather", field: "figure" },
      elsewhere: { path: "/api/month-reports/2026-10/rows?figure=stations&reach=64" },
    },
    "GET /api/audit": { who: OFFICERS, bad: { path: "/api/audit?cursor=x", field: "cursor" } },
  },
};
