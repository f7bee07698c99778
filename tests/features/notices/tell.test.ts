import { beforeEach, describe, expect, it } from "vitest";
import { runJobs } from "../../../api/jobs/run-jobs.js";
import { askKeepers } from "../../../api/notices/ask-keepers.js";
import { keeperIdsOfStations, readRoleHolders } from "../../../api/notices/people-of-stations.js";
import { tellOfTasks, tellWhatAges } from "../../../api/notices/tell-due.js";
import { tellNews } from "../../../api/notices/tell-news.js";
import { sendMessages } from "../../../api/outbox/send-messages.js";
import { keys } from "../../../api/redis/keys.js";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../shared/common/time.js";
import type { OwnMessages } from "../../../shared/messages/grants.js";
import type { User } from "../../../shared/people/user.js";
import type { Station } from "../../../shared/stations/station.js";
import { alwaysOpenHours, beijing, givenAmenity, givenStation } from "../../support/given.js";
import { givenKeeper, givenOfficer, givenUser } from "../../support/given-user.js";
import { testApp } from "../../support/test-app.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

const NOW = beijing("2026-11-24T10:00");
const TEMPLATES = { door: "template-door", task: "template-task", question: "template-question" };

describe("who is told what", () => {
  const test = testApp("tcp");
  let wechat: WechatStandIn;
  let station: Station;
  let keeper: User;
  let officer: User;
  let people = 0;
  beforeEach(async () => {
    test.setNow(NOW);
    wechat = await startWechatStandIn();
    for (const id of Object.values(TEMPLATES)) wechat.makeTemplate(id, "thing1", "thing2");
    test.deps.wechat = connectWechat(wechat.account, test.connection.redis, () => undefined);
    const fields = { title: "thing1", note: "thing2" };
    test.deps.messageTemplates = {
      keeper_door: { id: TEMPLATES.door, fields },
      keeper_task: { id: TEMPLATES.task, fields },
      keeper_question: { id: TEMPLATES.question, fields },
      report_answered: { id: TEMPLATES.task, fields },
    };
    station = givenStation({
      hours: alwaysOpenHours,
      verified: { location: null, services: null, open: NOW - HOUR_MS },
    });
    await test.store(station);
    keeper = givenKeeper(station.id);
    officer = givenOfficer("64");
    for (const user of [keeper, officer]) await reachable(user);
    return () => wechat.stop();
  });

  /** Somebody with WeChat who has said yes to ten messages of each template. */
  async function reachable(user: User, times = 10) {
    await test.deps.users.put(user);
    await test.deps.openIds.put(user.id, `o-${user.id}`);
    for (const id of Object.values(TEMPLATES)) {
      wechat.agree(`o-${user.id}`, id, times);
      for (let one = 0; one < times; one += 1) await test.deps.grants.add(user.id, [id]);
    }
  }
  const tell = async () => {
    await tellNews(test.deps);
    await sendMessages(test.deps);
  };
  /** What reached whom, as it stands in the second field. */
  const said = (user: User = keeper) =>
    wechat.delivered.filter(({ touser }) => touser === `o-${user.id}`).map(({ data }) => data.thing2?.value);
  /** A report by a person of WeChat, or by nobody that anyone vouches for. */
  const report = async (json: object = { kind: "door_closed", atDoor: true }, isVouched = true) => {
    people += 1;
    const token = isVouched ? await test.signInAs(givenUser()) : undefined;
    const { body } = await test.call<{ id: string }>("POST", `/api/stations/${station.id}/reports`, {
      token,
      json,
      headers: { "x-device-id": `a-phone-of-a-stranger-${people}` },
    });
    return { id: body.id, token };
  };
  const confirm = async () =>
    test.call("POST", `/api/stations/${station.id}/confirm`, { token: await test.signInAs(keeper) });

  it("tells the keeper of the first person at the door, and again when the station is turned", async () => {
    await report();
    await tell();
    expect(said()).toEqual(["有人说门没开，点开回一下"]);
    await report();
    await tell();
    await tell();
    expect(said()).toEqual(["有人说门没开，点开回一下", "几个人说门没开，点开确认一下"]);
    expect(wechat.delivered.map(({ page }) => page)).toEqual(Array(2).fill(`keeper/station/index?id=${station.id}`));
    expect(said(officer)).toEqual([]);
  });

  it("spends no message on what anybody could make up, and shows it on the keeper's pages", async () => {
    for (let one = 0; one < 5; one += 1) await report(undefined, false);
    await report({ kind: "amenity_broken", amenity: "microwave" }, false);
    await tell();
    expect(wechat.requests("/cgi-bin/message/subscribe/send")).toEqual([]);
    const { body } = await test.call<OwnMessages>("GET", "/api/messages/mine", { token: await test.signInAs(keeper) });
    expect(body.lines.map(({ name, words }) => [name, words])).toEqual([
      ["door", "有人说门没开，点这里回一下"],
      ["task_new", "有人说微波炉坏了"],
    ]);
    expect([body.waiting, body.left.keeper_door]).toEqual([2, 10]);
  });

  it("does not send what the keeper answered meanwhile", async () => {
    await report();
    await tellNews(test.deps);
    await confirm();
    await sendMessages(test.deps);
    expect(said()).toEqual([]);
    test.setNow(NOW + HOUR_MS);
    await report();
    await tell();
    expect(said()).toHaveLength(1);
  });

  it("has the message in the outbox within a minute by the jobs alone", async () => {
    await runJobs(test.deps);
    await report();
    test.setNow(NOW + MINUTE_MS);
    test.passWallTime(MINUTE_MS);
    await runJobs(test.deps);
    expect(said()).toEqual(["有人说门没开，点开回一下"]);
  });

  it("tells at night of a door that should be open, and of one whose hours nobody knows in the morning", async () => {
    test.setNow(beijing("2026-11-24T23:00"));
    await report();
    await tell();
    expect(said()).toHaveLength(1);
    const unknown = givenStation({ hours: { ...alwaysOpenHours, week: Array(7).fill("unknown") } });
    await test.store(unknown);
    const other = givenKeeper(unknown.id);
    await reachable(other);
    await test.call("POST", `/api/stations/${unknown.id}/reports`, {
      token: await test.signInAs(givenUser()),
      json: { kind: "door_closed", atDoor: true },
    });
    await tell();
    expect(said(other)).toEqual([]);
    test.setNow(beijing("2026-11-25T07:00"));
    await tell();
    expect(said(other)).toHaveLength(1);
  });

  it("tells of a task at once, the day before it is due and when it is overdue, and the officer then", async () => {
    await report({ kind: "amenity_broken", amenity: "microwave" });
    await tell();
    for (let day = 1; day <= 9; day += 1) {
      test.setNow(NOW + day * DAY_MS);
      await tellOfTasks(test.deps);
      await tellOfTasks(test.deps);
      await sendMessages(test.deps);
    }
    expect(said()).toEqual(["有人说微波炉坏了", "有人说微波炉坏了", "有人说微波炉坏了"]);
    const states = (await outbox())
      .filter(({ user }) => user === keeper.id)
      .map(({ subject }) => subject.split("|")[0]);
    expect(states.sort()).toEqual(["task_new", "task_overdue", "task_tomorrow"]);
    expect(said(officer)).toEqual(Array(3).fill("任务超时 1 件"));
  });

  it("tells whom a task is given to, and of its deadline that person alone; the one before hears nothing again", async () => {
    const second = givenKeeper(station.id);
    await reachable(second);
    await report({ kind: "amenity_broken", amenity: "microwave" }, false);
    const [task] = await test.deps.reports.openTasksOf(station.id);
    const token = await test.signInAs(officer);
    const give = (userId: string) =>
      test.call("POST", "/api/tasks/dispatch", { token, json: { ids: [task?.id], act: "assign", userId } });
    const namesTo = async (user: User, outcome = "sent") =>
      (await outbox())
        .filter((one) => one.user === user.id && one.finished?.outcome === outcome)
        .map(({ subject }) => subject.split("|")[0])
        .sort();
    await give(keeper.id);
    await sendMessages(test.deps);
    expect(await namesTo(keeper)).toEqual(["task_given"]);
    // Due tomorrow, and it changes hands before that was sent.
    test.setNow(NOW + 6 * DAY_MS);
    await tellOfTasks(test.deps);
    await give(second.id);
    await sendMessages(test.deps);
    await tellOfTasks(test.deps);
    await sendMessages(test.deps);
    expect([await namesTo(keeper), await namesTo(keeper, "no_longer_true")]).toEqual([
      ["task_given"],
      ["task_tomorrow"],
    ]);
    expect(await namesTo(second)).toEqual(["task_given", "task_tomorrow"]);
    test.setNow(NOW + 8 * DAY_MS);
    await tellOfTasks(test.deps);
    await sendMessages(test.deps);
    expect([await namesTo(keeper), await namesTo(second)]).toEqual([
      ["task_given"],
      ["task_given", "task_overdue", "task_tomorrow"],
    ]);
  });

  it("tells of medicine a week before its date and on it, and of a door that nobody confirms after 3 and 7 days", async () => {
    const amenities = { first_aid: { ...givenAmenity(), expiresOn: "2026-12-04" } };
    await test.deps.stations.put({
      station: { ...station, amenities, revision: 2 },
      previous: station,
      by: { author: { userId: null, role: null, way: "job" }, action: "station:change" },
    });
    const days: string[] = [];
    for (let day = 0; day <= 15; day += 1) {
      test.setNow(NOW + day * DAY_MS);
      await tellWhatAges(test.deps);
      await tellWhatAges(test.deps);
      const before = said().length;
      await sendMessages(test.deps);
      const today = said()
        .slice(before)
        .map((words) => `${day}: ${words}`);
      days.push(...today.sort());
    }
    expect(days).toEqual([
      "3: 3 天没人确认，门还照常开吗？",
      "3: 急救药箱要到期了，换好点一下",
      "7: 7 天没人确认，门还照常开吗？",
      "10: 急救药箱要到期了，换好点一下",
    ]);
    expect(said(officer)).toEqual(["没确认 1 家", "没确认 1 家"]);
  });

  it("tells nobody who keeps the station no more", async () => {
    await report();
    await tellNews(test.deps);
    await test.deps.users.put({ ...keeper, roles: ["worker"], stationIds: [] });
    await sendMessages(test.deps);
    expect(said()).toEqual([]);
  });

  it("asks nothing that no question says, and one time of a question once", async () => {
    const keepers = keeperIdsOfStations(await readRoleHolders(test.deps)).get(station.id) ?? [];
    const asked = { stationId: station.id, question: "none-such", detail: "2027-spring:7", dueAt: NOW };
    await askKeepers(test.deps, keepers, asked);
    await askKeepers(test.deps, keepers, asked);
    await sendMessages(test.deps);
    expect((await outbox()).map(({ finished }) => finished?.outcome)).toEqual(["no_longer_true"]);
  });

  it("tells who asked what came of their report, and how soon, and nobody else", async () => {
    const first = await report();
    await report();
    const reporter = (await test.deps.users.find(reporterOf(first.token))) ?? keeper;
    await reachable(reporter);
    const asked = await test.call("POST", "/api/messages/grants", {
      token: first.token,
      json: { accepted: [TEMPLATES.task], reportId: first.id },
    });
    expect(asked.status).toBe(200);
    test.setNow(NOW + 12 * MINUTE_MS);
    await confirm();
    await tell();
    expect(said(reporter)).toEqual(["12 分钟后：门开着，站里确认过"]);
    expect(wechat.delivered).toHaveLength(1);
  });

  it("lets nobody ask about a report of somebody else", async () => {
    const { id } = await report();
    const { status } = await test.call("POST", "/api/messages/grants", {
      token: await test.signInAs(givenUser()),
      json: { accepted: [TEMPLATES.task], reportId: id },
    });
    expect(status).toBe(404);
  });

  it("keeps in clear neither who asked about a report nor their WeChat id, and nothing of it once the account is gone", async () => {
    const { id, token } = await report();
    await test.call("POST", "/api/messages/grants", { token, json: { accepted: [TEMPLATES.task], reportId: id } });
    const userId = reporterOf(token);
    const kept = JSON.stringify(await test.connection.redis.hgetall(keys.reportFollowers));
    expect(kept).toContain(id);
    expect(kept).not.toContain(userId);
    expect(await test.deps.followers.followersOf([id])).toEqual(new Map([[id, userId]]));
    expect((await test.call("DELETE", "/api/me", { token })).status).toBe(200);
    expect(await test.deps.followers.followersOf([id])).toEqual(new Map());
    expect(await test.deps.grants.left(userId, [TEMPLATES.task])).toEqual([0]);
  });

  it("counts a yes, and ends those of a template that is refused", async () => {
    const token = await test.signInAs(givenUser());
    const say = async (json: object) => (await test.call("POST", "/api/messages/grants", { token, json })).body;
    expect(await say({ accepted: [TEMPLATES.door, "of-nobody"] })).toMatchObject({ keeper_door: 1, keeper_task: 0 });
    expect(await say({ accepted: [TEMPLATES.door] })).toMatchObject({ keeper_door: 2 });
    expect(await say({ refused: [TEMPLATES.door], accepted: [TEMPLATES.question] })).toMatchObject({
      keeper_door: 0,
      keeper_question: 1,
    });
  });

  async function outbox() {
    const ids = await test.connection.redis.hkeys(keys.outboxMessages);
    return Promise.all(ids.map(async (id) => (await test.deps.outbox.find(id)) ?? failed(id)));
  }
});

function failed(id: string): never {
  throw new Error(`${id} is gone`);
}

function reporterOf(token: string | undefined): string {
  const body = JSON.parse(Buffer.from((token ?? "").split(".")[1] ?? "", "base64url").toString()) as Record<
    string,
    string
  >;
  return Object.values(body).find((value) => typeof value === "string" && value.startsWith("us_")) ?? "";
}
