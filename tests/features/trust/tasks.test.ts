import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keys } from "../../../api/redis/keys.js";
import { DAY_MS, HOUR_MS } from "../../../shared/common/time.js";
import type { Task } from "../../../shared/trust/report.js";
import type { TaskList } from "../../../shared/trust/report-answer.js";
import { phone, trustCalls } from "../../api/trust/trust-calls.js";
import { beijing, givenAmenity, givenStation } from "../../support/given.js";
import { type CallOptions, type Reply, type TestApp, TRANSPORTS, testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");

describe.each(TRANSPORTS)("tasks made of reports, over %s", (transport) => {
  const test = testApp(transport);
  beforeAll(() => {
    test.deps.trustProxy = true;
  });
  beforeEach(async () => {
    test.setNow(NOW);
    await test.store(givenStation({ id: "st_one", amenities: { microwave: givenAmenity("broken") } }));
  });

  const { report, station, keeperOf, tasks, mine, recordOf } = trustCalls(() => test);

  it("move to resolved and are confirmed by whoever reported, who sees them move", async () => {
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
    expect(await recordOf(task?.id)).toEqual([
      "task:confirm",
      "task:resolve",
      "task:reopen",
      "task:resolve",
      "task:accept",
      "task:create",
    ]);
  });

  /** As many more reports of a task, older than those it has, as a flood over weeks would leave. */
  async function addReports(taskId: string, count: number, vouched: (index: number) => boolean): Promise<void> {
    const { redis } = test.connection;
    const [known = ""] = await redis.zrange<string[]>(keys.reportsOfTask(taskId), 0, 0);
    const document = JSON.parse((await redis.hget<string>(keys.reports, known)) ?? "");
    for (let index = 0; index < count; index++) {
      const id = `${known}x${index}`;
      const one = { ...document, id, at: document.at - 1 - index, isVouched: vouched(index) };
      await redis.hset(keys.reports, { [id]: JSON.stringify(one) });
      await redis.zadd(keys.reportsOfTask(taskId), { score: one.at, member: id });
    }
  }

  it("say how many reports they hold, and tell the newest", async () => {
    const keeper = await keeperOf("st_one");
    await report({ headers: phone(1) });
    const [task] = await tasks(keeper);
    await addReports(task?.id ?? "", 149, () => false);
    const [told] = await tasks(keeper);
    expect(told).toMatchObject({ reports: 150, atDoor: 100 });
  });

  it.each([
    ["are a flood, however long, where nobody who reported is vouched for", -1, 1],
    ["are none where the oldest of many reports is", 699, 0],
  ])("%s", async (_, vouchedPlace, dismissed) => {
    const keeper = await keeperOf("st_one");
    await report({ headers: phone(1) });
    const [task] = await tasks(keeper);
    await addReports(task?.id ?? "", 700, (index) => index === vouchedPlace);
    const { body } = await test.call("POST", "/api/tasks/dismiss", {
      token: await test.signIn("officer"),
      json: { since: new Date(NOW - HOUR_MS).toISOString() },
    });
    expect(body).toMatchObject({ dismissed });
  });

  it("let one of two people who answer at once have it", async () => {
    const keeper = await keeperOf("st_one");
    await report({ headers: phone(1) });
    const [task] = await tasks(keeper);
    const taps = Array.from({ length: 8 }, (_, tap) =>
      test.call("POST", `/api/tasks/${task?.id}/resolve`, { token: keeper, json: { done: `第 ${tap} 次` } }),
    );
    expect((await Promise.all(taps)).map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect((await station()).openReports).toBe(0);
    expect((await recordOf(task?.id)).filter((action) => action === "task:resolve")).toHaveLength(1);
  });

  it("hold the reports of one door until they are resolved, and what is said in words of one kind", async () => {
    const officer = await test.signIn("officer");
    await report({ headers: phone(1) });
    await report({ headers: phone(1) });
    test.setNow(NOW + 7 * HOUR_MS);
    await report({ headers: phone(2) });
    await report({ headers: phone(2) }, { kind: "other", note: "灯不亮" });
    await report({ headers: phone(3) }, { kind: "other", note: "门口有水" });
    await report({ headers: phone(3) }, { kind: "wrong_info", note: "门在后面" });
    expect(await tasks(officer)).toHaveLength(3);
    expect((await tasks(officer)).find(({ kind }) => kind === "other")).toMatchObject({
      notes: expect.arrayContaining(["灯不亮", "门口有水"]),
    });
    expect((await tasks(officer)).find(({ kind }) => kind === "door_closed")).toMatchObject({ reports: 2 });
    expect((await station()).openReports).toBe(5);
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
    expect((await test.call("POST", `/api/tasks/${task?.id}/accept`, { token: keeper })).status).toBe(404);
  });

  it("come first when nobody answered them in time, those overdue for longest before the others", async () => {
    await test.store(givenStation({ id: "st_two" }));
    const keeper = await keeperOf("st_one");
    const officer = await test.signIn("officer");
    await report({ headers: phone(1) }, { kind: "amenity_broken", amenity: "microwave" });
    test.setNow(NOW + DAY_MS);
    await report({ headers: phone(2) }, { kind: "door_closed" }, "st_two");
    await report({ headers: phone(3) }, { kind: "wrong_info" });
    test.setNow(NOW + 2 * DAY_MS - 1);
    const listed = async (token: string) =>
      (await tasks(token, "?state=open")).map(({ kind, overdue }) => `${kind}${overdue ? " overdue" : ""}`);
    expect((await listed(officer)).filter((one) => one.endsWith("overdue"))).toEqual([]);
    expect(await tasks(keeper)).toMatchObject([
      { dueAt: "2026-11-28T02:00:00.000Z" },
      { dueAt: "2026-12-01T02:00:00.000Z" },
    ]);
    test.setNow(NOW + 2 * DAY_MS);
    await report({ headers: phone(4) }, { kind: "other", note: "灯不亮" });
    expect(await listed(officer)).toEqual(["door_closed overdue", "other", "wrong_info", "amenity_broken"]);
    test.setNow(NOW + 7 * DAY_MS);
    expect(await listed(officer)).toEqual([
      "door_closed overdue",
      "wrong_info overdue",
      "other overdue",
      "amenity_broken overdue",
    ]);
    expect(await listed(keeper)).toEqual(["wrong_info overdue", "other overdue", "amenity_broken overdue"]);
  });

  it("have time anew when they come back, and none to keep once they are answered", async () => {
    const officer = await test.signIn("officer");
    const { body } = await report({ headers: phone(1) });
    const [task] = await tasks(officer);
    test.setNow(NOW + DAY_MS);
    expect(await tasks(officer)).toMatchObject([{ overdue: true }]);
    await test.call("POST", `/api/tasks/${task?.id}/resolve`, { token: officer, json: { done: "门开了" } });
    expect(await tasks(officer)).toMatchObject([{ overdue: false, dueAt: null }]);
    await test.call("POST", `/api/reports/${body.id}/reopen`, { headers: phone(1) });
    expect(await tasks(officer)).toMatchObject([{ overdue: false, dueAt: "2026-11-26T02:00:00.000Z" }]);
    await test.call("POST", `/api/tasks/${task?.id}/accept`, { token: officer });
    test.setNow(NOW + 2 * DAY_MS);
    expect(await tasks(officer)).toMatchObject([{ state: "accepted", overdue: true }]);
  });

  it("give the days that the office has set", async () => {
    const officer = await test.signIn("officer");
    const { trustSettings } = test.deps;
    test.deps.trustSettings = { ...trustSettings, taskDays: { ...trustSettings.taskDays, door_closed: 2 } };
    await report({ headers: phone(1) });
    test.setNow(NOW + DAY_MS);
    expect(await tasks(officer)).toMatchObject([{ overdue: false, dueAt: "2026-11-26T02:00:00.000Z" }]);
    test.deps.trustSettings = trustSettings;
    expect(await tasks(officer)).toMatchObject([{ overdue: true }]);
  });

  it("do not fall out of an officer's list behind many that are newer", async () => {
    const officer = await test.signIn("officer");
    await report({ headers: phone(1) });
    test.setNow(NOW + DAY_MS);
    await keepTasks(test, 210, (number) => ({ createdAt: NOW + 1 + number, state: "new" }));
    const listed = await tasks(officer, "?state=open");
    expect(listed).toHaveLength(50);
    expect(listed[0]).toMatchObject({ kind: "door_closed", overdue: true });
  });

  it("are listed a page at a time, each once, those that are overdue first, to keepers and to officers", async () => {
    const officer = await test.signIn("officer");
    const keeper = await keeperOf("st_one");
    await report({ headers: phone(1) });
    test.setNow(NOW + DAY_MS);
    await keepTasks(test, 620, (number) => ({ createdAt: NOW + number, state: number % 3 === 0 ? "resolved" : "new" }));
    const all = async (token: string, query: string) => {
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Reply<TaskList> = await test.call<TaskList>(
          "GET",
          `/api/tasks?${query}${cursor ? `&cursor=${cursor}` : ""}`,
          {
            token,
          },
        );
        ids.push(...page.body.tasks.map(({ id }) => id));
        cursor = page.body.nextCursor;
      } while (cursor !== null);
      return ids;
    };
    const [door] = await tasks(keeper);
    for (const token of [keeper, officer]) {
      const listed = await all(token, "stationId=st_one");
      expect([listed.length, new Set(listed).size]).toEqual([621, 621]);
      expect(listed.slice(0, 3)).toEqual([door?.id, "tk_kept000619", "tk_kept000618"]);
      expect(listed.at(-1)).toBe("tk_kept000000");
      expect(await all(token, "")).toEqual(listed);
      expect(await all(token, "state=open")).toHaveLength(414);
      expect(await all(token, "state=resolved")).toHaveLength(207);
    }
  });

  it("are answered by 都对，确认 however many are newer", async () => {
    const keeper = await keeperOf("st_one");
    await report({ headers: phone(1) });
    await keepTasks(test, 510, (number) => ({ createdAt: NOW + 1 + number, state: "resolved" }));
    await test.call("POST", "/api/stations/st_one/confirm", { token: keeper });
    expect(await tasks(keeper, "?state=open")).toEqual([]);
  });
});

/** Keeps tasks of `st_one` as reports would leave them, without the reports. */
async function keepTasks(test: TestApp, count: number, of: (number: number) => Pick<Task, "createdAt" | "state">) {
  const { redis } = test.connection;
  const batch = redis.pipeline();
  for (let number = 0; number < count; number++) {
    const task = givenTask({ id: `tk_kept${String(number).padStart(6, "0")}`, stationId: "st_one", ...of(number) });
    batch.hset(keys.tasks, { [task.id]: JSON.stringify(task) });
    const placed = { score: task.createdAt, member: task.id };
    batch.zadd(keys.allTasks, placed);
    batch.zadd(keys.tasksOfStation("st_one"), placed);
    if (task.state === "new") batch.zadd(keys.openTasks, placed);
  }
  await batch.exec();
}

function givenTask(task: Partial<Task>): Task {
  return {
    id: "tk_given0001",
    stationId: "st_one",
    districtCode: "640104",
    kind: "other",
    amenity: null,
    state: "new",
    wasReopened: false,
    done: null,
    createdAt: 0,
    changedAt: 0,
    ...task,
  };
}
