import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Composers } from "../../../api/outbox/composer.js";
import { MOST_GRANTS } from "../../../api/outbox/grant-store.js";
import { sendMessages } from "../../../api/outbox/send-messages.js";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../shared/common/time.js";
import { beijing } from "../../support/given.js";
import { seededRandom } from "../../support/seeded-random.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

const SEND = "/cgi-bin/message/subscribe/send";
const NOW = beijing("2026-11-24T10:00");
const DOOR = "template-door";
const TASK = "template-task";
const KEEPER = "us_keeper0001";

describe.each(TRANSPORTS)("messages whose yeses are counted, over %s", (transport) => {
  let test: TestApp;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    test = await startTestApp(transport);
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    await test.local.clear();
    test.setNow(NOW);
    wechat = await startWechatStandIn();
    wechat.makeTemplate(DOOR, "thing1");
    wechat.makeTemplate(TASK, "thing1");
    test.deps.wechat = connectWechat(wechat.account, test.connection.redis, () => undefined);
    test.deps.messageTemplates = {
      keeper_door: { id: DOOR, fields: { title: "thing1" } },
      keeper_task: { id: TASK, fields: { title: "thing1" } },
    };
    await test.deps.openIds.put(KEEPER, "o-keeper");
    return () => wechat.stop();
  });

  const composers: Composers = {
    keeper_door: async (_, { subject }) => ({
      page: "keeper/station/index",
      content: { title: subject, time: NOW, note: "" },
      isUrgent: true,
    }),
    keeper_task: async (_, { subject }) => ({
      page: "keeper/station/index",
      content: { title: subject, time: NOW, note: "", state: "" },
      isUrgent: false,
    }),
  };
  const run = () => sendMessages(test.deps, undefined, composers);
  const enqueue = (id: string, kind: "keeper_door" | "keeper_task" = "keeper_door", dueAt = NOW) =>
    test.deps.outbox.enqueue({ id, kind, user: KEEPER, subject: id, dueAt });
  /** A yes that WeChat and the server know of. */
  const agree = async (template = DOOR, times = 1) => {
    wechat.agree("o-keeper", template, times);
    for (let one = 0; one < times; one += 1) await test.deps.grants.add(KEEPER, [template]);
  };
  const outcome = async (id: string) => (await test.deps.outbox.find(id))?.finished?.outcome;
  const left = async (template = DOOR) => (await test.deps.grants.left(KEEPER, [template]))[0];

  it("asks WeChat nothing without a yes, and says so", async () => {
    wechat.agree("o-keeper", DOOR, 5);
    await enqueue("door-1");
    await run();
    expect([await outcome("door-1"), wechat.requests(SEND)]).toEqual(["no_grant", []]);
  });

  it("uses one yes up for each message", async () => {
    await agree(DOOR, 2);
    for (const id of ["door-1", "door-2", "door-3"]) await enqueue(id);
    await run();
    const outcomes = await Promise.all(["door-1", "door-2", "door-3"].map(outcome));
    expect(outcomes.sort()).toEqual(["no_grant", "sent", "sent"]);
    expect([wechat.delivered.length, await left()]).toEqual([2, 0]);
  });

  it("ends the yeses of a template when WeChat says that there is none", async () => {
    for (let one = 0; one < 3; one += 1) await test.deps.grants.add(KEEPER, [DOOR, TASK]);
    await enqueue("door-1");
    await run();
    await enqueue("door-2");
    await run();
    expect(await Promise.all(["door-1", "door-2"].map(outcome))).toEqual(["declined", "no_grant"]);
    expect([wechat.requests(SEND).length, await left(DOOR), await left(TASK)]).toEqual([1, 0, 3]);
  });

  it("gives the yes back while WeChat puts a message off, and sends it once", async () => {
    await agree();
    wechat.failNext(SEND, 45009);
    await enqueue("door-1");
    await run();
    expect(await left()).toBe(1);
    test.setNow(NOW + MINUTE_MS);
    await run();
    expect([await outcome("door-1"), await left(), wechat.delivered.length]).toEqual(["sent", 0, 1]);
  });

  it("keeps what could wait for the next morning after two in a day, and urgent ones go all the same", async () => {
    await agree(TASK, 5);
    await agree(DOOR, 5);
    for (const id of ["task-1", "task-2", "task-3"]) await enqueue(id, "keeper_task");
    for (const id of ["door-1", "door-2", "door-3"]) await enqueue(id);
    await run();
    const sent = () => wechat.delivered.map(({ data }) => data.thing1?.value ?? "");
    expect(sent().filter((id) => id.startsWith("task"))).toHaveLength(2);
    expect(sent().filter((id) => id.startsWith("door"))).toHaveLength(3);
    test.setNow(NOW + 10 * HOUR_MS);
    await run();
    expect(sent()).toHaveLength(5);
    test.setNow(beijing("2026-11-25T07:00"));
    await run();
    expect(sent()).toHaveLength(6);
    expect(await left(TASK)).toBe(2);
  });

  it("gives the place in the day back with a yes that was not used", async () => {
    await agree(TASK, 5);
    wechat.failNext(SEND, 45011, 2);
    for (const id of ["task-1", "task-2"]) await enqueue(id, "keeper_task");
    await run();
    test.setNow(NOW + 5 * MINUTE_MS);
    await run();
    expect(wechat.delivered).toHaveLength(2);
  });

  it.each([
    ["2026-11-24T21:00", "2026-11-25T06:59", "2026-11-25T07:00"],
    ["2026-11-25T03:00", "2026-11-25T06:59", "2026-11-25T07:00"],
  ])("says at night (%s) only what is urgent", async (night, before, morning) => {
    await agree(TASK);
    await agree(DOOR);
    test.setNow(beijing(night));
    await enqueue("task-1", "keeper_task");
    await enqueue("door-1");
    await run();
    expect(wechat.delivered.map(({ data }) => data.thing1?.value)).toEqual(["door-1"]);
    test.setNow(beijing(before));
    await run();
    expect(wechat.delivered).toHaveLength(1);
    test.setNow(beijing(morning));
    await run();
    expect(wechat.delivered.map(({ data }) => data.thing1?.value)).toEqual(["door-1", "task-1"]);
  });

  it("believes a phone no more yeses than a keeper uses up", async () => {
    for (let one = 0; one < MOST_GRANTS + 5; one += 1) await test.deps.grants.add(KEEPER, [DOOR]);
    expect(await left()).toBe(MOST_GRANTS);
    await test.deps.grants.end(KEEPER, [DOOR]);
    expect(await left()).toBe(0);
  });
});

