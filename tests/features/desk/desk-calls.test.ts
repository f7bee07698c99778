import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import { DAY_MS } from "../../../shared/common/time.js";
import type { DeskCalls } from "../../../shared/desk/call-answer.js";
import { beijing, givenHours, givenStation } from "../../support/given.js";
import { givenKeeper, givenOfficer, givenUser } from "../../support/given-user.js";
import { givenWish } from "../../support/given-wish.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

/** Three days before 国庆. */
const NOW = beijing("2026-09-28T10:00");

describe.each(TRANSPORTS)("打电话, over %s", (transport) => {
  let test: TestApp;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    test = await startTestApp(transport);
    wechat = await startWechatStandIn();
  });
  afterAll(async () => {
    await wechat.stop();
    await test.stop();
  });
  beforeEach(async () => {
    await test.local.clear();
    test.setNow(NOW);
    test.deps.wechat = connectWechat(wechat.account, test.connection.redis, () => undefined);
    test.deps.messageTemplates = { keeper_door: { id: "door", fields: { title: "thing1" } } };
  });

  const verified = { location: null, services: null, open: NOW - 1 };
  const calls = async () => {
    const token = await test.signInAs(givenOfficer("64"));
    return (await test.call<DeskCalls>("GET", "/api/desk/calls", { token })).body;
  };
  const report = async (json: object) =>
    test.call("POST", "/api/stations/st_busy/reports", { token: await test.signInAs(givenUser()), json });

  it("names everything that waits where no message can, and says 没有 only where nothing does", async () => {
    await test.store(
      givenStation({ id: "st_busy", verified, hours: givenHours() }),
      givenStation({ id: "st_calm", verified, hours: givenHours({ holidays: "as_week" }) }),
    );
    const [busy, calm] = [givenKeeper("st_busy"), givenKeeper("st_calm")];
    for (const user of [busy, calm]) await test.deps.users.put(user);
    await report({ kind: "door_closed", atDoor: true });
    await report({ kind: "amenity_broken", amenity: "microwave" });
    await givenWish(test.deps, {
      person: "us_wisher001",
      state: "ready",
      stationId: "st_busy",
      code: "ABC346",
      due: NOW + DAY_MS,
    });
    const { outOfReach, calls: listed } = await calls();
    expect(listed.map(({ stationId, waits, isOutOfReach }) => [stationId, waits, isOutOfReach])).toEqual([
      ["st_busy", "有人说门没开，任务 1 件，心愿等人领 1 件，国庆节开不开没说", true],
      ["st_calm", null, true],
    ]);
    expect(outOfReach).toBe(2);
  });

  it("puts whom a message reaches behind", async () => {
    await test.store(
      givenStation({ id: "st_near", verified, hours: givenHours() }),
      givenStation({ id: "st_busy", verified, hours: givenHours() }),
    );
    const [reached, silent] = [givenKeeper("st_near"), givenKeeper("st_busy")];
    for (const user of [reached, silent]) await test.deps.users.put(user);
    await test.deps.grants.add(reached.id, ["door"]);
    expect((await calls()).calls.map(({ stationId, isOutOfReach }) => [stationId, isOutOfReach])).toEqual([
      ["st_busy", true],
      ["st_near", false],
    ]);
  });
});
