import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../shared/core/time.js";
import type { NearestAnswer, StationDetail } from "../../../shared/stations/station-answer.js";
import type { MyReports, ReportAnswer, TaskList } from "../../../shared/trust/report-answer.js";
import { beijing, givenAmenity, givenStation } from "../../support/given.js";
import { type CallOptions, startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");
const SHUT = { kind: "door_closed", atDoor: true };
/** A phone of its own behind an address of its own. */
const phone = (number: number): Record<string, string> => ({
  "x-device-id": `a-random-device-${number}`,
  "x-forwarded-for": `10.0.0.${number}`,
});

describe.each(TRANSPORTS)("reports from the door, over %s", (transport) => {
  let test: TestApp;
  let now: number;
  beforeAll(async () => {
    test = await startTestApp(transport);
    test.deps.trustProxy = true;
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    await test.local.clear();
    goTo(NOW);
    await test.store(givenStation({ id: "st_one", amenities: { microwave: givenAmenity("broken") } }));
  });

  const goTo = (next: number) => {
    now = next;
    test.setNow(next);
  };
  const report = (from: CallOptions, json: object = SHUT, id = "st_one") =>
    test.call<ReportAnswer>("POST", `/api/stations/${id}/reports`, { ...from, json });
  const station = async () => (await test.call<StationDetail>("GET", "/api/stations/st_one")).body;
  const state = async () => (await station()).opening.state;
  const keeperOf = async (id: string) => {
    const token = await test.signIn("keeper");
    const userId = (await test.deps.tokens.verify(token))?.userId ?? "";
    const user = await test.deps.users.find(userId);
    if (user === null) throw new Error("the keeper is missing");
    await test.deps.users.put({ ...user, stationIds: [id] });
    return token;
  };
  const tasks = async (token: string, query = "") =>
    (await test.call<TaskList>("GET", `/api/tasks${query}`, { token })).body.tasks;
  const mine = async (from: CallOptions) => (await test.call<MyReports>("GET", "/api/reports/mine", from)).body.reports;

  it("turn a station for everyone when two different people at the door agree", async () => {
    const first = await report({ headers: phone(1) });
    expect(first).toMatchObject({ status: 201, body: { state: "new", stationState: "open" } });
    goTo(now + 59 * MINUTE_MS);
    expect((await report({ headers: phone(2) })).body.stationState).toBe("reported_closed");
    expect(await station()).toMatchObject({ opening: { state: "reported_closed" }, openReports: 2 });
    goTo(now + test.deps.trustSettings.lapseHours * HOUR_MS);
    expect(await state()).toBe("open");
  });

  it("do not turn it when they are an hour apart, or one person's, or half from afar", async () => {
    await report({ headers: phone(1) });
    goTo(now + HOUR_MS);
    await report({ headers: phone(2) });
    expect(await state()).toBe("open");
    for (let tap = 0; tap < 5; tap++) await report({ headers: phone(2) });
    await report({ headers: { ...phone(2), "x-forwarded-for": "10.0.0.9" } });
    await report({ headers: { ...phone(3), "x-forwarded-for": "10.0.0.2" } });
    expect(await state()).toBe("open");
    await report({ headers: phone(4) }, { kind: "door_closed" });
    expect(await state()).toBe("open");
    await report({ headers: phone(5) });
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
    await Promise.all([1, 2, 3, 4, 5, 6].map((number) => report({ headers: phone(number) })));
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
    for (const key of await redis.keys("*")) {
      const kind: string = await redis.type(key);
      if (kind === "string") everything.push(key, String(await redis.get(key)));
      if (kind === "hash") everything.push(key, JSON.stringify(await redis.hgetall(key)));
      if (kind === "zset") everything.push(key, JSON.stringify(await redis.zrange(key, 0, -1)));
      if (kind === "stream") everything.push(key, JSON.stringify(await redis.xrange(key, "-", "+")));
      if (/door-reports|latest-report|reports-by:/.test(key)) expect(await redis.pttl(key)).toBeGreaterThan(0);
    }
    const text = everything.filter((one) => !one.includes("writes:")).join("\n");
    expect(text).not.toContain("a-random-device-1");
    expect(text).not.toContain("10.0.0.1");
  });

  it("are tasks that move to resolved and are confirmed by whoever reported, who sees them move", async () => {
    const keeper = await keeperOf("st_one");
    const { body } = await report(
      { headers: phone(1) },
      { kind: "amenity_broken", amenity: "microwave", note: "不热" },
    );
    const [task] = await tasks(keeper, "?state=open");
    expect(task).toMatchObject({ stationName: (await station()).name, kind: "amenity_broken", notes: ["不热"] });
    const move = (verb: string, json?: object) =>
      test.call("POST", `/api/tasks/${task?.id}/${verb}`, { token: keeper, json });
    expect((await move("accept")).body).toMatchObject({ state: "accepted" });
    expect((await mine({ headers: phone(1) }))[0]).toMatchObject({ id: body.id, state: "accepted" });
    expect((await move("resolve", { done: "换了一台", amenityWorks: true })).body).toMatchObject({ state: "resolved" });
    expect(await station()).toMatchObject({ openReports: 0, amenities: { microwave: "working" } });
    expect((await mine({ headers: phone(1) }))[0]).toMatchObject({ state: "resolved", done: "换了一台" });
    expect(await move("accept")).toMatchObject({
      status: 409,
      body: { error: { code: "task_moved_on", fields: [{ path: "state", message: "resolved" }] } },
    });
    const answer = (verb: string, from: CallOptions) => test.call("POST", `/api/reports/${body.id}/${verb}`, from);
    expect((await answer("reopen", { headers: phone(2) })).status).toBe(404);
    expect((await answer("reopen", { headers: phone(1) })).body).toMatchObject({ state: "reopened" });
    expect((await answer("reopen", { headers: phone(1) })).body).toMatchObject({ state: "reopened" });
    expect((await station()).openReports).toBe(1);
    await move("resolve", { done: "修好了" });
    expect((await answer("reopen", { headers: phone(1) })).status).toBe(409);
    expect((await answer("confirm", { headers: phone(1) })).body).toMatchObject({ state: "confirmed" });
    expect((await answer("confirm", { headers: phone(1) })).status).toBe(200);
    const officer = await test.signIn("officer");
    const audit = await test.call<{ entries: { action: string }[] }>("GET", `/api/audit?subject=${task?.id}`, {
      token: officer,
    });
    expect(audit.body.entries.map(({ action }) => action)).toEqual([
      "task:confirm",
      "task:resolve",
      "task:reopen",
      "task:resolve",
      "task:accept",
      "task:create",
    ]);
  });

  it("lets one of two people who answer at once have it", async () => {
    const keeper = await keeperOf("st_one");
    await report({ headers: phone(1) });
    const [task] = await tasks(keeper);
    const taps = Array.from({ length: 8 }, (_, tap) =>
      test.call("POST", `/api/tasks/${task?.id}/resolve`, { token: keeper, json: { done: `第 ${tap} 次` } }),
    );
    expect((await Promise.all(taps)).map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect((await station()).openReports).toBe(0);
    const officer = await test.signIn("officer");
    const audit = await test.call<{ entries: { action: string }[] }>("GET", `/api/audit?subject=${task?.id}`, {
      token: officer,
    });
    expect(audit.body.entries.filter(({ action }) => action === "task:resolve")).toHaveLength(1);
  });

  it("of one door join one task until it is resolved, and what is said in words does not", async () => {
    const officer = await test.signIn("officer");
    await report({ headers: phone(1) });
    await report({ headers: phone(1) });
    goTo(now + 7 * HOUR_MS);
    await report({ headers: phone(2) });
    await report({ headers: phone(2) }, { kind: "other", note: "灯不亮" });
    await report({ headers: phone(3) }, { kind: "other", note: "门口有水" });
    expect(await tasks(officer)).toHaveLength(3);
    expect((await tasks(officer)).find(({ kind }) => kind === "door_closed")).toMatchObject({ reports: 2 });
    expect((await station()).openReports).toBe(4);
  });

  it("are taken back by the keeper's confirmation, and the reporter sees the answer", async () => {
    const keeper = await keeperOf("st_one");
    await report({ headers: phone(1) });
    await report({ headers: phone(2) });
    goTo(now + MINUTE_MS);
    const confirmed = await test.call<StationDetail>("POST", "/api/stations/st_one/confirm", { token: keeper });
    expect(confirmed.body).toMatchObject({ opening: { state: "open" }, openReports: 0, confirmedBy: "keeper" });
    expect((await mine({ headers: phone(1) }))[0]).toMatchObject({ state: "resolved", done: "门开着,站里确认过" });
    await report({ headers: phone(1) });
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

  it("show unchecked words to officers only", async () => {
    const keeper = await keeperOf("st_one");
    const officer = await test.signIn("officer");
    await report({ headers: phone(1) }, { kind: "other", note: "打 13800138000 找我" });
    expect((await tasks(keeper))[0]).toMatchObject({ notes: [], uncheckedNotes: [] });
    expect((await tasks(officer))[0]).toMatchObject({ notes: [], uncheckedNotes: ["打 13800138000 找我"] });
  });

  it("are for the keeper of that station only", async () => {
    await test.store(givenStation({ id: "st_two" }));
    const keeper = await keeperOf("st_two");
    await report({ headers: phone(1) });
    expect(await tasks(keeper)).toEqual([]);
    expect(await tasks(keeper, "?stationId=st_one")).toEqual([]);
    const [task] = await tasks(await test.signIn("officer"));
    expect((await test.call("POST", `/api/tasks/${task?.id}/accept`, { token: keeper })).status).toBe(403);
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
    await report({ headers: phone(1) }, SHUT, "st_near");
    for (const availability of ["open", "any"]) {
      expect(await nearest(`sort=best&availability=${availability}`)).toEqual([
        "st_next",
        "st_near reported_shut",
        "st_far",
      ]);
      expect(await nearest(`availability=${availability}`)).toEqual(byDistance);
    }
    await report({ headers: phone(2) }, SHUT, "st_near");
    expect(await nearest("sort=best&availability=open")).toEqual(["st_next", "st_far", "st_near reported_closed"]);
    expect(await nearest("availability=open")).toEqual(["st_next", "st_far", "st_one"]);
  });
});
