import { EVERYBODY, type FeatureAccess } from "./access.js";

/** Whether the server lives, what its API is, and the clock of the demo. */
export const documentsAccess: FeatureAccess = {
  lines: {
    "GET /api/health": { who: EVERYBODY },
    "GET /api/settings": { who: EVERYBODY },
    "GET /api/openapi.json": { who: EVERYBODY },
    "GET /api/docs": { who: EVERYBODY },
    "GET /api/docs/start.js": { who: EVERYBODY },
    "GET /api/docs/:file": { who: EVERYBODY, path: "/api/docs/swagger-ui.css" },
    "PUT /api/demo/clock": {
      who: EVERYBODY,
      options: { json: { now: null } },
      bad: { options: { json: { now: "yesterday" } }, field: "now" },
    },
    "GET /api/demo/clock": { who: EVERYBODY },
  },
};
