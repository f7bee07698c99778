import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { addressCaller, type ClientAddress } from "../../../api/people/caller.js";
import { givenStation } from "../../support/given.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

describe("rate limits", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());
  const callerAt = (address: ClientAddress) => addressCaller(address, test.deps.fingerprints.ofAddress);

  it("draws 10 posters a minute for one address, and gives what was drawn to everybody", async () => {
    await test.store(givenStation({ id: "st_one", name: "甲" }), givenStation({ id: "st_two", name: "乙" }));
    const poster = (id = "one", headers: Record<string, string> = {}) =>
      test.call("GET", `/api/stations/st_${id}/poster.pdf`, { headers });
    const first = await poster();
    expect(first.status).toBe(200);
    const unknown = callerAt({ network: "unknown", site: "unknown" });
    for (let i = 1; i < 10; i++) test.deps.rateLimits.allowHeavyWork(unknown);
    const refused = await poster("two");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    expect((await poster()).status).toBe(200);
    expect((await poster("one", { "if-none-match": first.headers.get("etag") ?? "" })).status).toBe(304);
    expect(test.deps.rateLimits.allowHeavyWork("address:another")).toBe(true);
  });

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

  it("lets ten guesses pass, also when they are made side by side, and counts none that was right", async () => {
    const { rateLimits } = test.deps;
    const guess = () => rateLimits.mayGuess("account:us_one", "something");
    for (let right = 0; right < 20; right++) {
      expect(await guess()).toBe(true);
      await rateLimits.giveBackGuess("account:us_one", "something");
    }
    const passed = await Promise.all(Array.from({ length: 40 }, guess));
    expect(passed.filter(Boolean)).toHaveLength(10);
    expect(await rateLimits.mayGuess("account:us_other", "something")).toBe(true);
  });

  it("counts guesses of all networks of one site together, however many it holds, and of no other", async () => {
    const { rateLimits } = test.deps;
    const guessFrom = (network: number, site = 1) =>
      rateLimits.mayGuess(
        callerAt({ network: `2001:db8:${site}:${network}::/64`, site: `2001:db8:${site}::/48` }),
        "slip",
      );
    let passed = 0;
    for (let network = 0; network < 20; network++) {
      for (let guess = 0; guess < 11; guess++) if (await guessFrom(network)) passed += 1;
    }
    expect(passed).toBe(100);
    expect(await guessFrom(99)).toBe(false);
    expect(await guessFrom(1, 2)).toBe(true);
  });

  it("counts writes of all networks of one site together", async () => {
    const { rateLimits } = test.deps;
    const write = (network: number) =>
      rateLimits.allowWrite(callerAt({ network: `2001:db8:9:${network}::/64`, site: "2001:db8:9::/48" }));
    const allowed = await Promise.all(Array.from({ length: 12_100 }, (_, number) => write(number % 11)));
    expect(allowed.filter(Boolean)).toHaveLength(12_000);
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
