import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runJobs } from "../../api/jobs/run-jobs.js";
import type { BookingAnswer } from "../../shared/classes/class-answer.js";
import { DAY_MS, MINUTE_MS } from "../../shared/common/time.js";
import type { NearestAnswer } from "../../shared/stations/station-answer.js";
import { givenNewStation, givenStation } from "../support/given.js";
import { givenSession } from "../support/given-class.js";
import { givenKeeper, givenOfficer, givenUser } from "../support/given-user.js";
import { startLocalRedis } from "../support/local-redis.js";
import { startTestApp, type TestApp } from "../support/test-app.js";

const NEAREST = "/api/stations/nearest?latitude=38.474&longitude=106.289";

describe("two processes on one Redis", () => {
  let one: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    one = await startTestApp("tcp", [], await startLocalRedis());
    other = await startTestApp("tcp", [], one.local);
  });
  afterAll(async () => {
    await other.stop();
    await one.stop();
  });
  beforeEach(() => one.local.clear());

  it("take no more bookings than there are seats, and one of each person", async () => {
    const session = givenSession({ startsAt: one.deps.clock() + 3 * DAY_MS, capacity: 30, waitlistLimit: 500 });
    await one.deps.classSessions.put({ session, previous: null });
    const tokens = await Promise.all(Array.from({ length: 100 }, () => one.signInAs(givenUser())));
    const tap = (test: TestApp, token: string) =>
      test.call<BookingAnswer>("POST", `/api/classes/${session.id}/booking`, { token });
    const replies = await Promise.all(tokens.flatMap((token) => [tap(one, token), tap(other, token)]));
    expect([...new Set(replies.map(({ status }) => status))]).toEqual([201]);
    const states = new Map(replies.map(({ body }) => [body.bookingId, body.state]));
    expect(states.size).toBe(100);
    expect([...states.values()].filter((state) => state === "confirmed")).toHaveLength(30);
  });

  it("answer a repeat alike, and do it once", async () => {
    const token = await one.signInAs(givenOfficer("64"));
    const options = { token, json: givenNewStation(), headers: { "idempotency-key": "the-same-tap" } };
    const replies = await Promise.all([one, other].map((test) => test.call("POST", "/api/stations", options)));
    expect(replies.map(({ status }) => status).sort()).toContain(201);
    const again = await Promise.all([one, other].map((test) => test.call("POST", "/api/stations", options)));
    expect(again.map(({ status }) => status)).toEqual([201, 201]);
    expect(again[0]?.body).toEqual(again[1]?.body);
  });

  it("know at once in both who was signed out or lost a role in one", async () => {
    const keeper = givenKeeper("st_own");
    const token = await one.signInAs(keeper);
    await one.store(givenStation({ id: "st_own" }));
    const confirm = () => other.call("POST", "/api/stations/st_own/confirm", { token });
    expect((await confirm()).status).toBe(200);
    const officer = await one.signInAs(givenOfficer("64"));
    expect((await one.call("DELETE", `/api/people/${keeper.id}/roles/keeper`, { token: officer })).status).toBe(200);
    expect((await confirm()).status).toBe(403);
    await one.call("POST", "/api/sign-out", { token });
    expect((await confirm()).status).toBe(401);
  });

  it("show in the one what was changed in the other, as soon as it has asked what changed", async () => {
    await one.store(givenStation({ id: "st_own" }));
    await one.deps.snapshot.load();
    await other.deps.snapshot.load();
    const state = async (test: TestApp) =>
      (await test.call<NearestAnswer>("GET", NEAREST)).body.stations[0]?.opening.state;
    expect([await state(one), await state(other)]).toEqual(["open", "open"]);
    const token = await one.signInAs(givenKeeper("st_own"));
    const until = new Date(one.deps.clock() + 60 * MINUTE_MS).toISOString();
    expect(
      (await one.call("PUT", "/api/stations/st_own/closure", { token, json: { until, reason: "停电停水" } })).status,
    ).toBe(200);
    expect(await state(one)).toBe("temporarily_closed");
    await other.deps.snapshot.catchUp();
    expect(await state(other)).toBe("temporarily_closed");
  });

  it("run each job once between them", async () => {
    const runs = await Promise.all([one, other].map(({ deps }) => runJobs(deps)));
    const done = runs.flatMap(({ jobs }) => jobs.filter(({ outcome }) => outcome === "done").map(({ name }) => name));
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done).size).toBe(done.length);
  });
});
