import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWechat } from "../../api/wechat/wechat.js";
import { givenStation } from "../support/given.js";
import { type CallOptions, type Reply, startTestApp, type TestApp } from "../support/test-app.js";
import { startWechatStandIn, type WechatStandIn } from "../support/wechat-stand-in.js";
import { type Access, EVERYBODY, type FeatureAccess, type Who } from "./access/access.js";
import { bookingsAccess } from "./access/bookings.js";
import { coursesAccess } from "./access/courses.js";
import { documentsAccess } from "./access/documents.js";
import { givenKeeper } from "./access/given-keeper.js";
import { jobsAccess } from "./access/jobs.js";
import { keepingAccess } from "./access/keeping.js";
import { messagesAccess } from "./access/messages.js";
import { oversightAccess } from "./access/oversight.js";
import { packsAccess } from "./access/packs.js";
import { peopleAccess } from "./access/people.js";
import { photosAccess } from "./access/photos.js";
import { stationsAccess } from "./access/stations.js";
import { trustAccess } from "./access/trust.js";
import { wishesAccess } from "./access/wishes.js";

const FEATURES: readonly FeatureAccess[] = [
  bookingsAccess,
  coursesAccess,
  documentsAccess,
  jobsAccess,
  keepingAccess,
  messagesAccess,
  oversightAccess,
  packsAccess,
  peopleAccess,
  photosAccess,
  stationsAccess,
  trustAccess,
  wishesAccess,
];

const station = givenStation({ id: "st_own" });
/** The demo's keepers keep it. */
const kept = givenStation({ id: "st_demo_01" });
const elsewhere = givenStation({ id: "st_elsewhere", district: { code: "410102", text: "中原区" } });

/** Who may do what: one line for every route of the app. A route that no feature has a line for fails the first test. */
const ACCESS: Record<string, Access> = Object.assign({}, ...FEATURES.map(({ lines }) => lines));
const FRESH: Required<FeatureAccess>["fresh"] = Object.assign({}, ...FEATURES.map(({ fresh }) => fresh));

describe("who may do what", () => {
  let test: TestApp;
  let wechat: WechatStandIn;
  const tokens: Record<Who, string | undefined> = {
    nobody: undefined,
    worker: undefined,
    keeper: undefined,
    officer: undefined,
  };
  beforeAll(async () => {
    test = await startTestApp();
    // Every route in a moment is more than anybody writes in a minute.
    Object.assign(test.deps.rateLimits, { allowWrite: async () => true });
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

  const send = async (route: string, who: Who, request: { path?: string; options?: CallOptions } = {}) => {
    const [method = "", pattern = ""] = route.split(" ");
    const access = ACCESS[route];
    let path = request.path ?? access?.path ?? pattern;
    const options = { ...(request.options ?? access?.options) };
    let json = JSON.stringify(options.json);
    for (const [name, make] of Object.entries(FRESH)) {
      if (path.includes(name)) path = path.replace(name, await make({ test, wechat, tokens, who }));
      if (json?.includes(name)) json = json.replace(name, await make({ test, wechat, tokens, who }));
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

  it("has a line for every route of the app, and no line for a route it lacks", async () => {
    const routes = (await test.app.whole()).routes
      .filter(({ method, path }) => method !== "ALL" && !path.includes("*"))
      .map(({ method, path }) => `${method} ${path}`);
    const guards = new Set(["POST /api/stations/:id", "PATCH /api/stations", "PATCH /api/stations/:id/withdraw"]);
    expect([...new Set(routes)].filter((route) => !guards.has(route)).sort()).toEqual(
      FEATURES.flatMap(({ lines }) => Object.keys(lines)).sort(),
    );
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
