import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keys } from "../../../api/redis/keys.js";
import { HOUR_MS, MINUTE_MS } from "../../../shared/common/time.js";
import type { ReportAnswer, TaskList } from "../../../shared/trust/report-answer.js";
import { inWechat, withWechat } from "../../api/trust/trust-calls.js";
import { beijing, givenStation } from "../../support/given.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";
import type { WechatStandIn } from "../../support/wechat-stand-in.js";

const NOW = beijing("2026-11-24T10:00");

describe.each(TRANSPORTS)("what is remembered of who said that a door is shut, over %s", (transport) => {
  let test: TestApp;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    test = await startTestApp(transport);
    test.deps.trustProxy = true;
    wechat = await withWechat(test);
  });
  afterAll(async () => {
    await wechat.stop();
    await test.stop();
  });
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
  /** The same in WeChat: another person for each number. */
  const reportInWechat = async (person: number, { address = person, atDoor = true } = {}) =>
    (
      await test.call<ReportAnswer>("POST", "/api/stations/st_one/reports", {
        headers: { ...inWechat(wechat, person), "x-forwarded-for": `10.0.0.${address}` },
        json: { kind: "door_closed", atDoor },
      })
    ).body.stationState;
  const remark = (device: number, note: string) =>
    test.call<ReportAnswer>("POST", "/api/stations/st_one/reports", {
      headers: { "x-device-id": `a-random-device-${device}`, "x-forwarded-for": `10.0.0.${device}` },
      json: { kind: "other", note },
    });
  const remembered = () => test.connection.redis.zcard(keys.doorReports("st_one"));

  it("is their newest report, however often they say it", async () => {
    for (let minute = 0; minute < 10; minute++) {
      test.setNow(NOW + minute * MINUTE_MS);
      await reportInWechat(1);
    }
    expect(await remembered()).toBe(1);
    // The newest counts: an hour after the first, nine minutes more are left.
    test.setNow(NOW + 65 * MINUTE_MS);
    expect(await reportInWechat(2)).toBe("reported_closed");
  });

  it("is that they were at the door, whatever they say later from afar", async () => {
    await reportInWechat(1);
    await reportInWechat(1, { atDoor: false });
    expect(await remembered()).toBe(2);
    expect(await reportInWechat(2)).toBe("reported_closed");
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
    expect(await report({ device: 99, address: 2 })).toBe("open");
  });

  it("is bounded for an account that says to be ever new phones at ever new addresses", async () => {
    const token = await test.signIn("worker", "李");
    for (let number = 1; number <= 40; number++) {
      await test.call("POST", "/api/stations/st_one/reports", {
        token,
        headers: { "x-device-id": `a-random-device-${number}`, "x-forwarded-for": `10.0.0.${number}` },
        json: { kind: "door_closed", atDoor: true },
      });
    }
    expect(await remembered()).toBeLessThanOrEqual(21);
    expect(await reportInWechat(99)).toBe("reported_closed");
  });

  it("is five things said in other words, until one of them is answered or hours have passed", async () => {
    const officer = await test.signIn("officer");
    for (let number = 1; number <= 5; number++) expect((await remark(1, `第 ${number} 件`)).status).toBe(201);
    const refused = { status: 429, body: { error: { code: "too_many_reports" } } };
    expect(await remark(1, "第 6 件")).toMatchObject(refused);
    expect((await remark(1, "第 5 件")).status).toBe(201);
    expect((await remark(2, "第 6 件")).status).toBe(201);
    const { body } = await test.call<TaskList>("GET", "/api/tasks?state=open", { token: officer });
    expect(body.tasks).toMatchObject([{ reports: 6 }]);
    await test.call("POST", `/api/tasks/${body.tasks[0]?.id}/resolve`, { token: officer, json: { done: "好了" } });
    for (let number = 6; number <= 10; number++) expect((await remark(1, `第 ${number} 件`)).status).toBe(201);
    expect(await remark(1, "第 11 件")).toMatchObject(refused);
    test.setNow(NOW + 6 * HOUR_MS);
    expect((await remark(1, "第 11 件")).status).toBe(201);
  });
});
