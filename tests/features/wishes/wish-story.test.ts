import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AuditEntry } from "../../../shared/audit/audit-entry.js";
import type { MyWishes, WishCategoryList, WishHandovers, WishWall } from "../../../shared/wishes/wish-answer.js";
import {
  APPROVED,
  CLAIMED,
  CONTACT,
  DELIVERED,
  type Failed,
  openWishDesk,
  outcome,
  READY,
  setNow,
  type WishDesk,
} from "../../api/wishes/wish-desk.js";
import { TRANSPORTS } from "../../support/test-app.js";

describe.each(TRANSPORTS)("a wish over %s", (transport) => {
  let desk: WishDesk;
  beforeAll(async () => {
    desk = await openWishDesk(transport);
  });
  afterAll(() => desk.test.stop());
  beforeEach(() => desk.reset());

  it("goes from a sentence to thanks", async () => {
    const { test, submit, move, read, call } = desk;
    const submitted = await submit("worker", { public: true });
    expect([submitted.status, Object.keys(submitted.body).sort(), submitted.body.state]).toEqual([
      201,
      ["id", "state"],
      "submitted",
    ]);
    const { id } = submitted.body;
    expect((await read("worker", id)).body.due).toBe("2026-11-26T02:00:00.000Z");
    expect(outcome(await move("officer", id, "ask", { question: "多大码？" }))).toBe("200 need_info");
    expect(outcome(await move("worker", id, "answer", { answer: "大号" }))).toBe("200 submitted");
    expect(outcome(await move("officer", id, "approve", { card: "骑手 · 丽景街：一副防寒手套", costYuan: 90 }))).toBe(
      "200 approved",
    );
    setNow(test, "2026-11-25T09:00");
    const claimed = await move("officer", id, "claim", { unit: "丽景街街道工会" });
    expect(claimed.body).toMatchObject({ state: "claimed", due: "2026-12-10T01:00:00.000Z" });
    expect(outcome(await move("officer", id, "ready", { window: "27 日起，9 点到 18 点" }))).toBe("200 ready");

    const { pickup } = (await read("worker", id)).body;
    expect(pickup).toMatchObject({ station: { name: "丽景街驿站" }, window: "27 日起，9 点到 18 点" });
    expect((await read("officer", id)).body.pickup?.code).toBeNull();
    const waiting = await call<WishHandovers>("keeper", "GET", "/api/wishes/handovers");
    expect(waiting.body.wishes.map((wish) => wish.id)).toEqual([id]);
    expect(JSON.stringify(waiting.body)).not.toMatch(/手套|马建国|1389507/);
    expect(outcome(await move("keeper", id, "deliver", {}))).toBe("400 invalid_input");
    expect(outcome(await move("keeper", id, "deliver", { pickupCode: "AAAAAA" }))).toBe("422 pickup_code_wrong");
    expect(outcome(await move("keeper", id, "deliver", { pickupCode: pickup?.code?.toLowerCase() }))).toBe(
      "200 delivered",
    );
    expect((await read("worker", id)).body.pickup?.code).toBeNull();
    expect(outcome(await move("worker", id, "confirm"))).toBe("200 fulfilled");
    expect(outcome(await move("worker", id, "rate", { rating: 5, words: "很暖和" }))).toBe("200 fulfilled");

    const { rating, history } = (await read("worker", id)).body;
    expect(rating).toBe(5);
    expect(history.map(({ step }) => step)).toEqual(
      "submit ask answer approve claim ready deliver confirm rate".split(" "),
    );
    const { body: wall } = await call<WishWall>(null, "GET", "/api/wishes");
    expect(wall.cards).toEqual([
      {
        card: "骑手 · 丽景街：一副防寒手套",
        category: "warm_clothing",
        categoryLabel: "防寒鞋服",
        stationName: "丽景街驿站",
        fulfilledOn: "2026-11-25",
        isDemo: false,
      },
    ]);
  });

  it("is claimed by one of two officers who tap at once", async () => {
    const { move, wishAfter, read } = desk;
    for (let round = 0; round < 10; round++) {
      const id = await wishAfter(APPROVED);
      const replies = await Promise.all([move("officer", id, "claim"), move("officer2", id, "claim")]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      const lost = replies.find(({ status }) => status === 409);
      expect(lost?.body.error).toMatchObject({ code: "wish_moved_on", current: { id, state: "claimed", version: 3 } });
      const won = replies[0]?.status === 200 ? "officer" : "officer2";
      expect((await read(won, id)).body.claim).toMatchObject({ isMine: true });
      await move(won, id, "unfulfillable", { reason: "other" });
    }
  });

  it("answers a repeat alike, and happens once", async () => {
    const { submit, move, wishAfter, call, read } = desk;
    const headers = { "idempotency-key": "one-wish" };
    const first = await submit("worker", {}, headers);
    expect((await submit("worker", {}, headers)).body).toEqual(first.body);
    expect((await call<MyWishes>("worker", "GET", "/api/wishes/mine")).body.wishes).toHaveLength(1);
    await move("worker", first.body.id, "withdraw");

    const id = await wishAfter(APPROVED);
    const claims = [await move("officer", id, "claim"), await move("officer", id, "claim")];
    expect(claims[1]).toMatchObject({ status: 200, body: claims[0]?.body });
    expect((await read("officer", id)).body.history.filter(({ step }) => step === "claim")).toHaveLength(1);
    await move("officer", id, "ready", { window: "明天" });
    expect(outcome(await move("officer", id, "ready", { window: "明天" }))).toBe("200 ready");
    // What another window asks for has not happened, and is not answered as if it had.
    expect(outcome(await move("officer", id, "ready", { window: "后天" }))).toBe("409 wish_moved_on");
    // The same move again in other words is another move.
    await move("officer", id, "unfulfillable", { reason: "out_of_stock" });
    expect(outcome(await move("officer", id, "unfulfillable", { reason: "out_of_stock" }))).toBe("200 unfulfillable");
    expect(outcome(await move("officer", id, "unfulfillable", { reason: "no_budget" }))).toBe("409 wish_moved_on");
  });

  it("moves only from the version that was seen, when one is said", async () => {
    const { move, wishAfter } = desk;
    const id = await wishAfter();
    expect(await move("officer", id, "approve", { version: 7 })).toMatchObject({
      status: 409,
      body: { error: { code: "conflict", current: { id, state: "submitted", version: 1 } } },
    });
    expect(outcome(await move("officer", id, "approve", { version: 1 }))).toBe("200 approved");
  });

  it("is one at a time for a person", async () => {
    const { submit, move } = desk;
    const { body } = await submit();
    const second = await submit("worker", { text: "还想要一个保温杯" });
    expect(second).toMatchObject({
      status: 409,
      body: { error: { code: "wish_open", current: { id: body.id, state: "submitted", version: 1 } } },
    });
    expect((await submit("other")).status).toBe(201);
    await move("worker", body.id, "withdraw");
    expect((await submit("worker", { text: "还想要一个保温杯" })).status).toBe(201);
  });

  it("lets only one of many at once through for a person", async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, n) => desk.submit("worker", { text: `第 ${n} 个` })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  it("goes back by itself when a claim runs out, as of that instant, and can be claimed again", async () => {
    const { test, wishAfter, read, move, call } = desk;
    const id = await wishAfter(...CLAIMED);
    setNow(test, "2026-12-09T09:59");
    expect((await read("officer2", id)).body.state).toBe("claimed");
    setNow(test, "2026-12-11T08:00");
    expect(outcome(await move("officer", id, "ready"))).toBe("409 wish_moved_on");
    const { body } = await read("worker", id);
    expect(body).toMatchObject({ state: "approved", claim: null, due: "2026-12-16T02:00:00.000Z" });
    expect(body.history.at(-1)).toMatchObject({ step: "lapse", by: "system", at: "2026-12-09T02:00:00.000Z" });
    expect(outcome(await move("officer2", id, "claim"))).toBe("200 claimed");
    const audit = await call<{ entries: AuditEntry[] }>("officer", "GET", `/api/audit?subject=${id}`);
    expect(audit.body.entries.map(({ action }) => action)).toContain("wish:lapse");
  });

  it("counts as fulfilled seven days after it was delivered, unless it is disputed, once", async () => {
    const { test, wishAfter, stateOf, move, read } = desk;
    const silent = await wishAfter(...DELIVERED);
    setNow(test, "2026-12-01T10:00");
    expect(await stateOf(silent)).toBe("fulfilled");

    const id = await wishAfter(...DELIVERED);
    expect(outcome(await move("worker", id, "dispute", { reason: "码不对" }))).toBe("200 claimed");
    expect((await read("officer", id)).body).toMatchObject({ wasDisputed: true, claim: { isMine: true } });
    expect((await read("officer", id)).body.history.at(-1)).toMatchObject({ reason: "其他", words: "码不对" });
    await move("officer", id, "ready");
    await move("officer", id, "deliver");
    expect(outcome(await move("worker", id, "dispute", { reason: "broken" }))).toBe("409 wish_moved_on");
    expect(outcome(await move("worker", id, "confirm"))).toBe("200 fulfilled");
  });

  it("is frozen once it is claimed", async () => {
    const { wishAfter, call, move } = desk;
    const id = await wishAfter(APPROVED);
    const edit = (json: object) => call<Failed & { state: string }>("worker", "PUT", `/api/wishes/${id}`, json);
    expect(outcome(await edit({ contact: { name: "老马", phone: "138 0000 1111" } }))).toBe("200 approved");
    expect(outcome(await edit({ text: "想要两副手套" }))).toBe("200 submitted");
    await move("officer", id, "approve");
    await move("officer", id, "claim");
    expect(outcome(await edit({ text: "想要三副手套" }))).toBe("409 wish_moved_on");
    expect(outcome(await move("worker", id, "withdraw"))).toBe("200 withdrawn");
  });

  it("is not there for strangers, and not for everybody to decide", async () => {
    const { wishAfter, read, move, test } = desk;
    const id = await wishAfter(APPROVED);
    for (const who of ["other", "keeper"] as const) expect(outcome(await read(who, id))).toBe("404 not_found");
    expect(outcome(await move("other", id, "withdraw"))).toBe("404 not_found");
    expect(outcome(await read("worker", "ws_nothinghere"))).toBe("404 not_found");
    const abroad = await test.signInAs({
      id: "us_officerabroad",
      name: "远方",
      roles: ["officer"],
      stationIds: [],
      reach: ["41"],
      createdAt: 0,
    });
    expect((await test.call("GET", `/api/wishes/${id}`, { token: abroad })).status).toBe(404);
    await move("officer", id, "claim");
    expect(outcome(await move("officer2", id, "release"))).toBe("403 not_allowed");
    expect(outcome(await move("officer", id, "release", { reason: "too_busy" }))).toBe("200 approved");
    expect((await read("worker", id)).body.history.at(-1)).toMatchObject({
      step: "release",
      reason: null,
      words: null,
    });
  });

  it("is not for its own worker to approve, whatever their roles", async () => {
    const { submit, move } = desk;
    const { body } = await submit("officer", { forOther: false });
    expect(outcome(await move("officer", body.id, "approve"))).toBe("403 not_allowed");
    expect(outcome(await move("officer2", body.id, "approve"))).toBe("200 approved");
  });

  it("is told in categories of the known order", async () => {
    const { body } = await desk.call<WishCategoryList>(null, "GET", "/api/wishes/categories");
    expect(body.categories[0]).toEqual({ key: "warm_clothing", label: "防寒鞋服" });
    expect(body.categories.map(({ label }) => label).slice(-2)).toEqual(["驿站改善", "权益求助"]);
  });

  it("may cost only so much", async () => {
    const { wishAfter, move } = desk;
    const id = await wishAfter();
    expect(outcome(await move("officer", id, "approve", { costYuan: 501 }))).toBe("422 over_budget");
    expect((await move("officer", id, "approve", { costYuan: 201 })).body.warnings).toEqual(["over_soft_cap"]);
    expect((await move("officer", id, "claim", { costYuan: 200 })).body.warnings).toEqual([]);
  });

  it("waits for its worker against a code that few guesses find", async () => {
    const { wishAfter, move } = desk;
    const id = await wishAfter(...READY);
    const guesses = Array.from({ length: 20 }, () => move("keeper", id, "deliver", { pickupCode: "AAAAAA" }));
    const found = (await Promise.all(guesses)).map(outcome);
    expect(found.filter((one) => one === "422 pickup_code_wrong")).toHaveLength(10);
    expect(outcome(await move("keeper", id, "deliver", { pickupCode: "AAAAAA" }))).toBe("429 too_many_requests");
    expect(outcome(await move("officer", id, "deliver"))).toBe("200 delivered");
  });

  it("carries no way to its worker on the card", async () => {
    const { wishAfter, move } = desk;
    const id = await wishAfter();
    for (const card of [`${CONTACT.name} 要手套`, "手套，联系 13895071234", "见 www.example.cn"]) {
      expect(outcome(await move("officer", id, "approve", { card }))).toBe("400 invalid_input");
    }
  });
});
