import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../api/app.js";
import { seedDemoStations } from "../../api/demo/seed-demo-stations.js";
import type { StationDetail, StationList } from "../../shared/stations/station-answer.js";
import { givenStation } from "../support/given.js";
import { startTestApp, type TestApp } from "../support/test-app.js";

interface SignedIn {
  token: string;
  user: { id: string; roles: string[]; stationIds: string[] };
}

describe("demo mode", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  const signIn = async (as: string, name?: string) =>
    (await test.call<SignedIn>("POST", "/api/sign-in/demo", { json: { as, name } })).body;

  it("fills an empty store with 示例 stations only, and a filled one with nothing", async () => {
    await seedDemoStations(test.deps);
    const { body } = await test.call<StationList>("GET", "/api/stations");
    expect(body.stations.length).toBeGreaterThanOrEqual(10);
    expect(body.stations.every(({ isDemo, district }) => isDemo && district.code === "640104")).toBe(true);
    await seedDemoStations(test.deps);
    expect((await test.call<StationList>("GET", "/api/stations")).body.stations).toHaveLength(body.stations.length);
    await test.local.clear();
    await test.store(givenStation());
    await seedDemoStations(test.deps);
    expect((await test.call<StationList>("GET", "/api/stations")).body.stations).toHaveLength(1);
  });

  it("knows the same name as the same person, whatever the role", async () => {
    const worker = await signIn("worker", "小李");
    const officer = await signIn("officer", "小李");
    expect(officer.user.id).toBe(worker.user.id);
    expect((await signIn("worker", "小王")).user.id).not.toBe(worker.user.id);
    expect([worker.user.roles, officer.user.roles]).toEqual([["worker"], ["officer"]]);
  });

  it("gives a token only the role it was asked for", async () => {
    await signIn("officer", "小张");
    const { token } = await signIn("worker", "小张");
    expect((await test.call("POST", "/api/stations", { token, json: {} })).status).toBe(403);
  });

  it("lets the keeper keep the first two demo stations", async () => {
    await test.local.clear();
    await seedDemoStations(test.deps);
    const { user } = await signIn("keeper");
    const { body } = await test.call<StationList>("GET", "/api/stations");
    expect(user.stationIds).toEqual(
      body.stations
        .map(({ id }) => id)
        .sort()
        .slice(0, 2),
    );
  });

  it("sets the clock that answers whether a door is open, and lets it run on", async () => {
    await test.local.clear();
    await test.store(givenStation({ id: "st_clock" }));
    const set = await test.call("PUT", "/api/demo/clock", { json: { now: "2026-12-01T23:30:00.5+08:00" } });
    expect(set).toMatchObject({ status: 200, body: { now: "2026-12-01T15:30:00.500Z" } });
    const { body } = await test.call<StationDetail>("GET", "/api/stations/st_clock");
    expect([body.asOf, body.opening.state]).toEqual(["2026-12-01T15:30:00.500Z", "closed"]);
    await test.call("PUT", "/api/demo/clock", { json: { now: null } });
    expect((await test.call<StationDetail>("GET", "/api/stations/st_clock")).body.opening.state).toBe("open");
  });

  it("says its own time with every answer, refusals too, from which pages learn what time it is", async () => {
    await test.call("PUT", "/api/demo/clock", { json: { now: "2026-12-01T15:30:00Z" } });
    for (const path of ["/api/health", "/api/me", "/api/stations/st_nowhere"]) {
      const { headers } = await test.app.request(path);
      expect(headers.get("date")).toBe("Tue, 01 Dec 2026 15:30:00 GMT");
    }
    const production = createApp({ ...test.deps, mode: "production", demoClock: null });
    expect((await production.request("/api/health")).headers.get("date")).toBeNull();
  });

  it.each(["2026-12-01T08:00Z", "2026-12-01T08:00:00+08:00", "2026-12-01T08:00:00.123456-03:30"])(
    "takes the instant %s",
    async (now) => {
      const { body } = await test.call("PUT", "/api/demo/clock", { json: { now } });
      expect(body).toEqual({ now: new Date(now).toISOString() });
    },
  );

  it.each(["2026-12-01", "2026-12-01T08:00:00", "2026-02-30T08:00:00Z", "tomorrow", 5])(
    "refuses the instant %s",
    async (now) => {
      expect(await test.call("PUT", "/api/demo/clock", { json: { now } })).toMatchObject({
        status: 400,
        body: { error: { fields: [{ path: "now" }] } },
      });
    },
  );

  it("does not exist in production", async () => {
    const production = createApp({ ...test.deps, mode: "production", demoClock: null });
    const signInReply = await production.request("/api/sign-in/demo", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ as: "officer" }),
    });
    expect(signInReply.status).toBe(404);
    expect((await production.request("/api/demo/clock")).status).toBe(404);
  });
});
