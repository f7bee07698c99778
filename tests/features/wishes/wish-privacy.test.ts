import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createOpenIdStore } from "../../../api/people/open-id-store.js";
import { resealSome } from "../../../api/people/reseal.js";
import { createTextSealer } from "../../../api/people/sealed-text.js";
import { sealedDependencies } from "../../../api/wiring/redis-dependencies.js";
import { eraseOldWishes } from "../../../api/wishes/forget-wishes.js";
import type { AuditEntry } from "../../../shared/audit/audit-entry.js";
import type { AccountExport } from "../../../shared/people/account-export.js";
import type { MyWishes, OpenWishes, WishSlip } from "../../../shared/wishes/wish-answer.js";
import {
  CLAIMED,
  CONTACT,
  DELIVERED,
  openWishDesk,
  outcome,
  setNow,
  WISH,
  type WishDesk,
} from "../../api/wishes/wish-desk.js";
import { givenStation } from "../../support/given.js";
import { TEST_KEY, TRANSPORTS } from "../../support/test-app.js";

const TEXT = "想要手套，电话 13895071234，看 www.example.com";
const SECRETS = /马建国|13895071234|88 号院/;

describe.each(TRANSPORTS)("what a wish tells of its worker over %s", (transport) => {
  let desk: WishDesk;
  beforeAll(async () => {
    desk = await openWishDesk(transport);
  });
  afterAll(() => desk.test.stop());
  beforeEach(() => desk.reset());

  it("is nothing to officers who are not its handler", async () => {
    const { submit, read, call, move } = desk;
    const { id } = (await submit("worker", { text: TEXT })).body;
    await move("officer", id, "approve");
    await move("officer", id, "claim");
    const seen = [await read("officer2", id), await call<OpenWishes>("officer2", "GET", "/api/wishes/open")];
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toMatch(/马建国|13895071234|88 号院|example/);
    expect((await read("officer2", id)).body).toMatchObject({ isTextMasked: true, hasContact: true, contact: null });
  });

  it("is how to reach them for the handler while the claim holds, and each look is told to the worker", async () => {
    const { submit, read, call, move } = desk;
    const { id } = (await submit("worker", { text: TEXT })).body;
    await move("officer", id, "approve");
    expect((await read("officer", id)).body.contact).toBeNull();
    await move("officer", id, "claim");
    expect((await read("officer", id)).body).toMatchObject({ contact: CONTACT, text: TEXT });
    expect((await call<{ contact: null }>("officer", "GET", `/api/wishes/${id}?contact=no`)).body.contact).toBeNull();
    await read("officer", id);
    const { views } = (await read("worker", id)).body;
    expect(views).toEqual(Array(2).fill({ at: "2026-11-24T02:00:00.000Z", by: "王干部" }));
    const audit = await call<{ entries: AuditEntry[] }>("officer", "GET", `/api/audit?subject=${id}`);
    expect(audit.body.entries.filter(({ action }) => action === "wish:view")).toHaveLength(2);

    await move("officer", id, "release");
    expect((await read("officer", id)).body).toMatchObject({ contact: null, isTextMasked: true });
    expect((await read("worker", id)).body).toMatchObject({ contact: CONTACT, text: TEXT });
  });

  it("ends with the claim, when that lapses too", async () => {
    const { wishAfter, read, test } = desk;
    const id = await wishAfter(...CLAIMED);
    expect((await read("officer", id)).body.contact).toEqual(CONTACT);
    setNow(test, "2026-12-09T10:00");
    expect((await read("officer", id)).body.contact).toBeNull();
  });

  it("does not open in the place of another wish's, or of another field", async () => {
    const { submit, test } = desk;
    const one = await test.deps.wishes.find((await submit("worker")).body.id);
    const other = await test.deps.wishes.find((await submit("other")).body.id);
    if (one === null || other === null) throw new Error("a wish is missing");
    const stolen = { ...other, version: 2, text: one.text, contact: one.contact };
    await test.deps.wishes.change({ before: other, after: stolen, audit: null, now: test.deps.clock() });
    expect((await desk.read("other", other.id)).status).toBe(500);
    const swapped = { ...one, version: 2, text: one.contact };
    await test.deps.wishes.change({ before: one, after: swapped, audit: null, now: test.deps.clock() });
    expect((await desk.read("worker", one.id)).status).toBe(500);
  });

  it("is erased 180 days after it closed; that it was there stays", async () => {
    const { wishAfter, read, move, test, call } = desk;
    const id = await wishAfter(
      ...DELIVERED,
      ["worker", "confirm"],
      ["worker", "rate", { rating: 4, words: "谢谢老马" }],
    );
    setNow(test, "2027-05-23T09:59");
    expect(await eraseOldWishes(test.deps)).toBe(0);
    setNow(test, "2027-05-23T10:00");
    expect(await eraseOldWishes(test.deps)).toBe(1);
    expect(await eraseOldWishes(test.deps)).toBe(0);
    const { body } = await read("worker", id);
    expect(body).toMatchObject({ isErased: true, text: null, contact: null, rating: 4, state: "fulfilled" });
    expect(body.history.every(({ words }) => words === null)).toBe(true);
    const kept = await test.deps.wishes.find(id);
    expect(JSON.stringify(kept)).not.toMatch(/v2\./);
    const audit = await call<{ entries: AuditEntry[] }>("officer", "GET", `/api/audit?subject=${id}`);
    expect(audit.body.entries[0]).toMatchObject({ action: "wish:erase", author: { way: "job" } });
    expect(outcome(await move("worker", id, "confirm"))).toBe("409 wish_moved_on");
  });

  it("is sealed anew under another key, after which the old one opens nothing", async () => {
    const { wishAfter, test } = desk;
    const id = await wishAfter(["officer", "ask", { question: "多大码？" }], ["worker", "answer", { answer: "大号" }]);
    await test.deps.openIds.put("us_somebody1", "o-somebody");
    const key = Buffer.alloc(32, 9).toString("base64");
    const rotated = createTextSealer({ current: key, old: [TEST_KEY], identity: TEST_KEY });
    const before = await test.deps.wishes.find(id);
    const deps = { ...test.deps, ...sealedDependencies(test.connection.redis, rotated), sealer: rotated };
    expect((await resealSome(deps)).changed).toBe(1);
    const after = await test.deps.wishes.find(id);
    const finished = createTextSealer({ current: key, old: [], identity: TEST_KEY });
    expect(finished.open(after?.text ?? "", `${id}|text`)).toBe(WISH.text);
    expect(finished.open(after?.steps[2]?.words ?? "", `${id}|step 2`)).toBe("大号");
    expect(() => finished.open(before?.text ?? "", `${id}|text`)).toThrow();
    const finishedIds = createOpenIdStore(test.connection.redis, finished);
    await expect(finishedIds.find("us_somebody1")).rejects.toThrow();
    for (let run = 0; run < 9; run++) await resealSome(deps);
    expect(await finishedIds.find("us_somebody1")).toBe("o-somebody");
    expect(await test.deps.reseals.read()).toMatchObject({ part: "whole", keyId: rotated.currentKeyId });
    expect((await resealSome(deps)).changed).toBe(0);
  });

  it("is all in the export, and gone with the account but as a figure", async () => {
    const { wishAfter, submit, call, test, tokens, read } = desk;
    const done = await wishAfter(...DELIVERED, ["worker", "confirm"]);
    const open = (await submit("worker", { text: "再要一个保温杯" })).body.id;
    const { body, headers } = await call<AccountExport>("worker", "GET", "/api/me/export");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body.account).toMatchObject({ name: "老马", roles: ["worker"] });
    expect(body.wishes.map(({ text }) => text).sort()).toEqual(["再要一个保温杯", WISH.text].sort());
    expect(body.wishes[0]?.contact).toEqual(CONTACT);
    expect(body.record.map(({ action }) => action)).toContain("wish:confirm");

    expect((await call("worker", "DELETE", "/api/me")).status).toBe(200);
    expect((await read("officer", open)).body).toMatchObject({ state: "withdrawn", text: null, hasContact: false });
    expect((await read("officer", done)).body).toMatchObject({ state: "fulfilled", text: null, hasContact: false });
    for (const id of [done, open]) {
      const kept = JSON.stringify(await test.deps.wishes.find(id));
      const claims = await test.deps.tokens.verify(tokens.worker ?? "");
      expect(kept).not.toContain(claims?.userId ?? "us_");
    }
    tokens.worker = await test.signIn("worker", "老马");
    expect((await submit("worker")).status).toBe(201);
  });

  it("leaves no claim with an officer who is gone", async () => {
    const { wishAfter, call, stateOf, tokens, test, move } = desk;
    const id = await wishAfter(...CLAIMED);
    await call("officer", "DELETE", "/api/me");
    tokens.officer = await test.signIn("officer", "王干部");
    expect(await stateOf(id)).toBe("approved");
    expect(outcome(await move("officer2", id, "claim"))).toBe("200 claimed");
  });
});

