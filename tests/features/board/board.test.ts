import { latLngToCell } from "h3-js";
import { beforeEach, describe, expect, it } from "vitest";
import { JOBS } from "../../../api/jobs/job-list.js";
import { runJobs } from "../../../api/jobs/run-jobs.js";
import type { BoardAnswer, BoardDayAnswer } from "../../../shared/board/board-answer.js";
import type { CellsAnswer } from "../../../shared/circle/coverage-answer.js";
import { DAY_MS } from "../../../shared/common/time.js";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import type { User } from "../../../shared/people/user.js";
import type { Station } from "../../../shared/stations/station.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenOfficer, givenUser, givenViewer } from "../../support/given-user.js";
import { testApp } from "../../support/test-app.js";

const zhongyuan = { code: "410102", text: "中原区" };
const erqi = { code: "410103", text: "二七区" };
const PLACE = { latitude: 34.75, longitude: 113.6 };

describe("the board", () => {
  const test = testApp();
  let station: Station;
  beforeEach(async () => {
    test.setNow(beijing("2026-12-02T10:10"));
    test.passWallTime(DAY_MS);
    station = givenStation({ id: "st_own", name: "建设路驿站", district: zhongyuan, location: PLACE });
    await test.store(station, givenStation({ district: erqi, location: { latitude: 34.6, longitude: 113.6 } }));
  });

  const read = async (user: User, query = "") =>
    test.call<BoardAnswer & ErrorAnswer>("GET", `/api/board${query}`, { token: await test.signInAs(user) });
  const boardOf = async (query = "?city=4101") => {
    const { body } = await read(givenViewer("4101"), query);
    if (!body.board) throw new Error(`there is no board: ${JSON.stringify(body)}`);
    const { board } = body;
    return board;
  };
  const run = async (now: string) => {
    test.setNow(beijing(now));
    test.passWallTime(3_600_000);
    const jobs = JOBS.filter(({ name }) => name === "keep-coverage");
    expect((await runJobs(test.deps, undefined, jobs)).jobs).toMatchObject([{ outcome: "done" }]);
  };

  it("is read by viewers and officers of their reach, and by nobody else", async () => {
    const codes = async (user: User) => (await read(user)).body.areas.map(({ code }) => code);
    expect(await codes(givenViewer("4101"))).toEqual(["4101", "410102", "410103"]);
    expect(await codes(givenViewer("410103"))).toEqual(["410103"]);
    expect(await codes(givenOfficer("41"))).toEqual(["4101", "410102", "410103"]);
    expect((await read(givenViewer("410103"))).body.board?.area).toEqual({ code: "410103", name: "二七区" });
    for (const city of ["4101", "410102", "6401"])
      expect((await read(givenViewer("410103"), `?city=${city}`)).status).toBe(403);
    expect((await read(givenUser({ viewReach: ["4101"] }), "?city=4101")).status).toBe(403);
    expect((await read(givenViewer("64"))).body).toMatchObject({ areas: [], board: null });
  });

  it("tells who has an open door now, at half past four and on the next holiday", async () => {
    const { now, early, holiday, cells, stations } = await boardOf();
    expect(stations).toBe(2);
    expect(cells).toBeGreaterThan(100);
    expect(now).toMatchObject({ from: "10:00", unknown: 0 });
    expect(now.covered).toBeGreaterThan(0.1);
    expect(early).toEqual({ from: "04:30", covered: 0, unknown: 0 });
    expect(holiday).toMatchObject({ from: "12:00", on: "2027-01-01", festival: "new_year" });
    expect((await boardOf("?city=410102")).stations).toBe(1);
  });

  it("tells a whole day, cell by cell, of the doors with what is asked for", async () => {
    const token = await test.signInAs(givenViewer("410102"));
    const day = async (query: string) =>
      (await test.call<BoardDayAnswer>("GET", `/api/board/day?city=410102&${query}`, { token })).body;
    const weekday = await day("on=weekday");
    const own = weekday.cells[latLngToCell(PLACE.latitude, PLACE.longitude, 9)];
    expect([own?.[9], own?.[20]]).toEqual(["s", "o"]);
    const open = Object.values(weekday.cells).filter((states) => states[20] === "o");
    expect(open.length / Object.keys(weekday.cells).length).toBeCloseTo(weekday.hours[20]?.covered ?? 0, 3);
    const cells = await test.call<CellsAnswer>("GET", "/api/coverage/cells?city=410102");
    expect(cells.body.features.map(({ id }) => id).sort()).toEqual(Object.keys(weekday.cells).sort());
    expect((await day("on=holiday")).on).toBe("2027-01-01");
    expect((await day("on=weekday&amenities=women_room")).hours[20]?.covered).toBe(0);
  });

  it("tells what to do next, at most five, and where searches found nothing", async () => {
    const { steps, unmet } = await boardOf();
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.length).toBeLessThanOrEqual(5);
    expect(steps[0]?.sentence).toContain("格·小时有门可进");
    expect(unmet).toEqual({ isCounted: true, countedDays: 0, places: [] });
  });

  it("works the steps out once a day, however many boards hang on a wall", async () => {
    await boardOf();
    const work: string[] = [];
    const { run: before } = test.deps.heavyWork;
    test.deps.heavyWork.run = (name, input) => {
      work.push(name);
      return before(name, input);
    };
    await boardOf();
    test.deps.heavyWork.run = before;
    expect(work).toEqual([]);
  });

  it("keeps a mean of each month by the hour, from the day on which it is first kept, a day counted once", async () => {
    expect((await boardOf()).months).toEqual([]);
    await run("2026-12-02T10:10");
    await run("2026-12-02T11:10");
    await run("2026-12-03T10:10");
    const { months, now } = await boardOf();
    expect(months).toMatchObject([{ month: "2026-12", days: 2, repairDays: null, repairs: 0 }]);
    expect(months[0]?.covered[20]).toBe(now.covered);
    expect(months[0]?.covered[9]).toBe(0);
    await run("2027-02-01T10:10");
    const later = (await boardOf()).months;
    expect(later.map(({ month, days }) => [month, days])).toEqual([
      ["2026-12", 2],
      ["2027-01", 0],
      ["2027-02", 1],
    ]);
    await run("2028-01-05T10:10");
    expect((await test.deps.boardMonths.list("4101")).map(({ month }) => month)).toEqual(["2027-02", "2028-01"]);
    expect((await boardOf()).months.map(({ month }) => month)).toHaveLength(12);
  });

  it("reads out of the record how long what was broken took, in its month, for the county and its city", async () => {
    const officer = givenOfficer("41");
    const say = async (now: string, state: "broken" | "working") => {
      test.setNow(beijing(now));
      const json = { state };
      const token = await test.signInAs(officer);
      const { status } = await test.call("PUT", "/api/stations/st_own/amenities/microwave", { token, json });
      expect(status).toBe(200);
    };
    await say("2026-10-01T08:00", "working");
    await say("2026-10-02T08:00", "broken");
    await say("2026-10-06T20:00", "working");
    await say("2026-11-20T08:00", "broken");
    await say("2026-11-21T08:00", "working");
    await say("2026-11-22T08:00", "broken");
    await say("2026-11-25T08:00", "working");
    await run("2026-12-02T10:10");
    const months = (await boardOf()).months;
    expect(months.map(({ month, repairDays, repairs }) => [month, repairDays, repairs])).toEqual([
      ["2026-10", 4.5, 1],
      ["2026-11", 2, 2],
      ["2026-12", null, 0],
    ]);
    expect((await boardOf()).repairs).toEqual({ days: 2, count: 2 });
    expect((await boardOf("?city=410103")).repairs).toEqual({ days: null, count: 0 });
    await say("2026-12-03T08:00", "broken");
    await say("2026-12-03T20:00", "working");
    await run("2026-12-04T10:10");
    await run("2026-12-05T10:10");
    const after = await boardOf();
    expect(after.months.at(-1)).toMatchObject({ month: "2026-12", repairDays: 0.5, repairs: 1 });
    expect(after.months.at(-2)).toMatchObject({ month: "2026-11", repairDays: 2, repairs: 2 });
  });

  it("tells of nobody: no ids of people or stations' telephones, whoever did what", async () => {
    const officer = givenOfficer("41");
    const token = await test.signInAs(officer);
    await test.call("PUT", "/api/stations/st_own/amenities/microwave", { token, json: { state: "broken" } });
    await test.call("PUT", "/api/stations/st_own/amenities/microwave", { token, json: { state: "working" } });
    await run("2026-12-02T10:10");
    const text = JSON.stringify(await boardOf());
    expect(text).not.toMatch(/us_|author|phone|keeper/);
    expect(text).not.toContain(officer.name);
  });
});
