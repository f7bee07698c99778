import { latLngToCell } from "h3-js";
import { beforeEach, describe, expect, it } from "vitest";
import type { BoardAnswer } from "../../../shared/board/board-answer.js";
import type { CoverageAnswer } from "../../../shared/circle/coverage-answer.js";
import type { PeopleTableAnswer, PeopleTablePut } from "../../../shared/circle/people-table-answer.js";
import type { NextStepsAnswer } from "../../../shared/circle/steps-answer.js";
import { toWgs84 } from "../../../shared/common/place.js";
import { beijing, givenHours, givenStation } from "../../support/given.js";
import { testApp } from "../../support/test-app.js";

const NEAR = { latitude: 34.75, longitude: 113.6 };
/** 2 km away: within the circle, and out of reach on foot. */
const FAR = { latitude: 34.768, longitude: 113.6 };
const zhongyuan = { code: "410102", text: "中原区" };
const day = (opens: number, closes: number) => Array.from({ length: 7 }, () => [{ opens, closes }]);

describe("the table of people that an office brings", () => {
  const test = testApp();
  let token: string;
  beforeEach(async () => {
    test.setNow(beijing("2026-12-02T10:10"));
    test.passWallTime(60_000);
    token = await test.signIn("officer");
    await test.store(
      givenStation({ district: zhongyuan, location: NEAR, hours: givenHours({ week: day(480, 1_200) }) }),
    );
  });
  const send = (csv: string, query = "") =>
    test.call<PeopleTablePut>("POST", `/api/coverage/people?city=4101${query}`, {
      token,
      body: csv,
      headers: { "content-type": "text/csv" },
    });
  const known = async () =>
    (await test.call<PeopleTableAnswer>("GET", "/api/coverage/people?city=4101", { token })).body.table;
  const shares = () => test.call<CoverageAnswer>("GET", "/api/coverage?city=4101&on=2026-12-02&weights=people");

  it("makes shares of cells shares of people", async () => {
    expect((await shares()).body).toMatchObject({ error: { code: "no_people_table" } });
    const csv = `经度(GCJ-02),纬度(GCJ-02),人数\n${NEAR.longitude},${NEAR.latitude},300\n${FAR.longitude},${FAR.latitude},"1,000"\n`;
    expect((await send(csv)).body).toMatchObject({
      table: { rows: 2, cells: 2, people: 1_300 },
      peopleInCircle: 1_300,
    });
    const { body } = await shares();
    expect(body).toMatchObject({ people: 1_300, plaques: 0.2308 });
    expect(body.hours[20]).toEqual({ from: "10:00", covered: 0.2308, unknown: 0 });
    expect(body.hours[2]?.covered).toBe(0);
    const board = (await test.call<BoardAnswer>("GET", "/api/board?city=4101", { token })).body.board;
    expect(board?.people).toEqual({ count: 1_300, now: 0.2308, early: 0 });
    expect((await send(csv.replace('"1,000"', "0"))).status).toBe(200);
    expect((await shares()).body).toMatchObject({ people: 300, plaques: 1 });
  });

  it("reads cells and other datums, and needs to be told which", async () => {
    const there = toWgs84(NEAR);
    const cell = latLngToCell(there.latitude, there.longitude, 9);
    const csv = `H3格子,人口\n${cell},25.5\n`;
    const untold = await send(csv);
    expect(untold).toMatchObject({ status: 422, body: { error: { code: "import_rejected" } } });
    expect(JSON.stringify(untold.body)).toContain("坐标系");
    expect((await send(csv, "&datum=wgs84")).body).toMatchObject({ table: { people: 25.5, datum: "wgs84" } });
    // The very cell is another one where it is taken for one over GCJ-02: half a kilometre away.
    expect((await shares()).body.plaques).toBe(1);
  });

  it("names every wrong cell, and keeps nothing of a table with one", async () => {
    await send(`lng,lat,people\n${NEAR.longitude},${NEAR.latitude},7\n`, "&datum=gcj02");
    const wrong = await send(
      `经度,纬度,人数\n${NEAR.longitude},${NEAR.latitude},8\n${NEAR.latitude},${NEAR.longitude},8\n113.6,34.7,很多\n`,
      "&datum=gcj02",
    );
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({
      error: { fields: [{ path: "row 3 / 经度" }, { path: "row 4 / 人数" }] },
    });
    expect((await known())?.people).toBe(7);
  });

  it("is checked without being kept, warns of another city's, and is removed", async () => {
    const csv = "经度(百度),纬度,人数\n104.07,30.67,5\n";
    const tried = await send(csv, "&dryRun=true");
    expect(tried.body).toMatchObject({ table: { datum: "bd09" }, peopleInCircle: 0 });
    expect(tried.body.warnings[0]?.message).toContain("服务圈");
    expect(await known()).toBeNull();
    await send(csv);
    expect((await known())?.rows).toBe(1);
    await test.call("DELETE", "/api/coverage/people?city=4101", { token });
    expect(await known()).toBeNull();
    const { body } = await test.call<{ entries: { action: string }[] }>("GET", "/api/audit", { token });
    expect(body.entries.slice(0, 2).map(({ action }) => action)).toEqual(["people-table:remove", "people-table:put"]);
    expect(await test.connection.redis.keys("*people-*table*")).toEqual([]);
    expect(await test.connection.redis.keys("*people-of-cells*")).toEqual([]);
  });

  it("has next steps go where people are, and tells what they gain", async () => {
    const steps = async (query: string) =>
      (await test.call<NextStepsAnswer>("GET", `/api/coverage/next-steps?city=4101&hours=0&sites=1${query}`, { token }))
        .body;
    expect((await steps("")).steps[0]?.gainPersonHours).toBeNull();
    expect(await steps("&weights=people")).toMatchObject({ error: { code: "no_people_table" } });
    await send(`经度,纬度,人数\n${FAR.longitude},${FAR.latitude},1000\n`, "&datum=gcj02");
    const [step] = (await steps("&weights=people")).steps;
    // Nineteen hours on seven days.
    expect(step).toMatchObject({ kind: "site", gainPersonHours: 133_000 });
    expect(step?.sentence).toContain("合 13.3 万人·小时");
    const weekend = await steps("&weights=people&days=weekend");
    expect(weekend.steps[0]).toMatchObject({ gainPersonHours: 38_000 });
    expect(weekend.allCellHours).toBe(weekend.cells * 48);
  });
});