describe("a wish for somebody without a phone", () => {
  let desk: WishDesk;
  beforeAll(async () => {
    desk = await openWishDesk();
  });
  afterAll(() => desk.test.stop());
  beforeEach(() => desk.reset());

  it("counts the person helped, not who helps", async () => {
    const { submit } = desk;
    expect((await submit("keeper")).status).toBe(201);
    expect(
      outcome(await submit("officer", { contact: { ...CONTACT, name: "马师傅", phone: "+86 138-9507-1234" } })),
    ).toBe("409 wish_open");
    expect((await submit("keeper", { contact: { name: "李师傅", phone: "13800000002" } })).status).toBe(201);
    expect((await submit("keeper", { contact: { name: "没电话的王师傅" } })).status).toBe(201);
    expect(outcome(await submit("keeper", { contact: { name: "没电话的王师傅" } }))).toBe("409 wish_open");
    expect(outcome(await submit("keeper", { contact: undefined, forOther: true }))).toBe("400 invalid_input");
    expect((await submit("keeper", { contact: undefined })).body.slipCode).toBeUndefined();
    expect(outcome(await submit("worker", { forOther: true }))).toBe("403 not_allowed");
    expect(outcome(await submit("worker", { contact: { name: "老马" } }))).toBe("400 invalid_input");
  });

  it("is asked after with the code on the slip, which tells nothing that was written", async () => {
    const { submit, call, move, read } = desk;
    const { id, slipCode = "" } = (await submit("keeper", { text: TEXT })).body;
    const helper = [await read("keeper", id), await call<MyWishes>("keeper", "GET", "/api/wishes/mine")];
    expect(helper.map(({ status }) => status)).toEqual([200, 200]);
    expect(JSON.stringify(helper.map(({ body }) => body))).not.toMatch(SECRETS);
    const slip = () => call<WishSlip>(null, "GET", `/api/wishes/slip/${slipCode.toLowerCase()}`);
    expect((await slip()).body).toMatchObject({ state: "submitted", categoryLabel: "防寒鞋服", pickup: null });
    for (const [name, input] of [["approve"], ["claim"], ["ready", { window: "明天" }]] as const) {
      await move("officer", id, name, input);
    }
    const { body } = await slip();
    expect(body.pickup).toMatchObject({ stationName: "丽景街驿站", window: "明天" });
    expect(JSON.stringify(body)).not.toMatch(SECRETS);
    expect(outcome(await move("keeper", id, "deliver", { pickupCode: body.pickup?.code }))).toBe("200 delivered");
    // Who handed it over does not say for the other person that it arrived.
    expect(outcome(await move("keeper", id, "confirm"))).toBe("403 not_allowed");
  });

  it("is collected where it waits, which may be another station than was asked for", async () => {
    const { submit, call, move, test } = desk;
    await test.store(givenStation({ id: "st_other", name: "满春驿站", address: "满春路 2 号" }));
    const { id, slipCode } = (await submit("keeper")).body;
    const station = async () => (await call<WishSlip>(null, "GET", `/api/wishes/slip/${slipCode}`)).body.station;
    expect((await station()).name).toBe("丽景街驿站");
    for (const [name, input] of [["approve"], ["claim"], ["ready", { stationId: "st_other" }]] as const) {
      await move("officer", id, name, input);
    }
    expect(await station()).toEqual({ name: "满春驿站", address: "满春路 2 号" });
  });

  it("is not found by guessing codes", async () => {
    const { call, submit } = desk;
    const { slipCode } = (await submit("keeper")).body;
    for (let guess = 0; guess < 10; guess++) {
      expect((await call(null, "GET", "/api/wishes/slip/AAAAAAAAAAAA")).status).toBe(404);
    }
    expect((await call(null, "GET", `/api/wishes/slip/${slipCode}`)).status).toBe(429);
  });
});
