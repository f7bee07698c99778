import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "../../../api/demo/seed-demo.js";
import { connectRedis, type Observe, type RedisConnection } from "../../../api/redis/client.js";
import { keys } from "../../../api/redis/keys.js";
import { redisDependencies, sealedDependencies } from "../../../api/wiring/redis-dependencies.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

describe("making the demo", () => {
  let test: TestApp;
  let connection: RedisConnection;
  /** How many more requests reach Redis; the last of them is carried out, and its answer is lost. */
  let requestsLeft = Number.POSITIVE_INFINITY;
  let requests = 0;
  const dying: Observe = (requester) => ({
    request: async (request) => {
      requests += 1;
      requestsLeft -= 1;
      if (requestsLeft < 0) throw new Error("killed");
      const answer = await requester.request(request);
      if (requestsLeft === 0) throw new Error("killed");
      return answer as never;
    },
  });
  beforeAll(async () => {
    test = await startTestApp();
    connection = await connectRedis({ transport: "tcp", url: test.local.url }, dying);
  });
  afterAll(async () => {
    connection.close();
    await test.stop();
  });

  const seed = () => {
    const memory = { now: () => 0, loadsItself: false, documentBytes: 0, onFailure: () => undefined };
    return seedDemo({
      ...test.deps,
      ...redisDependencies(connection.redis, memory),
      ...sealedDependencies(connection.redis, test.deps.sealer),
    });
  };
  /** What there is, without what is drawn at random. */
  const made = async () => {
    const { redis } = test.connection;
    const wishes = await test.deps.wishes.findMany(
      Array.from({ length: 12 }, (_, i) => `ws_example${String(i + 1).padStart(2, "0")}`),
    );
    const sessions = await redis.hkeys(keys.classSessions);
    const bookings = await test.deps.classReadings.bookingsOf(test.deps.clock(), sessions);
    return {
      stations: (await redis.hkeys(keys.stationDocuments)).sort(),
      wishCount: await redis.hlen(keys.wishes),
      wishes: wishes.map(({ id, state, version }) => `${id} ${state} ${version}`).sort(),
      sessions: sessions.sort(),
      bookings: bookings.map(({ sessionId, userId }) => `${sessionId} ${userId}`).sort(),
    };
  };

  it("goes on where it was killed, whatever it was doing", async () => {
    await seed();
    const whole = await made();
    expect([whole.stations.length, whole.wishCount, whole.wishes.length]).toEqual([12, 12, 12]);
    expect(whole.bookings.length).toBeGreaterThan(8);
    // The first time the scripts were sent, too.
    await test.local.clear();
    requests = 0;
    await seed();
    const all = requests;
    const step = Math.ceil(all / 40);
    for (let killedAt = 1; killedAt < all; killedAt += step) {
      await test.local.clear();
      requestsLeft = killedAt;
      await expect(seed()).rejects.toThrow("killed");
      requestsLeft = Number.POSITIVE_INFINITY;
      await seed();
      expect([killedAt, await made()]).toEqual([killedAt, whole]);
    }
  }, 240_000);

  it("makes nothing twice", async () => {
    await test.local.clear();
    await seed();
    const before = await made();
    await seed();
    expect(await made()).toEqual(before);
  });
});
