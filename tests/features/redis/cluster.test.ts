import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectRedis, type RedisConnection } from "../../../api/redis/client.js";
import { keys } from "../../../api/redis/keys.js";
import { bookThroughFailover } from "../../support/failover.js";
import { givenStation } from "../../support/given.js";
import { type LocalCluster, startLocalCluster } from "../../support/local-cluster.js";
import { asOneRedis } from "../../support/shared-cluster.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

describe("over a cluster of three primaries with a replica each", () => {
  let cluster: LocalCluster;
  let test: TestApp;
  let connection: RedisConnection;
  beforeAll(async () => {
    cluster = await startLocalCluster();
    test = await startTestApp("cluster", [], await asOneRedis(cluster, async () => cluster.stop()));
    connection = test.connection;
  }, 120_000);
  afterAll(() => test.stop());
  beforeEach(() => cluster.clear());

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

  it("sends side by side what goes to a server that it has not spoken to before", async () => {
    const { redis, close } = await connectRedis({ transport: "tcp", url: cluster.url });
    const replies = await Promise.all(
      ["a", "b", "c"].flatMap((key) => [redis.set(key, 1), redis.set(key, 2), redis.multi().set(key, 3).exec()]),
    );
    expect(replies.flat()).toEqual(Array(9).fill("OK"));
    close();
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
    const primary = await cluster.primaryOf(keys.classSessions);
    const { pausedMs, ...standing } = await bookThroughFailover(test, () => cluster.kill(primary));
    expect(standing).toEqual({ entries: 1_000, seatsTaken: 600, waiting: 400 });
    expect(pausedMs).toBeLessThan(15_000);
    cluster.revive(primary);
    await cluster.ready();
  }, 180_000);
});
