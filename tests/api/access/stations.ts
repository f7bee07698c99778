import { changeMany } from "../../../api/changes/change-many.js";
import type { Doer } from "../../../api/people/doer.js";
import { givenNewStation } from "../../support/given.js";
import { givenOfficer } from "../../support/given-user.js";
import type { CallOptions } from "../../support/test-app.js";
import { EVERYBODY, type FeatureAccess, OFFICERS, type World } from "./access.js";

const newStation = (code: string, text: string) => givenNewStation({ name: "新驿站", district: { code, text } });
const csv = (row: string): CallOptions => ({
  body: `名称,地址,区县,经度,纬度\n${row}\n`,
  headers: { "content-type": "text/csv" },
});

/** Finding stations, and the list that the officers keep. */
export const stationsAccess: FeatureAccess = {
  lines: {
    "GET /api/districts": { who: EVERYBODY },
    "GET /api/districts/official": {
      who: EVERYBODY,
      path: "/api/districts/official?within=6401",
      bad: { path: "/api/districts/official?within=640", field: "within" },
    },
    "GET /api/stations/nearest": {
      who: EVERYBODY,
      path: "/api/stations/nearest?latitude=38&longitude=106",
      bad: { path: "/api/stations/nearest?latitude=38", field: "longitude" },
    },
    "GET /api/stations": {
      who: EVERYBODY,
      bad: { path: `/api/stations?district=${"6".repeat(31)}`, field: "district" },
    },
    "GET /api/stations/:id": {
      who: EVERYBODY,
      path: "/api/stations/st_own",
      bad: { path: "/api/stations/ST!", field: "id" },
    },
    "GET /api/stations/:id/poster.pdf": {
      who: EVERYBODY,
      path: "/api/stations/st_own/poster.pdf",
      bad: { path: "/api/stations/ST!/poster.pdf", field: "id" },
    },
    "GET /api/stations/:id/poster.png": {
      who: EVERYBODY,
      path: "/api/stations/st_own/poster.png",
      bad: { path: "/api/stations/ST!/poster.png", field: "id" },
    },
    "POST /api/stations": {
      who: OFFICERS,
      options: { json: newStation("640104", "兴庆区") },
      bad: { options: { json: { ...newStation("640104", "兴庆区"), name: "" } }, field: "name" },
      elsewhere: { options: { json: newStation("410102", "中原区") } },
    },
    "PATCH /api/stations/:id": {
      who: OFFICERS,
      path: "/api/stations/st_own",
      options: { json: { revision: 1, landmark: "农行旁边" } },
      bad: { options: { json: { revision: 1, landmarks: "农行旁边" } }, field: "landmarks" },
      elsewhere: { path: "/api/stations/st_elsewhere" },
    },
    "POST /api/stations/bulk": {
      who: OFFICERS,
      options: { json: { changes: [{ id: "st_own", revision: 1, set: { audience: "户外劳动者" } }] } },
      bad: {
        options: { json: { changes: [{ id: "st_own", revision: 1, set: { phone: "没有" } }] } },
        field: "changes.0.set.phone",
      },
      elsewhere: { options: { json: { changes: [{ id: "st_elsewhere", revision: 1, set: { audience: "都行" } }] } } },
    },
    "GET /api/changes/:changeId": {
      who: OFFICERS,
      path: "/api/changes/FRESH_CHANGE",
      bad: { path: "/api/changes/x", field: "changeId" },
      elsewhere: { path: "/api/changes/FRESH_DISTANT_CHANGE", answer: "404 not_found" },
    },
    "POST /api/changes/:changeId/undo": {
      who: OFFICERS,
      path: "/api/changes/FRESH_CHANGE/undo",
      bad: { path: "/api/changes/x/undo", field: "changeId" },
      elsewhere: { path: "/api/changes/FRESH_DISTANT_CHANGE/undo" },
    },
    "POST /api/stations/import": {
      who: OFFICERS,
      path: "/api/stations/import?dryRun=true",
      options: csv("表里的驿站,丽景街 3 号,兴庆区,106.289,38.474"),
      bad: { path: "/api/stations/import?dryRun=true&datum=mars", field: "datum" },
      // A list names the rows that it may not hold, as it names those that are wrong.
      elsewhere: {
        options: csv("表里的驿站,郑州市中原区建设路 1 号,中原区,113.6,34.75"),
        answer: "422 import_rejected",
      },
    },
    "POST /api/stations/:id/withdraw": {
      who: OFFICERS,
      path: "/api/stations/st_own/withdraw",
      bad: { path: "/api/stations/ST!/withdraw", field: "id" },
      elsewhere: { path: "/api/stations/st_elsewhere/withdraw" },
    },
    "POST /api/stations/:id/reinstate": {
      who: OFFICERS,
      path: "/api/stations/st_own/reinstate",
      bad: { path: "/api/stations/ST!/reinstate", field: "id" },
      elsewhere: { path: "/api/stations/st_elsewhere/reinstate" },
    },
    "GET /api/stations/withdrawn": {
      who: OFFICERS,
      bad: { path: "/api/stations/withdrawn?cursor=x", field: "cursor" },
    },
  },
  fresh: {
    FRESH_CHANGE: (world) => changeOf(world, "st_own", "6401"),
    FRESH_DISTANT_CHANGE: (world) => changeOf(world, "st_elsewhere", "4101"),
  },
};

let changes = 0;

/** A change of a station, made by somebody who reaches it. */
async function changeOf({ test }: World, id: string, reach: string): Promise<string> {
  const user = givenOfficer(reach);
  const station = await test.deps.stations.find(id);
  changes += 1;
  const change = { id, revision: station?.revision ?? 1, set: { host: `银行 ${changes}` } };
  const doer: Doer = { user, author: { userId: user.id, role: "officer", way: "api" } };
  return (await changeMany(test.deps, { changes: [change], skipConflicts: false }, doer)).changeId;
}
