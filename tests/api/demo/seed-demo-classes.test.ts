import { beforeEach, describe, expect, it } from "vitest";
import { makeSessions } from "../../../api/classes/make-sessions.js";
import { seedDemoClasses } from "../../../api/demo/seed-demo-classes.js";
import { seedDemoStations } from "../../../api/demo/seed-demo-stations.js";
import type { SessionItem, Timetable } from "../../../shared/classes/class-answer.js";
import { beijingDate, beijingDayNumber, DAY_MS, weekdayOf } from "../../../shared/common/time.js";
import { beijing } from "../../support/given.js";
import { givenCourse } from "../../support/given-class.js";
import { testApp } from "../../support/test-app.js";

const test = testApp();
beforeEach(async () => {
  test.setNow(beijing("2026-11-25T10:00"));
  await seedDemoStations(test.deps);
});

async function sessionsOf(firstDay: number, days: number): Promise<SessionItem[]> {
  const [from, to] = [beijingDate(firstDay), beijingDate(firstDay + days - 1)];
  return (await test.call<Timetable>("GET", `/api/classes?from=${from}&to=${to}`)).body.sessions;
}
/** How many sessions each of this and the next two weeks has. */
async function weeks(): Promise<number[]> {
  const today = beijingDayNumber(test.deps.clock());
  const monday = today - weekdayOf(today);
  const counts = [0, 7, 14].map(async (days) => (await sessionsOf(monday + days, 7)).length);
  return Promise.all(counts);
}
const isUntouched = ({ capacity, seatsLeft, waitlistLength }: SessionItem) =>
  seatsLeft === capacity && waitlistLength === 0;

describe("the classes of demo mode", () => {
  it("are twelve in each of this and the next two weeks, the days gone by included", async () => {
    await seedDemoClasses(test.deps);
    expect(await weeks()).toEqual([12, 12, 12]);
  });

  it("are all marked 示例，at places marked 示例，open for booking, of many kinds", async () => {
    await seedDemoClasses(test.deps);
    const sessions = await sessionsOf(beijingDayNumber(test.deps.clock()), 7);
    for (const session of sessions) {
      expect(session).toMatchObject({ isDemo: true, state: "scheduled", bookingOpensAt: null });
      expect(session.venue.name).toMatch(/^示例·/);
    }
    expect(sessions.map(({ venue }) => venue.name)).toContain("示例·兴庆区职工培训中心");
    expect(new Set(sessions.map(({ category }) => category)).size).toBeGreaterThanOrEqual(8);
  });

  it.each(Array.from({ length: 7 }, (_, i) => i))(
    "are mostly without a booking in the coming seven days, one being full with people waiting (day %i)",
    async (day) => {
      test.setNow(beijing("2026-11-23T20:30") + day * DAY_MS);
      await seedDemoClasses(test.deps);
      const now = test.deps.clock();
      const coming = (await sessionsOf(beijingDayNumber(now), 8)).filter(
        ({ startsAt }) => Date.parse(startsAt) > now && Date.parse(startsAt) < now + 7 * DAY_MS,
      );
      expect(coming.filter(isUntouched).length).toBeGreaterThanOrEqual(6);
      const full = coming.filter(({ seatsLeft, waitlistLength }) => seatsLeft === 0 && waitlistLength === 2);
      expect(full.map(({ title }) => title)).toEqual(["葫芦丝小班"]);
    },
  );

  it("are there again when the clock is set, forwards and back, over holidays and years", async () => {
    await seedDemoClasses(test.deps);
    for (const now of ["2026-12-02T10:00", "2028-02-01T10:00", "2026-11-29T23:59", "2025-10-03T09:00"]) {
      await test.call("PUT", "/api/demo/clock", { json: { now: `${now}:00+08:00` } });
      expect([now, await weeks()]).toEqual([now, [12, 12, 12]]);
    }
    await test.call("PUT", "/api/demo/clock", { json: { now: null } });
  });

  it("roll with time, and go on being shown with one full class a week", async () => {
    await seedDemoClasses(test.deps);
    await makeSessions(test.deps);
    for (let week = 1; week <= 12; week++) {
      test.setNow(beijing("2026-11-25T10:00") + week * 7 * DAY_MS);
      await makeSessions(test.deps);
      await seedDemoClasses(test.deps);
      expect(await weeks()).toEqual([12, 12, 12]);
      const coming = await sessionsOf(beijingDayNumber(test.deps.clock()), 7);
      expect(coming.filter(({ seatsLeft }) => seatsLeft === 0)).toHaveLength(1);
    }
  });

  it("are made once, and a seat that somebody gave back stays free", async () => {
    await seedDemoClasses(test.deps);
    const [full] = (await sessionsOf(beijingDayNumber(test.deps.clock()), 7)).filter(
      ({ seatsLeft }) => seatsLeft === 0,
    );
    const roster = async () => {
      const token = await test.signIn("officer");
      const path = `/api/classes/${full?.id}/roster`;
      return (await test.call<{ entries: { calledBy: string; state: string }[] }>("GET", path, { token })).body.entries;
    };
    const [first] = await roster();
    const token = await test.signIn("worker", first?.calledBy);
    expect((await test.call("DELETE", `/api/classes/${full?.id}/booking`, { token })).status).toBe(200);
    const before = await roster();
    await seedDemoClasses(test.deps);
    expect(await roster()).toEqual(before);
    expect(before.map(({ state }) => state).sort()).toEqual(
      ["cancelled", "confirmed", "confirmed", "confirmed", "confirmed", "confirmed", "offered", "waitlisted"].sort(),
    );
    expect(await weeks()).toEqual([12, 12, 12]);
  });

  it("are not made where somebody has courses of their own, or no 示例 stations", async () => {
    await test.deps.courses.change({ what: "course", course: givenCourse(), previous: null });
    await seedDemoClasses(test.deps);
    expect(await weeks()).toEqual([0, 0, 0]);
    await test.local.clear();
    await seedDemoClasses(test.deps);
    expect(await weeks()).toEqual([0, 0, 0]);
  });

  it("stay as an officer changed them", async () => {
    await seedDemoClasses(test.deps);
    const token = await test.signIn("officer");
    const { status } = await test.call("POST", "/api/courses/co_demo_01/end", { token });
    expect(status).toBe(200);
    await seedDemoClasses(test.deps);
    expect((await weeks())[2]).toBe(11);
  });
});
