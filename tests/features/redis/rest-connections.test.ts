import { createServer } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { connectRedis } from "../../../api/redis/client.js";

it("sends a rush over a hundred connections at a time, and every request in its turn", async () => {
  let underWay = 0;
  let most = 0;
  const server = createServer(async (request, response) => {
    underWay += 1;
    most = Math.max(most, underWay);
    request.resume();
    // Long enough for whatever may come at the same time to have come.
    for (let turn = 0; turn < 1_000; turn++) await nextTurn();
    underWay -= 1;
    response.end(JSON.stringify([{ result: Buffer.from("PONG").toString("base64") }]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const rest = { transport: "rest", url: `http://127.0.0.1:${address.port}`, token: "t" } as const;
  const { redis } = await connectRedis(rest, undefined, { answerWithinMs: 60_000 });
  // Single commands of one moment travel together anyway; transactions do not.
  const replies = await Promise.all(Array.from({ length: 350 }, () => redis.multi().ping().exec()));
  expect(replies).toEqual(Array(350).fill(["PONG"]));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(100);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
