import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../../shared/common/time.js";
import { classPeople, refusalOf } from "../../support/class-people.js";
import { beijing } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");
const STARTS = beijing("2026-11-27T19:00");

describe.each(TRANSPORTS)("booking a class, over %s", (transport) => {
  const test = testApp(transport);
  let people: ReturnType<typeof classPeople>;
  beforeAll(() => {
    people = classPeople(test);
  });
  beforeEach(() => {
    people.forget();
    test.setNow(NOW);
  });

  it("confirms while there are seats, then lets people wait in their order", async () => {
    const session = await people.put({ startsAt: STARTS, capacity: 2 });
    const replies = [];
    for (const name of ["a", "b", "c", "d"]) replies.push(await people.book(name, session));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(replies.map(({ body }) => [body.state, body.position])).toEqual([
      ["confirmed", undefined],
      ["confirmed", undefined],
      ["waitlisted", 1],
      ["waitlisted", 2],
    ]);
    expect(replies.map(({ body }) => body.number)).toEqual([1, 2, 3, 4]);
    expect(await people.detail("d", session)).toMatchObject({
      seatsLeft: 0,
      waitlistLength: 2,
      mine: { state: "waitlisted", position: 2 },
    });
  });

  it("answers a repeat with the same booking", async () => {
    const session = await people.put({ startsAt: STARTS, capacity: 1 });
    const first = await people.book("a", session);
    expect((await people.book("a", session)).body).toEqual(first.body);
    const waiting = await people.book("b", session);
    expect(await people.book("b", session)).toMatchObject({ status: 201, body: waiting.body });
  });

  it("offers a freed seat to the first for two hours, then to the next", async () => {
    const session = await people.put({ startsAt: STARTS, capacity: 1 });
    for (const name of ["a", "b", "c"]) await people.book(name, session);
    expect((await people.leave("a", session)).body).toEqual({ done: true, countsAsAbsence: false });
    const offered = await people.detail("b", session);
    expect(offered).toMatchObject({ seatsLeft: 0, waitlistLength: 1 });
    expect(Date.parse(offered.mine?.offerExpiresAt ?? "")).toBe(NOW + 2 * HOUR_MS);
    expect(refusalOf(await people.accept("c", session))).toBe("no_offer");
    expect((await people.book("d", session)).body).toMatchObject({ state: "waitlisted", position: 2 });
    test.setNow(NOW + 2 * HOUR_MS);
    expect(refusalOf(await people.accept("b", session))).toBe("offer_expired");
    expect((await people.detail("b", session)).mine?.state).toBe("lapsed");
    const next = await people.accept("c", session);
    expect(next).toMatchObject({ status: 200, body: { state: "confirmed" } });
    expect(await people.accept("c", session)).toMatchObject({ status: 200, body: next.body });
    expect((await people.mine("c")).bookings.map(({ state }) => state)).toEqual(["confirmed"]);
  });

  it("counts what is given back too late as an absence, and offers it all the same", async () => {
    const session = await people.put({ startsAt: STARTS, capacity: 1 });
    await people.book("a", session);
    await people.book("b", session);
    test.setNow(STARTS - 4 * HOUR_MS + 1);
    expect((await people.leave("a", session)).body.countsAsAbsence).toBe(true);
    const { mine: place } = await people.detail("b", session);
    expect(Date.parse(place?.offerExpiresAt ?? "")).toBe(STARTS - 4 * HOUR_MS + 1 + 59 * MINUTE_MS);
    expect((await people.mine("a")).absences).toMatchObject({ count: 1, warned: false });
  });
});
