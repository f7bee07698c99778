import { beforeEach, describe, expect, it } from "vitest";
import type { AuditList } from "../../../shared/audit/audit-answer.js";
import type { BulkAnswer, ChangeDetail } from "../../../shared/stations/bulk-change.js";
import { parseHoursText } from "../../../shared/stations/hours-text.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenOfficer } from "../../support/given-user.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const HOURS = "周一至周五 8:30-12:00,13:30-17:30";

describe.each(TRANSPORTS)("a change of many stations over %s", (transport) => {
  const test = testApp(transport);
  let officer: string;
  beforeEach(async () => {
    test.setNow(beijing("2026-11-24T10:00"));
    officer = await test.signInAs({ ...givenOfficer("6401"), id: "us_officer001", name: "王干部" });
  });

  const bulk = (json: object, token = officer) =>
    test.call<BulkAnswer>("POST", "/api/stations/bulk", { token, json: { changeId: "ch_firstact", ...json } });
  const undo = (changeId = "ch_firstact", token = officer) =>
    test.call<BulkAnswer>("POST", `/api/changes/${changeId}/undo`, { token });
  const patch = (id: string, json: object) => test.call("PATCH", `/api/stations/${id}`, { token: officer, json });
  const audit = async (query = "") =>
    (await test.call<AuditList>("GET", `/api/audit${query}`, { token: officer })).body.entries;
  const find = (id: string) => test.deps.stations.find(id);
  const storeMany = async (count: number) => {
    const stations = Array.from({ length: count }, (_, index) =>
      givenStation({ id: `st_many_${String(index).padStart(4, "0")}`, audience: "职工" }),
    );
    await test.store(...stations);
    return stations;
  };
  const sets = (stations: readonly { id: string }[], set: object) =>
    stations.map(({ id }) => ({ id, revision: 1, set }));

  it("changes all of them, with one entry in the record that says what changed in each", async () => {
    const stations = await storeMany(49);
    const { status, body } = await bulk({ changes: sets(stations, { hoursText: HOURS }) });
    expect([status, body]).toMatchObject([200, { changeId: "ch_firstact", changed: 49, conflicts: [] }]);
    expect(body.revisions.st_many_0048).toBe(2);
    const hours = { ...parseHoursText(HOURS).hours, written: HOURS };
    expect((await find("st_many_0048"))?.hours).toEqual(hours);
    const [entry, ...others] = (await audit()).filter(({ author }) => author.userId === "us_officer001");
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      action: "station:change-many",
      authorName: "王干部",
      subject: { type: "change", id: "ch_firstact" },
      changed: 49,
      undoUntil: "2026-11-25T02:00:00.000Z",
    });
    expect(entry?.stations).toHaveLength(49);
    expect(entry?.stations?.[0]).toEqual({
      id: "st_many_0000",
      name: stations[0]?.name,
      from: { hours: stations[0]?.hours },
      to: { hours },
    });
  });

  it("is found in the record of each of its stations, with what changed there", async () => {
    const stations = await storeMany(2);
    await bulk({
      changes: [
        { id: "st_many_0000", revision: 1, set: { audience: "户外劳动者" } },
        { id: "st_many_0001", revision: 1, set: { host: "农业银行" } },
      ],
    });
    const [entry] = await audit("?stationId=st_many_0001");
    expect(entry).toMatchObject({
      changed: 2,
      stations: [{ id: "st_many_0001", name: stations[1]?.name, from: { host: null }, to: { host: "农业银行" } }],
    });
  });

  it("answers the same when it is sent again, and changes nothing then", async () => {
    const stations = await storeMany(3);
    const changes = sets(stations, { hoursText: HOURS, audience: "户外劳动者" });
    const first = await bulk({ changes });
    expect((await bulk({ changes })).body).toEqual(first.body);
    expect((await find("st_many_0000"))?.revision).toBe(2);
    expect((await audit()).filter(({ action }) => action === "station:change-many")).toHaveLength(1);
  });

  it("makes its own id where none is sent", async () => {
    const stations = await storeMany(1);
    const { body } = await bulk({ changeId: undefined, changes: sets(stations, { audience: "都行" }) });
    expect(body.changeId).toMatch(/^ch_[a-z0-9]{16}$/);
    expect((await undo(body.changeId)).body.changed).toBe(1);
  });

  it("stores nothing where somebody else has changed the same field, and names it with both values", async () => {
    const stations = await storeMany(3);
    await patch("st_many_0001", { revision: 1, audience: "环卫工人" });
    const { status, body } = await bulk({ changes: sets(stations, { audience: "户外劳动者", host: "农行" }) });
    expect([status, body]).toMatchObject([
      409,
      {
        error: {
          code: "conflict",
          conflicts: [{ id: "st_many_0001", field: "audience", theirs: "环卫工人", yours: "户外劳动者" }],
        },
      },
    ]);
    expect((await find("st_many_0000"))?.audience).toBe("职工");
  });

  it("minds only the field: what else happened at the station is no conflict", async () => {
    const stations = await storeMany(1);
    await patch("st_many_0000", { revision: 1, phone: "0951-1234567" });
    await test.call("POST", "/api/stations/st_many_0000/confirm", { token: officer });
    expect((await bulk({ changes: sets(stations, { audience: "户外劳动者" }) })).status).toBe(200);
    expect(await find("st_many_0000")).toMatchObject({ audience: "户外劳动者", phone: "0951-1234567" });
  });

  it("stores the rest where it may leave conflicts out, and names them", async () => {
    const stations = await storeMany(2);
    await patch("st_many_0001", { revision: 1, audience: "环卫工人" });
    const changes = sets(stations, { audience: "户外劳动者", host: "农行" });
    const { status, body } = await bulk({ changes, skipConflicts: true });
    expect([status, body]).toMatchObject([
      200,
      {
        changeId: "ch_firstact",
        changed: 2,
        conflicts: [{ id: "st_many_0001", field: "audience", theirs: "环卫工人", yours: "户外劳动者" }],
      },
    ]);
    expect(await find("st_many_0001")).toMatchObject({ audience: "环卫工人", host: "农行" });
  });

  it.each([
    ["a telephone", { phone: "没有" }, "changes.1.set.phone"],
    ["hours that nobody understands", { hoursText: "看天气" }, "changes.1.set.hoursText"],
    ["a field that there is not", { stars: 5 }, "changes.1.set.stars"],
    ["an empty name", { name: "" }, "changes.1.set.name"],
  ])("stores nothing for %s, and names station and field", async (_, set, path) => {
    const [one, two] = await storeMany(2);
    const { status, body } = await bulk({
      changes: [
        { id: one?.id, revision: 1, set: { audience: "户外劳动者" } },
        { id: two?.id, revision: 1, set },
      ],
    });
    expect([status, body]).toMatchObject([400, { error: { code: "invalid_input", fields: [{ id: two?.id, path }] } }]);
    expect((await find("st_many_0000"))?.audience).toBe("职工");
  });

  it("refuses one name or one code for two, of which one may be outside, and names it", async () => {
    const stations = await storeMany(2);
    await test.store(givenStation({ id: "st_other", code: "YZ-9" }));
    const twice = await bulk({ changes: sets(stations, { code: "YZ-1" }) });
    expect(twice.body).toMatchObject({ error: { fields: [{ id: "st_many_0001", path: "changes.1.set.code" }] } });
    const taken = await bulk({ changes: sets(stations.slice(0, 1), { code: "YZ-9" }) });
    expect(taken.body).toMatchObject({ error: { fields: [{ id: "st_many_0000", path: "changes.0.set.code" }] } });
    expect((await find("st_many_0000"))?.code).toBeNull();
  });

  it("takes at most 500 stations a call, each once", async () => {
    const changes = sets(
      Array.from({ length: 501 }, (_, index) => ({ id: `st_x${index}` })),
      {},
    );
    expect((await bulk({ changes })).body).toMatchObject({ error: { fields: [{ path: "changes" }] } });
    expect((await bulk({ changes: [changes[0], changes[0]] })).body).toMatchObject({
      error: { fields: [{ id: "st_x0", path: "changes.1.id" }] },
    });
  });

  it("names the station that is out of reach, or is not there, and stores nothing", async () => {
    const [ours] = await storeMany(1);
    await test.store(givenStation({ id: "st_far", district: { code: "410102", text: "中原区" } }));
    const both = [ours ?? { id: "" }, { id: "st_far" }];
    expect(await bulk({ changes: sets(both, { audience: "都行" }) })).toMatchObject({
      status: 403,
      body: { error: { code: "not_allowed", fields: [{ id: "st_far" }] } },
    });
    const away = await bulk({
      changes: sets([both[0] ?? { id: "" }], { district: { code: "410102", text: "中原区" } }),
    });
    expect(away.status).toBe(403);
    expect(await bulk({ changes: sets([{ id: "st_gone" }], { audience: "都行" }) })).toMatchObject({
      status: 404,
      body: { error: { code: "not_found", fields: [{ id: "st_gone" }] } },
    });
    expect((await find("st_many_0000"))?.audience).toBe("职工");
  });

  it("withdraws many, and brings them back", async () => {
    const stations = await storeMany(2);
    await bulk({ changes: sets(stations, { withdrawn: true }) });
    expect((await test.call("GET", "/api/stations/st_many_0000")).status).toBe(404);
    expect((await undo()).body).toMatchObject({ changed: 2, conflicts: [] });
    expect((await test.call("GET", "/api/stations/st_many_0000")).status).toBe(200);
  });

  it("takes back every fact of every call of the act, and says so once in the record", async () => {
    const stations = await storeMany(4);
    const location = { latitude: 38.5, longitude: 106.3 };
    await bulk({ changes: sets(stations.slice(0, 2), { hoursText: HOURS, location }) });
    await bulk({ changes: sets(stations.slice(2), { audience: "户外劳动者" }) });
    await bulk({ changes: [{ id: "st_many_0000", revision: 2, set: { hoursText: "24小时", host: "农行" } }] });
    const { status, body } = await undo();
    expect([status, body]).toEqual([200, { changeId: "un_firstact", changed: 4, conflicts: [] }]);
    for (const before of stations) {
      const { name, hours, location: place, surveyed, audience, host, verified } = before;
      expect(await find(before.id)).toMatchObject({ name, hours, location: place, surveyed, audience, host, verified });
    }
    expect((await undo()).body).toEqual(body);
    const acts = (await audit()).filter(({ subject }) => subject.type === "change");
    expect(acts.map(({ action, changed, undoUntil }) => [action, changed, undoUntil])).toEqual([
      ["station:undo", 4, null],
      ["station:change-many", 4, null],
    ]);
  });

  it("leaves what somebody has changed since, and names it", async () => {
    const stations = await storeMany(3);
    await bulk({ changes: sets(stations, { audience: "户外劳动者", host: "农行" }) });
    await patch("st_many_0001", { revision: 2, audience: "环卫工人" });
    const expected = {
      changeId: "un_firstact",
      changed: 3,
      conflicts: [{ id: "st_many_0001", field: "audience", theirs: "环卫工人", yours: "职工" }],
    };
    expect((await undo()).body).toEqual(expected);
    expect((await undo()).body).toEqual(expected);
    expect(await find("st_many_0001")).toMatchObject({ audience: "环卫工人", host: null });
  });

  it("can be continued and taken back for a day, not after", async () => {
    const stations = await storeMany(3);
    await bulk({ changes: sets(stations.slice(0, 1), { audience: "户外劳动者" }) });
    test.setNow(beijing("2026-11-25T09:59"));
    expect((await bulk({ changes: sets(stations.slice(1, 2), { audience: "户外劳动者" }) })).status).toBe(200);
    test.setNow(beijing("2026-11-25T10:01"));
    const over = { status: 409, body: { error: { code: "change_over" } } };
    expect(await bulk({ changes: sets(stations.slice(2), { audience: "户外劳动者" }) })).toMatchObject(over);
    expect(await undo()).toMatchObject(over);
    expect((await find("st_many_0001"))?.audience).toBe("户外劳动者");
  });

  it("takes nothing more once it was taken back", async () => {
    const stations = await storeMany(2);
    await bulk({ changes: sets(stations.slice(0, 1), { audience: "户外劳动者" }) });
    await undo();
    expect(await bulk({ changes: sets(stations.slice(1), { audience: "户外劳动者" }) })).toMatchObject({ status: 409 });
  });

  it("is nobody else's to go on with, and a colleague's of the same reach to take back", async () => {
    const stations = await storeMany(2);
    await bulk({ changes: sets(stations.slice(0, 1), { audience: "户外劳动者" }) });
    const colleague = await test.signInAs(givenOfficer("64"));
    const narrow = await test.signInAs(givenOfficer("640105"));
    const rest = { changes: sets(stations.slice(1), { audience: "户外劳动者" }) };
    expect((await bulk(rest, colleague)).status).toBe(403);
    expect((await undo("ch_firstact", narrow)).status).toBe(403);
    expect((await undo("ch_firstact", colleague)).body.changed).toBe(1);
    expect((await undo("ch_nosuchact")).status).toBe(404);
  });

  it("loses nothing when two officers change different cells of the same stations at once", async () => {
    const stations = await storeMany(30);
    const colleague = await test.signInAs(givenOfficer("64"));
    const replies = await Promise.all([
      bulk({ changes: sets(stations, { audience: "户外劳动者" }) }),
      bulk({ changeId: "ch_secondact", changes: sets(stations, { host: "农行" }) }, colleague),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    const after = await test.deps.stations.findMany(stations.map(({ id }) => id));
    expect(after.every(({ audience, host }) => audience === "户外劳动者" && host === "农行")).toBe(true);
  });

  it("tells what it did, a page at a time, and until when it can be taken back", async () => {
    const stations = await storeMany(2);
    await bulk({ changes: sets(stations, { audience: "户外劳动者" }) });
    const read = async () =>
      (await test.call<ChangeDetail>("GET", "/api/changes/ch_firstact", { token: officer })).body;
    expect(await read()).toMatchObject({
      total: 2,
      undoUntil: "2026-11-25T02:00:00.000Z",
      stations: [{ id: "st_many_0000", from: { audience: "职工" }, to: { audience: "户外劳动者" } }, {}],
      nextCursor: null,
    });
    await undo();
    expect((await read()).undoUntil).toBeNull();
  });
});
