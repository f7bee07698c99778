import { EVERYBODY, type Who } from "../../tests/api/access/access.js";
import { ACCESS, type AccessWorld, outcomeOf, startAccessWorld } from "../../tests/api/access/access-world.js";
import { PUSH_TOKEN } from "../../tests/api/access/photos.js";
import { startProductServer } from "../../tests/support/product-server.js";
import type { CallOptions, Reply } from "../../tests/support/test-app.js";
import { forgetCounts } from "./fuzz.js";
import type { Play } from "./play.js";

/** The role table of the tests, by hand, against the compiled server: every route, as everybody. */
export const roles: Play = async ({ isShort }) => {
  const world = await startAccessWorld();
  const { test } = world;
  // Sign-ins go by the machine's time, all else by the clock of the demo.
  test.passWallTime(Date.now() - test.deps.wallClock());
  const server = await startProductServer({
    REDIS_URL: test.local.url,
    YIZHAN_MODE: "demo",
    PHOTO_FOLDER: test.photoFolder,
    TOKEN_SECRET: "a secret for tests that is long enough",
    CRON_SECRET: test.deps.cronSecret ?? "",
    WECHAT_API_URL: world.wechat.account.url,
    WECHAT_APP_ID: world.wechat.account.appId,
    WECHAT_APP_SECRET: world.wechat.account.appSecret,
    WECHAT_PUSH_TOKEN: PUSH_TOKEN,
    JOBS_TIMER: "0",
  });
  const wrong: string[] = [];
  let asked = 0;
  try {
    test.call = async <Body>(method: string, path: string, options: CallOptions = {}) =>
      (await over(server.origin, method, path, options)) as Reply<Body>;
    for (const who of ["worker", "viewer", "keeper", "officer"] as const) world.tokens[who] = await test.signIn(who);
    await test.deps.users.put({ ...(await world.userOf(world.tokens.officer)), reach: ["6401"] });
    await test.deps.users.put({ ...(await world.userOf(world.tokens.viewer)), viewReach: ["6401"] });
    const routes = Object.keys(ACCESS).filter((_, at) => !isShort || at % 4 === 0);
    // Whoever is let in may be somebody else afterwards, as one who takes an invitation.
    for (const isLetIn of [false, true]) {
      for (const route of routes) {
        for (const who of EVERYBODY) {
          if (ACCESS[route]?.who.includes(who) !== isLetIn) continue;
          await forgetCounts(test.local);
          // The table holds the route that puts it back.
          await test.call("PUT", "/api/demo/clock", { json: { now: new Date(test.deps.clock()).toISOString() } });
          const outcome = await outcomeFor(world, route, who);
          asked += 1;
          if (outcome !== null) wrong.push(`${route} as ${who}: ${outcome}`);
        }
      }
    }
  } finally {
    await server.stop();
    await world.stop();
  }
  const held =
    wrong.length === 0 ? "each answered to whom the table says, and to nobody else" : wrong.slice(0, 5).join("; ");
  return [{ what: "the role table", tried: `${asked} requests`, held, lost: "0", isBroken: wrong.length > 0 }];
};

/** @returns null where it is as the table says */
async function outcomeFor(world: AccessWorld, route: string, who: Who): Promise<string | null> {
  const reply = await world.send(route, who);
  const outcome = outcomeOf(reply);
  const isLetIn = ACCESS[route]?.who.includes(who) ?? false;
  if (isLetIn) return reply.status < 300 ? null : outcome;
  return outcome === (who === "nobody" ? "401 not_signed_in" : "403 not_allowed") ? null : outcome;
}

async function over(origin: string, method: string, path: string, options: CallOptions): Promise<Reply> {
  const { token, json, body, headers } = options;
  const reply = await fetch(`${origin}${path}`, {
    method,
    headers: {
      ...(json === undefined ? {} : { "content-type": "application/json" }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: json === undefined ? body : JSON.stringify(json),
  });
  const text = await reply.text();
  const isJson = reply.headers.get("content-type")?.includes("json") ?? false;
  return { status: reply.status, headers: reply.headers, body: isJson ? JSON.parse(text) : text };
}
