import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runLongWork, runSlice } from "../../../api/long-work/run-long-work.js";
import { connectRedis, type RedisConnection } from "../../../api/redis/client.js";
import { keys } from "../../../api/redis/keys.js";
import type { Requester } from "../../../api/redis/tcp-requester.js";
import { NO_SNAPSHOT, redisDependencies } from "../../../api/wiring/redis-dependencies.js";
import { DAY_MS, MINUTE_MS } from "../../../shared/common/time.js";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import type { LongWorkAnswer } from "../../../shared/long-work/long-work.js";
import type { StationImportWork } from "../../../shared/stations/import/import-work.js";
import { csv, givenRow, type ListRow } from "../../support/given-list.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

/** A server that loses its power. */
class Killed extends Error {}

describe.each(TRANSPORTS)("an import as long work, over %s", (transport) => {
  let test: TestApp;
  let officer: string;
  let requestsLeft: number;
  let reachesRedis: boolean;
  let dyingConnection: RedisConnection;
  beforeAll(async () => {
    test = await startTestApp(transport);
    const dying = (requester: Requester): Requester => ({
      request: async (request) => {
        requestsLeft -= 1;
        if (requestsLeft > 0) return requester.request(request);
        if (reachesRedis && requestsLeft === 0) await requester.request(request);
        throw new Killed();
      },
    });
    dyingConnection = await connectRedis({ transport: "tcp", url: test.local.url }, dying);
  });
  afterAll(async () => {
    dyingConnection.close();
    await test.stop();
  });
  beforeEach(async () => {
    await test.local.clear();
    test.passWallTime(MINUTE_MS);
    officer = await test.signIn("officer");
  });

  const begin = <Body = LongWorkAnswer>(rows: readonly ListRow[], query = "") =>
    test.call<Body>("POST", `/api/stations/imports${query}`, {
      token: officer,
      body: csv(...rows),
      headers: { "content-type": "text/csv" },
    });
  const begun = async (rows: readonly ListRow[], query = "") => {
    const { status, body } = await begin(rows, query);
    expect([status, body.kind, body.state]).toEqual([201, "station-import", "under-way"]);
    return body.id;
  };
  const look = async (id: string, token = officer) =>
    (await test.call<StationImportWork>("GET", `/api/stations/imports/${id}`, { token })).body;
  const cancel = (id: string) => test.call<ErrorAnswer>("POST", `/api/long-work/${id}/cancel`, { token: officer });
  const stationCount = () => test.connection.redis.hlen(keys.stationDocuments);
  const rowsOf = (count: number) => Array.from({ length: count }, () => givenRow());

  it("is done by the jobs, tells what it did, and leaves nothing of the file", async () => {
    const id = await begun(rowsOf(3));
    expect(await test.deps.photoFiles?.get(`long-work/${id}/0`)).not.toBeNull();
    expect(await look(id)).toMatchObject({ work: { done: 0, total: null }, answer: null, problems: [] });
    await runSlice(test.deps, id);
    expect(await stationCount()).toBe(0);
    expect(await look(id)).toMatchObject({ work: { state: "under-way", done: 1, total: 3 }, answer: null });
    await runLongWork(test.deps);
    const { work, answer } = await look(id);
    expect([work.state, work.done, work.total]).toEqual(["done", 3, 3]);
    expect(answer).toMatchObject({ created: 3, updated: 0, unchanged: 0 });
    expect(await stationCount()).toBe(3);
    expect(await test.deps.photoFiles?.get(`long-work/${id}/0`)).toBeNull();
  });

  it("keeps the file sealed", async () => {
    const id = await begun([givenRow({ 名称: "谁也不该看见的名字" })]);
    const raw = Buffer.from((await test.deps.photoFiles?.get(`long-work/${id}/0`)) ?? []).toString();
    expect(raw).toMatch(/^v2\./);
    expect(raw).not.toContain(Buffer.from("谁也不该看见的名字").toString("base64").slice(0, 12));
  });

  it("tells what it would do without doing it", async () => {
    const id = await begun(rowsOf(2), "?dryRun=true");
    await runLongWork(test.deps);
    expect(await look(id)).toMatchObject({ work: { state: "done", done: 2 }, answer: { created: 2 } });
    expect(await stationCount()).toBe(0);
  });

  it("names what is wrong in the list, by row and column, and shows nothing", async () => {
    const id = await begun([givenRow(), givenRow({ "纬度(GCJ-02)": "不知道" })]);
    await runLongWork(test.deps);
    const { work, answer, problems, cells } = await look(id);
    expect([work.state, work.failure, answer]).toEqual(["failed", "表格里有错误，一条也没有导入，请改好再来", null]);
    expect(problems.map(({ path }) => path)).toEqual(["row 3 / 纬度(GCJ-02)"]);
    expect(cells).toEqual([expect.objectContaining({ row: 3, column: "纬度(GCJ-02)", value: "不知道" })]);
    expect(await stationCount()).toBe(0);
  });

  it("refuses at once what is said wrongly of the list", async () => {
    const { status, body } = await begin<ErrorAnswer>(rowsOf(1), "?city=9999");
    expect([status, body.error.fields?.[0]?.path]).toEqual([400, "city"]);
    expect(await test.connection.redis.exists(keys.longWork)).toBe(0);
  });

  it("stops where it is cancelled before it is shown, and not behind that", async () => {
    const first = await begun(rowsOf(2));
    expect((await cancel(first)).status).toBe(200);
    expect(await runLongWork(test.deps)).toEqual({ changed: 0 });
    expect([(await look(first)).work.state, await stationCount()]).toEqual(["cancelled", 0]);
    expect(await test.deps.photoFiles?.get(`long-work/${first}/0`)).toBeNull();
    const second = await begun(rowsOf(2));
    await runSlice(test.deps, second);
    const { status, body } = await cancel(second);
    expect([status, body.error.code]).toEqual([409, "long_work_too_late"]);
    await runLongWork(test.deps);
    expect((await cancel(second)).status).toBe(200);
    expect([(await look(second)).work.state, await stationCount()]).toEqual(["done", 2]);
  });

  it("stops a slice that is being done, as soon as that says how far it is", async () => {
    const id = await begun(rowsOf(2));
    const { heavyWork } = test.deps;
    const deps = {
      ...test.deps,
      heavyWork: {
        ...heavyWork,
        run: (async (name, input) => {
          const read = await heavyWork.run(name, input);
          await cancel(id);
          test.passWallTime(2_000);
          return read;
        }) as typeof heavyWork.run,
      },
    };
    expect(await runSlice(deps, id)).toBe(false);
    expect((await look(id)).work.state).toBe("cancelled");
    expect((await test.connection.redis.keys("{stations}:import:*")).length).toBe(0);
  });

  it("is another's to nobody", async () => {
    const id = await begun(rowsOf(1));
    const other = await test.signIn("officer", "别的干部");
    const { status } = await test.call("GET", `/api/stations/imports/${id}`, { token: other });
    expect(status).toBe(404);
  });

  it("is decided again where somebody changed a station in between", async () => {
    const row = givenRow();
    await begun([row]);
    await runLongWork(test.deps);
    const id = await begun([{ ...row, 开放时间: "24小时" }]);
    await runSlice(test.deps, id);
    const [station] = await test.deps.stations.findMany(await test.deps.stations.listFirstIds(1));
    if (!station) throw new Error("no station");
    const changed = await test.call("PATCH", `/api/stations/${station.id}`, {
      token: officer,
      json: { revision: station.revision, landmark: "邮局旁边" },
    });
    expect(changed.status).toBe(200);
    await runLongWork(test.deps);
    expect(await look(id)).toMatchObject({ work: { state: "done", done: 1 }, answer: { updated: 1 } });
    expect(await test.deps.stations.find(station.id)).toMatchObject({ landmark: "邮局旁边", revision: 3 });
  });

  it("starts again where what was staged has lain for too long", async () => {
    const id = await begun(rowsOf(2));
    await runSlice(test.deps, id);
    for (const key of await test.connection.redis.keys("{stations}:import:*")) await test.connection.redis.del(key);
    await runLongWork(test.deps);
    expect(await look(id)).toMatchObject({ work: { state: "done", done: 2 }, answer: { created: 2 } });
    expect(await stationCount()).toBe(2);
  });

  it("comes to its end once, with the same answer, whatever request it was killed after", async () => {
    const dead = { ...test.deps, ...redisDependencies(dyingConnection.redis, NO_SNAPSHOT) };
    let kills = 0;
    for (reachesRedis of transport === "tcp" ? [false, true] : [true]) {
      for (let killedAt = 1, isDone = false; !isDone; killedAt++) {
        await test.local.clear();
        test.passWallTime(MINUTE_MS);
        officer = await test.signIn("officer");
        const id = await begun(rowsOf(4));
        requestsLeft = killedAt;
        await runLongWork(dead).catch(() => undefined);
        isDone = requestsLeft > 0;
        requestsLeft = Number.POSITIVE_INFINITY;
        // What the killed one held is free after a minute, and its gate after seconds.
        for (const key of [keys.longWorkLock(id), keys.importGate]) await test.connection.redis.del(key);
        test.passWallTime(MINUTE_MS);
        await runLongWork(test.deps);
        const { work, answer } = await look(id);
        expect([killedAt, work.state, work.done, answer?.created]).toEqual([killedAt, "done", 4, 4]);
        const { entries } = await test.deps.audit.read({ matches: () => true, cursor: null, limit: 100 });
        expect([killedAt, await stationCount(), entries.length]).toEqual([killedAt, 4, 1]);
        kills += 1;
      }
    }
    expect(kills).toBeGreaterThan(15);
  }, 240_000);

  it("is found again for a day", async () => {
    const id = await begun(rowsOf(1));
    await runLongWork(test.deps);
    test.passWallTime(DAY_MS - MINUTE_MS);
    officer = await test.signIn("officer");
    expect((await look(id)).answer?.created).toBe(1);
  });
});
