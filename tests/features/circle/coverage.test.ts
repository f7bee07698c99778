import { cellToCenterChild, cellToLatLng, latLngToCell } from "h3-js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { JOBS } from "../../../api/jobs/job-list.js";
import { runJobs } from "../../../api/jobs/run-jobs.js";
import type { CellsAnswer, CoverageAnswer, CoverageDay } from "../../../shared/circle/coverage-answer.js";
import type { NextStepsAnswer } from "../../../shared/circle/steps-answer.js";
import { beijing, givenHours, givenStation } from "../../support/given.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

const PLACE = { latitude: 34.75, longitude: 113.6 };
const zhongyuan = { code: "410102", text: "中原区" };

describe("coverage of a city", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    await test.local.clear();
    test.setNow(beijing("2026-12-02T10:10"));
    // Few pictures are drawn for one caller in a minute: each test has a minute of its own.
    test.passWallTime(60_000);
  });
  const ask = async (query: string) => (await test.call<CoverageAnswer>("GET", `/api/coverage?${query}`)).body;
  const at = (answer: CoverageAnswer, from: string) => answer.hours.find((hour) => hour.from === from);

  it("says how many cells there are and which share is covered at each half hour", async () => {
    await test.store(givenStation({ district: zhongyuan, location: PLACE }));
    const answer = await ask("city=4101&on=2026-12-02&minutes=15&travel=walk");
    expect(answer).toMatchObject({ on: "2026-12-02", dayKind: "ordinary", reachMetres: 1_000, stations: 1 });
    expect(answer.hours).toHaveLength(48);
    expect(answer.plaques).toBeGreaterThan(0.1);
    expect(at(answer, "07:30")).toEqual({ from: "07:30", covered: 0, unknown: 0 });
    expect(at(answer, "08:00")?.covered).toBe(answer.plaques);
    expect(at(answer, "20:00")?.covered).toBe(0);
  });

  it("counts the stations of the city that is asked about, and of no other", async () => {
    await test.store(givenStation({ district: zhongyuan, location: PLACE }), givenStation({}));
    expect((await ask("city=4101")).stations).toBe(1);
    expect((await ask("city=410102")).stations).toBe(1);
    expect(await ask("city=4102")).toMatchObject({ stations: 0, cells: 0, plaques: 0 });
  });

  it("is made anew when a station changes, and kept until then", async () => {
    const station = givenStation({ district: zhongyuan, location: PLACE });
    await test.store(station);
    const before = await ask("city=4101&on=2026-12-02");
    const work: string[] = [];
    const { run } = test.deps.heavyWork;
    test.deps.heavyWork.run = (name, input) => {
      work.push(name);
      return run(name, input);
    };
    expect(await ask("city=4101&on=2026-12-03")).toMatchObject({ hours: before.hours });
    expect(work).toEqual([]);
    const later = { ...station, revision: 2, hours: givenHours({ week: Array.from({ length: 7 }, () => []) }) };
    const by = { author: { userId: null, role: null, way: "command" }, action: "station:change" } as const;
    expect(await test.deps.stations.put({ station: later, previous: station, by })).toBe("stored");
    expect(at(await ask("city=4101&on=2026-12-02"), "09:30")?.covered).toBe(0);
    expect(work).toEqual(["measureCoverage"]);
    test.deps.heavyWork.run = run;
  });

  it("goes by closures when it is asked what happened, and by posted hours else", async () => {
    const closure = { from: beijing("2026-12-02T09:00"), until: beijing("2026-12-02T12:00"), reason: null };
    await test.store(givenStation({ district: zhongyuan, location: PLACE, closure }));
    const posted = await ask("city=4101&on=2026-12-02");
    const happened = await ask("city=4101&on=2026-12-02&basis=happened");
    expect(at(posted, "10:00")?.covered).toBe(posted.plaques);
    expect(at(happened, "08:30")?.covered).toBe(posted.plaques);
    expect(at(happened, "10:00")?.covered).toBe(0);
    expect(at(happened, "12:00")?.covered).toBe(posted.plaques);
  });

  it("draws every cell with its state, closed and counter-clockwise", async () => {
    await test.store(givenStation({ district: zhongyuan, location: PLACE }));
    const { cells } = await ask("city=4101&on=2026-12-02");
    const { body } = await test.call<CellsAnswer>("GET", "/api/coverage/cells?city=4101&on=2026-12-02&at=09:30");
    expect(body.features).toHaveLength(cells);
    const own = body.features.find(({ id }) => id === latLngToCell(PLACE.latitude, PLACE.longitude, 9));
    expect(own?.properties.state).toBe("open");
    expect(new Set(body.features.map(({ properties }) => properties.state))).toEqual(new Set(["open", "none"]));
    const [west, south, east, north] = [113.59, 34.745, 113.6, 34.755] as const;
    const boxed = await test.call<CellsAnswer>(
      "GET",
      `/api/coverage/cells?city=4101&on=2026-12-02&at=09:30&bbox=${[west, south, east, north]}`,
    );
    const inside = body.features.filter(({ id }) => {
      const [latitude, longitude] = cellToLatLng(id);
      return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
    });
    expect(inside.length).toBeGreaterThan(3);
    expect(boxed.body.features).toEqual(inside);
    const wrong = await test.call("GET", "/api/coverage/cells?city=4101&bbox=113.6,34.7,113.5,34.8");
    expect(wrong.status).toBe(400);
    const [ring = []] = own?.geometry.coordinates ?? [];
    expect(ring.at(0)).toEqual(ring.at(-1));
    const area = ring.slice(1).reduce((sum, [x, y], index) => {
      const [beforeX = 0, beforeY = 0] = ring[index] ?? [];
      return sum + beforeX * y - x * beforeY;
    }, 0);
    expect(area).toBeGreaterThan(0);
    const night = await test.call<CellsAnswer>("GET", "/api/coverage/cells?city=4101&on=2026-12-02&at=04:30");
    expect(night.body.features.find(({ id }) => id === own?.id)?.properties.state).toBe("shut");
  });

  it("keeps each day, with what happened as it was known at the time, for 31 days", async () => {
    const station = givenStation({ district: zhongyuan, location: PLACE });
    await test.store(station);
    const jobs = JOBS.filter(({ name }) => name === "keep-coverage");
    const run = async (now: string) => {
      test.setNow(beijing(now));
      test.passWallTime(3_600_000);
      expect((await runJobs(test.deps, undefined, jobs)).jobs).toMatchObject([{ outcome: "done" }]);
    };
    const by = { author: { userId: null, role: null, way: "command" }, action: "station:close" } as const;
    await run("2026-12-02T09:10");
    const closure = { from: beijing("2026-12-02T09:20"), until: null, reason: null };
    const closed = { ...station, revision: 2, closure };
    await test.deps.stations.put({ station: closed, previous: station, by });
    await run("2026-12-02T10:10");
    await test.deps.stations.put({ station: { ...closed, revision: 3, closure: null }, previous: closed, by });
    await run("2026-12-02T11:10");
    const days = async () =>
      (await test.call<{ days: CoverageDay[] }>("GET", "/api/coverage/days?city=4101")).body.days;
    const [day] = await days();
    const share = (index: number) => day?.happened[index]?.covered;
    expect([18, 19, 20, 21, 22, 23].map(share)).toEqual([day?.plaques, 0, 0, day?.plaques, day?.plaques, day?.plaques]);
    expect(day?.posted[19]?.covered).toBe(day?.plaques);
    expect(day?.begun).toBe(23);
    await run("2027-01-01T10:10");
    expect((await days()).map(({ on }) => on)).toEqual(["2026-12-02", "2027-01-01"]);
    await run("2027-01-02T10:10");
    expect((await days()).map(({ on }) => on)).toEqual(["2027-01-01", "2027-01-02"]);
  });
});

