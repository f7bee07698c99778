import { beforeEach, describe, expect, it } from "vitest";
import type { Composers } from "../../../api/outbox/composer.js";
import type { OutboxMessage } from "../../../api/outbox/outbox-message.js";
import { sendMessages } from "../../../api/outbox/send-messages.js";
import { keys } from "../../../api/redis/keys.js";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import { MINUTE_MS } from "../../../shared/common/time.js";
import { beijing } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

const SEND = "/cgi-bin/message/subscribe/send";
const NOW = beijing("2026-11-24T10:00");
const startsAt = beijing("2026-11-24T12:00");

describe.each(TRANSPORTS)("messages to people, over %s", (transport) => {
  const test = testApp(transport);
  let wechat: WechatStandIn;
  let cancelled: Set<string>;
  beforeEach(async () => {
    test.setNow(NOW);
    cancelled = new Set();
    wechat = await startWechatStandIn();
    wechat.makeTemplate("reminder", "thing1", "time2", "thing3");
    test.deps.wechat = connectWechat(wechat.account, test.connection.redis, () => undefined);
    test.deps.messageTemplates = {
      class_reminder_hours: { id: "reminder", fields: { title: "thing1", time: "time2", place: "thing3" } },
    };
    return () => wechat.stop();
  });

  const composers: Composers = {
    class_reminder_hours: async (_, { subject }) =>
      cancelled.has(subject)
        ? null
        : {
            page: `visitor/class/index?id=${subject}`,
            content: { title: "葫芦丝入门", time: startsAt, place: "高台寺\n社区", note: "" },
          },
    class_reminder_day: async () => {
      throw new Error("a fault of ours");
    },
  };
  const run = () => sendMessages(test.deps, undefined, composers);
  let made = 0;
  /** A message that is due, to a person who agreed to it. */
  const enqueue = async (change: Partial<OutboxMessage> = {}, openId = `o-${made}`) => {
    made += 1;
    const user = `us_person${String(made).padStart(5, "0")}`;
    const subject = `se_${made}`;
    await test.deps.openIds.put(user, openId);
    wechat.agree(openId, "reminder");
    const id = `reminder:${subject}:${user}`;
    const message: OutboxMessage = { id, kind: "class_reminder_hours", user, subject, dueAt: NOW, ...change };
    await test.deps.outbox.enqueue(message);
    return message;
  };
  const finished = async ({ id }: OutboxMessage) => {
    const found = await test.deps.outbox.find(id);
    return found?.finished && [found.finished.outcome, found.finished.errcode];
  };

  it("says what the composer says, in the fields of the template, and no sooner than it is due", async () => {
    const message = await enqueue({ dueAt: NOW + MINUTE_MS }, "o-li");
    expect(await run()).toEqual({ changed: 0 });
    test.setNow(NOW + MINUTE_MS);
    expect(await run()).toEqual({ changed: 1 });
    expect(wechat.delivered).toMatchObject([
      {
        touser: "o-li",
        template_id: "reminder",
        page: `visitor/class/index?id=${message.subject}`,
        data: {
          thing1: { value: "葫芦丝入门" },
          time2: { value: "2026年11月24日 12:00" },
          thing3: { value: "高台寺 社区" },
        },
      },
    ]);
    expect(await finished(message)).toEqual(["sent", null]);
  });

  it("sends one message for one event, however often the event is written and the job runs", async () => {
    const message = await enqueue();
    await test.deps.outbox.enqueue(message);
    await run();
    await test.deps.outbox.enqueue({ ...message, dueAt: NOW + 1 });
    test.setNow(NOW + 10 * MINUTE_MS);
    await run();
    expect(wechat.requests(SEND)).toHaveLength(1);
    expect(await finished(message)).toEqual(["sent", null]);
  });

  it("sends each once when many runs send at once", async () => {
    const messages = await Promise.all(Array.from({ length: 60 }, () => enqueue()));
    const runs = await Promise.all(Array.from({ length: 6 }, run));
    expect(runs.reduce((total, { changed }) => total + changed, 0)).toBe(messages.length);
    expect(wechat.delivered.map(({ touser }) => touser).sort()).toEqual(
      [...new Set(wechat.delivered.map(({ touser }) => touser))].sort(),
    );
    expect(wechat.requests(SEND)).toHaveLength(messages.length);
  });

  it.each(["answer_lost", "no_answer", "no_json"] as const)(
    "does not send again what WeChat may have sent (%s)",
    async (failure) => {
      const message = await enqueue();
      wechat.failNext(SEND, failure);
      await run();
      test.setNow(NOW + 600 * MINUTE_MS);
      await run();
      expect(await finished(message)).toEqual(["unknown", null]);
      expect(wechat.requests(SEND)).toHaveLength(1);
    },
  );

  it("does not send again what a server was sending when it ended", async () => {
    const message = await enqueue();
    const [due] = await test.deps.outbox.listDue(NOW, 1);
    if (due === undefined) throw new Error("nothing is due");
    expect(await test.deps.outbox.take(due, test.deps.wallClock(), null)).toBe("taken");
    await run();
    expect(await finished(message)).toBeUndefined();
    test.passWallTime(3 * MINUTE_MS);
    expect(await run()).toEqual({ changed: 1 });
    expect(await finished(message)).toEqual(["unknown", null]);
    expect(wechat.requests(SEND)).toEqual([]);
  });

  it.each([-1, 45009, 45011] as const)("tries again later when WeChat answers %s, and sends once", async (errcode) => {
    const message = await enqueue();
    wechat.failNext(SEND, errcode);
    await run();
    await run();
    expect(wechat.requests(SEND)).toHaveLength(1);
    test.setNow(NOW + MINUTE_MS);
    await run();
    expect(await finished(message)).toEqual(["sent", null]);
    expect(wechat.delivered).toHaveLength(1);
  });

  it("gives up when WeChat puts it off for hours", async () => {
    const message = await enqueue();
    wechat.failNext(SEND, 45009, 20);
    for (let hour = 0; hour <= 12; hour += 1) {
      test.setNow(NOW + hour * 60 * MINUTE_MS);
      await run();
    }
    expect(wechat.requests(SEND)).toHaveLength(6);
    expect(await finished(message)).toEqual(["given_up", 45009]);
  });

  it("lets everything wait, without using up a try, while WeChat gives no token", async () => {
    const message = await enqueue();
    for (let minute = 0; minute < 20; minute += 1) {
      wechat.failNext("/cgi-bin/stable_token", 40164);
      test.setNow(NOW + minute * MINUTE_MS);
      await expect(run()).rejects.toThrow("no token");
    }
    await run();
    expect(await finished(message)).toEqual(["sent", null]);
  });

  it.each([
    ["declined", 43101],
    ["rejected", 47003],
    ["rejected", 40003],
    ["rejected", 40037],
  ] as const)("ends as %s when WeChat answers %s", async (outcome, errcode) => {
    const message = await enqueue();
    wechat.failNext(SEND, errcode);
    await run();
    test.setNow(NOW + 600 * MINUTE_MS);
    await run();
    expect(await finished(message)).toEqual([outcome, errcode]);
    expect(wechat.requests(SEND)).toHaveLength(1);
  });

  it("is honest where there is no mini-program, no template, no WeChat id, or nothing left to say", async () => {
    const untold = await enqueue({ kind: "class_booked" });
    const unknown = await enqueue({ user: "us_without_wechat" });
    const over = await enqueue();
    cancelled.add(over.subject);
    await run();
    expect(await Promise.all([untold, unknown, over].map(finished))).toEqual([
      ["not_configured", null],
      ["no_recipient", null],
      ["no_longer_true", null],
    ]);
    const message = await enqueue();
    test.deps.wechat = null;
    await run();
    expect(await finished(message)).toEqual(["not_configured", null]);
    expect(wechat.requests(SEND)).toEqual([]);
    expect(await test.deps.outbox.outcomes(NOW, 7)).toMatchObject({ not_configured: 2, no_recipient: 1, sent: 0 });
  });

  it("goes on with the others when a WeChat id cannot be read any more", async () => {
    const unreadable = await enqueue();
    await test.connection.redis.set(keys.openId(unreadable.user), "v1.broken");
    const message = await enqueue();
    await run();
    expect(await Promise.all([unreadable, message].map(finished))).toEqual([undefined, ["sent", null]]);
  });

  it("asks WeChat for nothing while nothing is due", async () => {
    await enqueue({ dueAt: NOW + 1 });
    wechat.failNext("/cgi-bin/stable_token", 40164);
    expect(await run()).toEqual({ changed: 0 });
    expect(wechat.requests("/cgi-bin/stable_token")).toEqual([]);
  });

  it("goes on with the others when one cannot be composed", async () => {
    test.deps.messageTemplates.class_reminder_day = { id: "reminder", fields: { title: "thing1" } };
    const broken = await enqueue({ kind: "class_reminder_day" });
    const message = await enqueue();
    await run();
    expect(await finished(message)).toEqual(["sent", null]);
    expect(await finished(broken)).toBeUndefined();
    expect(test.logged).toContainEqual({ level: "error", event: "message_not_composed", kind: "class_reminder_day" });
    for (let hour = 1; hour <= 12; hour += 1) {
      test.setNow(NOW + hour * 60 * MINUTE_MS);
      await run();
    }
    expect(await finished(broken)).toEqual(["given_up", null]);
  });

  it("sends nothing that was taken back in time, and then knows its id no more", async () => {
    const message = await enqueue();
    await test.deps.outbox.cancel(message.id, "never-was");
    await run();
    expect([wechat.delivered, await test.deps.outbox.find(message.id)]).toEqual([[], null]);
    await test.deps.outbox.enqueue(message);
    await run();
    expect(wechat.delivered).toHaveLength(1);
    await test.deps.outbox.cancel(message.id);
    expect(await finished(message)).toEqual(["sent", null]);
  });

  it("does not send what was changed while it was composed", async () => {
    const message = await enqueue();
    const [due] = await test.deps.outbox.listDue(NOW, 1);
    await test.deps.outbox.cancel(message.id);
    await test.deps.outbox.enqueue({ ...message, dueAt: NOW + 60 * MINUTE_MS });
    expect(due && (await test.deps.outbox.take(due, NOW, null))).toBe("gone");
    await run();
    expect(wechat.delivered).toEqual([]);
  });

  it("stops between two messages when it is told to", async () => {
    await enqueue();
    expect(await sendMessages(test.deps, AbortSignal.abort(), composers)).toEqual({ changed: 0 });
    expect(wechat.requests(SEND)).toEqual([]);
  });

  it("keeps the WeChat id encrypted until it is sent, and logs neither it nor the person's", async () => {
    const message = await enqueue({}, "o-secret-person");
    await run();
    const stored = JSON.stringify(await test.connection.redis.hgetall(keys.outboxMessages));
    expect(stored).toContain(message.user);
    expect(stored).not.toContain("o-secret-person");
    expect(JSON.stringify(test.logged)).not.toContain(message.user);
  });

  it("forgets after 60 days what it sent, and not before", async () => {
    const message = await enqueue();
    await run();
    const day = 1_440 * MINUTE_MS;
    expect(await test.deps.outbox.forget(NOW + 60 * day - 1)).toBe(0);
    expect(await test.deps.outbox.forget(NOW + 60 * day)).toBe(1);
    expect(await test.deps.outbox.find(message.id)).toBeNull();
  });

  it("tells how many wait, and since when", async () => {
    expect(await test.deps.outbox.waiting(NOW)).toEqual({ due: 0, oldestDueAt: null });
    await enqueue({ dueAt: NOW - 5 });
    await enqueue({ dueAt: NOW + 5 });
    expect(await test.deps.outbox.waiting(NOW)).toEqual({ due: 1, oldestDueAt: NOW - 5 });
  });
});
