import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keys } from "../../../api/redis/keys.js";
import { MINUTE_MS } from "../../../shared/core/time.js";
import type { ReportAnswer } from "../../../shared/trust/report-answer.js";
import { beijing, givenStation } from "../../support/given.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");

describe.each(TRANSPORTS)("what is remembered of who said that a door is shut, over %s", (transport) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(transport);
    test.deps.trustProxy = true;
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    await test.local.clear();
    test.setNow(NOW);
    await test.store(givenStation({ id: "st_one" }));
  });

  const report = async ({ device, address, atDoor = true }: { device: number; address: number; atDoor?: boolean }) =>
    (
      await test.call<ReportAnswer>("POST", "/api/stations/st_one/reports", {
        headers: { "x-device-id": `a-random-device-${device}`, "x-forwarded-for": `10.0.0.${address}` },
        json: { kind: "door_closed", atDoor },
      })
    ).body.stationState;
  const remembered = () => test.connection.redis.zcard(keys.doorReports("st_one"));

  it("is their newest report, however often they say it", async () => {
    for (let minute = 0; minute < 10; minute++) {
      test.setNow(NOW + minute * MINUTE_MS);
      await report({ device: 1, address: 1 });
    }
    expect(await remembered()).toBe(1);
    // The newest counts: an hour after the first, nine minutes more are left.
    test.setNow(NOW + 65 * MINUTE_MS);
    expect(await report({ device: 2, address: 2 })).toBe("reported_closed");
  });

  it("is that they were at the door, whatever they say later from afar", async () => {
    await report({ device: 1, address: 1 });
    await report({ device: 1, address: 1, atDoor: false });
    expect(await remembered()).toBe(2);
    expect(await report({ device: 2, address: 2 })).toBe("reported_closed");
  });

  it("is a phone at each of its addresses, so that it stays one person", async () => {
    await report({ device: 1, address: 1 });
    expect(await report({ device: 1, address: 2 })).toBe("open");
    expect(await report({ device: 2, address: 2 })).toBe("open");
    expect(await remembered()).toBe(3);
  });

  it("is bounded for an address that says to be ever new phones", async () => {
    for (let device = 1; device <= 40; device++) await report({ device, address: 1 });
    expect(await remembered()).toBeLessThanOrEqual(21);
    expect(await report({ device: 99, address: 2 })).toBe("reported_closed");
  });
});
