import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keys } from "../../../api/redis/keys.js";
import { beijingDate, beijingDayNumber, DAY_MS } from "../../../shared/common/time.js";
import type { JobList } from "../../../shared/jobs/job-answer.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const given = (changed: object = {}) => ({
  kind: "error",
  message: "TypeError: undefined is not a function",
  stack: "at show (app.js:1:200)",
  page: "/pages/nearby/index",
  version: "0.1.0",
  platform: "wechat",
  ...changed,
});

describe.each(TRANSPORTS)("errors of phones, over %s", (transport) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(transport);
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    await test.local.clear();
    test.passWallTime(2 * 60_000);
  });

  const send = (changed: object = {}) => test.call("POST", "/api/client-errors", { json: given(changed) });
  const seen = async () => {
    const token = await test.signIn("officer");
    return (await test.call<JobList>("GET", "/api/jobs", { token })).body.clientErrors;
  };

  it("are counted by what they say and by the version, for officers, the most frequent first", async () => {
    expect(await seen()).toEqual({ days: 7, total: 0, kinds: [] });
    await send({ version: "0.2.0" });
    expect(await send()).toMatchObject({ status: 200, body: { done: true } });
    await send({ stack: "at another (app.js:9:9)", page: "/pages/me/index" });
    expect(await seen()).toEqual({
      days: 7,
      total: 3,
      kinds: [
        { ...given(), count: 2 },
        { ...given({ version: "0.2.0" }), count: 1 },
      ],
    });
  });

  it("keep nothing of a person's, whatever a phone sends", async () => {
    const said = [
      "no station near 38.4741,106.2812",
      "at {latitude: 38.5} of 13800138000 and 138 0013 8000, 640104199001011234",
      "GET https://yizhan.example/api/stations/nearest?lng=106.1&q=abc failed for us_abcdefgh23456789",
      "名字叫张三 zhang@example.cn eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c18xIn0.c2lnbmF0dXJl",
    ].join("\n");
    await send({ message: said, stack: said });
    const { kinds } = await seen();
    const kept = `${kinds[0]?.message}\n${kinds[0]?.stack}`;
    for (const trace of ["38.", "106.", "138", "6401", "lng", "abc", "us_", "张", "zhang", "eyJ"])
      expect(kept).not.toContain(trace);
    expect(kept).toContain("GET https://yizhan.example/api/stations/nearest… failed for");
  });

  it("are cut to what tells them apart", async () => {
    await send({ message: "long ".repeat(300), stack: "line\n".repeat(1_000) });
    const [kind] = (await seen()).kinds;
    expect([kind?.message.length, kind?.stack.length]).toEqual([199, 999]);
    expect((await send({ stack: "x".repeat(8_001) })).status).toBe(400);
  });

  it("are of 200 kinds a day at the most; the rest are counted together", async () => {
    const now = test.deps.wallClock();
    const error = given() as Parameters<typeof test.deps.clientErrors.add>[0];
    for (let i = 0; i < 210; i++) await test.deps.clientErrors.add({ ...error, message: `e${i}` }, now);
    const { total } = await test.deps.clientErrors.count(now, 7);
    const day = beijingDate(beijingDayNumber(now));
    expect([total, await test.connection.redis.hlen(keys.clientErrorKinds(day))]).toEqual([210, 200]);
    // A kind that is known is counted as itself all the same.
    for (let i = 0; i < 3; i++) await test.deps.clientErrors.add({ ...error, message: "e7" }, now);
    expect((await test.deps.clientErrors.count(now, 7)).kinds[0]).toMatchObject({ message: "e7", count: 4 });
  });

  it("are gone after 30 days, by Redis itself", async () => {
    await send();
    const day = beijingDate(beijingDayNumber(test.deps.wallClock()));
    for (const key of [keys.clientErrorKinds(day), keys.clientErrorCounts(day)]) {
      const left = Number(await test.connection.redis.pttl(key));
      expect(left).toBeGreaterThan(29 * DAY_MS);
      expect(left).toBeLessThanOrEqual(30 * DAY_MS);
    }
    test.passWallTime(7 * DAY_MS);
    expect((await seen()).total).toBe(0);
  });

  it("are taken 60 times a minute from one address", async () => {
    const statuses = [];
    for (let i = 0; i < 61; i++) statuses.push((await send()).status);
    expect([statuses.filter((status) => status === 200).length, statuses[60]]).toEqual([60, 429]);
  });
});

describe("a client that says its version", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());
  const status = async (version?: string) => {
    const headers: Record<string, string> = version === undefined ? {} : { "x-client-version": version };
    const { status, body } = await test.call<{ error?: { code: string } }>("GET", "/api/districts", { headers });
    return [status, body.error?.code];
  };

  it("is let in whatever it says where no least version is set", async () => {
    expect(await status("0.0.1")).toEqual([200, undefined]);
  });

  it.each([
    ["0.9.10", 426, "client_too_old"],
    ["0.10.0", 200, undefined],
    ["0.10.1", 200, undefined],
    ["1.0.0", 200, undefined],
    ["no version", 200, undefined],
    [undefined, 200, undefined],
  ])("0.10.0 is the least: %s is answered %s", async (version, expected, code) => {
    test.deps.minClientVersion = "0.10.0";
    expect(await status(version)).toEqual([expected, code]);
  });
});
