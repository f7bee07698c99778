import { Redis as TcpClient } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runJobs } from "../../../api/jobs/run-jobs.js";
import { keys } from "../../../api/redis/keys.js";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import { DAY_MS, MINUTE_MS } from "../../../shared/common/time.js";
import type { User } from "../../../shared/people/user.js";
import { alwaysOpenHours, beijing, givenHours, givenStation } from "../../support/given.js";
import { givenKeeper, givenOfficer, givenUser } from "../../support/given-user.js";
import { type GroupStandIn, startGroupStandIn } from "../../support/group-stand-in.js";
import { addressesIn, isIn, keptFiles, UNCOMPRESSED_FILES } from "../../support/redis-dump.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

/** Three days before 国庆. */
const NOW = beijing("2026-09-28T10:00");
const TEMPLATE = "template-of-keepers";
const ADDRESS = "203.0.113.77";

/** What nobody finds in what Redis and the log keep. */
const SECRETS = {
  webhook: "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa",
  signedWebhook: "signed-robot",
  robotSecret: "SECthis-is-secret",
  feishuSecret: "feishu-secret",
  keeper: "端木站长",
  officer: "司徒干部",
  reporter: "慕容师傅",
  checker: "尉迟志愿者",
  keeperOpenId: "o-of-the-one-keeper",
  reporterOpenId: "o-of-the-one-reporter",
  note: "卷帘门上贴着租约到期",
  ADDRESS,
};

describe("what Redis and the log keep of those who are told, asked and checked", () => {
  let test: TestApp;
  let control: TcpClient;
  let systems: GroupStandIn;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    test = await startTestApp("tcp", UNCOMPRESSED_FILES);
    test.setNow(NOW);
    test.deps.trustProxy = true;
    control = new TcpClient({ port: test.local.port, host: "127.0.0.1" });
    systems = await startGroupStandIn();
    systems.setSystemTime(test.deps.wallClock());
    test.deps.groupBase = systems.base;
    wechat = await startWechatStandIn();
    wechat.makeTemplate(TEMPLATE, "thing1", "thing2");
    test.deps.wechat = connectWechat(wechat.account, test.connection.redis, () => undefined);
    const template = { id: TEMPLATE, fields: { title: "thing1", note: "thing2" } };
    test.deps.messageTemplates = { keeper_door: template, keeper_question: template, report_answered: template };
  });
  afterAll(async () => {
    control.disconnect();
    await Promise.all([systems.stop(), wechat.stop()]);
    await test.stop();
  });

  const headers = { "x-forwarded-for": ADDRESS };
  const signIn = async (user: User, openId?: string) => {
    const token = await test.signInAs(user);
    if (openId === undefined) return token;
    await test.deps.openIds.put(user.id, openId);
    wechat.agree(openId, TEMPLATE, 5);
    const json = { accepted: [TEMPLATE] };
    expect((await test.call("POST", "/api/messages/grants", { token, json, headers })).status).toBe(200);
    return token;
  };
  const runJobsAt = async (now: number) => {
    test.setNow(now);
    test.passWallTime(MINUTE_MS);
    systems.setSystemTime(test.deps.wallClock());
    await runJobs(test.deps);
  };

  it("names no person, address, WeChat id, robot or secret in clear, in any spelling", async () => {
    await test.store(
      givenStation({
        id: "st_door",
        hours: alwaysOpenHours,
        verified: { location: null, services: null, open: NOW - 1 },
      }),
      givenStation({ id: "st_asked", hours: givenHours() }),
    );
    const officer = await signIn({ ...givenOfficer("64"), name: SECRETS.officer });
    const keeper = await signIn(
      { ...givenKeeper("st_door"), stationIds: ["st_door", "st_asked"], name: SECRETS.keeper },
      SECRETS.keeperOpenId,
    );
    const reporter = await signIn(givenUser({ name: SECRETS.reporter }), SECRETS.reporterOpenId);
    const checker = await signIn(givenUser({ name: SECRETS.checker }));

    for (const robot of ["wecom", "signedDingtalk", "signedFeishu"] as const) {
      const json = { name: "站长群", ...systems.robots[robot], reach: "64", wantsDigest: true, wantsUrgent: true };
      const { body } = await test.call<{ id: string }>("POST", "/api/groups", { token: officer, json, headers });
      systems.failNext("no_answer");
      await test.call("POST", `/api/groups/${body.id}/try`, { token: officer, headers });
      await test.call("POST", `/api/groups/${body.id}/try`, { token: officer, headers });
    }
    const report = await test.call<{ id: string }>("POST", "/api/stations/st_door/reports", {
      token: reporter,
      json: { kind: "door_closed", atDoor: true, note: SECRETS.note },
      headers,
    });
    const told = { accepted: [TEMPLATE], reportId: report.body.id };
    expect((await test.call("POST", "/api/messages/grants", { token: reporter, json: told, headers })).status).toBe(
      200,
    );
    await runJobsAt(NOW + MINUTE_MS);
    expect(wechat.delivered.map(({ touser }) => touser)).toContain(SECRETS.keeperOpenId);
    expect(systems.said.length).toBeGreaterThanOrEqual(3);

    const days = ["2026-10-01", "2026-10-02"].map((date) => ({ date, hours: "usual" }));
    expect(
      (await test.call("PUT", "/api/stations/st_asked/days", { token: keeper, json: { days }, headers })).status,
    ).toBe(200);
    await test.call("POST", "/api/stations/st_door/confirm", { token: keeper, headers });
    const drawn = await test.call<{ code: string }>("POST", "/api/checks/rounds", {
      token: officer,
      json: { area: "64", size: 2, from: "2026-09-28", to: "2026-09-28", hours: [10], seed: 1 },
      headers,
    });
    const path = `/api/checks/rounds/${drawn.body.code}/visits`;
    const { body } = await test.call<{ visits: { id: string }[] }>("GET", path, { token: checker, headers });
    for (const { id } of body.visits) {
      const json = { door: "open", works: {} };
      expect((await test.call("PUT", `${path}/${id}`, { token: checker, json, headers })).status).toBe(200);
    }
    await runJobsAt(NOW + 2 * MINUTE_MS);
    await runJobsAt(NOW + DAY_MS);
    expect(wechat.delivered.map(({ touser }) => touser)).toContain(SECRETS.reporterOpenId);

    await control.call("SAVE");
    const kept = keptFiles(test.local.folder);
    const logged = Buffer.from(JSON.stringify(test.logged));
    // What is there is found: each kind of data was kept.
    for (const key of [keys.groups, keys.outboxMessages, keys.reportFollowers, keys.checkRounds]) {
      expect([key, isIn(kept, key)]).toEqual([key, true]);
    }
    expect(isIn(kept, "keeper_door")).toBe(true);
    for (const [what, secret] of Object.entries(SECRETS)) {
      expect([what, isIn(kept, secret), isIn([logged], secret)]).toEqual([what, false, false]);
    }
    expect(addressesIn([...kept, logged])).toEqual([]);
  });
});
