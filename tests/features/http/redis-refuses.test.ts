import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import { givenNewStation, givenStation } from "../../support/given.js";
import { startTestApp, type TestApp, TRANSPORTS, type Transport } from "../../support/test-app.js";

/** Ways in which a Redis that is there refuses. */
const REFUSALS = [
  ["OOM", ["CONFIG", "SET", "maxmemory", "1"]],
  ["NOREPLICAS", ["CONFIG", "SET", "min-replicas-to-write", "2"]],
  ["READONLY", ["REPLICAOF", "127.0.0.1", "1"]],
] as const;
/** Of a cluster the server that holds the stations; which follows whom is the cluster's own matter. */
const refusals = (transport: Transport) =>
  REFUSALS.filter(([reason]) => transport !== "cluster" || reason !== "READONLY");

describe.each(TRANSPORTS)("a Redis that refuses, over %s", (transport) => {
  let test: TestApp;
  let officer: string;
  beforeEach(async () => {
    test = await startTestApp(transport);
    officer = await test.signIn("officer");
  });
  afterEach(async () => {
    for (const setting of ["maxmemory", "min-replicas-to-write"]) await test.local.control.config("SET", setting, "0");
    await test.stop();
  });

  it.each(refusals(transport))(
    "is told by %s: in a code of its own, in health, and in the log",
    async (reason, command) => {
      expect((await test.call("GET", "/api/health")).status).toBe(200);
      await test.local.control.call(...(command as unknown as [string, ...string[]]));
      const write = await test.call<ErrorAnswer>("POST", "/api/stations", { token: officer, json: givenNewStation() });
      expect([write.status, write.body.error.code]).toEqual([503, "redis_refuses"]);
      const health = await test.call("GET", "/api/health");
      expect(health).toMatchObject({ status: 503, body: { status: "error", redis: "refuses", reason } });
      const logged = test.logged.find(({ event }) => event === "redis_refuses");
      expect(logged?.reason).toContain(reason);
      expect(logged?.reason).toMatch(/\/api\/\S+\.ts/);
    },
  );
});

describe("a Redis that has lost the stations", () => {
  it("is told by health, and the stations in memory go on being answered", async () => {
    const test = await startTestApp();
    await test.store(givenStation());
    await test.deps.snapshot.load();
    expect((await test.call("GET", "/api/health")).body).toMatchObject({ status: "ok", stations: "ok" });
    const nearest = async () =>
      (await test.call<{ stations: unknown[] }>("GET", "/api/stations/nearest?latitude=38.474&longitude=106.289")).body
        .stations;
    expect(await nearest()).toHaveLength(1);
    await test.local.clear();
    await expect(test.deps.snapshot.catchUp()).rejects.toThrow("none any more");
    expect(await test.call("GET", "/api/health")).toMatchObject({
      status: 503,
      body: { status: "error", stations: "gone", redis: "up" },
    });
    expect(await nearest()).toHaveLength(1);
    await test.stop();
  });
});
