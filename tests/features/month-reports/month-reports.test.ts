import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Check } from "../../../shared/checks/check.js";
import { MONTH_FIGURE_KEYS, type MonthFigure } from "../../../shared/month-report/month-figures.js";
import type { MonthReport, MonthReportRows } from "../../../shared/month-report/month-report-answer.js";
import type { ReportAnswer, TaskList } from "../../../shared/trust/report-answer.js";
import type { Wish } from "../../../shared/wishes/wish.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenSession } from "../../support/given-class.js";
import { givenOfficer, givenUser } from "../../support/given-user.js";
import { givenWish } from "../../support/given-wish.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

describe.each(TRANSPORTS)("the month's report, over %s", (transport) => {
  let test: TestApp;
  let officer: string;
  beforeAll(async () => {
    test = await startTestApp(transport);
    await test.local.clear();
    test.deps.trustProxy = true;
    officer = await test.signInAs(givenOfficer("6401"));
    await liveThroughAutumn();
    test.setNow(beijing("2026-11-24T10:00"));
  });
  afterAll(() => test.stop());

  const at = async (time: string, method: string, path: string, json?: unknown) => {
    test.setNow(beijing(time));
    const reply = await test.call("POST PUT".includes(method) ? method : "GET", `/api/${path}`, {
      token: officer,
      ...(json === undefined ? {} : { json }),
    });
    expect(reply.status, `${method} ${path}`).toBeLessThan(300);
  };
  const amenity = (time: string, id: string, kind: string, state: string) =>
    at(time, "PUT", `stations/${id}/amenities/${kind}`, { state });
  const report = async (time: string, id: string, json: object, number: number) => {
    test.setNow(beijing(time));
    const headers = { "x-device-id": `a-random-device-${number}`, "x-forwarded-for": `10.0.0.${number}` };
    await test.call<ReportAnswer>("POST", `/api/stations/${id}/reports`, { headers, json });
    const { body } = await test.call<TaskList>("GET", `/api/tasks?stationId=${id}&state=open`, { token: officer });
    return body.tasks[0]?.id ?? "";
  };

  /** September to November of a small town, by what people did then. */
  async function liveThroughAutumn() {
    const since = (day: string) => ({ createdAt: beijing(`${day}T09:00`), updatedAt: beijing(`${day}T09:00`) });
    await test.store(
      givenStation({ id: "st_own", name: "甲", ...since("2026-08-01") }),
      givenStation({ id: "st_b", name: "乙", ...since("2026-08-01") }),
      givenStation({ id: "st_c", name: "丙", ...since("2026-10-05") }),
      givenStation({
        id: "st_other",
        name: "远",
        district: { code: "410102", text: "中原区" },
        ...since("2026-08-01"),
      }),
    );
    await at("2026-09-10T09:00", "POST", "stations/st_b/confirm");
    await at("2026-09-25T09:00", "POST", "stations/st_own/confirm");
    await amenity("2026-09-28T09:00", "st_b", "fridge", "broken");
    const old = await report("2026-09-28T12:00", "st_b", { kind: "amenity_broken", amenity: "fridge" }, 1);
    await at("2026-10-02T12:00", "POST", `tasks/${old}/resolve`, { done: "换了一台", amenityWorks: true });
    await amenity("2026-10-03T10:00", "st_own", "microwave", "broken");
    await amenity("2026-10-05T22:00", "st_own", "microwave", "working");
    const shut = await report("2026-10-08T12:00", "st_own", { kind: "door_closed", atDoor: true }, 2);
    await at("2026-10-09T12:00", "POST", `tasks/${shut}/resolve`, { done: "开了" });
    await haveClass();
    await at("2026-10-20T09:00", "POST", "stations/st_own/confirm");
    for (const [id, door] of [
      ["ck_oct00001", "open"],
      ["ck_oct00002", "shut"],
      ["ck_oct00003", "open"],
    ] as const) {
      await test.deps.checks.keep(givenCheck(id, door));
    }
    await amenity("2026-10-28T09:00", "st_b", "microwave", "broken");
    await report("2026-10-30T12:00", "st_c", { kind: "other", note: "地滑" }, 3);
    await amenity("2026-11-02T09:00", "st_b", "microwave", "working");
    await at("2026-11-10T09:00", "POST", "stations/st_own/confirm");
    await at("2026-11-12T09:00", "POST", "stations/st_b/confirm");
    await makeWishes();
  }

  async function haveClass() {
    const startsAt = beijing("2026-10-14T19:00");
    const session = givenSession({ id: "cs_october", startsAt });
    const cancelled = givenSession({
      state: "cancelled",
      cancelledReason: "停电",
      startsAt: startsAt + 3_600_000 * 24,
    });
    await test.deps.classSessions.put({ session, previous: null }, { session: cancelled, previous: null });
    test.setNow(beijing("2026-10-14T09:00"));
    const people = await Promise.all(["a", "b", "c"].map((name) => test.signInAs(givenUser({ name }))));
    const booked: string[] = [];
    for (const token of people) {
      const { body } = await test.call<{ bookingId: string }>("POST", "/api/classes/cs_october/booking", { token });
      booked.push(body.bookingId);
    }
    for (const id of booked.slice(0, 2)) {
      await at("2026-10-14T18:55", "POST", `classes/cs_october/roster/${id}/check-in`);
    }
  }

  const givenCheck = (id: string, door: "open" | "shut"): Check => ({
    ...{ id, roundId: "cr_october1", stationId: "st_own", districtCode: "640104", at: beijing("2026-10-21T10:00") },
    ...{ by: "us_volunteer", found: { door, works: {} }, said: { posted: "open", answered: "open", amenities: {} } },
  });

  async function makeWishes() {
    const step = (day: string, from: Wish["state"] | null, to: Wish["state"], name: Wish["steps"][number]["step"]) => ({
      ...{ step: name, by: "officer" as const, userId: null, at: beijing(`${day}T09:00`), from, to },
      ...{ reason: null, words: null },
    });
    const createdAt = beijing("2026-10-02T09:00");
    const submitted = step("2026-10-02", null, "submitted", "submit");
    const approved = step("2026-10-05", "submitted", "approved", "approve");
    const claimed = step("2026-10-06", "approved", "claimed", "claim");
    await givenWish(test.deps, { createdAt, steps: [submitted] });
    await givenWish(test.deps, {
      createdAt,
      state: "fulfilled",
      closedAt: beijing("2026-10-12T09:00"),
      steps: [
        ...[submitted, approved, claimed, step("2026-10-11", "claimed", "delivered", "deliver")],
        step("2026-10-12", "delivered", "fulfilled", "confirm"),
        step("2026-11-03", "fulfilled", "fulfilled", "rate"),
      ],
    });
    // Handled when October ended, and turned out to be impossible in November.
    await givenWish(test.deps, {
      createdAt,
      state: "unfulfillable",
      closedAt: beijing("2026-11-04T09:00"),
      steps: [submitted, approved, claimed, step("2026-11-04", "claimed", "unfulfillable", "unfulfillable")],
    });
    await givenWish(test.deps, { districtCode: "410102", createdAt });
  }

  const read = (month: string, query = "", token = officer) =>
    test.call<MonthReport>("GET", `/api/month-reports/${month}${query}`, { token });
  const rowsOf = async (month: string, figure: MonthFigure) =>
    (await test.call<MonthReportRows>("GET", `/api/month-reports/${month}/rows?figure=${figure}`, { token: officer }))
      .body;
  const valuesOf = ({ figures }: MonthReport, side: "now" | "before" = "now") =>
    Object.fromEntries(figures.map((figure) => [figure.key, figure[side].value]));

  it("says of a month that is over what was so when it ended", async () => {
    const { body } = await read("2026-10");
    expect(body).toMatchObject({ month: "2026-10", before: "2026-09", isOver: true, union: "兴庆区总工会" });
    expect(valuesOf(body)).toEqual({
      ...{ stations: 3, stations_new: 1, stations_withdrawn: 0, unconfirmed: 2 },
      ...{ checks: 3, open_as_posted: (2 / 3) * 100, open_as_answered: (2 / 3) * 100 },
      ...{ fixed: 2, fixed_days: (2.5 + 4.125) / 2, still_broken: 1 },
      ...{ reports: 2, reports_door: 1, reports_broken: 0, reports_answered: 2, answer_days: 2.5 },
      ...{ sessions: 1, sessions_cancelled: 1, attended: 2, absent: 1, attendance: (2 / 3) * 100 },
      ...{ wishes: 3, wishes_submitted: 1, wishes_need_info: 0, wishes_approved: 0, wishes_claimed: 1 },
      ...{ wishes_ready: 0, wishes_delivered: 0, wishes_fulfilled: 1, wish_days: 10 },
      ...{ wishes_rejected: 0, wishes_referred: 0, wishes_ended: 0 },
    });
    expect(valuesOf(body, "before")).toMatchObject({
      ...{ stations: 2, stations_new: 0, unconfirmed: 0, open_as_posted: null, still_broken: 1 },
      ...{ reports: 1, reports_broken: 1, reports_answered: 0, answer_days: null, wishes: 0 },
    });
    const posted = body.figures.find(({ key }) => key === "open_as_posted");
    expect(posted).toMatchObject({ now: { isKnown: true, of: 3, found: 2 }, before: { isKnown: false, of: null } });
    expect(posted?.now.low).toBeCloseTo(0.2077, 3);
    expect(posted?.now.high).toBeCloseTo(0.9385, 3);
  });

  it("opens the rows of every number, this month's and the one's before", async () => {
    const { body } = await read("2026-10");
    for (const { key, now, before } of body.figures) {
      for (const [month, figure] of [
        ["2026-10", now],
        ["2026-09", before],
      ] as const) {
        const { rows, total } = await rowsOf(month, key);
        expect(rows.length, `${month} ${key}`).toBe(total);
        const isCount = !key.endsWith("_days") && figure.of === null;
        expect(total, `${month} ${key}`).toBe(isCount ? (figure.value ?? 0) : (figure.of ?? total));
        if (figure.value !== null && !isCount) expect(total).toBeGreaterThan(0);
      }
    }
    expect(body.figures.map(({ key }) => key)).toEqual(MONTH_FIGURE_KEYS);
    expect((await rowsOf("2026-10", "unconfirmed")).rows.map(({ stationName }) => stationName).sort()).toEqual([
      "丙",
      "乙",
    ]);
    expect((await rowsOf("2026-10", "fixed_days")).rows.map(({ words }) => words).sort()).toEqual([
      "冰箱，4.1 天",
      "微波炉，2.5 天",
    ]);
    const wishes = await rowsOf("2026-10", "wishes");
    expect(JSON.stringify(wishes)).not.toContain("手套");
  });

  it("tells a month that runs as it is now", async () => {
    const { body } = await read("2026-11");
    expect(body).toMatchObject({ isOver: false, before: "2026-10" });
    expect(valuesOf(body)).toMatchObject({
      ...{ stations: 3, stations_new: 0, unconfirmed: 1, fixed: 1, fixed_days: 5, still_broken: 0 },
      ...{ reports: 0, wishes: 0, wishes_claimed: 0, wishes_ended: 1, open_as_posted: null },
    });
    expect(valuesOf(body, "before")).toEqual(valuesOf((await read("2026-10")).body));
  });

  it("knows nothing of before there was a station, and of months to come", async () => {
    const { body } = await read("2026-08");
    expect(body.figures.every(({ before }) => !before.isKnown && before.value === null)).toBe(true);
    expect(valuesOf(body)).toMatchObject({ stations: 2, stations_new: 2, unconfirmed: 2 });
    expect(await read("2026-12")).toMatchObject({ status: 400, body: { error: { fields: [{ path: "month" }] } } });
  });

  it("is of the reach that is asked for, within the officer's own", async () => {
    expect(valuesOf((await read("2026-10", "?reach=640105")).body)).toMatchObject({ stations: null });
    expect(valuesOf((await read("2026-10", "?reach=640104")).body)).toMatchObject({
      stations: 3,
      wishes: 3,
      checks: 3,
    });
    expect((await read("2026-10", "?reach=64")).status).toBe(403);
    expect((await read("2026-10", "?reach=4101")).status).toBe(403);
    const elsewhere = await test.signInAs(givenOfficer("4101"));
    const theirs = (await read("2026-10", "", elsewhere)).body;
    expect(valuesOf(theirs)).toMatchObject({ stations: 1, fixed: 0, reports: 0, reports_answered: 0, wishes: 1 });
    expect(theirs.reaches).toEqual([
      { code: "4101", text: "郑州市" },
      { code: "410102", text: "中原区" },
    ]);
  });
});
