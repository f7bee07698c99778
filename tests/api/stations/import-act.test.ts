import { beforeEach, describe, expect, it } from "vitest";
import type { AuditList } from "../../../shared/audit/audit-answer.js";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import type { BulkAnswer } from "../../../shared/stations/bulk-change.js";
import type { StationImportAnswer } from "../../../shared/stations/import/import-answer.js";
import type { Station } from "../../../shared/stations/station.js";
import { beijing } from "../../support/given.js";
import { csv, givenRow, type ListRow } from "../../support/given-list.js";
import { givenOfficer } from "../../support/given-user.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const LONGITUDE = "经度(GCJ-02)";

describe.each(TRANSPORTS)("an officer's import over %s", (transport) => {
  const test = testApp(transport);
  let officer: string;
  beforeEach(async () => {
    test.setNow(beijing("2026-11-24T10:00"));
    officer = await test.signInAs({ ...givenOfficer("6401"), id: "us_officer001", name: "王干部" });
  });

  const post = async <Body = StationImportAnswer>(rows: ListRow[], query = "", mends?: object) => {
    const form = new FormData();
    form.set("file", new File([csv(...rows)], "名单.csv"));
    if (mends) form.set("mends", JSON.stringify(mends));
    const sent = new Response(form);
    return test.call<Body>("POST", `/api/stations/import${query}`, {
      token: officer,
      body: new Uint8Array(await sent.arrayBuffer()),
      headers: { "content-type": sent.headers.get("content-type") ?? "" },
    });
  };
  const stations = async (): Promise<Station[]> => {
    const all = await test.deps.stations.findMany(await test.deps.stations.listFirstIds(20));
    return all.filter(({ withdrawnAt }) => withdrawnAt === null);
  };
  const undo = (changeId: string | null) =>
    test.call<BulkAnswer>("POST", `/api/changes/${changeId}/undo`, { token: officer });
  const entries = async () =>
    (await test.call<AuditList>("GET", "/api/audit", { token: officer })).body.entries.filter(
      ({ author }) => author.userId === "us_officer001",
    );

  it("is one entry in the record, with what it did to each station", async () => {
    const [first, second] = [givenRow(), givenRow()];
    await post([first]);
    const { body } = await post([{ ...first, 开放时间: "24小时" }, second]);
    expect(body).toMatchObject({ created: 1, updated: 1, changeId: expect.stringMatching(/^ch_/) });
    const [entry, ...others] = await entries();
    expect(others).toHaveLength(1);
    expect(entry).toMatchObject({
      action: "station:import",
      subject: { type: "change", id: body.changeId },
      changed: 2,
      undoUntil: "2026-11-25T02:00:00.000Z",
    });
    const of = (name: string | undefined) => entry?.stations?.find((station) => station.name === name);
    expect(Object.keys(of(first.名称)?.to ?? {})).toEqual(["hours"]);
    expect(of(second.名称)?.to).toEqual({ withdrawnAt: null });
  });

  it("is taken back for a day: what it added goes off the lists, what it changed is as before", async () => {
    const [first, second] = [givenRow(), givenRow()];
    await post([first]);
    const [before] = await stations();
    const { body } = await post([{ ...first, 开放时间: "24小时" }, second]);
    expect((await undo(body.changeId)).body).toMatchObject({ changed: 2, conflicts: [] });
    const [after, ...others] = await stations();
    expect(others).toEqual([]);
    expect(after?.hours).toEqual(before?.hours);
  });

  it("names what somebody has changed since, and leaves it", async () => {
    const first = givenRow();
    await post([first]);
    const { body } = await post([{ ...first, 开放时间: "24小时" }]);
    const [station] = await stations();
    const json = { revision: station?.revision, hoursText: "周一至周五 9:00-17:00" };
    await test.call("PATCH", `/api/stations/${station?.id}`, { token: officer, json });
    expect((await undo(body.changeId)).body.conflicts).toMatchObject([{ id: station?.id, field: "hours" }]);
  });

  it("puts what was withdrawn back on the lists where that is asked for", async () => {
    const row = givenRow();
    const { body } = await post([row]);
    await undo(body.changeId);
    expect((await post([row], "?dryRun=true")).body).toMatchObject({ unchanged: 1, withdrawn: 1 });
    expect(await stations()).toEqual([]);
    expect((await post([row], "?reinstate=true")).body).toMatchObject({ updated: 1, withdrawn: 1 });
    expect(await stations()).toMatchObject([{ name: row.名称, withdrawnAt: null }]);
  });

  it("reads a cell as it was put right, and tells wrong ones by place, value and name", async () => {
    const row: ListRow = { ...givenRow(), [LONGITUDE]: "东边" };
    const { status, body } = await post<ErrorAnswer>([givenRow(), row]);
    expect([status, body.error.cells]).toMatchObject([
      422,
      [{ row: 3, column: LONGITUDE, value: "东边", name: row.名称 }],
    ]);
    const cells = [{ row: 3, column: LONGITUDE, value: "106.25" }];
    expect((await post([givenRow(), row], "", { cells })).body).toMatchObject({ created: 2 });
    const found = (await stations()).find(({ name }) => name === row.名称);
    expect(found?.location.longitude).toBe(106.25);
  });

  it("reads one way of writing hours as another wherever it stands", async () => {
    const rows = [givenRow({ 开放时间: "看情况" }), givenRow({ 开放时间: "看情况" }), givenRow()];
    const { body } = await post(rows, "?dryRun=true", { hours: [{ text: "看情况", means: "24小时" }] });
    expect(body.readings.map(({ text, stations: count }) => [text, count])).toEqual([
      ["24小时", 2],
      ["08:00-20:00", 1],
    ]);
  });

  it("refuses what was put right in a form nobody knows", async () => {
    const { status, body } = await post<ErrorAnswer>([givenRow()], "", { cells: [{ row: 0 }] });
    expect([status, body.error.fields?.[0]?.path]).toEqual([400, "mends"]);
  });

  it("leaves rows of other people's districts out where that is asked for", async () => {
    const rows = [givenRow(), givenRow({ 区县: "中原区", 地址: "郑州市中原区建设路 1 号" })];
    expect((await post<ErrorAnswer>(rows)).status).toBe(422);
    const { body } = await post(rows, "?outside=set-aside");
    expect(body).toMatchObject({
      created: 1,
      setAside: { total: 1, rows: [{ row: 3, name: rows[1]?.名称, district: "中原区" }] },
    });
    expect(await stations()).toHaveLength(1);
  });

  it("says of a trial what would become of each row, and shows doubtful points with their cells", async () => {
    const row = givenRow();
    await post([row]);
    const far = givenRow({ [LONGITUDE]: "109.9" });
    const { body } = await post([{ ...row, 联系电话: "0951-1234567" }, far], "?dryRun=true");
    expect(body.changes).toMatchObject([
      { row: 2, name: row.名称, fields: [{ field: "phone", before: null, after: "0951-1234567" }] },
      { row: 3, name: far.名称, id: null, fields: [] },
    ]);
    expect(body.points).toMatchObject([
      { row: 2, name: row.名称 },
      { row: 3, name: far.名称, location: { longitude: 109.9 }, cells: [{ column: LONGITUDE, value: "109.9" }, {}] },
    ]);
    expect(body.columns).toContainEqual({ heading: LONGITUDE, means: "经度" });
    expect(body.changeId).toBeNull();
  });
});
