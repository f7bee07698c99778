import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LONG_WORK } from "../../../api/long-work/long-work-kind.js";
import { forgetLongWork, runLongWork, runSlice } from "../../../api/long-work/run-long-work.js";
import { keys } from "../../../api/redis/keys.js";
import type { AuditEntry } from "../../../shared/audit/audit-entry.js";
import { DAY_MS, HOUR_MS } from "../../../shared/common/time.js";
import type { LongWorkAnswer, LongWorkList } from "../../../shared/long-work/long-work.js";
import { beijing } from "../../support/given.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const audit = LONG_WORK["audit-export"];
const rule = audit.slice;

describe.each(TRANSPORTS)("what takes longer than one request, over %s", (transport) => {
  let test: TestApp;
  let officer: string;
  beforeAll(async () => {
    test = await startTestApp(transport);
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    audit.slice = rule;
    await test.local.clear();
    test.setNow(beijing("2026-11-24T10:00"));
    officer = await test.signIn("officer");
  });

  const begin = (json: object = {}, token = officer) =>
    test.call<LongWorkAnswer>("POST", "/api/audit/exports", { token, json });
  const look = async (id: string, token = officer) =>
    (await test.call<LongWorkAnswer>("GET", `/api/long-work/${id}`, { token })).body;
  const begun = async (json: object = { format: "csv" }) => {
    const { status, body } = await begin(json);
    expect(status).toBe(201);
    return body.id;
  };
  const fileText = async (work: LongWorkAnswer, number = 1) => {
    const response = await test.app.request(work.files[number - 1]?.path ?? "", {
      headers: { authorization: `Bearer ${officer}` },
    });
    expect(response.status).toBe(200);
    return response.text();
  };
  const record = (count: number, entry: Partial<AuditEntry> = {}) =>
    test.deps.audit.add(
      ...Array.from(
        { length: count },
        (_, index): AuditEntry => ({
          at: beijing("2026-11-20T08:00") + index,
          author: { userId: null, role: null, way: "command" },
          action: "station:change",
          subject: { type: "station", id: `st_${String(index).padStart(5, "0")}` },
          districtCode: "640104",
          from: { landmark: "农行旁边" },
          to: { landmark: "=邮局" },
          ...entry,
        }),
      ),
    );
  /** Slices of one number each, three in all. */
  const countToThree = () => {
    audit.slice = async (_, { position }) => {
      const number = Number(position ?? "0") + 1;
      const file = { name: `${number}.csv`, type: "text/csv", content: Buffer.from(`part ${number}`) };
      return { position: number === 3 ? null : String(number), done: 1, total: 3, file };
    };
  };

  it("writes the record into files, which are found again and fetched", async () => {
    await record(3);
    const id = await begun();
    expect(await look(id)).toMatchObject({ state: "under-way", done: 0, files: [] });
    expect(await runLongWork(test.deps)).toEqual({ changed: 1 });
    const { body } = await test.call<LongWorkList>("GET", "/api/long-work", { token: officer });
    expect(body.works).toMatchObject([{ id, kind: "audit-export", state: "done", done: 3, total: null }]);
    const [work] = body.works;
    if (!work) throw new Error("none");
    expect((await fileText(work)).split("\r\n").slice(0, 2)).toEqual([
      "时间,谁,做了什么,对什么,编号,原来,改成",
      "2026-11-20 08:00:00,服务器上的命令,改了驿站资料,,st_00002,怎么找：农行旁边,怎么找：=邮局",
    ]);
  });

  it("keeps to the days that were asked for, and to what the officer reaches", async () => {
    await record(2);
    await record(2, { at: beijing("2026-11-22T23:59") });
    await record(2, { at: beijing("2026-11-22T12:00"), districtCode: "410102" });
    const user = await test.deps.users.find((await test.deps.tokens.verify(officer))?.userId ?? "");
    if (user) await test.deps.users.put({ ...user, reach: ["6401"] });
    const id = await begun({ format: "csv", from: "2026-11-21", to: "2026-11-22" });
    await runLongWork(test.deps);
    expect(await look(id)).toMatchObject({ state: "done", done: 2 });
  });

  it("writes a long record into several files, each whole", async () => {
    await record(5_300);
    const id = await begun({ format: "xlsx" });
    await runSlice(test.deps, id);
    const half = await look(id);
    expect([half.state, half.files.length]).toEqual(["under-way", 1]);
    await runLongWork(test.deps);
    const done = await look(id);
    expect([done.state, done.done]).toEqual(["done", 5_300]);
    expect(done.files.map(({ name }) => name.slice(-7))).toEqual(["-1.xlsx", "-2.xlsx"]);
    expect(done.files.every(({ bytes }) => bytes < 4_000_000)).toBe(true);
    expect((await fileText(done, 2)).startsWith("PK")).toBe(true);
  });

  it("leaves a file with its header alone where nothing is in the record", async () => {
    const id = await begun({ format: "csv", from: "2020-01-01", to: "2020-01-01" });
    await runLongWork(test.deps);
    const work = await look(id);
    expect(work).toMatchObject({ state: "done", done: 0 });
    expect(await fileText(work)).toBe("时间,谁,做了什么,对什么,编号,原来,改成\r\n");
  });

  it("does the next slice for whoever waits for it", async () => {
    countToThree();
    const id = await begun();
    const further = async () =>
      (await test.call<LongWorkAnswer>("POST", `/api/long-work/${id}/further`, { token: officer })).body;
    expect(await further()).toMatchObject({ state: "under-way", done: 1, total: 3 });
    await further();
    expect(await further()).toMatchObject({ state: "done", done: 3 });
    expect(await further()).toMatchObject({ state: "done", done: 3 });
  });

  it("does each slice once, however many are at it", async () => {
    countToThree();
    const id = await begun();
    for (let round = 0; round < 3; round++) {
      const moved = await Promise.all(Array.from({ length: 5 }, () => runSlice(test.deps, id)));
      expect(moved.filter(Boolean).length).toBeGreaterThanOrEqual(1);
    }
    const work = await look(id);
    expect([work.done, work.files.length]).toEqual([3, 3]);
    expect(await fileText(work, 3)).toBe("part 3");
  });

  it("is another's to nobody: not to see, not to fetch, not to bring further", async () => {
    const id = await begun();
    await runLongWork(test.deps);
    const other = await test.signIn("officer", "别的干部");
    for (const [method, path] of [
      ["GET", ""],
      ["POST", "/further"],
      ["GET", "/files/1"],
    ] as const) {
      const { status } = await test.call(method, `/api/long-work/${id}${path}`, { token: other });
      expect([path, status]).toEqual([path, 404]);
    }
    expect((await test.call<LongWorkList>("GET", "/api/long-work", { token: other })).body.works).toEqual([]);
  });

  it("ends for whoever loses a part of their reach, with what is there already", async () => {
    countToThree();
    const id = await begun();
    await runSlice(test.deps, id);
    const user = await test.deps.users.find((await test.deps.tokens.verify(officer))?.userId ?? "");
    if (user) await test.deps.users.put({ ...user, reach: ["6401"] });
    const { status } = await test.call("GET", `/api/long-work/${id}/files/1`, { token: officer });
    expect(status).toBe(404);
    await runLongWork(test.deps);
    expect(await test.deps.longWork.find(id)).toMatchObject({ state: "failed", done: 1 });
  });

  it("is begun no further than three at a time by one person", async () => {
    for (let i = 0; i < 3; i++) await begun();
    expect((await begin()).status).toBe(409);
    await runLongWork(test.deps);
    await begun();
  });

  it("goes on after a slice that failed or took the server with it, and gives up after five", async () => {
    countToThree();
    const well = audit.slice;
    const id = await begun();
    await runSlice(test.deps, id);
    audit.slice = async () => {
      throw new Error("Redis is away");
    };
    for (let i = 0; i < 4; i++) expect(await runSlice(test.deps, id)).toBe(false);
    expect(await look(id)).toMatchObject({ state: "under-way", done: 1, failure: null });
    audit.slice = well;
    await runSlice(test.deps, id);
    expect(await look(id)).toMatchObject({ state: "under-way", done: 2 });
    audit.slice = async () => {
      throw new Error("Redis is away");
    };
    for (let i = 0; i < 6; i++) await runSlice(test.deps, id);
    expect(await look(id)).toMatchObject({ state: "failed", failure: "我们这边出错了，请再试一次" });
  });

  it("lies sealed, and is gone with its files a day after it was done", async () => {
    const { photoFiles } = test.deps;
    countToThree();
    const id = await begun();
    test.passWallTime(HOUR_MS);
    await runLongWork(test.deps);
    const raw = await photoFiles?.get(`long-work/${id}/1`);
    expect(Buffer.from(raw ?? []).toString()).toMatch(/^v2\./);
    test.passWallTime(DAY_MS - HOUR_MS);
    expect(await forgetLongWork(test.deps)).toEqual({ changed: 0 });
    expect(await photoFiles?.get(`long-work/${id}/3`)).not.toBeNull();
    test.passWallTime(HOUR_MS);
    expect(await forgetLongWork(test.deps)).toEqual({ changed: 1 });
    expect(await photoFiles?.get(`long-work/${id}/1`)).toBeNull();
    expect(await test.connection.redis.keys("{long-work}:*")).toEqual([]);
  });

  it("says so where there is nowhere to keep files", async () => {
    const { photoFiles } = test.deps;
    test.deps.photoFiles = null;
    expect((await begin()).body).toMatchObject({ error: { code: "photos_unavailable" } });
    test.deps.photoFiles = photoFiles;
    expect(await test.connection.redis.exists(keys.longWork)).toBe(0);
  });
});
