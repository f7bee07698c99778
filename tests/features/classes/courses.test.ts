import { beforeEach, describe, expect, it } from "vitest";
import { makeSessions } from "../../../api/classes/make-sessions.js";
import { keys } from "../../../api/redis/keys.js";
import type { Timetable } from "../../../shared/classes/class-answer.js";
import type { CourseDetail, CourseList } from "../../../shared/classes/course-answer.js";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import { beijing, givenStation } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const SCHEDULE = {
  kind: "weekly",
  weekdays: [2],
  startsAt: "19:00",
  durationMinutes: 90,
  from: "2026-11-01",
  until: "2026-12-10",
  holidays: "skip",
  except: [],
};
const YOGA = { title: "零基础瑜伽", category: "yoga", venueId: "st_own", capacity: 2, schedule: SCHEDULE };

describe.each(TRANSPORTS)("courses over %s", (transport) => {
  const test = testApp(transport);
  let officer: string;
  beforeEach(async () => {
    test.setNow(beijing("2026-11-24T10:00"));
    await test.store(givenStation({ id: "st_own", name: "丽景街驿站" }), givenStation({ id: "st_second" }));
    officer = await test.signIn("officer");
  });

  const send = <Body = CourseDetail>(method: string, path: string, json?: unknown, token = officer) =>
    test.call<Body>(method, `/api${path}`, { token, ...(json === undefined ? {} : { json }) });
  const create = async (course: object = {}) => (await send("POST", "/courses", { ...YOGA, ...course })).body;
  const timetable = async () => {
    const { body } = await send<Timetable>("GET", "/classes?from=2026-11-24&to=2026-12-20");
    return body.sessions.map(({ startsAt, title, state }) => [startsAt.slice(5, 16), title, state]);
  };
  const book = async (sessionId: string | undefined, name: string) => {
    const token = await test.signIn("worker", name);
    const { body } = await send<{ state: string }>("POST", `/classes/${sessionId}/booking`, undefined, token);
    return body.state;
  };
  const mine = async (sessionId: string | undefined, name: string) => {
    const token = await test.signIn("worker", name);
    const { body } = await send<{ mine?: { state: string } }>("GET", `/classes/${sessionId}`, undefined, token);
    return body.mine?.state;
  };
  /** What people are going to be told, once the job has looked after what changed. */
  const messages = async () => {
    await test.deps.bookings.settleDue(test.deps.clock(), 50);
    const documents = await test.connection.redis.hvals(keys.outboxMessages);
    return documents.map((document: unknown) => JSON.parse(String(document)).kind).sort();
  };
  const fields = (body: unknown) => (body as ErrorAnswer).error.fields;

  it("are in the timetable as soon as they are made", async () => {
    const reply = await send("POST", "/courses", YOGA);
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      title: "零基础瑜伽",
      state: "running",
      revision: 1,
      venue: { id: "st_own", name: "丽景街驿站" },
      scheduleWords: "每周三 19:00–20:30，2026-11-01 到 2026-12-10，节假日不上",
    });
    expect(await timetable()).toEqual([
      ["11-25T11:00", "零基础瑜伽", "scheduled"],
      ["12-02T11:00", "零基础瑜伽", "scheduled"],
      ["12-09T11:00", "零基础瑜伽", "scheduled"],
    ]);
    expect((await send<CourseList>("GET", "/courses")).body.courses.map(({ id }) => id)).toEqual([reply.body.id]);
  });

  it("are refused at a place that is not there, and with dates that are over", async () => {
    const nowhere = await send("POST", "/courses", { ...YOGA, venueId: "st_nowhere" });
    expect([nowhere.status, fields(nowhere.body)?.[0]?.path]).toEqual([400, "venueId"]);
    const over = await send("POST", "/courses", { ...YOGA, schedule: { ...SCHEDULE, until: "2026-11-20" } });
    expect([over.status, fields(over.body)?.[0]?.path]).toEqual([400, "schedule"]);
    const backwards = await send("POST", "/courses", { ...YOGA, schedule: { ...SCHEDULE, until: "2026-10-20" } });
    expect([backwards.status, fields(backwards.body)?.[0]?.path]).toEqual([400, "schedule.until"]);
  });

  it("change in all their sessions", async () => {
    const { id } = await create();
    const { status, body } = await send("PATCH", `/courses/${id}`, { scope: "all", title: "瑜伽" });
    expect([status, body.title, body.revision]).toEqual([200, "瑜伽", 2]);
    expect((await timetable()).map(([, title]) => title)).toEqual(["瑜伽", "瑜伽", "瑜伽"]);
  });

  it("change in one session, which a later change of the course leaves alone", async () => {
    const { id, dates } = await create();
    const sessionId = dates[1]?.id;
    await send("PATCH", `/courses/${id}`, { scope: "this", sessionId, title: "瑜伽体验" });
    await send("PUT", `/courses/${id}`, { ...YOGA, title: "瑜伽", scope: "all" });
    expect((await timetable()).map(([, title]) => title)).toEqual(["瑜伽", "瑜伽体验", "瑜伽"]);
    const whole = await send("PUT", `/courses/${id}`, { ...YOGA, title: "瑜伽", scope: "this", sessionId });
    expect(whole.status).toBe(200);
    const time = { scope: "this", sessionId, schedule: { ...SCHEDULE, startsAt: "18:00" } };
    expect(fields((await send("PATCH", `/courses/${id}`, time)).body)?.[0]?.path).toBe("schedule");
  });

  it("change in one session and the following", async () => {
    const { id, dates } = await create();
    const schedule = { ...SCHEDULE, startsAt: "18:00" };
    await send("PATCH", `/courses/${id}`, { scope: "following", sessionId: dates[1]?.id, schedule, teacher: "丁老师" });
    expect((await timetable()).map(([startsAt]) => startsAt)).toEqual(["11-25T11:00", "12-02T10:00", "12-09T10:00"]);
    expect(await makeSessions(test.deps)).toEqual({ changed: 0 });
    const other = await create();
    const notItsOwn = { scope: "following", sessionId: other.dates[0]?.id };
    expect(fields((await send("PATCH", `/courses/${id}`, notItsOwn)).body)?.[0]?.path).toBe("sessionId");
  });

  it("refuse a change made from an old revision", async () => {
    const { id } = await create();
    await send("PATCH", `/courses/${id}`, { scope: "all", title: "瑜伽", revision: 1 });
    const { status, body } = await send("PATCH", `/courses/${id}`, { scope: "all", title: "拉伸", revision: 1 });
    expect([status, (body as unknown as ErrorAnswer).error.code]).toEqual([409, "conflict"]);
  });

  it("cancel a booked date that the schedule loses, tell its people, and forget the others", async () => {
    const { id, dates } = await create();
    expect(await book(dates[0]?.id, "小李")).toBe("confirmed");
    await send("PATCH", `/courses/${id}`, { scope: "all", schedule: { ...SCHEDULE, weekdays: [3] } });
    expect((await timetable()).map(([startsAt, , state]) => [startsAt, state])).toEqual([
      ["11-25T11:00", "cancelled"],
      ["11-26T11:00", "scheduled"],
      ["12-03T11:00", "scheduled"],
      ["12-10T11:00", "scheduled"],
    ]);
    expect(await messages()).toContain("class_cancelled");
    expect(await mine(dates[0]?.id, "小李")).toBe("session_cancelled");
    expect(await test.deps.classSessions.find(dates[0]?.id ?? "")).toMatchObject({
      cancelledReason: "上课时间改了，这一次不上了",
    });
  });

  it("come back, to be booked anew, when the schedule that took them away is changed back", async () => {
    const { id, dates } = await create();
    await book(dates[0]?.id, "小李");
    await send("PATCH", `/courses/${id}`, { scope: "all", schedule: { ...SCHEDULE, weekdays: [3] } });
    expect(await mine(dates[0]?.id, "小李")).toBe("session_cancelled");
    await send("PATCH", `/courses/${id}`, { scope: "all", schedule: SCHEDULE });
    expect((await timetable()).map(([startsAt, , state]) => [startsAt, state])).toEqual(
      ["11-25T11:00", "12-02T11:00", "12-09T11:00"].map((startsAt) => [startsAt, "scheduled"]),
    );
    expect(await book(dates[0]?.id, "小王")).toBe("confirmed");
    expect(await book(dates[0]?.id, "小李")).toBe("confirmed");
    // What an officer cancelled stays so.
    await send("POST", `/classes/${dates[1]?.id}/cancel`, { reason: "停电" });
    await send("PATCH", `/courses/${id}`, { scope: "all", schedule: { ...SCHEDULE, weekdays: [3] } });
    const { body } = await send("PATCH", `/courses/${id}`, { scope: "all", schedule: SCHEDULE });
    expect(body.dates.map(({ state }) => state)).toEqual(["scheduled", "cancelled", "scheduled"]);
  });

  it("tell which other course is in the same room at the same time", async () => {
    const { id, dates } = await create();
    expect(dates.map(({ clashesWith }) => clashesWith)).toEqual([[], [], []]);
    const later = { ...SCHEDULE, startsAt: "20:00", from: "2026-12-02" };
    const other = await create({ title: "瑜伽", schedule: later });
    expect(other.dates.map(({ clashesWith }) => clashesWith)).toEqual([["零基础瑜伽"], ["零基础瑜伽"]]);
    await send("PATCH", `/courses/${id}`, { scope: "all", room: "三楼教室" });
    const { body } = await send("PATCH", `/courses/${other.id}`, { scope: "all", room: "四楼教室" });
    expect(body.dates.map(({ clashesWith }) => clashesWith)).toEqual([[], []]);
  });

  it("never have fewer seats than people who hold one", async () => {
    const { id, dates } = await create();
    for (const name of ["小李", "小王"]) expect(await book(dates[0]?.id, name)).toBe("confirmed");
    const { status, body } = await send("PATCH", `/courses/${id}`, { scope: "all", capacity: 1 });
    expect([status, fields(body)]).toEqual([
      409,
      [{ path: "capacity", message: "11月25日已有 2 人占着座位，名额不能少于 2" }],
    ]);
    expect((await send("GET", `/courses/${id}`)).body).toMatchObject({ capacity: 2, revision: 1 });
  });

  it("that are booked as a term do not trade dates that people hold for others, but may lose some", async () => {
    const { id, dates } = await create({ bookedBy: "term" });
    expect(await book(dates[0]?.id, "小李")).toBe("confirmed");
    const move = { scope: "all", schedule: { ...SCHEDULE, weekdays: [3] } };
    const { status, body } = await send("PATCH", `/courses/${id}`, move);
    expect([status, (body as unknown as ErrorAnswer).error.code]).toEqual([409, "term_booked"]);
    expect(await mine(dates[2]?.id, "小李")).toBe("confirmed");
    const shorter = { scope: "all", schedule: { ...SCHEDULE, until: "2026-12-05" } };
    expect((await send("PATCH", `/courses/${id}`, shorter)).status).toBe(200);
    expect(await mine(dates[2]?.id, "小李")).toBe("session_cancelled");
    const token = await test.signIn("worker", "小李");
    await send("DELETE", `/classes/${dates[0]?.id}/booking`, undefined, token);
    expect((await send("PATCH", `/courses/${id}`, move)).status).toBe(200);
  });

  it("offer seats that are added to who waits", async () => {
    const { id, dates } = await create({ capacity: 1 });
    await book(dates[0]?.id, "小李");
    expect(await book(dates[0]?.id, "小王")).toBe("waitlisted");
    await send("PATCH", `/courses/${id}`, { scope: "all", capacity: 2 });
    const token = await test.signIn("worker", "小王");
    expect((await send("GET", `/classes/${dates[0]?.id}`, undefined, token)).body).toMatchObject({
      mine: { state: "waitlisted", offerExpiresAt: expect.any(String) },
    });
  });

  it("keep who booked a session when it moves, and refuse the past and other centuries", async () => {
    const { dates } = await create();
    const sessionId = dates[0]?.id;
    await book(sessionId, "小李");
    expect(await messages()).not.toContain("class_changed");
    const json = { startsAt: "2026-11-26T19:30:00+08:00", durationMinutes: 60, venueId: "st_second" };
    const { body } = await send("POST", `/classes/${sessionId}/move`, json);
    expect(body).toMatchObject({
      startsAt: "2026-11-26T11:30:00.000Z",
      endsAt: "2026-11-26T12:30:00.000Z",
      venue: { id: "st_second" },
      isOnItsOwn: true,
    });
    expect(await messages()).toContain("class_changed");
    expect(await mine(sessionId, "小李")).toBe("confirmed");
    expect(await makeSessions(test.deps)).toEqual({ changed: 0 });
    const past = await send("POST", `/classes/${sessionId}/move`, { startsAt: "2026-11-24T09:59:00+08:00" });
    expect(fields(past.body)?.[0]?.path).toBe("startsAt");
    // A year typed wrong would take the class out of everybody's timetable.
    const never = await send("POST", `/classes/${sessionId}/move`, { startsAt: "2126-11-26T19:30:00+08:00" });
    expect([never.status, fields(never.body)?.[0]?.path]).toEqual([400, "startsAt"]);
    test.setNow(beijing("2026-11-26T19:30"));
    expect((await send("POST", `/classes/${sessionId}/move`, json)).status).toBe(409);
  });

  it("end: what is to come is cancelled or forgotten, and nothing of it can be changed any more", async () => {
    const { id, dates } = await create();
    await book(dates[1]?.id, "小李");
    const { body } = await send("POST", `/courses/${id}/end`);
    expect([body.state, body.dates.map(({ state }) => state)]).toEqual(["ended", ["cancelled"]]);
    expect((await send("POST", `/courses/${id}/end`)).body.revision).toBe(body.revision);
    expect((await send("PATCH", `/courses/${id}`, { scope: "all", title: "瑜伽" })).status).toBe(409);
    expect((await send<CourseList>("GET", "/courses")).body.courses).toEqual([]);
    expect((await send<CourseList>("GET", "/courses?state=ended")).body.courses).toHaveLength(1);
  });

  it("are planned ahead day after day, each date once however often the job runs", async () => {
    const { id } = await create({ schedule: { ...SCHEDULE, until: "2027-06-30" } });
    const last = async () => (await send("GET", `/courses/${id}`)).body.dates.at(-1)?.id.slice(-8);
    expect(await last()).toBe("20270120");
    test.setNow(beijing("2026-12-01T10:00"));
    const runs = await Promise.all([makeSessions(test.deps), makeSessions(test.deps)]);
    expect(runs.map(({ changed }) => changed).sort()).toEqual([0, 1]);
    expect(await last()).toBe("20270127");
    expect(await makeSessions(test.deps)).toEqual({ changed: 0 });
  });

  it("say what their station is called now", async () => {
    const { id, dates } = await create();
    const station = await test.deps.stations.find("st_own");
    if (!station) throw new Error("it was stored");
    await send("PATCH", "/stations/st_own", { revision: 1, name: "丽景街暖心驿站" });
    expect(await makeSessions(test.deps)).toEqual({ changed: 1 });
    expect((await send("GET", `/courses/${id}`)).body.dates).toHaveLength(dates.length);
    expect(await test.deps.classSessions.find(dates[0]?.id ?? "")).toMatchObject({ venue: { name: "丽景街暖心驿站" } });
  });

  it("leave their mark in the record, with what changed", async () => {
    const { id } = await create();
    await send("PATCH", `/courses/${id}`, { scope: "all", teacher: "丁老师" });
    const { entries } = await test.deps.audit.read({ matches: () => true, cursor: null, limit: 10 });
    expect(entries.slice(0, 2)).toMatchObject([
      { action: "class:change", subject: { type: "course", id }, from: { teacher: null }, to: { teacher: "丁老师" } },
      { action: "class:create", districtCode: "640104", from: {}, to: { title: "零基础瑜伽" } },
    ]);
  });

  it("are held in halls too, whose change reaches the classes there", async () => {
    const hall = {
      name: "职工培训中心",
      address: "文化东街 1 号",
      district: { code: "640104", text: "兴庆区" },
      location: { latitude: 38.47, longitude: 106.29 },
      room: "二楼多功能厅",
    };
    const { body: made } = await send<{ id: string; revision: number }>("POST", "/halls", hall);
    const { dates } = await create({ venueId: made.id, room: "三楼" });
    expect(dates[0]?.venue).toMatchObject({ id: made.id, name: "职工培训中心", room: "三楼" });
    const changed = await send("PUT", `/halls/${made.id}`, { ...hall, name: "职工文化宫", revision: 1 });
    expect([changed.status, changed.body.revision]).toEqual([200, 2]);
    expect((await send("PUT", `/halls/${made.id}`, { ...hall, revision: 1 })).status).toBe(409);
    await makeSessions(test.deps);
    const { body } = await send<{ venues: { name: string }[] }>("GET", "/venues");
    expect(body.venues.map(({ name }) => name)).toEqual(["职工文化宫"]);
    expect(await test.deps.classSessions.find(dates[0]?.id ?? "")).toMatchObject({
      venue: { name: "职工文化宫", room: "三楼" },
    });
  });
});
