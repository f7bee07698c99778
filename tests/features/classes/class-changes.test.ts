import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { COMPOSERS } from "../../../api/outbox/compose-message.js";
import { keys } from "../../../api/redis/keys.js";
import type { ClassSession } from "../../../shared/classes/class-session.js";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../shared/common/time.js";
import { classPeople, refusalOf } from "../../support/class-people.js";
import { beijing } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");
const STARTS = beijing("2026-11-27T19:00");

describe.each(TRANSPORTS)("what becomes of the people of a class, over %s", (transport) => {
  const test = testApp(transport);
  let people: ReturnType<typeof classPeople>;
  beforeAll(() => {
    people = classPeople(test);
  });
  beforeEach(async () => {
    people.forget();
    await people.signInStaff();
    test.setNow(NOW);
  });

  const bookAll = async (names: string[], session: ClassSession) => {
    for (const name of names) await people.book(name, session);
  };
  const states = async (session: ClassSession) => {
    const { entries } = (await people.roster("keeper", session)).body;
    return entries.map(({ calledBy, state, position }) => [calledBy, state, ...(position ? [position] : [])].join(" "));
  };
  const change = async (previous: ClassSession, changes: Partial<ClassSession>) => {
    const session = { ...previous, ...changes, revision: previous.revision + 1 };
    await test.deps.classSessions.put({ session, previous });
    return session;
  };
  /** What waits to be sent, as it would read now: kind, words, and null for what is true no longer. */
  const messages = async (until: number) => {
    const due = await test.deps.outbox.listDue(until, 100);
    return Promise.all(
      due.map(async (message) => {
        const composed = await COMPOSERS[message.kind]?.(test.deps, message);
        return { kind: message.kind, dueAt: message.dueAt, content: composed?.content ?? null, page: composed?.page };
      }),
    );
  };
  const kinds = async (until: number) =>
    (await messages(until)).map(({ kind, content }) => (content ? kind : `(${kind})`));

  it("says 临时取消 of a class that is cancelled without a reason", async () => {
    const session = await people.put({ startsAt: STARTS });
    await bookAll(["a"], session);

    const { status, body } = await people.call<object>("officer", "POST", `classes/${session.id}/cancel`, {});

    expect(status).toBe(200);
    expect(body).toMatchObject({ state: "cancelled", cancelledReason: "临时取消" });
  });

  it("lets everybody go and tells them when it is cancelled, and counts no absence", async () => {
    const session = await people.put({ startsAt: STARTS, capacity: 2 });
    await bookAll(["a", "b", "c", "d"], session);
    test.setNow(STARTS - HOUR_MS);
    await people.leave("a", session);
    expect(await states(session)).toEqual(
      ["a cancelled_late", "b confirmed", "c waitlisted", "d waitlisted 1"].map((line) =>
        line.replace("c waitlisted", "c offered"),
      ),
    );
    const cancelled = await people.cancel("officer", session);
    expect(cancelled.body).toMatchObject({ state: "cancelled", cancelledReason: "老师生病了", seatsLeft: 0 });
    expect(await states(session)).toEqual([
      "a cancelled_late",
      ...["b", "c", "d"].map((name) => `${name} session_cancelled`),
    ]);
    expect((await people.mine("a")).absences.count).toBe(0);
    const told = (await messages(STARTS)).filter(({ kind }) => kind === "class_cancelled");
    expect(told.map(({ content }) => content?.note)).toEqual(["老师生病了", "老师生病了", "老师生病了"]);
    expect((await people.cancel("officer", session)).status).toBe(200);
    const record = await people.call<{ entries: { action: string }[] }>(
      "officer",
      "GET",
      `audit?subject=${session.id}`,
    );
    expect(record.body.entries.map(({ action }) => action)).toEqual(["class:cancel"]);
    expect((await messages(STARTS)).filter(({ kind }) => kind === "class_cancelled")).toHaveLength(3);
    expect(refusalOf(await people.book("e", session))).toBe("session_cancelled");
  });

  it("counts no absence either when it is cancelled while it goes on, and cannot be cancelled afterwards", async () => {
    const session = await people.put({ startsAt: STARTS });
    await people.book("a", session);
    test.setNow(STARTS + 20 * MINUTE_MS);
    expect(await states(session)).toEqual(["a absent"]);
    await people.cancel("officer", session);
    expect(await states(session)).toEqual(["a session_cancelled"]);
    expect((await people.mine("a")).absences.count).toBe(0);
    const other = await people.put({ startsAt: STARTS });
    test.setNow(other.endsAt);
    expect(refusalOf(await people.cancel("officer", other))).toBe("session_over");
  });

  it("moves people into another class in their order, as seats allow", async () => {
    const [from, into] = await Promise.all([
      people.put({ startsAt: STARTS, capacity: 3 }),
      people.put({ startsAt: STARTS + DAY_MS, capacity: 3 }),
    ]);
    await bookAll(["x", "b"], into);
    await bookAll(["a", "b", "c", "d"], from);
    expect((await people.merge("officer", from, into)).body.id).toBe(into.id);
    expect(await states(into)).toEqual([
      "x confirmed",
      "b confirmed",
      "a confirmed",
      "c waitlisted 1",
      "d waitlisted 2",
    ]);
    expect(new Set((await states(from)).map((line) => line.split(" ")[1]))).toEqual(new Set(["session_cancelled"]));
    const told = (await messages(NOW)).filter(({ kind }) => kind === "class_cancelled");
    expect(new Set(told.map(({ page }) => page))).toEqual(new Set([`visitor/class/index?id=${into.id}`]));
    expect((await people.merge("officer", from, into)).status).toBe(200);
    expect((await people.detail("a", from)).mergedInto).toBe(into.id);
    expect(await states(into)).toHaveLength(5);
    expect(refusalOf(await people.merge("officer", into, into))).toBe("invalid_input");
  });

  it("keeps seats and tells everybody when it is moved, and reminds them of the new start", async () => {
    const session = await people.put({ startsAt: STARTS, capacity: 1 });
    await bookAll(["a", "b"], session);
    await change(session, { startsAt: STARTS + DAY_MS, endsAt: session.endsAt + DAY_MS });
    expect(await states(session)).toEqual(["a confirmed", "b waitlisted 1"]);
    expect(await kinds(NOW)).toEqual(["class_booked", "class_changed", "class_changed"]);
    const later = STARTS + DAY_MS - 2 * HOUR_MS;
    test.setNow(later);
    const reminders = (await messages(later)).filter(({ kind }) => kind.startsWith("class_reminder"));
    expect(
      reminders.map(({ kind, dueAt, content }) => [kind, (STARTS + DAY_MS - dueAt) / HOUR_MS, content !== null]),
    ).toEqual([
      ["class_reminder_day", 48, false],
      ["class_reminder_hours", 26, false],
      ["class_reminder_day", 24, true],
      ["class_reminder_hours", 2, true],
    ]);
  });

  it("offers the seats of a larger room to those who wait, once somebody looks or the job runs", async () => {
    const session = await people.put({ startsAt: STARTS, capacity: 1 });
    await bookAll(["a", "b", "c"], session);
    await change(session, { capacity: 2 });
    expect(await test.deps.bookings.settleDue(NOW, 100)).toBe(1);
    expect(await kinds(NOW)).toEqual(["class_booked", "class_waitlist_offered"]);
    expect(await states(session)).toEqual(["a confirmed", "b offered", "c waitlisted 1"]);
  });

  it("lets an offer lapse for the next by the job alone, and says nothing of it any more", async () => {
    const session = await people.put({ startsAt: STARTS, capacity: 1 });
    await bookAll(["a", "b", "c"], session);
    await people.leave("a", session);
    expect(await test.deps.bookings.settleDue(NOW + 2 * HOUR_MS - 1, 100)).toBe(0);
    test.setNow(NOW + 2 * HOUR_MS);
    expect(await test.deps.bookings.settleDue(NOW + 2 * HOUR_MS, 100)).toBe(1);
    expect(await test.connection.redis.zrange(keys.classOffers(session.id), 0, -1)).toHaveLength(1);
    expect(await kinds(NOW + 2 * HOUR_MS)).toEqual([
      "(class_booked)",
      "(class_waitlist_offered)",
      "class_waitlist_offered",
    ]);
  });

  it("says each thing once, with the time until which a seat is kept", async () => {
    const session = await people.put({ startsAt: STARTS, capacity: 1 });
    await bookAll(["a", "a", "b"], session);
    await people.leave("a", session);
    await people.leave("a", session);
    const [, offered] = await messages(NOW);
    expect(offered).toMatchObject({
      kind: "class_waitlist_offered",
      page: `visitor/class/index?id=${session.id}`,
      content: { title: session.title, time: NOW + 2 * HOUR_MS, place: "丽景街驿站二楼教室" },
    });
    await people.accept("b", session);
    await people.accept("b", session);
    expect((await kinds(STARTS)).sort()).toEqual([
      "(class_booked)",
      "(class_reminder_day)",
      "(class_reminder_hours)",
      "(class_waitlist_offered)",
      "class_booked",
      "class_reminder_day",
      "class_reminder_hours",
    ]);
  });

  describe("of a term", () => {
    const putTerm = () =>
      Promise.all(
        [-7, 0, 7, 14].map((days) =>
          people.put({ courseId: "co_term", bookedBy: "term", capacity: 2, startsAt: STARTS + days * DAY_MS }),
        ),
      );

    it("books every date to come in one tap, which counts as one booking", async () => {
      const [past, first, second, third] = await putTerm();
      if (!past || !first || !second || !third) throw new Error("four were made");
      expect((await people.book("a", second)).body).toMatchObject({ state: "confirmed", number: 1 });
      for (const date of [first, second, third]) expect(await states(date)).toEqual(["a confirmed"]);
      expect(await kinds(NOW)).toEqual(["class_booked"]);
      expect((await kinds(third.startsAt)).filter((kind) => kind.includes("reminder_day"))).toHaveLength(3);
      expect(await states(past)).toEqual([]);
      const single = await people.put({ startsAt: STARTS + 2 * DAY_MS });
      expect(refusalOf(await people.book("a", single))).toBe("201");
      const another = await people.put({ startsAt: STARTS + 3 * DAY_MS });
      expect(refusalOf(await people.book("a", another))).toBe("too_many_bookings");
    });

    it("books all of it or nothing", async () => {
      const [, first, second, third] = await putTerm();
      if (!first || !second || !third) throw new Error("four were made");
      const other = await people.put({ startsAt: third.startsAt });
      await people.book("a", other);
      expect(refusalOf(await people.book("a", first))).toBe("overlapping_booking");
      for (const name of ["b", "c"]) await people.book(name, first);
      expect(refusalOf(await people.book("d", second))).toBe("term_full");
      for (const date of [first, second, third]) expect(await states(date)).toEqual(["b confirmed", "c confirmed"]);
      const rush = await Promise.all(["e", "f", "g"].map((name) => people.book(name, third)));
      expect(rush.map(refusalOf)).toEqual(["term_full", "term_full", "term_full"]);
    });

    it("gives back one date, or all that is to come", async () => {
      const [, first, second, third] = await putTerm();
      if (!first || !second || !third) throw new Error("four were made");
      await people.book("a", first);
      expect((await people.skip("a", second)).body).toEqual({ done: true, countsAsAbsence: false });
      expect(await states(second)).toEqual(["a cancelled"]);
      expect(await states(third)).toEqual(["a confirmed"]);
      test.setNow(first.startsAt - HOUR_MS);
      expect((await people.leave("a", third)).body.countsAsAbsence).toBe(false);
      expect(await states(first)).toEqual(["a cancelled_late"]);
      expect((await people.mine("a")).absences.count).toBe(1);
    });
  });

  it("goes on without somebody whose account was deleted", async () => {
    const session = await people.put({ startsAt: STARTS, capacity: 1 });
    await bookAll(["a", "b"], session);
    const before = (await people.roster("keeper", session)).body.entries;
    await people.call("a", "DELETE", "me");
    expect(await states(session)).toEqual([" cancelled", "b offered"]);
    const stored = JSON.stringify(await test.connection.redis.hgetall(keys.classBookings(session.id)));
    expect(before[0]?.calledBy).toBe("a");
    expect(stored).not.toContain('\\"calledBy\\":\\"a\\"');
  });
});
