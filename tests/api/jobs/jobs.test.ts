import { beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../../api/app.js";
import type { Job } from "../../../api/jobs/jobs.js";
import { listJobs } from "../../../api/jobs/list-jobs.js";
import { runJobs } from "../../../api/jobs/run-jobs.js";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../shared/common/time.js";
import type { JobList, JobsRunAnswer } from "../../../shared/jobs/job-answer.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenKeeper, givenOfficer, givenUser } from "../../support/given-user.js";
import { startTestApp, TRANSPORTS, testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");

describe.each(TRANSPORTS)("the scheduled jobs, over %s", (transport) => {
  const test = testApp(transport);
  beforeEach(() => {
    test.setNow(NOW);
    test.logged.length = 0;
  });

  const counted = (name: string, everyMs: number) => {
    const job: Job & { runs: number } = {
      name,
      title: name,
      everyMs,
      runs: 0,
      run: async () => {
        job.runs += 1;
        return { changed: 2 };
      },
    };
    return job;
  };
  const run = (...jobs: Job[]) => runJobs(test.deps, undefined, jobs);
  const outcomes = ({ jobs }: JobsRunAnswer) => jobs.map(({ name, outcome }) => `${name} ${outcome}`);

  it("runs each at the first chance after its time, and no sooner", async () => {
    const often = counted("often", MINUTE_MS);
    const daily = counted("daily", DAY_MS);
    expect(await run(often, daily)).toEqual({
      state: "ran",
      jobs: [
        { name: "often", outcome: "done", changed: 2 },
        { name: "daily", outcome: "done", changed: 2 },
      ],
    });
    expect(outcomes(await run(often, daily))).toEqual(["often not_due", "daily not_due"]);
    // A timer of a minute may come some seconds early.
    test.passWallTime(MINUTE_MS - 5_000);
    expect(outcomes(await run(often, daily))).toEqual(["often done", "daily not_due"]);
    test.passWallTime(DAY_MS);
    await run(often, daily);
    expect([often.runs, daily.runs]).toEqual([3, 2]);
  });

  it("runs the others when one fails, and tries that one again at the next call", async () => {
    let isBroken = true;
    const broken: Job = {
      name: "broken",
      title: "坏的",
      everyMs: DAY_MS,
      run: async () => {
        if (isBroken) throw new TypeError("secret words of somebody");
        return { changed: 1 };
      },
    };
    const after = counted("after", DAY_MS);
    expect(outcomes(await run(broken, after))).toEqual(["broken failed", "after done"]);
    expect(test.logged).toContainEqual({ level: "error", event: "job_failed", job: "broken", reason: "TypeError" });
    isBroken = false;
    expect(outcomes(await run(broken, after))).toEqual(["broken done", "after not_due"]);
  });

  it("lets one server at a time run them, however many call at once", async () => {
    const job = counted("job", 0);
    const answers = await Promise.all(Array.from({ length: 8 }, () => run(job)));
    expect(answers.filter(({ state }) => state === "ran")).toHaveLength(job.runs);
    let isRunning = false;
    const alone: Job = {
      ...counted("alone", 0),
      run: async () => {
        expect(isRunning).toBe(false);
        isRunning = true;
        expect(await run(job)).toEqual({ state: "already_running", jobs: [] });
        isRunning = false;
        return { changed: 0 };
      },
    };
    expect(outcomes(await run(alone))).toEqual(["alone done"]);
    expect((await run(job)).state).toBe("ran");
  });

  it("tells officers when each last ran, what came of it, and which did not get through in time", async () => {
    const minutely = counted("minutely", MINUTE_MS);
    const daily = counted("daily", DAY_MS);
    const broken: Job = { ...counted("broken", MINUTE_MS), run: () => Promise.reject(new Error("no")) };
    const all = [minutely, daily, broken];
    const late = async () => (await listJobs(test.deps, all)).jobs.filter((job) => job.isLate).map(({ name }) => name);
    expect((await listJobs(test.deps, all)).jobs.map(({ latest }) => latest)).toEqual([null, null, null]);
    expect(await late()).toEqual(["minutely", "daily", "broken"]);
    const startedAt = new Date(test.deps.wallClock()).toISOString();
    await run(...all);
    expect((await listJobs(test.deps, all)).jobs).toEqual([
      {
        name: "minutely",
        title: "minutely",
        everyMinutes: 1,
        latest: { startedAt, outcome: "done", changed: 2, doneAt: startedAt },
        isLate: false,
      },
      expect.objectContaining({ name: "daily", everyMinutes: 1_440, isLate: false }),
      expect.objectContaining({
        latest: { startedAt, outcome: "failed", changed: 0, doneAt: null },
        isLate: true,
      }),
    ]);
    test.passWallTime(11 * MINUTE_MS);
    expect(await late()).toEqual(["broken"]);
    test.passWallTime(MINUTE_MS);
    expect(await late()).toEqual(["minutely", "broken"]);
    test.passWallTime(36 * HOUR_MS);
    expect(await late()).toEqual(["minutely", "daily", "broken"]);
  });

  it("tells how many messages wait, and what became of the others", async () => {
    const officer = await test.signIn("officer");
    const list = async () => (await test.call<JobList>("GET", "/api/jobs", { token: officer })).body;
    expect((await list()).messages).toMatchObject({
      isConfigured: false,
      waiting: 0,
      waitingSince: null,
      isLate: false,
    });
    const due = { kind: "class_booked", user: "us_somebody1", subject: "se_1" } as const;
    await test.deps.outbox.enqueue({ ...due, id: "a", dueAt: NOW });
    await test.deps.outbox.enqueue({ ...due, id: "b", dueAt: NOW + DAY_MS });
    test.setNow(NOW + 11 * MINUTE_MS);
    expect((await list()).messages).toMatchObject({
      waiting: 1,
      waitingSince: new Date(NOW).toISOString(),
      isLate: true,
    });
    await runJobs(test.deps);
    expect((await list()).messages).toMatchObject({ waiting: 0, isLate: false, notSendable: 1, sent: 0 });
    expect((await list()).jobs.every(({ isLate }) => !isLate)).toBe(true);
  });

  describe("called from outside", () => {
    const call = (method: string, token?: string) => test.call<JobsRunAnswer>(method, "/api/jobs/run", { token });

    it.each(["GET", "POST"])("runs them by %s for who knows the secret", async (method) => {
      const { status, body } = await call(method, "the-secret-of-the-timer");
      expect([status, body.state]).toEqual([200, "ran"]);
      expect(body.jobs.map(({ outcome }) => outcome)).not.toContain("failed");
    });

    it.each(["", "the-secret-of-the-time", "the-secret-of-the-timers"])("runs nothing for %j", async (secret) => {
      expect((await call("POST", secret)).status).toBe(401);
      expect(await test.deps.jobRuns.latest(["send-messages"])).toEqual([null]);
    });

    it("says so where no secret is set, and takes no empty one", async () => {
      test.deps.cronSecret = null;
      const answer = await call("POST", "null");
      expect(answer).toMatchObject({ status: 503, body: { error: { code: "jobs_not_configured" } } });
      expect((await call("POST")).status).toBe(401);
      test.deps.cronSecret = "the-secret-of-the-timer";
    });

    it("says so when Redis is away", async () => {
      const lost = await startTestApp(transport);
      await lost.loseRedis();
      const answer = await lost.call("POST", "/api/jobs/run", { token: "the-secret-of-the-timer" });
      expect(answer).toMatchObject({ status: 503, body: { error: { code: "redis_down" } } });
      await lost.stop();
    });
  });

  it("deletes accounts that nobody used for 24 months, leaves the others, and puts that on record", async () => {
    const idle = givenKeeper("st_demo_01");
    const active = givenOfficer("");
    const fresh = givenUser();
    for (const user of [idle, active]) await test.signInAs(user);
    await test.deps.openIds.put(idle.id, "o-idle");
    test.passWallTime(730 * DAY_MS);
    await test.deps.users.put(fresh);
    await test.signInAs(active);
    await runJobs(test.deps);
    expect(await test.deps.users.find(idle.id)).toMatchObject({ id: idle.id });
    test.passWallTime(2 * DAY_MS);
    await runJobs(test.deps);
    expect(await test.deps.users.findMany([idle.id, active.id, fresh.id])).toEqual([active, fresh]);
    expect(await test.deps.openIds.find(idle.id)).toBeNull();
    const audit = await test.deps.audit.read({ matches: () => true, cursor: null, limit: 10 });
    expect(audit.entries.filter(({ author }) => author.way === "job")).toContainEqual(
      expect.objectContaining({ action: "person:delete", subject: { type: "person", id: idle.id } }),
    );
    expect(audit.entries).toContainEqual(
      expect.objectContaining({
        action: "job:run",
        subject: { type: "job", id: "delete-idle-accounts" },
        to: { changed: 1 },
      }),
    );
  });

  it("counts a token that is renewed as use of the account", async () => {
    const user = givenUser();
    let token = await test.signInAs(user);
    for (let day = 0; day < 740; day += 20) {
      test.passWallTime(20 * DAY_MS);
      const renewed = await test.call<{ token: string }>("POST", "/api/sign-in/refresh", { token });
      token = renewed.body.token;
    }
    await runJobs(test.deps);
    expect(await test.deps.users.find(user.id)).toEqual(user);
  });

  it("is not stopped by somebody who deleted their account themselves", async () => {
    const user = givenUser();
    const token = await test.signInAs(user);
    await test.call("DELETE", "/api/me", { token });
    expect(await test.deps.users.listUnusedSince(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  });

  it("takes what people wrote out of reports after 90 days", async () => {
    const station = "st_demo_01";
    await test.store(givenStation({ id: station }));
    const { body } = await test.call<{ id: string }>("POST", `/api/stations/${station}/reports`, {
      headers: { "x-device-id": "a-phone-of-somebody" },
      json: { kind: "other", note: "门口的灯坏了" },
    });
    const note = async () => {
      const task = await test.deps.reports.findTaskOfReport(body.id);
      const [found] = await test.deps.reports.withReports(task ? [task] : []);
      return found?.reports[0]?.note;
    };
    test.setNow(NOW + 89 * DAY_MS);
    await runJobs(test.deps);
    expect(await note()).toBe("门口的灯坏了");
    test.setNow(NOW + 90 * DAY_MS);
    test.passWallTime(DAY_MS);
    await runJobs(test.deps);
    expect(await note()).toBeNull();
  });

  it("is part of the app that production serves", async () => {
    const { routes } = await createApp({ ...test.deps, mode: "production", demoClock: null }).whole();
    expect(routes.map(({ path }) => path)).toContain("/api/jobs/run");
  });
});
