import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askHolidays } from "../../../api/holidays/ask-holidays.js";
import type { NextHoliday, RollCall } from "../../../shared/holidays/holiday-answer.js";
import type { StationDetail } from "../../../shared/stations/station-answer.js";
import { beijing, givenHours, givenStation } from "../../support/given.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const BEFORE = beijing("2026-09-21T09:00");
const HOLIDAY = ["01", "02", "03", "04", "05", "06", "07"].map((day) => `2026-10-${day}`);
const morning = { opens: 540, closes: 720 };

describe.each(TRANSPORTS)("the roll call, over %s", (transport) => {
  let test: TestApp;
  let keeper: string;
  let officer: string;
  beforeAll(async () => {
    test = await startTestApp(transport);
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    await test.local.clear();
    test.setNow(BEFORE);
    officer = await test.signInAs(person("us_officer01", { roles: ["officer"], reach: ["6401"] }));
    keeper = await test.signInAs(person("us_keeper001", { roles: ["keeper"], stationIds: ["st_a", "st_b"] }));
  });

  const person = (id: string, given: object) => ({
    ...{ id, name: "张站长", roles: [], stationIds: [], reach: [], createdAt: 0 },
    ...given,
  });
  const rollCall = async (query = "?holiday=2026-10-01") =>
    (await test.call<RollCall>("GET", `/api/holidays/roll-call${query}`, { token: officer })).body;
  const nextHoliday = async (city = "6401") =>
    (await test.call<NextHoliday>("GET", `/api/holidays/next?city=${city}`)).body;
  const answer = (id: string, days: object[], token = keeper) =>
    test.call<StationDetail>("PUT", `/api/stations/${id}/days`, { token, json: { days } });

  it("asks keepers of silent stations once at 10, 7, 3 and 1 day", async () => {
    await test.store(
      givenStation({ id: "st_a" }),
      givenStation({ id: "st_b", hours: givenHours({ holidays: "as_week" }) }),
      givenStation({ id: "st_without_keeper" }),
    );
    const asked = async () => (await rollCall()).rows.map(({ id, askedAt }) => [id, askedAt.length]);
    const at = async (time: string) => {
      test.setNow(beijing(time));
      return (await askHolidays(test.deps)).changed;
    };
    // 中秋, from the 25th on, is a question of its own.
    expect(await at("2026-09-20T12:00")).toBe(1);
    expect(await asked()).toEqual([
      ["st_a", 0],
      ["st_b", 0],
      ["st_without_keeper", 0],
    ]);
    expect(await at("2026-09-21T07:59")).toBe(0);
    await at("2026-09-21T08:00");
    expect(await asked()).toEqual([
      ["st_a", 1],
      ["st_b", 0],
      ["st_without_keeper", 0],
    ]);
    expect(await at("2026-09-21T09:00")).toBe(0);
    for (const day of ["24", "28", "30"]) await at(`2026-09-${day}T09:00`);
    expect((await asked())[0]).toEqual(["st_a", 4]);
    await answer(
      "st_a",
      HOLIDAY.map((date) => ({ date, hours: "usual" })),
    );
    await at("2026-09-30T10:00");
    expect((await asked())[0]).toEqual(["st_a", 4]);
  });

  it("shows what keepers answered, and who said so; silence never means open", async () => {
    test.setNow(beijing("2026-09-28T09:00"));
    await test.store(
      givenStation({ id: "st_a", name: "甲" }),
      givenStation({ id: "st_b", name: "乙" }),
      givenStation({ id: "st_c", name: "丙" }),
      givenStation({ id: "st_far", district: { code: "410102", text: "中原区" } }),
      givenStation({ id: "st_gone", withdrawnAt: 1 }),
    );
    await answer("st_a", [
      ...HOLIDAY.slice(0, 3).map((date) => ({ date, hours: [] })),
      ...HOLIDAY.slice(3).map((date) => ({ date, hours: [morning] })),
    ]);
    await answer(
      "st_b",
      HOLIDAY.map((date) => ({ date, hours: [] })),
    );
    expect(await nextHoliday()).toEqual({
      holiday: { name: "国庆节", from: "2026-10-01", to: "2026-10-07", announced: true },
      stations: [
        {
          id: "st_a",
          name: "甲",
          days: [
            ...HOLIDAY.slice(0, 3).map((date) => ({ date, closed: true })),
            ...HOLIDAY.slice(3).map((date) => ({ date, hours: [morning] })),
          ],
        },
        { id: "st_b", name: "乙", days: HOLIDAY.map((date) => ({ date, closed: true })) },
        { id: "st_c", name: "丙", days: HOLIDAY.map((date) => ({ date, unknown: true })) },
      ],
    });
    const rows = (await rollCall()).rows;
    expect(rows.map(({ id, said }) => [id, said])).toEqual([
      ["st_a", { by: "keeper", on: "2026-09-28" }],
      ["st_b", { by: "keeper", on: "2026-09-28" }],
      ["st_c", null],
    ]);
    const { body: detail } = await test.call<StationDetail>("GET", "/api/stations/st_c");
    expect(detail.hours.exceptions).toEqual([]);
    test.setNow(beijing("2026-10-01T10:00"));
    const { body: onTheDay } = await test.call<StationDetail>("GET", "/api/stations/st_c");
    expect(onTheDay.opening.state).toBe("unknown");
  });

  it("counts a closure over the whole day as not open", async () => {
    test.setNow(beijing("2026-09-29T09:00"));
    const closure = { from: beijing("2026-09-29T08:00"), until: beijing("2026-10-03T12:00"), reason: null };
    await test.store(givenStation({ id: "st_a", closure, hours: givenHours({ holidays: "as_week" }) }));
    const { stations } = await nextHoliday();
    expect(stations[0]?.days.map((day) => "closed" in day)).toEqual([true, true, false, false, false, false, false]);
  });

  it("lets an officer answer for the rest at once, which can be taken back", async () => {
    const noWeek = givenHours({ week: Array.from({ length: 7 }, () => "unknown" as const) });
    await test.store(
      givenStation({ id: "st_a", name: "甲" }),
      givenStation({ id: "st_b", name: "乙" }),
      givenStation({ id: "st_c", name: "丙", hours: noWeek }),
    );
    await answer("st_a", [{ date: "2026-10-01", hours: [] }]);
    const days = HOLIDAY.slice(1).map((date) => ({ date, hours: "usual" }));
    const json = { changeId: "ch_rollcall1", stationIds: ["st_a", "st_b", "st_c"], days };
    const done = await test.call("POST", "/api/holidays/roll-call/answers", { token: officer, json });
    expect(done).toMatchObject({
      status: 200,
      body: { changeId: "ch_rollcall1", changed: 2, withoutUsual: ["st_c"] },
    });
    const again = await test.call("POST", "/api/holidays/roll-call/answers", { token: officer, json });
    expect(again.body).toEqual(done.body);
    const dayOf = async (id: string) => (await rollCall()).rows.find((row) => row.id === id)?.days.slice(0, 2);
    expect(await dayOf("st_a")).toEqual([
      { date: "2026-10-01", closed: true },
      { date: "2026-10-02", hours: [{ opens: 480, closes: 1200 }] },
    ]);
    await test.call("POST", "/api/changes/ch_rollcall1/undo", { token: officer });
    expect(await dayOf("st_b")).toEqual([
      { date: "2026-10-01", unknown: true },
      { date: "2026-10-02", unknown: true },
    ]);
    expect((await dayOf("st_a"))?.[0]).toEqual({ date: "2026-10-01", closed: true });
  });

  it("refuses a keeper of another station, and dates that are over", async () => {
    await test.store(givenStation({ id: "st_a" }), givenStation({ id: "st_c" }));
    expect((await answer("st_c", [{ date: "2026-10-01", hours: [] }])).status).toBe(403);
    expect((await answer("st_a", [{ date: "2026-09-20", hours: [] }])).status).toBe(400);
  });

  it("asks again when a notice changes the days", async () => {
    await test.deps.rollCalls.ask({ from: "2027-01-01", to: "2027-01-01" }, 10, ["st_a"], BEFORE);
    await test.deps.rollCalls.done({ from: "2027-01-01", to: "2027-01-01" }, 10, BEFORE);
    expect(await test.deps.rollCalls.isDone({ from: "2027-01-01", to: "2027-01-01" }, 10)).toBe(true);
    expect(await test.deps.rollCalls.isDone({ from: "2027-01-01", to: "2027-01-03" }, 10)).toBe(false);
    expect(await test.deps.rollCalls.asked({ from: "2027-01-01", to: "2027-01-01" })).toEqual(
      new Map([["st_a", [BEFORE]]]),
    );
  });
});

describe("the papers of a holiday", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    test.setNow(beijing("2026-09-28T09:00"));
    await test.store(givenStation({ id: "st_a", hours: givenHours({ holidays: "as_week" }) }));
  });
  afterAll(() => test.stop());

  it.each([
    ["/api/holidays/next.png?city=6401", "image/png", [0x89, 0x50]],
    ["/api/stations/st_a/holiday.pdf", "application/pdf", [0x25, 0x50]],
  ])("are drawn, and not sent again as long as nothing changes: %s", async (path, type, magic) => {
    const first = await test.app.request(path);
    expect([first.status, first.headers.get("content-type")]).toEqual([200, type]);
    const bytes = new Uint8Array(await first.arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual(magic);
    const etag = first.headers.get("etag") ?? "";
    expect((await test.app.request(path, { headers: { "if-none-match": etag } })).status).toBe(304);
  });
});
