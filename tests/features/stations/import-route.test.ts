import { beforeEach, describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import type { User } from "../../../shared/people/user.js";
import type { ImportAnswer } from "../../../shared/stations/import/import-answer.js";
import type { NearestAnswer } from "../../../shared/stations/station-answer.js";
import { csv, givenRow } from "../../support/given-list.js";
import { testApp } from "../../support/test-app.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

describe("POST /api/stations/import", () => {
  const test = testApp();
  let officer: string;
  beforeEach(async () => {
    officer = await test.signIn("officer");
  });

  const post = <Body = ImportAnswer>(
    body: Uint8Array<ArrayBuffer>,
    {
      query = "",
      type = "text/csv",
      token = officer,
      key,
    }: { query?: string; type?: string; token?: string | undefined; key?: string } = {},
  ) =>
    test.call<Body>("POST", `/api/stations/import${query}`, {
      token,
      body,
      headers: { "content-type": type, ...(key ? { "idempotency-key": key } : {}) },
    });

  it("imports the body and shows the stations at once, amenities unconfirmed", async () => {
    const row = givenRow({ "经度(GCJ-02)": "106.289", "纬度(GCJ-02)": "38.474" });
    const { status, body } = await post(csv(row), { type: "text/csv; charset=utf-8" });
    const readings = [{ text: "08:00-20:00", reads: "每天 8:00–20:00 / 节假日 不知道", stations: 1, certain: true }];
    expect([status, body]).toMatchObject([
      200,
      { created: 1, updated: 0, unchanged: 0, warnings: [], ignoredColumns: [], readings },
    ]);
    const nearest = await test.call<NearestAnswer>("GET", "/api/stations/nearest?latitude=38.474&longitude=106.289");
    expect(nearest.body.stations).toMatchObject([
      { name: row.名称, amenities: { drinking_water: "working" }, unconfirmedAmenities: ["drinking_water", "aircon"] },
    ]);
    expect((await post(csv(row))).body).toMatchObject({ created: 0, unchanged: 1 });
  });

  it("imports XLSX", async () => {
    const row = givenRow();
    const lines = [Object.keys(row), Object.values(row)].map((line) => line.map((value) => ({ value })));
    const file = await writeXlsxFile(lines).toBuffer();
    expect((await post(new Uint8Array(file), { type: XLSX })).body).toMatchObject({ created: 1 });
  });

  it("takes datum, city and dry run from the address", async () => {
    const { body } = await post(csv(givenRow({ 区县: "鼓楼区", 地址: "东街 1 号" })), {
      query: "?datum=wgs84&dryRun=true&city=3501",
    });
    expect(body).toMatchObject({ created: 1, warnings: [{ row: 1, message: expect.stringContaining("wgs84") }] });
    expect(await test.deps.stations.listFirstIds(1)).toEqual([]);
  });

  it.each(["?datum=gps", "?dryRun=yes", "?city=郑州", "?city=9999", "?speed=1"])("refuses %s", async (query) => {
    const { status, body } = await post<ErrorAnswer>(csv(givenRow()), { query: encodeURI(query) });
    expect([status, body.error.code]).toEqual([400, "invalid_input"]);
    expect(body.error.fields).toHaveLength(1);
  });

  it("answers a list with mistakes with row, column and reason, in Chinese", async () => {
    const { status, body } = await post<ErrorAnswer>(csv(givenRow(), givenRow({ "经度(GCJ-02)": "东边" })));
    expect([status, body.error.code]).toEqual([422, "import_rejected"]);
    expect(body.error.fields).toEqual([
      { path: "row 3 / 经度(GCJ-02)", message: expect.stringMatching(/东边.*不是数字/) },
    ]);
    expect(await test.deps.stations.listFirstIds(1)).toEqual([]);
  });

  it.each(["application/json", "text/plain", "application/octet-stream", ""])("takes no %j", async (type) => {
    const { status, body } = await post<ErrorAnswer>(csv(givenRow()), { type });
    expect([status, body.error.code]).toEqual([415, "unsupported_media_type"]);
  });

  it.each([undefined, "a key"])("takes 4 MB and no more, with the idempotency key %s", async (key) => {
    const padded = (bytes: number) => {
      const file = new Uint8Array(bytes).fill(0x20);
      for (let at = 1_000; at < bytes; at += 1_000) file[at] = 0x0a;
      file.set(csv(givenRow()));
      return file;
    };
    expect((await post(padded(4 * 1024 * 1024), { query: "?dryRun=true" })).status).toBe(200);
    const { status, body } = await post<ErrorAnswer>(padded(4 * 1024 * 1024 + 1), { key });
    expect([status, body.error.code]).toEqual([413, "too_large"]);
  });

  it("keeps a withdrawn station off the lists, and says so", async () => {
    const row = givenRow({ "经度(GCJ-02)": "106.289", "纬度(GCJ-02)": "38.474" });
    await post(csv(row));
    const nearby = () => test.call<NearestAnswer>("GET", "/api/stations/nearest?latitude=38.474&longitude=106.289");
    const [station] = (await nearby()).body.stations;
    await test.call("POST", `/api/stations/${station?.id}/withdraw`, { token: officer });
    const { body } = await post(csv({ ...row, 开放时间: "24小时" }));
    expect(body).toMatchObject({ updated: 1, warnings: [{ row: 2, message: expect.stringContaining("已经撤下") }] });
    expect((await nearby()).body.stations).toEqual([]);
  });

  it("imports once for one idempotency key", async () => {
    const file = csv(givenRow());
    await post(file, { key: "import-1" });
    expect((await post(file, { key: "import-1" })).body).toMatchObject({ created: 1 });
  });

  it("is for officers", async () => {
    const signedOut = await test.call<ErrorAnswer>("POST", "/api/stations/import", { body: csv(givenRow()) });
    expect([signedOut.status, signedOut.body.error.code]).toEqual([401, "not_signed_in"]);
    for (const role of ["worker", "keeper"] as const) {
      const { status, body } = await post<ErrorAnswer>(csv(givenRow()), { token: await test.signIn(role) });
      expect([status, body.error.code]).toEqual([403, "not_allowed"]);
    }
  });

  it("lets an officer import only into the districts within reach", async () => {
    const token = await test.signInAs(officerOf("6401"));
    const { status, body } = await post<ErrorAnswer>(csv(givenRow(), givenRow({ 区县: "中原区" })), { token });
    expect([status, body.error.fields]).toMatchObject([
      422,
      [{ path: "row 3 / 区县", message: expect.stringContaining("不在你管的范围") }],
    ]);
    expect((await post(csv(givenRow()), { token })).body).toMatchObject({ created: 1 });
  });

  function officerOf(reach: string): User {
    return { id: "us_localofficer", name: "王干部", roles: ["officer"], stationIds: [], reach: [reach], createdAt: 0 };
  }
});
