import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCESS, type AccessWorld, dependsOnAsker, outcomeOf, startAccessWorld } from "./access-world.js";

/** Every write for somebody in particular whose answer is kept. Answers of signing in hold a token, and are not. */
const KEPT = Object.entries(ACCESS).filter(
  ([route, access]) =>
    dependsOnAsker(access) &&
    access.who.length > 0 &&
    !route.startsWith("GET ") &&
    !route.startsWith("POST /api/sign-in/"),
);

describe("the kept answer of a write", () => {
  let world: AccessWorld;
  beforeAll(async () => {
    world = await startAccessWorld();
  });
  afterAll(() => world.stop());

  it.each(KEPT)("%s belongs to who may still ask for it", async (route, { who, endsSignIn }) => {
    const asker = who.at(-1) ?? "officer";
    const request = await world.prepare(route, asker);
    const own = endsSignIn ? await world.test.signIn("officer", "走了") : world.tokens[asker];
    const held = await world.userOf(own);
    const { token, end } = await world.signInAgain(own);
    const ask = () => request({ token, headers: { "idempotency-key": `once ${route}` } });

    const first = await ask();
    expect(first.status).toBeLessThan(300);
    if (!endsSignIn) {
      await world.test.deps.users.put({ ...held, roles: ["worker"], stationIds: [], reach: [] });
      expect(outcomeOf(await ask())).toBe("403 not_allowed");
      await world.test.deps.users.put(held);
      const repeat = await ask();
      expect([repeat.headers.get("idempotency-replayed"), repeat.body]).toEqual(["true", first.body]);
    }
    await end();
    expect(outcomeOf(await ask())).toBe("401 sign_in_expired");
  });
});
