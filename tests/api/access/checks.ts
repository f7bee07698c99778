import { EVERYBODY, type FeatureAccess, OFFICERS, WORKERS } from "./access.js";

const DRAWN = { area: "6401", size: 3, from: "2026-11-24", to: "2026-11-24", hours: [10] };

/** Blind checks: drawn and read by officers, made by whoever is signed in and has the code. */
export const checksAccess: FeatureAccess = {
  fresh: {
    // A sample of the officer's reach, one of whose visits is at a station that the keeper does not keep.
    FRESH_VISIT: async ({ test, tokens }) => {
      const { deps } = test;
      const code = deps.newCode(8);
      const id = deps.newId("ck");
      const visit = { id, stationId: "st_elsewhere", districtCode: "410102", date: "2026-11-24", hour: 10 };
      const drawn = { id: deps.newId("cr"), code, seed: 1, area: "", from: "2026-11-24", to: "2026-11-24" };
      await deps.checks.drawn({ ...drawn, hours: [10], drawnBy: tokens.officer ?? "", drawnAt: 0, visits: [visit] });
      return `${code}/visits/${id}`;
    },
    FRESH_ROUND: async ({ test }) => {
      const { deps } = test;
      const code = deps.newCode(8);
      const drawn = { id: deps.newId("cr"), code, seed: 1, area: "", from: "2026-11-24", to: "2026-11-24" };
      await deps.checks.drawn({ ...drawn, hours: [10], drawnBy: "us_officer01", drawnAt: 0, visits: [] });
      return code;
    },
  },
  lines: {
    "POST /api/checks/rounds": {
      who: OFFICERS,
      options: { json: DRAWN },
      bad: { options: { json: { ...DRAWN, size: 0 } }, field: "size" },
      elsewhere: { options: { json: { ...DRAWN, area: "4101" } } },
    },
    "GET /api/checks/rounds": { who: OFFICERS },
    "GET /api/checks/rounds/:code/visits": {
      who: WORKERS,
      path: "/api/checks/rounds/FRESH_ROUND/visits",
      bad: { path: "/api/checks/rounds/1/visits", field: "code" },
    },
    "PUT /api/checks/rounds/:code/visits/:visitId": {
      who: WORKERS,
      path: "/api/checks/rounds/FRESH_VISIT",
      options: { json: { door: "open", works: {} } },
      bad: { options: { json: { door: "ajar", works: {} } }, field: "door" },
    },
    "GET /api/checks/figures": {
      who: OFFICERS,
      bad: { path: "/api/checks/figures?from=lately", field: "from" },
    },
    "GET /api/checks": {
      who: OFFICERS,
      path: "/api/checks?month=2026-11",
      bad: { path: "/api/checks", field: "month" },
    },
    "GET /api/checks/public": {
      who: EVERYBODY,
      path: "/api/checks/public?city=6401",
      bad: { path: "/api/checks/public?city=64", field: "city" },
    },
  },
};
