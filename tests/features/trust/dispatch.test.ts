import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sayTask } from "../../../api/notices/say-task.js";
import { DAY_MS, HOUR_MS } from "../../../shared/common/time.js";
import type { User } from "../../../shared/people/user.js";
import type { DispatchAnswer } from "../../../shared/trust/dispatch.js";
import type { TaskItem } from "../../../shared/trust/report-answer.js";
import { phone, trustCalls } from "../../api/trust/trust-calls.js";
import { beijing, givenAmenity, givenStation } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");
const SEEN = { kind: "amenity_broken", amenity: "microwave", note: "不热" };

describe.each(TRANSPORTS)("tasks that an officer dispatches, over %s", (transport) => {
  const test = testApp(transport);
  let officer: string;
  beforeAll(() => {
    test.deps.trustProxy = true;
  });
  beforeEach(async () => {
    test.setNow(NOW);
    await test.store(givenStation({ id: "st_one", amenities: { microwave: givenAmenity("broken") } }));
    await test.store(givenStation({ id: "st_two", name: "第二个驿站" }));
    officer = await test.signIn("officer");
  });

  const { report, station, keeperOf, tasks, mine, recordOf } = trustCalls(() => test);
  const dispatch = (json: object, token = officer) =>
    test.call<DispatchAnswer>("POST", "/api/tasks/dispatch", { token, json });
  const userOf = async (token: string): Promise<User> => {
    const user = await test.deps.users.find((await test.deps.tokens.verify(token))?.userId ?? "");
    if (user === null) throw new Error("nobody");
    return user;
  };
  async function givenTasks(): Promise<{ one: TaskItem; two: TaskItem }> {
    await report({ headers: phone(1) }, SEEN);
    await report({ headers: phone(2) }, { kind: "wrong_info", note: "电话不对" }, "st_two");
    const open = await tasks(officer, "?state=open");
    const of = (id: string) => {
      const found = open.find(({ stationId }) => stationId === id);
      if (found === undefined) throw new Error(`no task of ${id}`);
      return found;
    };
    return { one: of("st_one"), two: of("st_two") };
  }

  it("are given to a keeper, who has the name beside them, and only to somebody who looks after the station", async () => {
    const { one, two } = await givenTasks();
    const keeper = await userOf(await keeperOf("st_one"));
    const { body } = await dispatch({ ids: [one.id, two.id, "tk_notthere"], act: "assign", userId: keeper.id });
    expect(body.results).toEqual([
      { id: one.id, outcome: "done", state: "new" },
      { id: two.id, outcome: "cannot_handle", state: "new" },
      { id: "tk_notthere", outcome: "not_found", state: null },
    ]);
    expect(await tasks(officer, `?assignee=${keeper.id}`)).toMatchObject([
      { id: one.id, assignee: { id: keeper.id, name: keeper.name } },
    ]);
    expect(await tasks(officer, "?assignee=none")).toMatchObject([{ id: two.id, assignee: null }]);
    // Given again: the record has it once.
    await dispatch({ ids: [one.id], act: "assign", userId: keeper.id });
    expect(await recordOf(one.id)).toEqual(["task:assign", "task:create"]);
    await test.deps.users.put({ ...keeper, stationIds: ["st_two"] });
    expect((await tasks(officer, "?stationId=st_one"))[0]).toMatchObject({ assignee: null });
  });

  it("are an officer's own with `me`, and nobody's again", async () => {
    const { one } = await givenTasks();
    const { id } = await userOf(officer);
    await dispatch({ ids: [one.id], act: "assign", userId: id });
    expect(await tasks(officer, "?assignee=me")).toHaveLength(1);
    await dispatch({ ids: [one.id], act: "assign", userId: null });
    expect(await tasks(officer, "?assignee=me")).toHaveLength(0);
  });

  it("wait for a part, and are not overdue before its day is over", async () => {
    const { one } = await givenTasks();
    await dispatch({ ids: [one.id], act: "wait", until: "2026-12-10" });
    test.setNow(beijing("2026-12-10T23:59"));
    expect(await tasks(officer, "?waiting=yes")).toMatchObject([
      { id: one.id, waitsUntil: "2026-12-10", overdue: false },
    ]);
    test.setNow(beijing("2026-12-11T00:00"));
    expect(await tasks(officer, "?waiting=yes")).toMatchObject([{ overdue: true }]);
    await dispatch({ ids: [one.id], act: "resolve", done: "换了一台", amenityWorks: true });
    expect(await tasks(officer, "?stationId=st_one")).toMatchObject([{ waitsUntil: null, state: "resolved" }]);
  });

  it.each(["2026-11-23", "2027-02-23"])("do not wait until %s", async (until) => {
    const { one } = await givenTasks();
    expect(await dispatch({ ids: [one.id], act: "wait", until })).toMatchObject({
      status: 400,
      body: { error: { code: "invalid_input", fields: [{ path: "until" }] } },
    });
    expect((await dispatch({ ids: [one.id], act: "wait", until: "2027-02-22" })).status).toBe(200);
  });

  it("are asked for once an hour", async () => {
    const { one } = await givenTasks();
    const remind = async (minutes: number) => {
      test.setNow(NOW + minutes * 60_000);
      await dispatch({ ids: [one.id], act: "remind" });
      return (await tasks(officer, "?stationId=st_one"))[0]?.remindedAt;
    };
    const first = new Date(NOW).toISOString();
    expect(await remind(0)).toBe(first);
    expect(await remind(59)).toBe(first);
    expect(await remind(60)).toBe(new Date(NOW + HOUR_MS).toISOString());
  });

  it("are told to whom they are given, and asked of them, or else of the station's keepers", async () => {
    const { one, two } = await givenTasks();
    const keeper = await userOf(await keeperOf("st_one"));
    const isOut = async (name: string, id: string, user: string) =>
      (await test.deps.outbox.find(`${name}|${id}|${NOW}|${user}`)) !== null;
    const me = await userOf(officer);
    await dispatch({ ids: [two.id], act: "assign", userId: me.id });
    await dispatch({ ids: [one.id, two.id], act: "remind" });
    expect(await isOut("task_given", two.id, me.id)).toBe(true);
    expect(await isOut("task_asked", two.id, me.id)).toBe(true);
    expect(await isOut("task_asked", one.id, keeper.id)).toBe(true);
    expect(await isOut("task_given", one.id, keeper.id)).toBe(false);
    const notice = { name: "task_asked", about: one.id, detail: String(NOW) } as const;
    expect((await sayTask(test.deps, { notice, user: keeper }))?.content).toMatchObject({ state: "工会催办" });
    await dispatch({ ids: [one.id], act: "resolve", done: "修好了" });
    expect(await sayTask(test.deps, { notice, user: keeper })).toBeNull();
  });

  it("are answered together; one that is closed says so and keeps its answer", async () => {
    const { one, two } = await givenTasks();
    await dispatch({ ids: [two.id], act: "resolve", done: "电话改好了" });
    await test.call("POST", `/api/reports/${(await mine({ headers: phone(2) }))[0]?.id}/confirm`, {
      headers: phone(2),
    });
    const { body } = await dispatch({ ids: [one.id, two.id], act: "resolve", done: "都修好了", amenityWorks: true });
    expect(body.results).toEqual([
      { id: one.id, outcome: "done", state: "resolved" },
      { id: two.id, outcome: "moved_on", state: "confirmed" },
    ]);
    expect(await station()).toMatchObject({ openReports: 0, amenities: { microwave: "working" } });
    expect((await mine({ headers: phone(2) }))[0]).toMatchObject({ done: "电话改好了" });
    expect(await dispatch({ ids: [two.id], act: "remind" })).toMatchObject({
      body: { results: [{ outcome: "moved_on" }] },
    });
  });

  it("of elsewhere are not there", async () => {
    const { one } = await givenTasks();
    const { id } = await userOf(officer);
    const user = await userOf(officer);
    await test.deps.users.put({ ...user, reach: ["11"] });
    expect((await dispatch({ ids: [one.id], act: "assign", userId: id })).body.results).toEqual([
      { id: one.id, outcome: "not_found", state: null },
    ]);
  });

  it("are found by kind, district and age", async () => {
    const { one, two } = await givenTasks();
    test.setNow(NOW + 5 * DAY_MS);
    await report({ headers: phone(3) });
    const ids = async (query: string) => (await tasks(officer, `?state=open&${query}`)).map(({ id }) => id).sort();
    expect(await ids("kind=wrong_info")).toEqual([two.id]);
    expect(await ids("olderDays=5")).toEqual([one.id, two.id].sort());
    expect(await ids("olderDays=6")).toEqual([]);
    expect(await ids("district=11")).toEqual([]);
    expect(await ids("district=64")).toHaveLength(3);
  });
});
