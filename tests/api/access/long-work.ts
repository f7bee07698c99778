import { beginLongWork } from "../../../api/long-work/own-long-work.js";
import { runLongWork } from "../../../api/long-work/run-long-work.js";
import { type FeatureAccess, OFFICERS, type World } from "./access.js";

const BAD_ID = "/api/long-work/LW!";

/** What takes longer than one request: it is its owner's, and nobody else's. */
export const longWorkAccess: FeatureAccess = {
  lines: {
    "POST /api/audit/exports": {
      who: OFFICERS,
      options: { json: { format: "csv" } },
      bad: { options: { json: { from: "2026-11-24", to: "2026-11-01" } }, field: "to" },
    },
    "GET /api/long-work": { who: OFFICERS },
    "GET /api/long-work/:id": {
      who: OFFICERS,
      path: "/api/long-work/FRESH_LONG_WORK",
      bad: { path: BAD_ID, field: "id" },
    },
    "POST /api/long-work/:id/further": {
      who: OFFICERS,
      path: "/api/long-work/FRESH_LONG_WORK/further",
      bad: { path: `${BAD_ID}/further`, field: "id" },
    },
    "POST /api/long-work/:id/cancel": {
      who: OFFICERS,
      path: "/api/long-work/FRESH_LONG_WORK/cancel",
      bad: { path: `${BAD_ID}/cancel`, field: "id" },
    },
    "POST /api/stations/posters": {
      who: OFFICERS,
      options: { json: { stationIds: ["st_own"] } },
      bad: { options: { json: { stationIds: ["st_own", "st_own"] } }, field: "stationIds" },
    },
    "GET /api/long-work/:id/files/:number": {
      who: OFFICERS,
      path: "/api/long-work/FRESH_LONG_WORK/files/1",
      bad: { path: `${BAD_ID}/files/0`, field: "number" },
    },
  },
  fresh: { FRESH_LONG_WORK: exportRecord },
};

async function exportRecord({ test, tokens }: World): Promise<string> {
  // So that as much is under way as may be.
  await runLongWork(test.deps);
  const officer = await test.deps.users.find((await test.deps.tokens.verify(tokens.officer ?? ""))?.userId ?? "");
  if (officer === null) throw new Error("the officer is not there");
  const { id } = await beginLongWork(test.deps, officer, { kind: "audit-export", input: { format: "csv" } });
  await runLongWork(test.deps);
  return id;
}
