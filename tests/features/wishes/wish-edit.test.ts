import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keys } from "../../../api/redis/keys.js";
import { eraseOldWishes } from "../../../api/wishes/forget-wishes.js";
import { wishComposers } from "../../../api/wishes/wish-messages.js";
import type { WishSlip } from "../../../shared/wishes/wish-answer.js";
import {
  APPROVED,
  CONTACT,
  type Failed,
  openWishDesk,
  outcome,
  setNow,
  type WishDesk,
} from "../../api/wishes/wish-desk.js";
import { beijing, givenStation } from "../../support/given.js";

type Answer = Failed & { state: string; version: number; due: string | null };

describe("a wish that nobody has claimed", () => {
  let desk: WishDesk;
  beforeAll(async () => {
    desk = await openWishDesk();
  });
  afterAll(() => desk.test.stop());
  beforeEach(() => desk.reset());

  const edit = (who: "worker" | "keeper" | "officer" | "other", id: string, json: object) =>
    desk.call<Answer>(who, "PUT", `/api/wishes/${id}`, json);
  const asked = () => desk.wishAfter(["officer", "ask", { question: "要多大码的？" }]);

  it("is changed in words, place and contact at once, and all of it is recorded", async () => {
    await desk.test.store(givenStation({ id: "st_other", address: "银川市兴庆区满春路 2 号" }));
    const id = await desk.wishAfter();
    const contact = { name: "老马", phone: "13800001111" };
    const reply = await edit("worker", id, { text: "想要两副手套", stationId: "st_other", contact, public: true });
    expect(outcome(reply)).toBe("200 submitted");
    const { body } = await desk.read("worker", id);
    expect(body).toMatchObject({
      version: 2,
      text: "想要两副手套",
      station: { id: "st_other" },
      contact,
      public: true,
    });
    expect(body.history.map(({ step, by }) => [step, by])).toEqual([
      ["submit", "worker"],
      ["edit", "worker"],
    ]);
    const { entries } = await desk.test.deps.audit.read({ matches: () => true, cursor: null, limit: 5 });
    expect(entries.map(({ action }) => action)).toContain("wish:edit");
  });

  it("is not changed by what it says already, whichever version is named", async () => {
    const id = await desk.wishAfter(APPROVED);
    const same = { text: "想要一副防寒手套，骑车冻手", stationId: "st_demo_01", contact: CONTACT, public: false };
    expect((await edit("worker", id, { ...same, version: 1 })).body).toMatchObject({ state: "approved", version: 2 });
    expect(outcome(await edit("worker", id, { text: "别的", version: 1 }))).toBe("409 conflict");
  });

  it("is looked at anew when its words change, without the card of the old ones", async () => {
    const id = await desk.wishAfter(["officer", "approve", { card: "骑手：一副手套" }]);
    setNow(desk.test, "2026-11-25T10:00");
    const { body } = await edit("worker", id, { text: "想要一个头盔" });
    expect(body).toMatchObject({ state: "submitted", due: "2026-11-27T02:00:00.000Z" });
    expect((await desk.read("officer", id)).body.card).toBeNull();
  });

  it("is answered by new words where something was asked", async () => {
    const id = await asked();
    expect(outcome(await edit("worker", id, { public: true }))).toBe("200 need_info");
    expect(outcome(await edit("worker", id, { text: "想要一副防寒手套，大号" }))).toBe("200 submitted");
  });

  it("is checked again: words that nobody is to see change nothing", async () => {
    const id = await desk.wishAfter();
    Object.assign(desk.test.deps, { contentCheck: { checkText: async () => "risky" } });
    expect(outcome(await edit("worker", id, { text: "不好的话" }))).toBe("422 words_refused");
    Object.assign(desk.test.deps, { contentCheck: { checkText: async () => "unknown" } });
    expect(outcome(await edit("worker", id, { text: "说不清的话" }))).toBe("200 submitted");
    expect((await desk.read("officer", id)).body.needsCheck).toBe(true);
    Object.assign(desk.test.deps, { contentCheck: { checkText: async () => "pass" } });
  });

  it("can be reached after every change of who to ask for", async () => {
    const id = await desk.wishAfter();
    expect(outcome(await edit("worker", id, { contact: { name: "老马" } }))).toBe("400 invalid_input");
    expect(outcome(await edit("worker", id, { contact: null }))).toBe("200 submitted");
  });

  it("is changed by its worker and by who helped, and by nobody else", async () => {
    const id = await desk.wishAfter();
    const change = { text: "想要一个保温杯" };
    expect(outcome(await edit("officer", id, change))).toBe("403 not_allowed");
    expect(outcome(await edit("other", id, change))).toBe("404 not_found");
    const helped = (await desk.submit("keeper", { contact: { name: "李师傅" } })).body.id;
    expect(outcome(await edit("keeper", helped, { ...change, contact: { name: "李师傅傅" } }))).toBe("200 submitted");
  });

  it("waits 14 days for an answer, off public holidays, then is withdrawn, and another can be made", async () => {
    setNow(desk.test, "2026-09-18T10:00");
    const id = await asked();
    expect((await desk.read("worker", id)).body.due).toBe("2026-10-08T02:00:00.000Z");
    setNow(desk.test, "2026-10-08T09:59");
    expect(await desk.stateOf(id)).toBe("need_info");
    expect(outcome(await desk.submit())).toBe("409 wish_open");
    setNow(desk.test, "2026-10-08T10:00");
    expect((await desk.submit()).status).toBe(201);
    const { body } = await desk.read("worker", id);
    expect([body.state, body.history.at(-1)?.step, body.history.at(-1)?.by]).toEqual([
      "withdrawn",
      "unanswered",
      "system",
    ]);
    expect(outcome(await desk.move("worker", id, "answer", { answer: "大号" }))).toBe("409 wish_moved_on");
  });

  it("tells its worker when it ended for want of an answer, and not when they took it back", async () => {
    const compose = (subject: string) =>
      wishComposers.wish_reviewed(desk.test.deps, { id: "m", kind: "wish_reviewed", user: "us_a", subject, dueAt: 0 });
    const id = await asked();
    setNow(desk.test, "2026-12-10T10:00");
    await desk.read("officer", id);
    const messages = await desk.test.connection.redis.hkeys(keys.outboxMessages);
    expect(messages.filter((message) => message.startsWith(`wish_reviewed:${id}`))).toHaveLength(1);
    expect((await compose(id))?.content).toMatchObject({ state: "不办了", note: "没等到回话，可以再许" });
    const taken = (await desk.submit()).body.id;
    await desk.move("worker", taken, "withdraw");
    expect(await compose(taken)).toBeNull();
  });
});

