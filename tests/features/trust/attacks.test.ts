import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keys } from "../../../api/redis/keys.js";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../shared/common/time.js";
import type { DismissalAnswer, ReportAnswer, TaskList } from "../../../shared/trust/report-answer.js";
import { inWechat, phone, SHUT, trustCalls, withWechat } from "../../api/trust/trust-calls.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenUser } from "../../support/given-user.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";
import type { WechatStandIn } from "../../support/wechat-stand-in.js";

const NOW = beijing("2026-11-24T10:00");
/** So many attackers ask at the same moment. */
const AT_ONCE = 24;
const stationIds = (count: number) => Array.from({ length: count }, (_, number) => `st_attacked${number}`);

describe.each(TRANSPORTS)("those who want a city shut, over %s", (transport) => {
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
  });

  const { report, tasks } = trustCalls(() => test);
  const person = (number: number) => ({ headers: inWechat(wechat, number) });
  const keep = (ids: readonly string[]) => test.store(...ids.map((id) => givenStation({ id, name: id })));
  const states = async (ids: readonly string[]) => {
    const stations = await test.deps.stations.findMany(ids);
    return {
      turned: stations.filter(({ reportedClosedUntil }) => (reportedClosedUntil ?? 0) > test.deps.clock()).length,
      doubted: stations.filter(({ shutReports }) => shutReports !== undefined && shutReports !== null).length,
    };
  };

  it("turn nothing with 480 reports of made-up phones from two addresses, and move ten stations down", async () => {
    const ids = stationIds(240);
    await keep(ids);
    const made = ids.flatMap((id, number) =>
      [1, 2].map((address) => ({
        id,
        headers: {
          "x-device-id": `a-made-up-phone-${number}-${address}`,
          "x-forwarded-for": `192.0.2.${address}`,
        },
      })),
    );
    const statuses: number[] = [];
    // All at once, a busy machine would answer some of them 503: a command to Redis has three seconds.
    for (let first = 0; first < made.length; first += AT_ONCE) {
      const some = made.slice(first, first + AT_ONCE);
      const answers = await Promise.all(some.map(({ id, headers }) => report({ headers }, SHUT, id)));
      statuses.push(...answers.map(({ status }) => status));
    }
    const { turned, doubted } = await states(ids);
    expect(turned).toBe(0);
    expect(doubted).toBeLessThanOrEqual(10);
    expect(doubted).toBeGreaterThan(0);
    const perHour = test.deps.trustSettings.reportsPerHour;
    expect(statuses.filter((status) => status === 201)).toHaveLength(2 * perHour);
    expect(statuses.filter((status) => status === 429)).toHaveLength(480 - 2 * perHour);
  });

  it("pile up no tasks: 300 reports in other words by ever other phones of one address", async () => {
    const ids = stationIds(3);
    await keep(ids);
    const officer = await test.signIn("officer");
    let taken = 0;
    for (let number = 0; number < 300; number++) {
      const headers = { "x-device-id": `a-made-up-phone-${number}`, "x-forwarded-for": "192.0.2.1" };
      const kind = number % 2 === 0 ? "other" : "wrong_info";
      const { status } = await report({ headers }, { kind, note: `第 ${number} 件` }, ids[number % 3]);
      if (status === 201) taken += 1;
    }
    expect(taken).toBe(test.deps.trustSettings.reportsPerHour);
    expect(await tasks(officer)).toHaveLength(6);
  });

  it("are not the two people in WeChat who stand before the same door, signed out, behind one address", async () => {
    await keep(["st_one"]);
    const behind = (number: number) => ({
      headers: { ...inWechat(wechat, number), "x-forwarded-for": "192.0.2.1", "x-device-id": "the-same-device-id" },
    });
    expect((await report(behind(1))).body.stationState).toBe("open");
    expect((await report(behind(2))).body.stationState).toBe("reported_closed");
  });

  it("are one person in WeChat, signed in and signed out, with however many codes", async () => {
    await keep(["st_one"]);
    const { body } = await test.call<{ token: string }>("POST", "/api/sign-in/wechat", {
      json: { code: wechat.codeOf("person-1") },
    });
    await report({ token: body.token, headers: phone(9) });
    for (let tap = 0; tap < 3; tap++) expect((await report(person(1))).body.stationState).toBe("open");
    expect((await report(person(2))).body.stationState).toBe("reported_closed");
  });

  it.each<["no_answer" | "no_json" | number]>([[-1], [45011], [40226], ["no_json"]])(
    "count as signed out where WeChat answers %s, and their report is kept",
    async (failure) => {
      await keep(["st_one"]);
      await report(person(1));
      wechat.failNext("/sns/jscode2session", failure);
      expect(await report(person(2))).toMatchObject({ status: 201, body: { stationState: "open" } });
      expect((await report(person(2))).body.stationState).toBe("reported_closed");
    },
  );

  it.each([["a code that was used"], ["x".repeat(500)], ["🦊"]])("count as signed out with %s", async (code) => {
    await keep(["st_one"]);
    await report(person(1));
    const headers = { ...phone(2), "x-wechat-code": encodeURIComponent(code) };
    expect(await report({ headers })).toMatchObject({ status: 201, body: { stationState: "open" } });
  });

  it("bear on five stations an hour and ten a day, each of them, and on no more, whatever they say at the others", async () => {
    const ids = stationIds(30);
    await keep(ids);
    test.deps.trustSettings = { ...test.deps.trustSettings, brakeTurns: 100 };
    const sayOf = async (some: readonly string[]) => {
      for (const id of some) for (const number of [1, 2]) await report(person(number), SHUT, id);
    };
    await sayOf(ids.slice(0, 8));
    expect((await states(ids)).turned).toBe(5);
    await sayOf(ids.slice(0, 8));
    expect((await states(ids)).turned).toBe(5);
    test.setNow(NOW + HOUR_MS);
    await sayOf(ids.slice(8, 15));
    expect((await states(ids)).turned).toBe(10);
    test.setNow(NOW + 3 * HOUR_MS);
    await sayOf(ids.slice(15, 18));
    expect((await states(ids)).turned).toBe(10);
    test.setNow(NOW + DAY_MS);
    await sayOf(ids.slice(18, 20));
    expect((await states(ids)).turned).toBe(2);
  });

  it("bear on five stations also when they report all at once", async () => {
    const ids = stationIds(12);
    await keep(ids);
    await Promise.all(ids.map((id) => report(person(1), SHUT, id)));
    expect((await states(ids)).doubted).toBe(5);
  });

  describe("with twenty accounts of WeChat", () => {
    const everybodySays = (ids: readonly string[]) =>
      Promise.all(
        ids.flatMap((id, number) => [0, 1].map((of) => report(person(2 * Math.floor(number / 5) + of), SHUT, id))),
      );
    beforeEach(() => {
      test.deps.trustSettings = { ...test.deps.trustSettings, brakeTurns: 3 };
    });

    it("turn no more within an hour than the city's past explains, and move the others down", async () => {
      const ids = stationIds(40);
      await keep(ids);
      await everybodySays(ids);
      expect(await states(ids)).toEqual({ turned: 3, doubted: 40 });
      expect(await test.deps.reports.brakes(NOW)).toEqual([{ city: "6401", since: NOW }]);
      const told = async (reach: string) => {
        const token = await test.signInAs(givenUser({ roles: ["officer"], reach: [reach] }));
        return (await test.call<TaskList>("GET", "/api/tasks", { token })).body.brakeSince;
      };
      expect([await told("640104"), await told("64"), await told("11")]).toEqual([
        new Date(NOW).toISOString(),
        new Date(NOW).toISOString(),
        null,
      ]);
      const record = JSON.stringify(await test.connection.redis.xrange(keys.audit, "-", "+"));
      expect(record.match(/station:brake/g)).toHaveLength(1);
    });

    it("turn as many more as the city's days were bad before, but for days on which the brake was on", async () => {
      const ids = stationIds(40);
      await keep(ids);
      const today = Math.floor((NOW + 8 * HOUR_MS) / DAY_MS);
      const past = Array.from({ length: 28 }, (_, ago) => [String(today - 1 - ago), ago < 6 ? "braked" : "4"]);
      await test.connection.redis.hset(keys.turnPeaks("6401"), Object.fromEntries(past));
      await everybodySays(ids);
      expect((await states(ids)).turned).toBe(8);
    });

    it("turn nothing more until they have given up for an hour", async () => {
      const ids = stationIds(30);
      await keep(ids);
      await everybodySays(ids.slice(0, 10));
      test.setNow(NOW + 50 * MINUTE_MS);
      await everybodySays(ids.slice(10, 20).map((id) => id));
      expect((await states(ids)).turned).toBe(3);
      test.setNow(NOW + 50 * MINUTE_MS + HOUR_MS);
      expect(await test.deps.reports.brakes(test.deps.clock())).toEqual([]);
      for (const number of [41, 42]) await report(person(number), SHUT, ids[25]);
      expect((await states(ids)).turned).toBe(4);
    });

    it("do not keep two from turning a station who have had an account for a week, and those of yesterday they do", async () => {
      const ids = stationIds(12);
      await keep(ids);
      await everybodySays(ids.slice(0, 10));
      const signedIn = async (name: string, days: number) =>
        test.signInAs(givenUser({ id: `us_settled${name}`, createdAt: NOW - days * DAY_MS }));
      for (const name of ["1", "2"]) await report({ token: await signedIn(name, 1) }, SHUT, ids[10]);
      expect((await states(ids)).turned).toBe(3);
      for (const name of ["3", "4"]) await report({ token: await signedIn(name, 7) }, SHUT, ids[11]);
      expect((await states(ids)).turned).toBe(4);
    });
  });

  describe("and an officer who dismisses what they piled up", () => {
    const flood = async (ids: readonly string[]) => {
      for (const [number, id] of ids.entries()) {
        const headers = { "x-device-id": `a-made-up-phone-${number}`, "x-forwarded-for": `192.0.2.${number % 7}` };
        await report({ headers }, SHUT, id);
      }
    };
    const dismiss = (token: string, since: number) =>
      test.call<DismissalAnswer>("POST", "/api/tasks/dismiss", {
        token,
        json: { since: new Date(since).toISOString() },
      });

    it("take away all of it in one action, and what it did to the doors", async () => {
      const ids = stationIds(20);
      await keep(ids);
      const officer = await test.signIn("officer");
      await flood(ids);
      expect((await states(ids)).doubted).toBe(20);
      expect((await dismiss(officer, NOW - HOUR_MS)).body).toEqual({ dismissed: 20, isMore: false });
      expect(await states(ids)).toEqual({ turned: 0, doubted: 0 });
      expect(await tasks(officer, "?state=open")).toEqual([]);
      expect((await tasks(officer)).every(({ state }) => state === "dismissed")).toBe(true);
      expect((await dismiss(officer, NOW - HOUR_MS)).body).toEqual({ dismissed: 0, isMore: false });
      await report({ headers: phone(1) }, SHUT, ids[0]);
      expect((await states(ids)).doubted).toBe(1);
    });

    it("leave what was made before, what somebody real said too, and what lies in another officer's reach", async () => {
      await test.store(
        givenStation({ id: "st_one" }),
        givenStation({ id: "st_two", name: "two" }),
        givenStation({ id: "st_elsewhere", name: "far", district: { code: "110101", text: "东城区" } }),
      );
      test.setNow(NOW - 2 * HOUR_MS);
      await report({ headers: phone(1) }, { kind: "other", note: "灯不亮" });
      test.setNow(NOW);
      await report({ headers: phone(2) }, SHUT, "st_two");
      await report(person(3), SHUT, "st_two");
      await report({ headers: phone(4) }, SHUT, "st_elsewhere");
      const officer = await test.signInAs(givenUser({ roles: ["officer"], reach: ["6401"] }));
      expect((await dismiss(officer, NOW - HOUR_MS)).body).toEqual({ dismissed: 0, isMore: false });
      expect((await dismiss(officer, NOW - DAY_MS)).body).toEqual({ dismissed: 1, isMore: false });
      expect((await states(["st_two", "st_elsewhere"])).doubted).toBe(2);
    });
  });

  it("leave nothing readable of what they wrote", async () => {
    await keep(["st_one"]);
    const { body } = await report({ headers: phone(1) }, { kind: "other", note: "灯不亮" });
    const { redis } = test.connection;
    const kept = String(await redis.hget(keys.reports, (body as ReportAnswer).id));
    expect(kept).not.toContain("灯不亮");
    expect((await test.local.keys()).join()).not.toContain("灯不亮");
    expect((await trustCalls(() => test).mine({ headers: phone(1) }))[0]).toMatchObject({ note: "灯不亮" });
  });
});
