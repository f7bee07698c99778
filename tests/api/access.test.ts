import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invite } from "../../api/people/invite.js";
import { makeSignInCode } from "../../api/people/sign-in-by-code.js";
import { createWechat } from "../../api/wechat/wechat.js";
import type { User } from "../../shared/people/user.js";
import { givenHours, givenStation } from "../support/given.js";
import { type CallOptions, type Reply, startTestApp, type TestApp } from "../support/test-app.js";
import { startWechatStandIn, type WechatStandIn } from "../support/wechat-stand-in.js";

type Who = "nobody" | "worker" | "keeper" | "officer";
const EVERYBODY: readonly Who[] = ["nobody", "worker", "keeper", "officer"];
const OFFICERS: readonly Who[] = ["officer"];
const KEEPERS: readonly Who[] = ["keeper", "officer"];
const SIGNED_IN: readonly Who[] = ["worker", "keeper", "officer"];

interface Access {
  /** The request ends the sign-in it comes with: it is sent with one of its own. */
  endsSignIn?: boolean;
  /** Everybody else is answered 401 (signed out) or 403. */
  who: readonly Who[];
  /** A request that is right, but for who sends it. */
  path?: string;
  options?: CallOptions;
  /** A request that is wrong, and the field the answer names. Absent where a route takes no input. */
  bad?: { path?: string; options?: CallOptions; field: string };
  /** The same request for a record outside the reach of an officer. */
  elsewhere?: { path?: string; options?: CallOptions; answer?: string };
}

const station = givenStation({ id: "st_own" });
/** The demo's keepers keep it. */
const kept = givenStation({ id: "st_demo_01" });
const elsewhere = givenStation({ id: "st_elsewhere", district: { code: "410102", text: "中原区" } });
const newStation = (code: string, text: string) => ({
  name: "新驿站",
  address: "丽景街 2 号",
  district: { code, text },
  location: { latitude: 38.474, longitude: 106.289 },
  hours: givenHours(),
});
const givenKeeper = (id: string, stationId: string): User => ({
  id,
  name: "张站长",
  roles: ["keeper"],
  stationIds: [stationId],
  reach: [],
  createdAt: 0,
});
const csv = (row: string): CallOptions => ({
  body: `名称,地址,区县,经度,纬度\n${row}\n`,
  headers: { "content-type": "text/csv" },
});

/** The phone that made the reports which are answered here. */
const REPORTING_PHONE = { "x-device-id": "the-phone-that-reported" };

