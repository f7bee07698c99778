import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BookingAnswer, LeaveAnswer, MyBookings, SessionDetail } from "../../../shared/classes/class-answer.js";
import type { ClassSession } from "../../../shared/classes/class-session.js";
import { HOUR_MS, MINUTE_MS } from "../../../shared/core/time.js";
import { beijing } from "../../support/given.js";
import { givenSession } from "../../support/given-class.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");
const STARTS = beijing("2026-11-27T19:00");

describe.each(TRANSPORTS)("booking a class, over %s", (transport) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(transport);
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    await test.local.clear();
    test.setNow(NOW);
  });

  const put = async (session: Partial<ClassSession> = {}) => {
    const made = givenSession({ startsAt: STARTS, ...session });
    await test.deps.classSessions.put({ session: made, previous: null });
    return made;
  };
  const as = async (name: string) => ({ token: await test.signIn("worker", name) });
  const book = async (name: string, { id }: ClassSession) =>
    test.call<BookingAnswer & { error?: { code: string } }>("POST", `/api/classes/${id}/booking`, await as(name));
  const accept = async (name: string, { id }: ClassSession) =>
    test.call<BookingAnswer & { error?: { code: string } }>(
      "POST",
      `/api/classes/${id}/booking/accept`,
      await as(name),
    );
  const leave = async (name: string, { id }: ClassSession, path = "") =>
    test.call<LeaveAnswer & { error?: { code: string } }>(
      path === "" ? "DELETE" : "POST",
      `/api/classes/${id}/booking${path}`,
      await as(name),
    );
  const code = (reply: { status: number; body: { error?: { code: string } } }) => reply.body.error?.code;
  const detail = async (name: string, { id }: ClassSession) =>
    (await test.call<SessionDetail>("GET", `/api/classes/${id}`, await as(name))).body;
  const mine = async (name: string) => (await test.call<MyBookings>("GET", "/api/bookings/mine", await as(name))).body;

  it("confirms while there are seats, then lets people wait in their order", async () => {
    const session = await put({ capacity: 2 });
    const replies = [];
    for (const name of ["a", "b", "c", "d"]) replies.push(await book(name, session));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(replies.map(({ body }) => [body.state, body.position])).toEqual([
      ["confirmed", undefined],
      ["confirmed", undefined],
      ["waitlisted", 1],
      ["waitlisted", 2],
    ]);
    expect(replies.map(({ body }) => body.number)).toEqual([1, 2, 3, 4]);
    expect(await detail("d", session)).toMatchObject({
      seatsLeft: 0,
      waitlistLength: 2,
      mine: { state: "waitlisted", position: 2 },
    });
  });

  it("answers a repeat with the same booking", async () => {
    const session = await put({ capacity: 1 });
    const first = await book("a", session);
    expect((await book("a", session)).body).toEqual(first.body);
    const waiting = await book("b", session);
    expect(await book("b", session)).toMatchObject({ status: 201, body: waiting.body });
  });

  it("offers a freed seat to the first for two hours, then to the next", async () => {
    const session = await put({ capacity: 1 });
    for (const name of ["a", "b", "c"]) await book(name, session);
    expect((await leave("a", session)).body).toEqual({ done: true, countsAsAbsence: false });
    const offered = await detail("b", session);
    expect(offered).toMatchObject({ seatsLeft: 0, waitlistLength: 1 });
    expect(Date.parse(offered.mine?.offerExpiresAt ?? "")).toBe(NOW + 2 * HOUR_MS);
    expect(code(await accept("c", session))).toBe("no_offer");
    expect((await book("d", session)).body).toMatchObject({ state: "waitlisted", position: 2 });
    test.setNow(NOW + 2 * HOUR_MS);
    expect(code(await accept("b", session))).toBe("offer_expired");
    expect((await detail("b", session)).mine?.state).toBe("lapsed");
    const next = await accept("c", session);
    expect(next).toMatchObject({ status: 200, body: { state: "confirmed" } });
    expect(await accept("c", session)).toMatchObject({ status: 200, body: next.body });
    expect((await mine("c")).bookings.map(({ state }) => state)).toEqual(["confirmed"]);
  });

  it("counts what is given back too late as an absence, and offers it all the same", async () => {
    const session = await put({ capacity: 1 });
    await book("a", session);
    await book("b", session);
    test.setNow(STARTS - 4 * HOUR_MS + 1);
    expect((await leave("a", session)).body.countsAsAbsence).toBe(true);
    const { mine: place } = await detail("b", session);
    expect(Date.parse(place?.offerExpiresAt ?? "")).toBe(STARTS - 4 * HOUR_MS + 1 + 59 * MINUTE_MS);
    expect((await mine("a")).absences).toMatchObject({ count: 1, warned: false });
  });
});
