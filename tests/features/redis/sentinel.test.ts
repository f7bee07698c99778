import { expect, it } from "vitest";
import { bookThroughFailover } from "../../support/failover.js";
import { startLocalSentinels } from "../../support/local-sentinels.js";
import { startTestApp } from "../../support/test-app.js";

it("follows the Sentinels to the next primary within 15 seconds, in the middle of a thousand bookings", async () => {
  const sentinels = await startLocalSentinels();
  const test = await startTestApp("tcp", [], sentinels);
  try {
    const { pausedMs, ...standing } = await bookThroughFailover(test, sentinels.killPrimary);
    expect(standing).toEqual({ entries: 1_000, seatsTaken: 600, waiting: 400 });
    expect(pausedMs).toBeLessThan(15_000);
    expect((await test.call("GET", "/api/health")).body).toMatchObject({ status: "ok", redis: "up" });
  } finally {
    await test.stop();
  }
});
