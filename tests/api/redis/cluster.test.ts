import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RedisConnection } from "../../../api/redis/client.js";
import { keys } from "../../../api/redis/keys.js";
import { DAY_MS } from "../../../shared/core/time.js";
import type { StationList } from "../../../shared/stations/station-answer.js";
import { givenNewStation, givenStation } from "../../support/given.js";
import { givenSession } from "../../support/given-class.js";
import { givenUser } from "../../support/given-user.js";
import { type LocalCluster, startLocalCluster } from "../../support/local-cluster.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

describe("over a cluster of three primaries with a replica each", () => {
  let cluster: LocalCluster;
  let test: TestApp;
  let connection: RedisConnection;
  beforeAll(async () => {
    cluster = await startLocalCluster();
    test = await startTestApp("tcp", [], cluster.url);
    connection = test.connection;
  }, 120_000);
  afterAll(async () => {
    await test.stop();
    cluster.stop();
  });
  beforeEach(() => cluster.clear());

  it("stations, people, kept answers and health work as with one server", async () => {
    const officer = await test.signIn("officer");
    const headers = { "idempotency-key": "once" };
    const create = () => test.call("POST", "/api/stations", { token: officer, json: givenNewStation(), headers });
    const first = await create();
    expect(first.status).toBe(201);
    expect((await create()).body).toEqual(first.body);
    expect((await test.call<StationList>("GET", "/api/stations")).body.stations).toHaveLength(1);
    const nearest = "/api/stations/nearest?latitude=38.474&longitude=106.289";
    expect((await test.call<StationList>("GET", nearest)).body.stations).toHaveLength(1);
    await test.deps.snapshot.load();
    expect((await test.call("GET", "/api/health")).body).toMatchObject({ status: "ok", redis: "up" });
  });

  it("runs the demo, the reports and the jobs", async () => {
    const { seedDemo } = await import("../../../api/demo/seed-demo.js");
    const { runJobs } = await import("../../../api/jobs/run-jobs.js");
    await seedDemo(test.deps);
    expect((await runJobs(test.deps)).jobs.filter(({ outcome }) => outcome === "failed")).toEqual([]);
    const report = await test.call("POST", "/api/stations/st_demo_01/reports", {
      headers: { "x-device-id": "a-phone-of-some-person" },
      json: { kind: "door_closed", atDoor: true },
    });
    expect(report.status).toBe(201);
  });

  it("knows what a replica has, and that nobody knows once the connection is another", async () => {
    const { replication } = connection;
    if (replication === null) throw new Error("no replication over TCP");
    const since = replication.mark();
    await test.store(givenStation());
    expect(await replication.reachedReplicas(since, 1, 2_000)).toBe(true);
    expect(await replication.reachedReplicas(since, 2, 50)).toBe(false);
    expect(await replication.reachedReplicas({}, 1, 2_000)).toBe(false);
  });

  it("goes on within 15 seconds when the primary dies during a thousand bookings, and keeps every seat to the rules", async () => {
    const session = givenSession({ startsAt: test.deps.clock() + 3 * DAY_MS, capacity: 600, waitlistLimit: 500 });
    await test.deps.classSessions.put({ session, previous: null });
    const people = Array.from({ length: 1_000 }, () => givenUser());
    const book = async (userId: string) => {
      const booker = { sessionId: session.id, userId, calledBy: "小王", newId: `bk_${userId.slice(3)}` };
      for (const giveUpAt = Date.now() + 60_000; Date.now() < giveUpAt; ) {
        try {
          return await test.deps.bookings.book(test.deps.clock(), booker);
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
      throw new Error("never booked");
    };
    for (const { id } of people.slice(0, 300)) await book(id);
    const primary = await cluster.primaryOf(keys.classSessions);
    cluster.kill(primary);
    const killedAt = performance.now();
    await book(people[300]?.id ?? "");
    const pausedMs = performance.now() - killedAt;
    for (const { id } of people.slice(301)) await book(id);
    // What was told is asked for again, as phones do that had no answer: it is done once.
    for (const { id } of people) await book(id);
    const roster = await test.deps.classReadings.roster(test.deps.clock(), session.id);
    expect(roster?.entries).toHaveLength(1_000);
    expect([roster?.standing.seatsTaken, roster?.standing.waiting]).toEqual([600, 400]);
    expect(pausedMs).toBeLessThan(15_000);
    cluster.revive(primary);
    await cluster.ready();
  }, 180_000);
});
