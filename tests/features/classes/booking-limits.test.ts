import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_BOOKING_RULES } from "../../../shared/classes/booking-rules.js";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../shared/common/time.js";
import { classPeople, refusalOf } from "../../support/class-people.js";
import { beijing } from "../../support/given.js";
import { testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");
const STARTS = beijing("2026-11-27T19:00");
const RULES = DEFAULT_BOOKING_RULES;

describe("what stands against booking a class", () => {
  const test = testApp();
  let people: ReturnType<typeof classPeople>;
  beforeAll(() => {
    people = classPeople(test);
  });
  beforeEach(() => {
    people.forget();
    test.setNow(NOW);
  });

  /** Classes on days that follow each other. */
  const putDays = (count: number, session: Parameters<typeof people.put>[0] = {}) =>
    Promise.all(Array.from({ length: count }, (_, day) => people.put({ startsAt: STARTS + day * DAY_MS, ...session })));

  it.each([
    ["the minute before it opens", { bookingOpensAt: NOW + 1 }, "booking_not_open_yet"],
    ["the minute it opens", { bookingOpensAt: NOW }, "201"],
    ["the minute before it starts", { startsAt: NOW + 1 }, "201"],
    ["the minute it starts", { startsAt: NOW }, "session_started"],
    ["a class that is cancelled", { state: "cancelled" as const }, "session_cancelled"],
  ])("%s", async (_, session, expected) => {
    expect(refusalOf(await people.book("li", await people.put({ startsAt: STARTS, ...session })))).toBe(expected);
  });

  it("is a full waitlist, or none", async () => {
    const [full, none] = await Promise.all([
      people.put({ startsAt: STARTS, capacity: 1, waitlistLimit: 1 }),
      people.put({ startsAt: STARTS + DAY_MS, capacity: 1, waitlistLimit: 0 }),
    ]);
    await people.book("a", full);
    await people.book("a", none);
    expect(refusalOf(await people.book("b", full))).toBe("201");
    expect(refusalOf(await people.book("c", full))).toBe("waitlist_full");
    expect(refusalOf(await people.book("c", none))).toBe("waitlist_full");
  });

  it("is a third seat, until a class is over or given back", async () => {
    const [first, second, third] = await putDays(3);
    if (!first || !second || !third) throw new Error("three were made");
    await people.book("li", first);
    await people.book("li", second);
    expect(refusalOf(await people.book("li", third))).toBe("too_many_bookings");
    await people.leave("li", second);
    expect(refusalOf(await people.book("li", third))).toBe("201");
    await people.book("wang", first);
    await people.book("wang", second);
    test.setNow(first.endsAt);
    expect(refusalOf(await people.book("wang", third))).toBe("201");
  });

  it("is a third place in waitlists", async () => {
    const full = await putDays(3, { capacity: 1 });
    for (const [day, session] of full.entries()) await people.book(`holder ${day}`, session);
    const replies = [];
    for (const session of full) replies.push(refusalOf(await people.book("li", session)));
    expect(replies).toEqual(["201", "201", "too_many_waitlist_places"]);
  });

  it("is another class at that time, to the minute", async () => {
    const booked = await people.put({ startsAt: STARTS });
    const [during, before, after] = await Promise.all([
      people.put({ startsAt: STARTS + 89 * MINUTE_MS }),
      people.put({ startsAt: STARTS - 90 * MINUTE_MS }),
      people.put({ startsAt: STARTS + 90 * MINUTE_MS }),
    ]);
    await people.book("li", booked);
    expect(refusalOf(await people.book("li", during))).toBe("overlapping_booking");
    expect(refusalOf(await people.book("li", after))).toBe("201");
    await people.leave("li", after);
    expect(refusalOf(await people.book("li", before))).toBe("201");
  });

  it("holds for one person who taps on two phones at once", async () => {
    const sessions = await putDays(6);
    const replies = await Promise.all(sessions.map((session) => people.book("li", session)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(RULES.mostBookings);
    const twins = await Promise.all([0, 0].map(() => people.put({ startsAt: STARTS })));
    const both = await Promise.all(twins.map((session) => people.book("wang", session)));
    expect(both.map(refusalOf).sort()).toEqual(["201", "overlapping_booking"]);
  });

  it("is a pause after three absences, for thirty days", async () => {
    const missed = await putDays(3, { rules: { ...RULES, mostBookings: 3 } });
    for (const session of missed) await people.book("li", session);
    test.setNow(STARTS + 3 * DAY_MS);
    const { absences, bookings } = await people.mine("li");
    const pausedUntil = STARTS + 2 * DAY_MS + RULES.pauseDays * DAY_MS;
    expect(absences).toEqual({ count: 3, pausedUntil: new Date(pausedUntil).toISOString(), warned: true });
    expect(bookings.map(({ state, absence }) => `${state} ${absence}`)).toEqual(Array(3).fill("absent counted"));
    const next = await people.put({ startsAt: STARTS + 60 * DAY_MS });
    expect(refusalOf(await people.book("li", next))).toBe("booking_paused");
    test.setNow(pausedUntil - 1);
    expect(refusalOf(await people.book("li", next))).toBe("booking_paused");
    test.setNow(pausedUntil);
    expect(refusalOf(await people.book("li", next))).toBe("201");
  });

  it("begins with the class nobody looked at since, too", async () => {
    const missed = await putDays(3, { rules: { ...RULES, mostBookings: 3 } });
    for (const session of missed) await people.book("li", session);
    test.setNow(STARTS + 2 * DAY_MS + RULES.checkInAfterMinutes * MINUTE_MS);
    const next = await people.put({ startsAt: STARTS + 4 * DAY_MS });
    expect(refusalOf(await people.book("li", next))).toBe("booking_paused");
  });

  it("is nothing for a seat that was taken back in time", async () => {
    const session = await people.put({ startsAt: STARTS });
    await people.book("li", session);
    test.setNow(STARTS - 4 * HOUR_MS);
    expect((await people.leave("li", session)).body.countsAsAbsence).toBe(false);
    expect((await people.mine("li")).absences.count).toBe(0);
    await people.book("li", session);
    test.setNow(STARTS - 4 * HOUR_MS + 1);
    expect((await people.leave("li", session)).body.countsAsAbsence).toBe(true);
    expect((await people.mine("li")).absences.count).toBe(1);
    // Whoever comes after all was not absent.
    await people.book("li", session);
    expect((await people.mine("li")).absences.count).toBe(0);
  });
});
