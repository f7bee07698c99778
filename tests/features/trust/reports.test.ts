import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../shared/common/time.js";
import type { NearestAnswer, StationDetail } from "../../../shared/stations/station-answer.js";
import { inWechat, phone, SHUT, trustCalls, withWechat } from "../../api/trust/trust-calls.js";
import { beijing, givenAmenity, givenStation } from "../../support/given.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";
import type { WechatStandIn } from "../../support/wechat-stand-in.js";

const NOW = beijing("2026-11-24T10:00");

describe.each(TRANSPORTS)("reports from the door, over %s", (transport) => {
  let test: TestApp;
  let wechat: WechatStandIn;
  let now: number;
  beforeAll(async () => {
    test = await startTestApp(transport);
    test.deps.trustProxy = true;
    wechat = await withWechat(test);
  });
  afterAll(async () => {
    await wechat.stop();
    await test.stop();
  });
  const person = (number: number) => inWechat(wechat, number);
  beforeEach(async () => {
    await test.local.clear();
    goTo(NOW);
    await test.store(givenStation({ id: "st_one", amenities: { microwave: givenAmenity("broken") } }));
  });

  const goTo = (next: number) => {
    now = next;
    test.setNow(next);
  };
  const { report, station, keeperOf, tasks, mine } = trustCalls(() => test);
  const state = async () => (await station()).opening.state;

  it("turn a station for everyone when two different people at the door agree", async () => {
    const first = await report({ headers: person(1) });
    expect(first).toMatchObject({ status: 201, body: { state: "new", stationState: "open" } });
    goTo(now + 59 * MINUTE_MS);
    expect((await report({ headers: person(2) })).body.stationState).toBe("reported_closed");
    expect(await station()).toMatchObject({ opening: { state: "reported_closed" }, openReports: 2 });
    goTo(now + test.deps.trustSettings.lapseHours * HOUR_MS);
    expect(await state()).toBe("open");
  });

  it("do not turn it when they are an hour apart, or one person's, or half from afar", async () => {
    await report({ headers: person(1) });
    goTo(now + HOUR_MS);
    await report({ headers: person(2) });
    expect(await state()).toBe("open");
    for (let tap = 0; tap < 5; tap++) await report({ headers: person(2) });
    await report({ headers: { ...person(2), ...phone(3) } });
    expect(await state()).toBe("open");
    await report({ headers: person(4) }, { kind: "door_closed" });
    expect(await state()).toBe("open");
    await report({ headers: person(5) });
    expect(await state()).toBe("reported_closed");
  });

  it("are one person's when made signed in and signed out, and two when two accounts share an address", async () => {
    const [li, wang] = [await test.signIn("worker", "李"), await test.signIn("worker", "王")];
    await report({ token: li, headers: phone(1) });
    await report({ headers: { ...phone(1), "x-forwarded-for": "10.0.0.7" } });
    expect(await state()).toBe("open");
    await report({ token: wang, headers: phone(1) });
    expect(await state()).toBe("reported_closed");
  });

  it("turn it exactly once when many report at once", async () => {
    await Promise.all([1, 2, 3, 4, 5, 6].map((number) => report({ headers: person(number) })));
    expect(await station()).toMatchObject({ opening: { state: "reported_closed" }, openReports: 6 });
    const officer = await test.signIn("officer");
    const { body } = await test.call<{ entries: { action: string; author: object }[] }>("GET", "/api/audit", {
      token: officer,
    });
    const turns = body.entries.filter(({ action }) => action === "station:turn");
    expect(turns).toMatchObject([{ author: { userId: null, role: null, way: "api" } }]);
    expect(await tasks(officer)).toMatchObject([{ reports: 6, atDoor: 6, state: "new" }]);
  });

  it("keep nothing of who made them but keyed fingerprints, which expire", async () => {
    await report({ headers: phone(1) });
    const { redis } = test.connection;
    const everything: string[] = [];
    for (const key of await test.local.keys()) {
      const kind: string = await redis.type(key);
      if (kind === "string") everything.push(key, String(await redis.get(key)));
      if (kind === "hash") everything.push(key, JSON.stringify(await redis.hgetall(key)));
      if (kind === "zset") everything.push(key, JSON.stringify(await redis.zrange(key, 0, -1)));
      if (kind === "stream") everything.push(key, JSON.stringify(await redis.xrange(key, "-", "+")));
      if (/door-reports|latest-report|reports-by:|reports-on:|reports-lately|stations-borne|turns-/.test(key))
        expect(await redis.pttl(key)).toBeGreaterThan(0);
    }
    const text = everything.join("\n");
    expect(text).not.toContain("a-random-device-1");
    expect(text).not.toContain("10.0.0.1");
  });

  it("are taken back by the keeper's confirmation, and the reporter sees the answer", async () => {
    const keeper = await keeperOf("st_one");
    await report({ headers: person(1) });
    await report({ headers: person(2) });
    goTo(now + MINUTE_MS);
    const confirmed = await test.call<StationDetail>("POST", "/api/stations/st_one/confirm", { token: keeper });
    expect(confirmed.body).toMatchObject({ opening: { state: "open" }, openReports: 0, confirmedBy: "keeper" });
    expect((await mine({ headers: phone(1) }))[0]).toMatchObject({ state: "resolved", done: "门开着，站里确认过" });
    await report({ headers: person(1) });
    expect(await state()).toBe("open");
  });

  it("are anonymous after 90 days: nobody finds theirs, and what they wrote is gone", async () => {
    const officer = await test.signIn("officer");
    await report({ headers: phone(1) }, { kind: "other", note: "灯不亮" });
    goTo(now + 90 * DAY_MS - 1);
    expect(await test.deps.reports.forgetOld(now)).toBe(0);
    expect(await mine({ headers: phone(1) })).toHaveLength(1);
    goTo(now + 1);
    expect(await test.deps.reports.forgetOld(now)).toBe(1);
    expect(await test.deps.reports.forgetOld(now)).toBe(0);
    expect(await mine({ headers: phone(1) })).toEqual([]);
    expect(await tasks(officer)).toMatchObject([{ reports: 1, notes: [], uncheckedNotes: [] }]);
  });

  it("cannot be made of a station that is not on the lists", async () => {
    await test.store(givenStation({ id: "st_gone", withdrawnAt: 1 }));
    expect((await report({}, SHUT, "st_gone")).status).toBe(404);
    expect((await report({}, SHUT, "st_never")).status).toBe(404);
  });

  it.each<[string, object, string]>([
    ["a kind there is not", { kind: "bored" }, "kind"],
    ["an amenity without its kind", { kind: "amenity_broken" }, "amenity"],
    ["an amenity at a shut door", { kind: "door_closed", amenity: "microwave" }, "amenity"],
    ["too many words", { kind: "other", note: "长".repeat(201) }, "note"],
    ["a position", { kind: "door_closed", latitude: 38 }, "latitude"],
  ])("refuse %s", async (_, json, field) => {
    const reply = await report({}, json);
    expect(reply).toMatchObject({ status: 400, body: { error: { fields: [{ path: field }] } } });
  });

  it("put a station below a trustworthy one that is at most 3 minutes further, and say why", async () => {
    const verified = { location: null, services: null, open: NOW - HOUR_MS };
    const at = (metres: number) => ({ latitude: 38.474 + metres / 111_319.5, longitude: 106.35 });
    await test.store(
      givenStation({ id: "st_near", location: at(0), verified }),
      givenStation({ id: "st_next", location: at(190), verified }),
      givenStation({ id: "st_far", location: at(600), verified }),
    );
    const nearest = async (query: string) => {
      const path = `/api/stations/nearest?latitude=38.474&longitude=106.35&limit=3&${query}`;
      const { stations } = (await test.call<NearestAnswer>("GET", path)).body;
      return stations.map(({ id, movedBelow }) => `${id} ${movedBelow ?? ""}`.trim());
    };
    const byDistance = ["st_near", "st_next", "st_far"];
    expect(await nearest("sort=best&availability=open")).toEqual(byDistance);
    await report({ headers: person(1) }, SHUT, "st_near");
    for (const availability of ["open", "any"]) {
      expect(await nearest(`sort=best&availability=${availability}`)).toEqual([
        "st_next",
        "st_near reported_shut",
        "st_far",
      ]);
      expect(await nearest(`availability=${availability}`)).toEqual(byDistance);
    }
    await report({ headers: person(2) }, SHUT, "st_near");
    expect(await nearest("sort=best&availability=open")).toEqual(["st_next", "st_far", "st_near reported_closed"]);
    expect(await nearest("availability=open")).toEqual(["st_next", "st_far", "st_one"]);
  });
});
