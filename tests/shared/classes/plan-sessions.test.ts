import { describe, expect, it } from "vitest";
import type { ClassSession } from "../../../shared/classes/class-session.js";
import type { Course, CourseSchedule } from "../../../shared/classes/course.js";
import { type HeldCourse, plannedIds, plannedUntil, planSessions } from "../../../shared/classes/plan-sessions.js";
import { beijing } from "../../support/given.js";
import { givenCourse, givenVenue } from "../../support/given-class.js";

/** A Tuesday. */
const NOW = beijing("2026-11-24T10:00");
const WEDNESDAYS: CourseSchedule = {
  kind: "weekly",
  weekdays: [2],
  startsAt: "19:00",
  durationMinutes: 90,
  from: "2026-11-01",
  until: "2026-12-10",
  holidays: "skip",
  except: [],
};

function held(course: Partial<Course> = {}, venue = givenVenue()): HeldCourse {
  return { course: givenCourse({ id: "co_a", schedule: WEDNESDAYS, ...course }), venue };
}
function sessionsOf(given: HeldCourse): ClassSession[] {
  return planSessions(null, given, [], { now: NOW }).changes.map(({ session }) => session);
}
const dayOf = ({ id }: ClassSession) => id.slice(-4);
const at = (text: string) => beijing(`2026-${text}`);