describe("a sender that is killed", () => {
  const KILLS = 500;

  it(`sends nothing twice and nothing without a yes over ${KILLS} kills`, { timeout: 120_000 }, async () => {
    const test = await startTestApp("tcp");
    const wechat = await startWechatStandIn();
    try {
      test.setNow(NOW);
      wechat.makeTemplate(DOOR, "thing1");
      test.deps.wechat = connectWechat(wechat.account, test.connection.redis, () => undefined);
      test.deps.messageTemplates = { keeper_door: { id: DOOR, fields: { title: "thing1" } } };
      await test.deps.openIds.put(KEEPER, "o-keeper");
      const random = seededRandom(17);
      let agreed = 0;
      let kills = 0;
      let now = NOW;
      for (let round = 0; kills < KILLS; round += 1) {
        // Now and then there is no yes for what waits.
        if (random() < 0.8) {
          wechat.agree("o-keeper", DOOR);
          await test.deps.grants.add(KEEPER, [DOOR]);
          agreed += 1;
        }
        await test.deps.outbox.enqueue({
          id: `door-${round}`,
          kind: "keeper_door",
          user: KEEPER,
          subject: String(round),
          dueAt: now,
        });
        if (random() < 0.1) wechat.failNext(SEND, 45011);
        const { deps, isDead } = mortal(test.deps, 1 + Math.floor(random() * 9));
        await sendMessages(deps, undefined, SAYS).catch(() => undefined);
        if (isDead()) kills += 1;
        now += MINUTE_MS;
        test.setNow(now);
        test.passWallTime(MINUTE_MS);
      }
      for (let more = 0; more < 8; more += 1) {
        test.passWallTime(3 * MINUTE_MS);
        now += DAY_MS;
        test.setNow(now);
        await sendMessages(test.deps, undefined, SAYS);
      }
      const said = wechat.delivered.map(({ data }) => data.thing1?.value);
      expect(said.length).toBeGreaterThan(50);
      expect(new Set(said).size).toBe(said.length);
      expect(said.length).toBeLessThanOrEqual(agreed);
      // Never asked without a yes: WeChat has refused nobody.
      const [left = 0] = await test.deps.grants.left(KEEPER, [DOOR]);
      const outcomes = await test.deps.outbox.outcomes(now, 30);
      expect(outcomes.declined).toBe(0);
      expect(outcomes.sent + outcomes.unknown + left).toBeLessThanOrEqual(agreed);
      expect((await test.deps.outbox.waiting(now)).due).toBe(0);
    } finally {
      await wechat.stop();
      await test.stop();
    }
  });
});

const SAYS: Composers = {
  keeper_door: async (_, { subject }) => ({
    page: "keeper/station/index",
    content: { title: subject, time: NOW, note: "" },
    isUrgent: true,
  }),
};

/** The same server, which ends at its so many-th step, between two trips or while it waits for an answer. */
function mortal(deps: TestApp["deps"], steps: number) {
  let taken = 0;
  const step = () => {
    taken += 1;
    if (taken > steps) throw new Error("killed");
  };
  const dying = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return async (...args: unknown[]) => {
          step();
          const answer: unknown = await value.apply(target, args);
          step();
          return answer;
        };
      },
    });
  return {
    deps: {
      ...deps,
      outbox: dying(deps.outbox),
      openIds: dying(deps.openIds),
      wechat: deps.wechat === null ? null : dying(deps.wechat),
    },
    isDead: () => taken > steps,
  };
}
