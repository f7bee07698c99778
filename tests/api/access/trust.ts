import { EVERYBODY, type FeatureAccess, KEEPERS, OFFICERS, type World } from "./access.js";

/** The phone that made the reports which are answered here. */
const REPORTING_PHONE = { "x-device-id": "the-phone-that-reported" };

let said = 0;
/** A report and its task; by an account of its own, since one may wait for few answers at a time. */
async function reportSomething({ test }: World, stationId: string, phone?: typeof REPORTING_PHONE) {
  said += 1;
  const { body } = await test.call<{ id: string }>("POST", `/api/stations/${stationId}/reports`, {
    token: await test.signIn("worker", `上报的人 ${said}`),
    headers: phone ?? {},
    json: { kind: "other", note: `第 ${said} 件事` },
  });
  const task = await test.deps.reports.findTaskOfReport(body.id);
  return { reportId: body.id, taskId: task?.id ?? "" };
}

/** What people at the door report, and how it is answered. */
export const trustAccess: FeatureAccess = {
  lines: {
    "POST /api/stations/:id/reports": {
      who: EVERYBODY,
      asksWho: true,
      path: "/api/stations/st_demo_01/reports",
      options: { json: { kind: "door_closed", atDoor: true } },
      bad: { options: { json: { kind: "amenity_broken", amenity: "piano" } }, field: "amenity" },
    },
    "GET /api/reports/mine": {
      who: EVERYBODY,
      asksWho: true,
      options: { headers: REPORTING_PHONE },
      bad: { options: { headers: { "x-device-id": "short" } }, field: "X-Device-Id" },
    },
    "POST /api/reports/:id/confirm": {
      who: EVERYBODY,
      asksWho: true,
      path: "/api/reports/FRESH_ANSWERED_REPORT/confirm",
      options: { headers: REPORTING_PHONE },
      bad: { path: "/api/reports/RP!/confirm", field: "id" },
    },
    "POST /api/reports/:id/reopen": {
      who: EVERYBODY,
      asksWho: true,
      path: "/api/reports/FRESH_ANSWERED_REPORT/reopen",
      options: { headers: REPORTING_PHONE },
      bad: { path: "/api/reports/RP!/reopen", field: "id" },
    },
    "GET /api/tasks": { who: KEEPERS, bad: { path: "/api/tasks?state=lost", field: "state" } },
    "POST /api/tasks/dismiss": {
      who: OFFICERS,
      options: { json: { since: "2026-11-24T00:00:00.000Z" } },
      bad: { options: { json: { since: "yesterday" } }, field: "since" },
    },
    "POST /api/tasks/dispatch": {
      who: OFFICERS,
      options: { json: { ids: ["tk_00000000"], act: "remind" } },
      bad: { options: { json: { ids: ["tk_00000000"], act: "wait", until: "tomorrow" } }, field: "until" },
    },
    "POST /api/tasks/:id/accept": {
      who: KEEPERS,
      path: "/api/tasks/FRESH_TASK/accept",
      bad: { path: "/api/tasks/TK!/accept", field: "id" },
      elsewhere: { path: "/api/tasks/FRESH_DISTANT_TASK/accept", answer: "404 not_found" },
    },
    "POST /api/tasks/:id/resolve": {
      who: KEEPERS,
      path: "/api/tasks/FRESH_TASK/resolve",
      options: { json: { done: "修好了" } },
      bad: { options: { json: { done: "" } }, field: "done" },
      elsewhere: { path: "/api/tasks/FRESH_DISTANT_TASK/resolve", answer: "404 not_found" },
    },
  },
  fresh: {
    FRESH_ANSWERED_REPORT: async (world) => {
      const answer = async (taskId: string) =>
        world.test.call("POST", `/api/tasks/${taskId}/resolve`, {
          token: world.tokens.officer,
          json: { done: "修好了" },
        });
      // One that came back is answered first, so that the report joins a task that has not.
      for (const { id } of await world.test.deps.reports.openTasksOf("st_demo_01")) await answer(id);
      const { reportId, taskId } = await reportSomething(world, "st_demo_01", REPORTING_PHONE);
      await answer(taskId);
      return reportId;
    },
    FRESH_TASK: async (world) => (await reportSomething(world, "st_demo_01")).taskId,
    FRESH_DISTANT_TASK: async (world) => (await reportSomething(world, "st_elsewhere")).taskId,
  },
};
