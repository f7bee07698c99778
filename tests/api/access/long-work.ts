import { beginLongWork, type NewLongWork } from "../../../api/long-work/own-long-work.js";
import { runLongWork } from "../../../api/long-work/run-long-work.js";
import { type FeatureAccess, OFFICERS, type World } from "./access.js";

const LIST = "名称,地址,区县,经度,纬度\n表里的驿站,丽景街 3 号,兴庆区,106.289,38.474\n";
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
    "POST /api/open-data/parcels": {
      who: OFFICERS,
      options: { json: { stationIds: ["st_own"] } },
      bad: { options: { json: { stationIds: [] } }, field: "stationIds" },
    },
    "POST /api/stations/imports": {
      who: OFFICERS,
      path: "/api/stations/imports?dryRun=true",
      options: { body: LIST, headers: { "content-type": "text/csv" } },
      bad: { path: "/api/stations/imports?datum=mars", field: "datum" },
    },
    "GET /api/stations/imports/:id": {
      who: OFFICERS,
      path: "/api/stations/imports/FRESH_IMPORT",
      bad: { path: "/api/stations/imports/LW!", field: "id" },
    },
    "GET /api/long-work/:id/files/:number": {
      who: OFFICERS,
      path: "/api/long-work/FRESH_LONG_WORK/files/1",
      bad: { path: `${BAD_ID}/files/0`, field: "number" },
    },
  },
  fresh: {
    FRESH_LONG_WORK: (world) => begun(world, { kind: "audit-export", input: { format: "csv" } }),
    FRESH_IMPORT: (world) =>
      begun(world, {
        kind: "station-import",
        input: { datum: null, city: null, map: [], outside: "refuse", reinstate: false, dryRun: true },
        source: Buffer.from(LIST),
      }),
  },
};

async function begun({ test, tokens }: World, work: NewLongWork): Promise<string> {
  // So that as much is under way as may be.
  await runLongWork(test.deps);
  const officer = await test.deps.users.find((await test.deps.tokens.verify(tokens.officer ?? ""))?.userId ?? "");
  if (officer === null) throw new Error("the officer is not there");
  const { id } = await beginLongWork(test.deps, officer, work);
  await runLongWork(test.deps);
  return id;
}
