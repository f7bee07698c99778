import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkInCode } from "../../../api/classes/check-in-code.js";
import type { CheckInCode } from "../../../shared/classes/class-answer.js";
import type { ClassSession } from "../../../shared/classes/class-session.js";
import { keepRoster, type RosterMove } from "../../../shared/classes/roster-move.js";
import { MINUTE_MS } from "../../../shared/common/time.js";
import { classPeople, refusalOf } from "../../support/class-people.js";
import { beijing } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");
const STARTS = beijing("2026-11-27T19:00");
const SECOND_MS = 1_000;

describe.each(TRANSPORTS)("the day of a class, over %s", (transport) => {
  const test = testApp(transport);
  let people: ReturnType<typeof classPeople>;
  let session: ClassSession;
  let now: number;
  beforeAll(() => {
    people = classPeople(test);
  });
  beforeEach(async () => {
    people.forget();
    await people.signInStaff();
    goTo(NOW);
    session = await people.put({ startsAt: STARTS, capacity: 2 });
  });

  const goTo = (next: number) => {
    now = next;
    test.setNow(next);
  };
  const code = (at = now) => checkInCode(test.deps.fingerprint, session.id, at).code;
  const checkIn = (name: string, shown = code()) => people.checkIn(name, session, shown);
  const lineOf = async (calledBy: string) => {
    const line = (await people.roster("keeper", session)).body.entries.find((one) => one.calledBy === calledBy);
    if (!line) throw new Error(`${calledBy} is not on the roster`);
    return line;
  };

  it.each([
    ["31 minutes before", -30 * MINUTE_MS - 1, "check_in_not_open"],
    ["30 minutes before", -30 * MINUTE_MS, "200"],
    ["a moment before 15 minutes after", 15 * MINUTE_MS - 1, "200"],
    ["15 minutes after", 15 * MINUTE_MS, "check_in_closed"],
  ])("takes the code of the hall %s the start as it should", async (_, after, expected) => {
    await people.book("li", session);
    goTo(STARTS + after);
    expect(refusalOf(await checkIn("li"))).toBe(expected);
  });

  it("shows a new code every half minute, and takes the one before for as long", async () => {
    for (const name of ["a", "b"]) await people.book(name, session);
    goTo(STARTS - 10 * MINUTE_MS);
    const shown = (await people.call<CheckInCode>("keeper", "GET", `classes/${session.id}/check-in-code`)).body;
    expect(shown).toMatchObject({ code: code(), expiresAt: new Date(now + 30 * SECOND_MS).toISOString() });
    expect(shown.url).toContain(`/#/visitor/check-in/index?id=${session.id}&code=${shown.code}`);
    goTo(now + 30 * SECOND_MS);
    expect(code()).not.toBe(shown.code);
    goTo(now + 29 * SECOND_MS);
    expect(refusalOf(await checkIn("a", shown.code))).toBe("200");
    goTo(now + SECOND_MS);
    expect(refusalOf(await checkIn("b", shown.code))).toBe("check_in_code_wrong");
  });

  it("does not take the code of another class, and lets nobody guess on", async () => {
    const other = await people.put({ startsAt: STARTS });
    await people.book("li", session);
    goTo(STARTS);
    const foreign = checkInCode(test.deps.fingerprint, other.id, now).code;
    for (let guess = 0; guess < 10; guess++)
      expect(refusalOf(await checkIn("li", foreign))).toBe("check_in_code_wrong");
    expect(refusalOf(await checkIn("li"))).toBe("too_many_requests");
    expect(refusalOf(await people.onRoster("keeper", session, (await lineOf("li")).bookingId, "check-in"))).toBe("200");
  });

  it("checks an account in once, and says the same to a repeat", async () => {
    await people.book("li", session);
    goTo(STARTS);
    const first = await checkIn("li");
    expect(first.body).toMatchObject({ state: "attended", number: 1 });
    goTo(now + MINUTE_MS);
    expect((await checkIn("li")).body).toEqual(first.body);
    expect(await lineOf("li")).toMatchObject({ checkedInBy: "code", checkedInAt: new Date(STARTS).toISOString() });
    expect(refusalOf(await people.leave("li", session))).toBe("already_checked_in");
  });

  it("lets staff strike out a check-in from elsewhere, and check in whoever really comes", async () => {
    await people.book("li", session);
    goTo(STARTS - 20 * MINUTE_MS);
    await checkIn("li");
    const { bookingId } = await lineOf("li");
    expect((await people.onRoster("keeper", session, bookingId, "strike")).body).toMatchObject({ state: "confirmed" });
    expect(refusalOf(await checkIn("li"))).toBe("check_in_struck");
    expect((await people.onRoster("keeper", session, bookingId, "check-in")).body).toMatchObject({
      state: "attended",
      checkedInBy: "keeper",
    });
    goTo(session.endsAt);
    expect((await people.onRoster("keeper", session, bookingId, "strike")).body.state).toBe("absent");
    expect((await people.mine("li")).absences.count).toBe(1);
    expect((await people.onRoster("keeper", session, bookingId, "waive")).body.waived).toBe(true);
    expect((await people.mine("li")).absences.count).toBe(0);
    expect((await people.mine("li")).bookings[0]?.absence).toBe("waived");
  });

  it("leaves every line of the roster as the phone of its keeper shows it at once", async () => {
    const small = await people.put({ startsAt: STARTS, capacity: 2, waitlistLimit: 5 });
    for (const name of ["a", "b", "waits"]) await people.book(name, small);
    const roster = async () => (await people.roster("keeper", small)).body;
    const move = async (calledBy: string, what: RosterMove) => {
      const { session: shown, entries } = await roster();
      const line = entries.find((one) => one.calledBy === calledBy);
      if (line === undefined) throw new Error(`${calledBy} is not on the roster`);
      const { status, body } = await people.onRoster("keeper", small, line.bookingId, what);
      expect([calledBy, what, status, body]).toEqual([calledBy, what, 200, keepRoster(line, what, shown, now)]);
    };
    goTo(STARTS - 10 * MINUTE_MS);
    await move("a", "check-in");
    await move("a", "strike");
    await move("a", "check-in");
    await people.leave("b", small);
    goTo(STARTS + 10 * MINUTE_MS);
    await move("waits", "check-in");
    await move("waits", "strike");
    goTo(STARTS + 15 * MINUTE_MS);
    await move("a", "strike");
    await move("a", "waive");
  });

  it("lets staff waive the absence of somebody who came back into the queue, and the next one too", async () => {
    const small = await people.put({ startsAt: STARTS, capacity: 1 });
    const waive = async () => {
      const { entries } = (await people.roster("keeper", small)).body;
      const line = entries.find(({ calledBy }) => calledBy === "a");
      return refusalOf(await people.onRoster("keeper", small, line?.bookingId ?? "", "waive"));
    };
    await people.book("a", small);
    goTo(STARTS - 180 * MINUTE_MS);
    expect((await people.leave("a", small)).body.countsAsAbsence).toBe(true);
    for (const name of ["b", "a"]) await people.book(name, small);
    expect(await waive()).toBe("200");
    expect((await people.mine("a")).absences.count).toBe(0);
    await people.leave("b", small);
    expect(refusalOf(await people.accept("a", small))).toBe("200");
    goTo(small.endsAt);
    expect((await people.mine("a")).absences.count).toBe(1);
    expect(await waive()).toBe("200");
    expect((await people.mine("a")).absences.count).toBe(0);
    expect(await waive()).toBe("200");
  });

  it("lets no absence from a whole session count in one go: those there are, late ones, and those to come", async () => {
    const waiveAll = (who: "keeper" | "officer" | "li") => people.call(who, "POST", `classes/${session.id}/waive`);
    await people.book("late", session);
    goTo(STARTS - 180 * MINUTE_MS);
    await people.leave("late", session);
    await people.book("li", session);
    expect((await people.mine("late")).absences.count).toBe(1);
    expect(refusalOf(await waiveAll("li"))).toBe("not_allowed");
    expect((await waiveAll("keeper")).body).toMatchObject({ id: session.id, absencesWaived: true });
    expect((await people.mine("late")).absences.count).toBe(0);
    await people.book("wang", session);
    expect((await people.leave("wang", session)).body.countsAsAbsence).toBe(false);
    goTo(session.endsAt);
    expect((await people.mine("li")).absences.count).toBe(0);
    expect((await people.mine("li")).bookings[0]?.absence).toBe("waived");
    expect(refusalOf(await waiveAll("officer"))).toBe("200");
  });

  it("grants the appeals against a session whose absences are waived", async () => {
    await people.book("li", session);
    goTo(session.endsAt);
    const [missed] = (await people.mine("li")).bookings;
    await people.call("li", "POST", `bookings/${missed?.bookingId}/appeal`, { text: "那天下暴雪" });
    await people.call("keeper", "POST", `classes/${session.id}/waive`);
    expect((await people.call<{ appeals: unknown[] }>("officer", "GET", "appeals")).body.appeals).toEqual([]);
    expect((await people.mine("li")).bookings[0]?.absence).toBe("waived");
  });

  it("seats whoever stands there from ten minutes after the start, in seats that are free", async () => {
    for (const name of ["a", "b", "c"]) await people.book(name, session);
    goTo(STARTS - 5 * MINUTE_MS);
    await people.leave("a", session);
    goTo(STARTS + 10 * MINUTE_MS - 1);
    expect(refusalOf(await people.walkIn("keeper", session, "老赵"))).toBe("walk_in_not_open");
    expect(refusalOf(await checkIn("c"))).toBe("walk_in_not_open");
    expect(refusalOf(await checkIn("d"))).toBe("not_booked");
    goTo(STARTS + 10 * MINUTE_MS);
    expect((await checkIn("c")).body).toMatchObject({ state: "attended" });
    expect(refusalOf(await checkIn("d"))).toBe("no_seat_free");
    // Whoever booked and is not here when the check-in ends leaves a seat, too.
    goTo(STARTS + 15 * MINUTE_MS);
    expect((await people.walkIn("keeper", session, "老赵")).body).toMatchObject({
      state: "attended",
      checkedInBy: "walk_in",
      calledBy: "老赵",
    });
    expect(await lineOf("b")).toMatchObject({ state: "absent" });
    expect(refusalOf(await people.walkIn("keeper", session, "老钱"))).toBe("no_seat_free");
  });

  it("goes on checking in where the clock of the demo is set back", async () => {
    for (const name of ["a", "b", "c"]) await people.book(name, session);
    goTo(session.endsAt);
    expect(await lineOf("a")).toMatchObject({ state: "absent" });
    expect((await people.mine("a")).absences).toMatchObject({ count: 1 });
    goTo(STARTS - 60 * MINUTE_MS);
    expect([await lineOf("a"), await lineOf("b")]).toMatchObject([{ state: "confirmed" }, { state: "confirmed" }]);
    expect((await people.mine("a")).absences).toMatchObject({ count: 0 });
    expect((await people.detail("c", session)).mine).toMatchObject({ state: "waitlisted", position: 1 });
    goTo(STARTS);
    expect(refusalOf(await checkIn("a"))).toBe("200");
    goTo(session.endsAt);
    expect([await lineOf("a"), await lineOf("b")]).toMatchObject([{ state: "attended" }, { state: "absent" }]);
  });

  it("shows the roster to the staff of the hall, with names and numbers and nothing else", async () => {
    await people.book("li", session);
    const { body } = await people.roster("officer", session);
    expect(Object.keys(body.entries[0] ?? {}).sort()).toEqual(
      ["bookingId", "calledBy", "checkedInAt", "checkedInBy", "number", "state", "waived"].sort(),
    );
    const elsewhere = await people.put({ venue: { ...session.venue, id: "st_elsewhere" } });
    expect(refusalOf(await people.roster("keeper", elsewhere))).toBe("not_allowed");
    expect(refusalOf(await people.roster("officer", elsewhere))).toBe("200");
  });

  it("hears an appeal once, and lets an absence not count when it is granted", async () => {
    await people.book("li", session);
    goTo(session.endsAt);
    const [missed] = (await people.mine("li")).bookings;
    const path = `bookings/${missed?.bookingId}/appeal`;
    expect(refusalOf(await people.call("wang", "POST", path, { text: "是我" }))).toBe("not_found");
    const said = await people.call("li", "POST", path, { text: "那天下暴雪，路封了" });
    expect(said).toMatchObject({ status: 201, body: { done: true } });
    await people.call("li", "POST", path, { text: "再说一遍" });
    const { appeals } = (await people.call<{ appeals: { text: string }[] }>("officer", "GET", "appeals")).body;
    expect(appeals.map(({ text }) => text)).toEqual(["那天下暴雪，路封了"]);
    expect((await people.mine("li")).bookings[0]?.absence).toBe("appealed");
    const decide = (decision: string) =>
      people.call<{ state: string }>("officer", "POST", `appeals/${missed?.bookingId}`, { decision });
    expect((await decide("granted")).body.state).toBe("granted");
    expect((await decide("granted")).status).toBe(200);
    expect(refusalOf(await decide("refused"))).toBe("appeal_decided");
    expect((await people.mine("li")).absences.count).toBe(0);
    expect((await people.mine("li")).bookings[0]?.absence).toBe("waived");
  });

  it("goes into the attendance that officers export, and is forgotten after a year", async () => {
    for (const name of ["=li", "wang"]) await people.book(name, session);
    goTo(STARTS);
    await checkIn("wang");
    goTo(session.endsAt);
    const path = `classes/attendance?from=2026-11-27&to=2026-11-27&format=csv`;
    const csv = (await people.call<string>("officer", "GET", path)).body;
    expect(String(csv).split("\r\n")).toEqual([
      "日期,开始,课程,场馆,报名号,称呼,情况,签到时间,签到方式,免记缺席",
      "2026-11-27,19:00,零基础瑜伽,丽景街驿站,1,'=li,缺席,,,",
      "2026-11-27,19:00,零基础瑜伽,丽景街驿站,2,wang,到场,19:00,扫码,",
      "",
    ]);
    goTo(session.endsAt + 365 * 24 * 60 * MINUTE_MS);
    expect(await test.deps.bookings.settleDue(now, 100)).toBe(1);
    expect((await test.deps.classReadings.roster(now, session.id))?.entries).toEqual([]);
    expect((await people.mine("wang")).bookings).toEqual([]);
    expect(await test.deps.bookings.settleDue(now, 100)).toBe(0);
  });
});