describe("the sessions of a course", () => {
  it("are made for every date to come, with what the course says", () => {
    const sessions = sessionsOf(held({ capacity: 12, rules: { cancelBeforeMinutes: 60 }, bookingOpensDaysBefore: 7 }));
    expect(sessions.map(dayOf)).toEqual(["1125", "1202", "1209"]);
    expect(sessions[0]).toMatchObject({
      id: "cs_a_20261125",
      courseId: "co_a",
      capacity: 12,
      startsAt: at("11-25T19:00"),
      endsAt: at("11-25T20:30"),
      bookingOpensAt: at("11-18T19:00"),
      rules: { cancelBeforeMinutes: 60, mostBookings: 2 },
    });
  });

  it("are made 60 days ahead where each is booked by itself, and all at once where the term is", () => {
    const schedule = { ...WEDNESDAYS, until: "2027-06-30" };
    const last = (bookedBy: Course["bookedBy"]) => sessionsOf(held({ schedule, bookedBy })).at(-1)?.id;
    expect(last("session")).toBe("cs_a_20270120");
    expect(plannedUntil({ bookedBy: "session" }, NOW)).toBe(beijing("2027-01-24T00:00"));
    expect(last("term")).toBe("cs_a_20270630");
  });

  it("take the room of the course, else that of the venue", () => {
    expect(sessionsOf(held({ room: "三楼舞蹈教室" }))[0]?.venue.room).toBe("三楼舞蹈教室");
    expect(sessionsOf(held({ room: null }))[0]?.venue.room).toBe("二楼教室");
  });

  it("are not made again when they are there", () => {
    const given = held();
    expect(planSessions(given, given, sessionsOf(given), { now: NOW })).toEqual({ changes: [], vanished: [] });
    expect(plannedIds(given.course, NOW)).toEqual(sessionsOf(given).map(({ id }) => id));
  });

  it("change in what the course changed, and in nothing else", () => {
    const before = held();
    const sessions = sessionsOf(before).map((session) => ({ ...session, title: "圣诞专场" }));
    const plan = planSessions(before, held({ teacher: "丁老师" }), sessions, { now: NOW });
    expect(plan.changes.map(({ session }) => [session.title, session.teacher, session.revision])).toEqual(
      sessions.map(() => ["圣诞专场", "丁老师", 2]),
    );
  });

  it("keep their id and move when the hour changes", () => {
    const before = held();
    const after = held({ schedule: { ...WEDNESDAYS, startsAt: "18:30" } });
    const { changes, vanished } = planSessions(before, after, sessionsOf(before), { now: NOW });
    expect(vanished).toEqual([]);
    expect(changes.map(({ session, previous }) => [session.id === previous?.id, session.startsAt])).toEqual([
      [true, at("11-25T18:30")],
      [true, at("12-02T18:30")],
      [true, at("12-09T18:30")],
    ]);
  });

  it("vanish on days that the schedule loses, and come on days that it wins", () => {
    const before = held();
    const after = held({ schedule: { ...WEDNESDAYS, weekdays: [2, 4], except: ["2026-12-02"], until: "2026-12-09" } });
    const { changes, vanished } = planSessions(before, after, sessionsOf(before), { now: NOW });
    expect(vanished.map(dayOf)).toEqual(["1202"]);
    expect(changes.map(({ session }) => dayOf(session))).toEqual(["1127", "1204"]);
  });

  it("that an officer changed by itself or cancelled stay as they are", () => {
    const before = held();
    const [own, cancelled, other] = sessionsOf(before);
    if (!own || !cancelled || !other) throw new Error("there are three");
    const existing: ClassSession[] = [{ ...own, isOnItsOwn: true }, { ...cancelled, state: "cancelled" }, other];
    const ended = planSessions(before, held({ teacher: "丁老师" }), existing, { now: NOW });
    expect(ended.changes.map(({ session }) => dayOf(session))).toEqual(["1209"]);
  });

  it("come back when only the schedule had taken them away, as new ones, and not when an officer cancelled them", () => {
    const before = held();
    const [dropped, cancelled, other] = sessionsOf(before);
    if (!dropped || !cancelled || !other) throw new Error("there are three");
    const gone = { state: "cancelled", cancelledReason: "不上了", isOnItsOwn: true } as const;
    const existing: ClassSession[] = [{ ...dropped, ...gone, isOffSchedule: true }, { ...cancelled, ...gone }, other];
    const without = held({ schedule: { ...WEDNESDAYS, except: ["2026-11-25"] } });
    expect(planSessions(before, without, existing, { now: NOW }).changes).toEqual([]);
    const { changes, vanished } = planSessions(without, before, existing, { now: NOW });
    expect([changes.length, vanished]).toEqual([1, []]);
    expect(changes[0]?.session).toEqual({ ...dropped, revision: dropped.revision + 1 });
  });

  it("that began are left alone, also when the hour is moved behind them", () => {
    const before = held();
    const now = at("11-25T19:30");
    const { changes, vanished } = planSessions(before, held({ teacher: "丁老师" }), sessionsOf(before), { now });
    expect(changes.map(({ session }) => dayOf(session))).toEqual(["1202", "1209"]);
    expect(vanished).toEqual([]);
  });

  it("all vanish when the course ends", () => {
    const before = held();
    const { changes, vanished } = planSessions(before, held({ state: "ended" }), sessionsOf(before), { now: NOW });
    expect([changes, vanished.map(dayOf)]).toEqual([[], ["1125", "1202", "1209"]]);
  });

  it("before the day from which a change counts stay as they are, then and later", () => {
    const before = held();
    const sessions = sessionsOf(before);
    const schedule = { ...WEDNESDAYS, weekdays: [3] };
    const after = held({ schedule, scheduleSince: "2026-12-02", teacher: "丁老师" });
    const { changes, vanished } = planSessions(before, after, sessions, { now: NOW, from: at("12-02T00:00") });
    expect(vanished.map(dayOf)).toEqual(["1202", "1209"]);
    expect(changes.map(({ session }) => dayOf(session))).toEqual(["1203", "1210"]);

    const left = [...sessions.slice(0, 1), ...changes.map(({ session }) => session)];
    expect(planSessions(after, after, left, { now: NOW })).toEqual({ changes: [], vanished: [] });
    const renamed = planSessions(after, { ...after, course: { ...after.course, title: "瑜伽" } }, left, { now: NOW });
    expect(renamed.changes.map(({ session }) => [dayOf(session), session.title, session.teacher])).toEqual([
      ["1125", "瑜伽", "马老师"],
      ["1203", "瑜伽", "丁老师"],
      ["1210", "瑜伽", "丁老师"],
    ]);
  });

  it("carry the name that their venue has now, also those changed by themselves", () => {
    const before = held();
    const [first, second] = sessionsOf(before);
    if (!first || !second) throw new Error("there are three");
    const existing = [{ ...first, isOnItsOwn: true }, second];
    const { changes } = planSessions(before, held({}, givenVenue({ name: "新名字驿站" })), existing, { now: NOW });
    expect(changes.slice(0, 1).map(({ session }) => dayOf(session))).toEqual(["1209"]);
    expect(changes.map(({ session }) => session.venue.name)).toEqual(["新名字驿站", "新名字驿站", "新名字驿站"]);
  });
});