/** Who may do what: one line for every route of the app. A route that is missing here fails the first test. */
const ACCESS: Record<string, Access> = {
  "GET /api/health": { who: EVERYBODY },
  "GET /api/openapi.json": { who: EVERYBODY },
  "GET /api/docs": { who: EVERYBODY },
  "GET /api/docs/start.js": { who: EVERYBODY },
  "GET /api/docs/:file": { who: EVERYBODY, path: "/api/docs/swagger-ui.css" },
  "POST /api/sign-in/demo": {
    who: EVERYBODY,
    options: { json: { as: "worker" } },
    bad: { options: { json: { as: "mayor" } }, field: "as" },
  },
  "POST /api/sign-in/wechat": {
    who: EVERYBODY,
    options: { json: { code: "FRESH_WECHAT_CODE" } },
    bad: { options: { json: { code: "" } }, field: "code" },
  },
  // Open to nobody without a token: that is what it asks for instead of a sign-in.
  "POST /api/sign-in/refresh": { who: SIGNED_IN },
  "POST /api/sign-in/codes": { who: EVERYBODY },
  "POST /api/sign-in/codes/:code/approve": {
    who: SIGNED_IN,
    path: "/api/sign-in/codes/FRESH_SIGN_IN_CODE/approve",
    bad: { path: "/api/sign-in/codes/0/approve", field: "code" },
  },
  "POST /api/sign-in/codes/:code/token": {
    who: EVERYBODY,
    path: "/api/sign-in/codes/FRESH_SIGN_IN_CODE/token",
    options: { json: { secret: "FRESH_SECRET" } },
    bad: { path: "/api/sign-in/codes/ABCDEFGH/token", options: { json: {} }, field: "secret" },
  },
  "POST /api/sign-out": { who: SIGNED_IN, endsSignIn: true },
  "GET /api/me": { who: SIGNED_IN },
  "DELETE /api/me": { who: SIGNED_IN, endsSignIn: true },
  "POST /api/invitations": {
    who: KEEPERS,
    options: { json: { role: "keeper", stationIds: ["st_demo_01"] } },
    bad: { options: { json: { role: "keeper", stationIds: [] } }, field: "stationIds" },
    elsewhere: { options: { json: { role: "officer", reach: ["64"] } } },
  },
  "GET /api/invitations/:code": {
    who: SIGNED_IN,
    path: "/api/invitations/FRESH_INVITATION",
    bad: { path: "/api/invitations/0", field: "code" },
  },
  "POST /api/invitations/:code/accept": {
    who: SIGNED_IN,
    path: "/api/invitations/FRESH_INVITATION/accept",
    bad: { path: "/api/invitations/0/accept", field: "code" },
  },
  "GET /api/people": { who: OFFICERS, bad: { path: "/api/people?cursor=x", field: "cursor" } },
  "DELETE /api/people/:id/roles/:role": {
    who: OFFICERS,
    path: "/api/people/FRESH_KEEPER/roles/keeper",
    bad: { path: "/api/people/us_keeperhere/roles/worker", field: "role" },
    // Who holds nothing within reach is as unknown as who is not there.
    elsewhere: { path: "/api/people/us_keeperelsewhere/roles/keeper", answer: "404 not_found" },
  },
  "PUT /api/demo/clock": {
    who: EVERYBODY,
    options: { json: { now: null } },
    bad: { options: { json: { now: "yesterday" } }, field: "now" },
  },
  "GET /api/demo/clock": { who: EVERYBODY },
  "GET /api/districts": { who: EVERYBODY },
  "GET /api/stations/nearest": {
    who: EVERYBODY,
    path: "/api/stations/nearest?latitude=38&longitude=106",
    bad: { path: "/api/stations/nearest?latitude=38", field: "longitude" },
  },
  "GET /api/stations": { who: EVERYBODY, bad: { path: `/api/stations?district=${"6".repeat(31)}`, field: "district" } },
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
    options: { json: { landmark: "农行旁边" } },
    bad: { options: { json: { landmarks: "农行旁边" } }, field: "landmarks" },
    elsewhere: { path: "/api/stations/st_elsewhere" },
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
  "GET /api/uniformity": { who: OFFICERS, bad: { path: "/api/uniformity?missing=charm", field: "missing" } },
  "GET /api/audit": { who: OFFICERS, bad: { path: "/api/audit?cursor=x", field: "cursor" } },
  "GET /api/stations/mine": { who: SIGNED_IN },
  "PUT /api/stations/:id/closure": {
    who: KEEPERS,
    path: "/api/stations/st_demo_01/closure",
    options: { json: { until: null, reason: "停电停水" } },
    bad: { options: { json: { until: "tomorrow" } }, field: "until" },
    elsewhere: { path: "/api/stations/st_elsewhere/closure" },
  },
  "DELETE /api/stations/:id/closure": {
    who: KEEPERS,
    path: "/api/stations/st_demo_01/closure",
    bad: { path: "/api/stations/ST!/closure", field: "id" },
    elsewhere: { path: "/api/stations/st_elsewhere/closure" },
  },
  "PUT /api/stations/:id/amenities/:kind": {
    who: KEEPERS,
    path: "/api/stations/st_demo_01/amenities/wifi",
    options: { json: { state: "broken" } },
    bad: { options: { json: { state: "sleeping" } }, field: "state" },
    elsewhere: { path: "/api/stations/st_elsewhere/amenities/wifi" },
  },
  "DELETE /api/stations/:id/amenities/:kind": {
    who: KEEPERS,
    path: "/api/stations/st_demo_01/amenities/wifi",
    bad: { path: "/api/stations/st_demo_01/amenities/piano", field: "kind" },
    elsewhere: { path: "/api/stations/st_elsewhere/amenities/wifi" },
  },
  "PUT /api/stations/:id/today": {
    who: KEEPERS,
    path: "/api/stations/st_demo_01/today",
    options: { json: { spans: [] } },
    bad: { options: { json: { spans: "all day" } }, field: "spans" },
    elsewhere: { path: "/api/stations/st_elsewhere/today" },
  },
  "DELETE /api/stations/:id/today": {
    who: KEEPERS,
    path: "/api/stations/st_demo_01/today",
    bad: { path: "/api/stations/ST!/today", field: "id" },
    elsewhere: { path: "/api/stations/st_elsewhere/today" },
  },
  "POST /api/stations/:id/confirm": {
    who: KEEPERS,
    path: "/api/stations/st_demo_01/confirm",
    bad: { path: "/api/stations/ST!/confirm", field: "id" },
    elsewhere: { path: "/api/stations/st_elsewhere/confirm" },
  },
  "POST /api/stations/:id/reports": {
    who: EVERYBODY,
    path: "/api/stations/st_demo_01/reports",
    options: { json: { kind: "door_closed", atDoor: true } },
    bad: { options: { json: { kind: "amenity_broken", amenity: "piano" } }, field: "amenity" },
  },
  "GET /api/reports/mine": {
    who: EVERYBODY,
    options: { headers: REPORTING_PHONE },
    bad: { options: { headers: { "x-device-id": "short" } }, field: "X-Device-Id" },
  },
  "POST /api/reports/:id/confirm": {
    who: EVERYBODY,
    path: "/api/reports/FRESH_ANSWERED_REPORT/confirm",
    options: { headers: REPORTING_PHONE },
    bad: { path: "/api/reports/RP!/confirm", field: "id" },
  },
  "POST /api/reports/:id/reopen": {
    who: EVERYBODY,
    path: "/api/reports/FRESH_ANSWERED_REPORT/reopen",
    options: { headers: REPORTING_PHONE },
    bad: { path: "/api/reports/RP!/reopen", field: "id" },
  },
  "GET /api/tasks": { who: KEEPERS, bad: { path: "/api/tasks?state=lost", field: "state" } },
  "POST /api/tasks/:id/accept": {
    who: KEEPERS,
    path: "/api/tasks/FRESH_TASK/accept",
    bad: { path: "/api/tasks/TK!/accept", field: "id" },
    elsewhere: { path: "/api/tasks/FRESH_DISTANT_TASK/accept" },
  },
  "POST /api/tasks/:id/resolve": {
    who: KEEPERS,
    path: "/api/tasks/FRESH_TASK/resolve",
    options: { json: { done: "修好了" } },
    bad: { options: { json: { done: "" } }, field: "done" },
    elsewhere: { path: "/api/tasks/FRESH_DISTANT_TASK/resolve" },
  },
  "POST /api/stations/:id/withdraw": {
    who: OFFICERS,
    path: "/api/stations/st_own/withdraw",
    bad: { path: "/api/stations/ST!/withdraw", field: "id" },
    elsewhere: { path: "/api/stations/st_elsewhere/withdraw" },
  },
};

