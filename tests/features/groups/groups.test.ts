import { beforeEach, describe, expect, it } from "vitest";
import { sendToGroup } from "../../../api/groups/send-to-group.js";
import { tellGroups } from "../../../api/groups/tell-groups.js";
import { tellNews } from "../../../api/notices/tell-news.js";
import { keys } from "../../../api/redis/keys.js";
import { MINUTE_MS } from "../../../shared/common/time.js";
import type { GroupAnswer, GroupTried } from "../../../shared/groups/group.js";
import type { Station } from "../../../shared/stations/station.js";
import { alwaysOpenHours, beijing, givenAmenity, givenStation } from "../../support/given.js";
import { givenKeeper, givenOfficer, givenUser } from "../../support/given-user.js";
import { type GroupStandIn, startGroupStandIn } from "../../support/group-stand-in.js";
import { testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");

describe("group robots", () => {
  const test = testApp("tcp");
  let systems: GroupStandIn;
  let station: Station;
  let token: string;
  beforeEach(async () => {
    test.setNow(NOW);
    systems = await startGroupStandIn();
    systems.setSystemTime(test.deps.wallClock());
    test.deps.groupBase = systems.base;
    station = givenStation({
      hours: alwaysOpenHours,
      verified: { location: null, services: null, open: NOW - MINUTE_MS },
    });
    await test.store(station);
    await test.deps.users.put(givenKeeper(station.id));
    token = await test.signInAs(givenOfficer("64"));
    return () => systems.stop();
  });

  const add = async (robot: keyof GroupStandIn["robots"] = "wecom", change: object = {}) =>
    (
      await test.call<GroupAnswer>("POST", "/api/groups", {
        token,
        json: {
          name: "站长群",
          ...systems.robots[robot],
          reach: "6401",
          wantsDigest: true,
          wantsUrgent: true,
          ...change,
        },
      })
    ).body;
  const tryOut = async (id: string) => (await test.call<GroupTried>("POST", `/api/groups/${id}/try`, { token })).body;
  const report = async () =>
    test.call("POST", `/api/stations/${station.id}/reports`, {
      token: await test.signInAs(givenUser()),
      json: { kind: "door_closed", atDoor: true },
    });
  const run = async () => {
    await tellNews(test.deps);
    await tellGroups(test.deps);
  };

  it.each(["wecom", "dingtalk", "feishu", "signedDingtalk", "signedFeishu"] as const)(
    "talks in a group of %s",
    async (robot) => {
      const { id } = await add(robot);
      expect(await tryOut(id)).toEqual({ outcome: "sent", errcode: null });
      expect(systems.said.map(({ text }) => text)).toEqual(["驿站：这个群以后会收到驿站的提醒"]);
    },
  );

  it.each([
    ["wecom", { address: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=wrong" }, 93000],
    ["dingtalk", { address: "https://oapi.dingtalk.com/robot/send?access_token=wrong" }, 300001],
    ["signedDingtalk", { secret: "SECwrong" }, 310000],
    ["feishu", { address: "https://open.feishu.cn/open-apis/bot/v2/hook/wrong" }, 19001],
    ["signedFeishu", { secret: "wrong" }, 19021],
  ] as const)("tells the officer why %s refuses", async (robot, change, errcode) => {
    const { id } = await add(robot, change);
    expect(await tryOut(id)).toEqual({ outcome: "refused", errcode });
    const { body } = await test.call<{ groups: GroupAnswer[] }>("GET", "/api/groups", { token });
    expect(body.groups[0]?.latest).toMatchObject({ outcome: "refused", errcode });
  });

  it.each([
    ["wecom", 45009, "put_off"],
    ["wecom", -1, "put_off"],
    ["dingtalk", 130101, "put_off"],
    ["feishu", 11232, "put_off"],
    ["feishu", 9499, "refused"],
    ["feishu", 19024, "refused"],
    ["dingtalk", 310000, "refused"],
    ["wecom", 93000, "refused"],
  ] as const)("takes %s's %s for %s", async (robot, errcode, outcome) => {
    systems.failNext(errcode);
    const door = { address: systems.robots[robot].address, secret: null };
    expect(await sendToGroup(door, "驿站", test.deps.wallClock(), systems.base)).toEqual({ outcome, errcode });
  });

  it("cannot tell what came of a line without an answer, and knows that without a connection nothing did", async () => {
    const door = { address: systems.robots.wecom.address, secret: null };
    systems.failNext("answer_lost");
    expect(await sendToGroup(door, "驿站", NOW, systems.base)).toEqual({ outcome: "unknown", errcode: null });
    const gone = await startGroupStandIn();
    await gone.stop();
    expect(await sendToGroup(door, "驿站", NOW, gone.base)).toEqual({ outcome: "put_off", errcode: null });
  });

  it.each([
    "https://example.com/cgi-bin/webhook/send?key=1",
    "http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1",
    "https://qyapi.weixin.qq.com.example.com/cgi-bin/webhook/send?key=1",
    "https://qyapi.weixin.qq.com@example.com/cgi-bin/webhook/send?key=1",
    "https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=1",
    "https://qyapi.weixin.qq.com/cgi-bin/gettoken?key=1",
    "https://open.feishu.cn/open-apis/bot/v2/hook/",
    "http://127.0.0.1:6379/",
  ])("takes no other address: %s", async (address) => {
    const { status, body } = await test.call("POST", "/api/groups", {
      token,
      json: { name: "站长群", address, reach: "6401", wantsDigest: true, wantsUrgent: true },
    });
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining("address")]);
    expect(await sendToGroup({ address, secret: null }, "驿站", NOW, systems.base)).toMatchObject({
      outcome: "refused",
    });
    expect(systems.requests()).toBe(0);
  });

  it("says at once, and once, that somebody stands before a door, and not when it was answered", async () => {
    await add();
    await report();
    await run();
    await run();
    await report();
    await run();
    expect(systems.said.filter(({ text }) => text.includes("门没开，"))).toEqual([
      { path: "wecom", text: `驿站：有人说门没开，请站长回一下：${station.name}` },
    ]);
  });

  it("says nothing of another reach, nor of what the keeper answered meanwhile", async () => {
    await add("wecom", { reach: "6402", wantsDigest: false });
    await report();
    await run();
    expect(systems.said).toEqual([]);
    await add("wecom", { wantsDigest: false });
    await test.call("POST", `/api/stations/${station.id}/confirm`, { token });
    await run();
    expect(systems.said).toEqual([]);
  });

  it("comes back when there were too many in a minute, and does not repeat what may have been said", async () => {
    await add("wecom", { wantsDigest: false });
    await report();
    systems.failNext(45009);
    await run();
    expect(systems.said).toHaveLength(0);
    test.setNow(NOW + MINUTE_MS);
    await run();
    expect(systems.said).toHaveLength(1);
    await add("dingtalk", { wantsDigest: false });
    systems.failNext("answer_lost");
    await run();
    await run();
    expect(systems.said.filter(({ path }) => path === "dingtalk")).toHaveLength(1);
  });

  it("says in the morning what waits, once, in few words", async () => {
    const amenities = { first_aid: { ...givenAmenity(), expiresOn: "2026-11-28" } };
    const other = givenStation({ amenities, name: "高台寺驿站", verified: station.verified });
    await test.store(
      other,
      givenStation({ verified: { location: null, services: null, open: NOW - 8 * 1_440 * MINUTE_MS } }),
    );
    await add("wecom", { wantsUrgent: false });
    test.setNow(beijing("2026-11-25T07:59"));
    await report();
    await run();
    expect(systems.said).toEqual([]);
    test.setNow(beijing("2026-11-25T08:00"));
    await run();
    await run();
    expect(systems.said.map(({ text }) => text)).toEqual([
      `驿站今早：\n门没开待回 1 家：${station.name}\n药品快到期 1 家：高台寺驿站\n7 天没人确认 1 家`,
    ]);
  });

  it("says each line once when many servers do so", async () => {
    await add();
    await report();
    await tellNews(test.deps);
    await Promise.all(Array.from({ length: 6 }, () => tellGroups(test.deps)));
    expect(systems.said).toHaveLength(2);
  });

  it("keeps address and secret in clear nowhere, and shows them to nobody", async () => {
    const { id } = await add("signedDingtalk");
    await tryOut(id);
    const kept = JSON.stringify(await test.connection.redis.hgetall(keys.groups));
    const { body } = await test.call("GET", "/api/groups", { token });
    const record = await test.call("GET", "/api/audit", { token });
    for (const text of [kept, JSON.stringify(body), JSON.stringify(record.body), JSON.stringify(test.logged)]) {
      expect(text).not.toContain("signed-robot");
      expect(text).not.toContain("SECthis-is-secret");
    }
    expect(JSON.stringify(record.body)).toContain("group:add");
  });

  it("lets an officer of elsewhere neither see, try nor remove it, nor add one beyond their reach", async () => {
    const { id } = await add();
    token = await test.signInAs(givenOfficer("65"));
    const statuses = [
      (await test.call("POST", `/api/groups/${id}/try`, { token })).status,
      (await test.call("DELETE", `/api/groups/${id}`, { token })).status,
      (
        await test.call("POST", "/api/groups", {
          token,
          json: { name: "群", ...systems.robots.wecom, reach: "64", wantsDigest: true, wantsUrgent: true },
        })
      ).status,
    ];
    expect(statuses).toEqual([404, 404, 403]);
    expect((await test.call("GET", "/api/groups", { token })).body).toEqual({ groups: [] });
  });

  it("removes one, and then it says nothing", async () => {
    const { id } = await add();
    expect((await test.call("DELETE", `/api/groups/${id}`, { token })).status).toBe(200);
    await report();
    await run();
    expect(systems.requests()).toBe(0);
  });
});
