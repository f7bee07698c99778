import { expect, it } from "vitest";
import { isRedisUnreachable } from "../../../api/redis/client.js";
import { connectOverTcp } from "../../../api/redis/tcp-requester.js";
import { startLocalRedis } from "../../support/local-redis.js";

it("gives up on a Redis that hangs, and calls it unreachable", async () => {
  const local = await startLocalRedis();
  const { requester, close } = await connectOverTcp(local.url, { answerWithinMs: 50 });
  expect(await requester.request({ body: ["ping"] })).toEqual({ result: "PONG" });
  local.freeze();
  const error: unknown = await requester.request({ body: ["ping"] }).catch((reason: unknown) => reason);
  expect(isRedisUnreachable(error)).toBe(true);
  close();
  await local.stop();
});