describe("who may do what", () => {
  let test: TestApp;
  let wechat: WechatStandIn;
  let signInCode: Awaited<ReturnType<typeof makeSignInCode>> | null = null;
  const tokens: Record<Who, string | undefined> = {
    nobody: undefined,
    worker: undefined,
    keeper: undefined,
    officer: undefined,
  };
  beforeAll(async () => {
    test = await startTestApp();
    for (const who of ["worker", "keeper", "officer"] as const) tokens[who] = await test.signIn(who);
    const officer = await test.deps.users.find((await test.deps.tokens.verify(tokens.officer ?? ""))?.userId ?? "");
    if (officer === null) throw new Error("the officer is missing");
    await test.deps.users.put({ ...officer, reach: ["6401"] });
    await test.store(station, kept, elsewhere);
    await test.deps.users.put(givenKeeper("us_keeperelsewhere", "st_elsewhere"));
    wechat = await startWechatStandIn();
    test.deps.wechat = createWechat(wechat.account, test.connection.redis, () => undefined);
  });
  afterAll(async () => {
    await wechat.stop();
    await test.stop();
  });

  let said = 0;
  /** A report that joins no other, and its task. */
  const reportSomething = async (stationId: string) => {
    said += 1;
    const { body } = await test.call<{ id: string }>("POST", `/api/stations/${stationId}/reports`, {
      headers: REPORTING_PHONE,
      json: { kind: "other", note: `第 ${said} 件事` },
    });
    const task = await test.deps.reports.findTaskOfReport(body.id);
    return { reportId: body.id, taskId: task?.id ?? "" };
  };

  /** What a request takes that is good once, made when a line names it. */
  const freshly: Record<string, () => Promise<string>> = {
    FRESH_WECHAT_CODE: async () => wechat.codeOf("o-somebody"),
    FRESH_INVITATION: async () => (await invite(test.deps, { role: "officer", reach: ["640104"] }, null)).code,
    FRESH_SIGN_IN_CODE: async () => {
      signInCode = await makeSignInCode(test.deps);
      return signInCode.code;
    },
    FRESH_SECRET: async () => signInCode?.secret ?? "",
    FRESH_ANSWERED_REPORT: async () => {
      const { reportId, taskId } = await reportSomething("st_demo_01");
      await test.call("POST", `/api/tasks/${taskId}/resolve`, { token: tokens.officer, json: { done: "修好了" } });
      return reportId;
    },
    FRESH_TASK: async () => (await reportSomething("st_demo_01")).taskId,
    FRESH_DISTANT_TASK: async () => (await reportSomething("st_elsewhere")).taskId,
    FRESH_KEEPER: async () => {
      await test.deps.users.put(givenKeeper("us_keeperhere", "st_own"));
      return "us_keeperhere";
    },
  };
  const send = async (route: string, who: Who, request: { path?: string; options?: CallOptions } = {}) => {
    const [method = "", pattern = ""] = route.split(" ");
    const access = ACCESS[route];
    let path = request.path ?? access?.path ?? pattern;
    const options = { ...(request.options ?? access?.options) };
    let json = JSON.stringify(options.json);
    for (const [name, make] of Object.entries(freshly)) {
      if (path.includes(name)) path = path.replace(name, await make());
      if (json?.includes(name)) json = json.replace(name, await make());
    }
    const token =
      access?.endsSignIn && who !== "nobody" && request.options === undefined
        ? await test.signIn(who, "走了")
        : tokens[who];
    return test.call<{ error?: { code: string; fields?: { path: string }[] } }>(method, path, {
      ...options,
      ...(json === undefined ? {} : { json: JSON.parse(json) }),
      token,
    });
  };
  const outcome = ({ status, body }: Reply<{ error?: { code: string } }>) =>
    `${status} ${body?.error?.code ?? ""}`.trim();

  it("has a line for every route of the app, and no line for a route it lacks", () => {
    const routes = test.app.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path}`);
    const guards = new Set(["POST /api/stations/:id", "PATCH /api/stations", "PATCH /api/stations/:id/withdraw"]);
    expect([...new Set(routes)].filter((route) => !guards.has(route)).sort()).toEqual(Object.keys(ACCESS).sort());
  });

  const lines = Object.entries(ACCESS);
  it.each(lines.filter(([, { who }]) => !who.includes("nobody")))("%s asks a stranger to sign in", async (route) => {
    expect(outcome(await send(route, "nobody"))).toBe("401 not_signed_in");
  });

  it.each(lines.filter(([, { who }]) => !who.includes("nobody")))("%s does not take a made-up token", async (route) => {
    tokens.nobody = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c19hZG1pbiJ9.";
    const reply = await send(route, "nobody").finally(() => {
      tokens.nobody = undefined;
    });
    expect(outcome(reply)).toBe("401 sign_in_expired");
  });

  it.each(
    lines.flatMap(([route, { who }]) =>
      EVERYBODY.filter((one) => one !== "nobody" && !who.includes(one)).map((one) => [route, one] as const),
    ),
  )("%s turns away a %s", async (route, who) => {
    expect(outcome(await send(route, who))).toBe("403 not_allowed");
  });

  it.each(lines.flatMap(([route, { elsewhere: request }]) => (request ? [[route, request] as const] : [])))(
    "%s turns away an officer of another district",
    async (route, request) => {
      expect(outcome(await send(route, "officer", request))).toBe(request.answer ?? "403 not_allowed");
    },
  );

  it.each(lines.flatMap(([route, { bad }]) => (bad ? [[route, bad] as const] : [])))(
    "%s names the field that is wrong",
    async (route, bad) => {
      const reply = await send(route, "officer", bad);
      expect(outcome(reply)).toBe("400 invalid_input");
      expect(reply.body.error?.fields?.map(({ path }) => path)).toContain(bad.field);
    },
  );

  it.each(lines.flatMap(([route, { who }]) => who.map((one) => [route, one] as const)))(
    "%s lets a %s in",
    async (route, who) => {
      expect((await send(route, who)).status).toBeLessThan(300);
    },
  );
});
