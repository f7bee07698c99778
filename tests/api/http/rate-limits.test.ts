import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../../support/test-app.js";

describe("rate limits", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  it("lets a phone network's address read 3,000 times a minute and more, and not for ever", async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 3_000; i++) statuses.add((await test.call("GET", "/api/districts")).status);
    expect([...statuses]).toEqual([200]);
    for (let i = 0; i < 3_100; i++) statuses.add((await test.call("GET", "/api/districts")).status);
    expect([...statuses]).toEqual([200, 429]);
  });

  it("counts an account by itself, whatever its address has used up", async () => {
    const token = await test.signIn("worker");
    expect((await test.call("GET", "/api/districts", { token })).status).toBe(200);
  });

  it("costs a read no trip to Redis of its own", async () => {
    const token = await test.signIn("worker");
    test.takeRoundTrips();
    await test.call("GET", "/api/districts", { token });
    expect(test.takeRoundTrips()).toBe(1);
  });

  it("limits what one account writes, in all instances together, and not its signing in", async () => {
    const token = await test.signIn("officer");
    const statuses: number[] = [];
    for (let i = 0; i < 245; i++) statuses.push((await test.call("POST", "/api/stations", { token, json: {} })).status);
    expect(statuses.slice(0, 240).every((status) => status === 400)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    const reply = await test.call("POST", "/api/stations", { token, json: {} });
    expect(reply.headers.get("retry-after")).toBe("60");
    for (let i = 0; i < 300; i++) await test.signIn("worker");
    expect((await test.call("POST", "/api/sign-in/demo", { json: { as: "worker" } })).status).toBe(200);
  });
});
