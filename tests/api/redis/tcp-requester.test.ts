import { expect, it } from "vitest";
import { connectRedis } from "../../../api/redis/client.js";
import { redisTrouble } from "../../../api/redis-trouble.js";
import { startLocalRedis } from "../../support/local-redis.js";

const troubleOf = (asked: Promise<unknown>) => asked.then(() => null, redisTrouble);

it("gives up on a Redis that hangs, and calls it down", async () => {
  const local = await startLocalRedis();
  const { redis, close } = await connectRedis({ transport: "tcp", url: local.url }, undefined, { answerWithinMs: 100 });
  expect(await redis.ping()).toBe("PONG");
  local.freeze();
  expect(await troubleOf(redis.ping())).toMatchObject({ state: "down" });
  close();
  await local.stop();
});

it("does not take being busy itself for a Redis that hangs", async () => {
  const local = await startLocalRedis();
  const { redis, close } = await connectRedis({ transport: "tcp", url: local.url }, undefined, { answerWithinMs: 200 });
  await redis.ping();
  const asked = redis.ping();
  await new Promise((resolve) => setImmediate(resolve));
  const end = performance.now() + 700;
  while (performance.now() < end);
  expect(await asked).toBe("PONG");
  close();
  await local.stop();
});