describe("the code on a slip", () => {
  let desk: WishDesk;
  beforeAll(async () => {
    desk = await openWishDesk();
  });
  afterAll(() => desk.test.stop());
  beforeEach(() => desk.reset());

  const renew = (who: "keeper" | "officer" | "other" | "worker", id: string) =>
    desk.call<Failed & { slipCode: string; state: string }>(who, "POST", `/api/wishes/${id}/slip`);
  const slip = (code: string) => desk.call<WishSlip>(null, "GET", `/api/wishes/slip/${code}`);

  it("is given anew to who helped; the one before leads nowhere, and that is recorded", async () => {
    const { id, slipCode = "" } = (await desk.submit("keeper")).body;
    const { status, body } = await renew("keeper", id);
    expect([status, body.slipCode === slipCode]).toEqual([200, false]);
    expect((await slip(slipCode)).status).toBe(404);
    expect((await slip(body.slipCode)).body.state).toBe("submitted");
    const { entries } = await desk.test.deps.audit.read({ matches: () => true, cursor: null, limit: 5 });
    expect(entries.map(({ action }) => action)).toContain("wish:slip");
    expect(JSON.stringify(await desk.test.connection.redis.hgetall("{stations}:wishes"))).not.toContain(body.slipCode);
  });

  it("is nothing to officers, strangers and workers with a phone", async () => {
    const { id } = (await desk.submit("keeper")).body;
    expect(outcome(await renew("officer", id))).toBe("403 not_allowed");
    expect(outcome(await renew("other", id))).toBe("404 not_found");
    expect(outcome(await renew("worker", await desk.wishAfter()))).toBe("403 not_allowed");
  });

  it("is not given for a wish that was erased", async () => {
    const { id } = (await desk.submit("keeper")).body;
    await desk.move("officer", id, "reject", { reason: "cash" });
    expect((await renew("keeper", id)).status).toBe(200);
    desk.test.setNow(beijing("2027-06-01T10:00"));
    expect(await eraseOldWishes(desk.test.deps)).toBe(1);
    expect(outcome(await renew("keeper", id))).toBe("409 wish_moved_on");
  });
});