it("ranks next steps for an officer, each in a sentence", async () => {
  const test = await startTestApp();
  test.setNow(beijing("2026-12-02T10:10"));
  await test.store(givenStation({ district: zhongyuan, location: PLACE, address: "郑州市中原区建设路 1 号" }));
  const token = await test.signIn("officer");
  const { status, body } = await test.call<NextStepsAnswer>(
    "GET",
    "/api/coverage/next-steps?city=4101&hours=10&sites=1",
    { token },
  );
  expect(status).toBe(200);
  expect(body.steps.map(({ kind }) => kind)).toEqual(["site", "hours"]);
  expect(body.wished).toEqual([]);
  const json = { ...PLACE, hour: 20, need: "door" };
  expect((await test.call("POST", "/api/missing-stations", { json })).status).toBe(201);
  // However many have been decided since.
  const [id = ""] = (await test.connection.redis.zrange("{stations}:missing-all", 0, -1)).map(String);
  const decided = Array.from({ length: 250 }, (_, index) => ({ score: Date.now() + index, member: `${id}${index}` }));
  for (const { score, member } of decided) {
    await test.connection.redis.zadd("{stations}:missing-all", { score, member });
    const copy = (await test.connection.redis.hgetall<Record<string, string>>(`{stations}:missing:${id}`)) ?? {};
    await test.connection.redis.hset(`{stations}:missing:${member}`, { ...copy, id: member, state: "refused" });
  }
  const after = await test.call<NextStepsAnswer>("GET", "/api/coverage/next-steps?city=4101&hours=0&sites=1", {
    token,
  });
  const cell = cellToCenterChild(latLngToCell(PLACE.latitude, PLACE.longitude, 8), 9);
  expect(after.body.wished).toMatchObject([{ cell, people: 1 }]);
  expect(after.body.wished[0]?.gainCellHours).toBeGreaterThan(0);
  expect(body.steps[1]?.sentence).toContain("建设路一带每周多出");
  await test.stop();
});
