import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTRACT } from "../../../shared/contract/contract.js";
import { EVERYBODY } from "./access.js";
import { ACCESS, type AccessWorld, dependsOnAsker, outcomeOf, startAccessWorld } from "./access-world.js";

/** Served beside the endpoints of the contract. */
const DESCRIPTION_ROUTES = ["GET /api/openapi.json", "GET /api/docs", "GET /api/docs/start.js", "GET /api/docs/:file"];

describe("who may do what", () => {
  let world: AccessWorld;
  beforeAll(async () => {
    world = await startAccessWorld();
  });
  afterAll(() => world.stop());

  it("has a line for every endpoint of the contract and for the pages of the description, and no other", () => {
    const described = Object.values(CONTRACT).map(({ route }) => route.replace(" ", " /api"));
    expect(Object.keys(ACCESS).sort()).toEqual([...described, ...DESCRIPTION_ROUTES].sort());
  });

  it("knows all routes of the app", async () => {
    const routes = (await world.test.app.whole()).routes
      .filter(({ method, path }) => method !== "ALL" && !path.includes("*"))
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(routes)].sort()).toEqual(Object.keys(ACCESS).sort());
  });

  const lines = Object.entries(ACCESS);
  it.each(lines.filter(([, { who }]) => !who.includes("nobody")))("%s asks a stranger to sign in", async (route) => {
    expect(outcomeOf(await world.send(route, "nobody"))).toBe("401 not_signed_in");
  });

  it.each(lines.filter(([, { who }]) => !who.includes("nobody")))("%s does not take a made-up token", async (route) => {
    world.tokens.nobody = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c19hZG1pbiJ9.";
    const reply = await world.send(route, "nobody").finally(() => {
      world.tokens.nobody = undefined;
    });
    expect(outcomeOf(reply)).toBe("401 sign_in_expired");
  });

  it.each(
    lines.flatMap(([route, { who }]) =>
      EVERYBODY.filter((one) => one !== "nobody" && !who.includes(one)).map((one) => [route, one] as const),
    ),
  )("%s turns away a %s", async (route, who) => {
    expect(outcomeOf(await world.send(route, who))).toBe("403 not_allowed");
  });

  it.each(lines.flatMap(([route, { elsewhere: request }]) => (request ? [[route, request] as const] : [])))(
    "%s turns away an officer of another district",
    async (route, request) => {
      expect(outcomeOf(await world.send(route, "officer", request))).toBe(request.answer ?? "403 not_allowed");
    },
  );

  it.each(lines.flatMap(([route, { bad }]) => (bad ? [[route, bad] as const] : [])))(
    "%s names the field that is wrong",
    async (route, bad) => {
      const reply = await world.send(route, "officer", bad);
      expect(outcomeOf(reply)).toBe("400 invalid_input");
      expect(reply.body.error?.fields?.map(({ path }) => path)).toContain(bad.field);
    },
  );

  it.each(lines.flatMap(([route, access]) => access.who.map((one) => [route, one, access] as const)))(
    "%s lets a %s in",
    async (route, who, access) => {
      const { status, headers } = await world.send(route, who);
      expect(status).toBeLessThan(300);
      // What depends on who asks is kept by nobody on the way.
      if (dependsOnAsker(access)) expect(headers.get("cache-control")).toContain("no-store");
    },
  );

  it.each(lines.filter(([, access]) => dependsOnAsker(access)))(
    "%s refuses a sign-in that has ended",
    async (route, { who }) => {
      const request = await world.prepare(route, who.at(-1) ?? "officer");
      const { token, end } = await world.signInAgain(world.tokens.officer);
      await end();
      expect(outcomeOf(await request({ token }))).toBe("401 sign_in_expired");
    },
  );

  it.each(lines.filter(([, access]) => !dependsOnAsker(access)))("%s takes no notice of a sign-in", async (route) => {
    const request = await world.prepare(route, "nobody");
    const { token, end } = await world.signInAgain(world.tokens.officer);
    await end();
    expect((await request({ token })).status).toBeLessThan(300);
  });
});
