import { beforeEach, describe, expect, it } from "vitest";
import { type ImportRequest, importStations } from "../../../api/stations/import/import-stations.js";
import type { ImportRejection } from "../../../api/tables/import-rejection.js";
import { toGcj02 } from "../../../shared/common/place.js";
import type { Station } from "../../../shared/stations/station.js";
import { beijing, givenAmenity, givenDeed, givenHours, givenStation } from "../../support/given.js";
import { csv, givenRow, type ListRow } from "../../support/given-list.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

describe.each(TRANSPORTS)("importing a list over %s", (transport) => {
  const test = testApp(transport);
  beforeEach(() => {
    test.setNow(beijing("2026-11-24T10:00"));
  });

  const importRows = (rows: ListRow[], request: Partial<ImportRequest> = {}) =>
    importStations(test.deps, { file: csv(...rows), datum: null, city: null, dryRun: false, user: null, ...request });
  const rejection = (rows: ListRow[], request: Partial<ImportRequest> = {}): Promise<ImportRejection> =>
    importRows(rows, request).then(
      () => {
        throw new Error("it was imported");
      },
      (error: ImportRejection) => error,
    );
  const everyStation = async (): Promise<Station[]> => {
    const ids = await test.connection.redis.hkeys("{stations}:documents");
    return (await test.deps.stations.findMany(ids)).sort((a, b) => (a.name < b.name ? -1 : 1));
  };
  const only = async (): Promise<Station> => {
    const [station, ...others] = await everyStation();
    if (!station || others.length > 0) throw new Error(`${others.length + 1} stations`);
    return station;
  };
  /** Somebody changes the only station between two imports. */
  const change = async (facts: Partial<Station>): Promise<Station> => {
    const previous = await only();
    const station = { ...previous, ...facts, revision: previous.revision + 1 };
    expect(await test.deps.stations.put({ station, previous, by: givenDeed })).toBe("stored");
    return station;
  };

  it("adds every row as a station that nobody has verified yet", async () => {
    const row = givenRow({ 编号: "YZ-001", 可容纳人数: "8", 联系电话: "0951-1234567" });
    expect(await importRows([row, givenRow()])).toMatchObject({
      created: 2,
      updated: 0,
      unchanged: 0,
      warnings: [],
      ignoredColumns: [],
      readings: [{ text: "08:00-20:00", reads: "每天 8:00–20:00 / 节假日 不知道", stations: 2, certain: true }],
    });
    const [station] = await test.deps.stations.findMany(
      (await test.deps.stations.findIdsByCodes(["YZ-001"])).flatMap((id) => id ?? []),
    );
    expect(station).toMatchObject({
      code: "YZ-001",
      name: row.名称,
      district: { code: "640104", text: "兴庆区" },
      capacity: 8,
      phone: "0951-1234567",
      surveyed: { datum: "gcj02" },
      verified: { location: null, services: null, open: null },
      amenities: {
        drinking_water: { state: "working", confirmedAt: null },
        aircon: { state: "working", confirmedAt: null },
      },
      isDemo: false,
      revision: 1,
    });
  });

  it("changes nothing when the same list comes again", async () => {
    const rows = [givenRow({ 编号: "YZ-001", 同址驿站编号: "YZ-002" }), givenRow({ 编号: "YZ-002" }), givenRow()];
    await importRows(rows);
    const before = await everyStation();
    test.setNow(beijing("2026-11-25T10:00"));
    expect(await importRows(rows)).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(await everyStation()).toEqual(before);
  });

  it("changes only what the list says, and leaves empty cells alone", async () => {
    const row = givenRow({ 编号: "YZ-001", 地标: "农行旁边", 服务对象: "户外劳动者" });
    await importRows([row]);
    const before = await only();
    test.setNow(beijing("2026-11-25T10:00"));
    const shorter = { 编号: "YZ-001", 名称: "丽景街新驿站", 地标: "", 开放时间: "24小时" };
    expect(await importRows([shorter])).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    const after = await only();
    expect(after).toEqual({
      ...before,
      name: "丽景街新驿站",
      hours: { ...before.hours, week: Array.from({ length: 7 }, () => [{ opens: 0, closes: 1_440 }]) },
      revision: 2,
      factRevisions: { rest: 1, name: 2, hours: 2 },
      updatedAt: beijing("2026-11-25T10:00"),
    });
  });

  it("knows a station by its name and district when it has no code, and gives it the code of the list", async () => {
    const row = givenRow();
    await importRows([row]);
    expect(await importRows([{ ...row, 编号: "YZ-009" }])).toMatchObject({ created: 0, updated: 1 });
    expect(await importRows([{ ...row, 区县: "金凤区" }])).toMatchObject({ created: 1 });
    expect((await everyStation()).map(({ code, district }) => [code, district.text]).sort()).toEqual([
      [null, "金凤区"],
      ["YZ-009", "兴庆区"],
    ]);
  });

  it("forgets that a place was verified when the list moves it", async () => {
    const row = givenRow();
    await importRows([row]);
    await change({ verified: { location: 5, services: 6, open: 7 } });
    await importRows([row]);
    expect((await only()).verified.location).toBe(5);
    await importRows([{ ...row, "经度(GCJ-02)": "106.777" }]);
    expect(await only()).toMatchObject({ location: { longitude: 106.777 }, verified: { location: null, open: 7 } });
  });

  it("follows the list where nobody has confirmed it, and people where somebody has", async () => {
    const row = givenRow({ 设施: "饮水、空调、微波炉" });
    await importRows([row]);
    const { amenities } = await only();
    await change({
      amenities: {
        ...amenities,
        aircon: { ...givenAmenity("broken"), note: "漏水", confirmedAt: 9 },
        microwave: { ...givenAmenity("working"), confirmedAt: 9 },
      },
    });
    test.setNow(beijing("2026-11-25T10:00"));
    await importRows([{ ...row, 设施: "空调、Wi-Fi" }]);
    expect((await only()).amenities).toEqual({
      aircon: { ...givenAmenity("broken"), note: "漏水", confirmedAt: 9 },
      microwave: { ...givenAmenity("working"), confirmedAt: 9 },
      wifi: { ...givenAmenity("working"), since: beijing("2026-11-25T10:00") },
    });
  });

  it("keeps the single dates that people entered", async () => {
    const row = givenRow();
    await importRows([row]);
    const exceptions = [{ date: "2026-12-24", hours: [] }];
    await change({ hours: givenHours({ exceptions }) });
    await importRows([{ ...row, 开放时间: "24小时" }]);
    expect((await only()).hours).toMatchObject({ exceptions, week: { 0: [{ opens: 0, closes: 1_440 }] } });
  });

  it("lets the list say single dates, beside those that people entered", async () => {
    const row = givenRow();
    await importRows([row]);
    const entered = [
      { date: "2026-12-24", hours: [] },
      { date: "2026-12-25", hours: [] },
    ];
    await change({ hours: givenHours({ exceptions: entered }) });
    await importRows([{ ...row, 开放时间: "8:00-20:00;2026年12月25日至12月26日 9:00-12:00" }]);
    const morning = [{ opens: 540, closes: 720 }];
    expect((await only()).hours.exceptions).toEqual([
      { date: "2026-12-24", hours: [] },
      { date: "2026-12-25", hours: morning },
      { date: "2026-12-26", hours: morning },
    ]);
  });

  it("shows how each text of hours was read, worst first and then the most shared", async () => {
    const hours = ["9:30-16:30,周一闭馆,节假日除外", "24H", "看门大爷说了算", "8:00-20:00", "24H"];
    const { readings } = await importRows(
      hours.map((text) => givenRow({ 开放时间: text })),
      { dryRun: true },
    );
    expect(readings.map(({ text, stations, certain }) => [text, stations, certain])).toEqual([
      ["看门大爷说了算", 1, false],
      ["9:30-16:30,周一闭馆,节假日除外", 1, false],
      ["24H", 2, true],
      ["8:00-20:00", 1, true],
    ]);
    expect(readings[0]?.reads).toContain("没看懂");
    expect(readings[1]?.reads).toMatch(/周一 不开 \/ 周二到周日 9:30–16:30 \/ 节假日 不知道.*节假日除外/);
    expect(readings[2]?.reads).toBe("每天 24 小时 / 节假日 不知道");
  });

  it("keeps the coordinate as it was surveyed, beside where it is on the map", async () => {
    await importRows([givenRow({ "经度(GCJ-02)": "106.282", "纬度(GCJ-02)": "38.4727" })], { datum: "wgs84" });
    const { location, surveyed } = await only();
    expect(surveyed).toMatchObject({ datum: "wgs84", longitude: 106.282, latitude: 38.472_7 });
    expect(location).toEqual(toGcj02({ latitude: 38.472_7, longitude: 106.282 }, "wgs84"));
  });

  it("says that the datum asked for is not the header's, and that nobody named one", async () => {
    const { warnings } = await importRows([givenRow()], { datum: "bd09", dryRun: true });
    expect(warnings).toMatchObject([{ row: 1, message: expect.stringContaining("gcj02") }]);
    const { "经度(GCJ-02)": longitude = "", "纬度(GCJ-02)": latitude = "", ...rest } = givenRow();
    const plain = await importRows([{ ...rest, 经度: longitude, 纬度: latitude }]);
    expect(plain.warnings).toMatchObject([{ row: 1, message: expect.stringContaining("没有写坐标系") }]);
  });

  it("changes nothing on a dry run, and says what it would do", async () => {
    const row = givenRow();
    expect(await importRows([row, givenRow()], { dryRun: true })).toMatchObject({ created: 2 });
    expect(await everyStation()).toEqual([]);
    await importRows([row]);
    expect(await importRows([{ ...row, 开放时间: "24小时" }, givenRow()], { dryRun: true })).toMatchObject({
      created: 1,
      updated: 1,
    });
    expect(await only()).toMatchObject({ revision: 1 });
  });

  it("imports no row when one is wrong, and names row, column, value and what is expected", async () => {
    const wrong = givenRow({ "经度(GCJ-02)": "38.474", "纬度(GCJ-02)": "106.289" });
    const error = await rejection([givenRow(), wrong, givenRow({ "纬度(GCJ-02)": "北边" })]);
    expect(error).toMatchObject({ code: "import_rejected", status: 422, total: 2 });
    expect(error.fields).toEqual([
      { path: "row 3 / 经度(GCJ-02)", message: expect.stringMatching(/38\.474, 106\.289.*写反了.*73 到 136/) },
      { path: "row 4 / 纬度(GCJ-02)", message: expect.stringMatching(/北边.*不是数字/) },
    ]);
    expect(await everyStation()).toEqual([]);
  });

  it.each<[string, ListRow, string]>([
    ["no name", { 名称: "" }, "row 3 / 名称"],
    ["no address", { 地址: "" }, "row 3 / 地址"],
    ["no place", { "经度(GCJ-02)": "", "纬度(GCJ-02)": "" }, "row 3 / 经度(GCJ-02)"],
    ["a code that came before", { 编号: "YZ-001" }, "row 3 / 编号"],
    ["a name that came before in its district", { 名称: "同名驿站", 编号: "YZ-002" }, "row 3 / 名称"],
    ["its own code for its other plaque", { 编号: "YZ-003", 同址驿站编号: "YZ-003" }, "row 3 / 同址驿站编号"],
    ["an unknown code for its other plaque", { 编号: "YZ-003", 同址驿站编号: "YZ-404" }, "row 3 / 同址驿站编号"],
  ])("refuses a row with %s", async (_, cells, path) => {
    const first = givenRow({ 名称: "同名驿站", 编号: "YZ-001", 同址驿站编号: "" });
    const error = await rejection([first, givenRow(cells)]);
    expect(error.fields?.map((field) => field.path)).toEqual([path]);
    expect(await everyStation()).toEqual([]);
  });

  it("refuses a code and a name that belong to two stations", async () => {
    const [a, b] = [givenRow({ 编号: "YZ-001" }), givenRow({ 编号: "YZ-002" })];
    await importRows([a, b]);
    expect((await rejection([{ ...a, 名称: b.名称 ?? "" }])).fields).toMatchObject([{ path: "row 2 / 名称" }]);
    expect((await rejection([{ ...a, 编号: "YZ-404" }])).fields).toMatchObject([{ path: "row 2 / 编号" }]);
  });

  it("names a missing column once, not row by row", async () => {
    const rows = [1, 2, 3].map(() => ({ 名称: givenRow().名称 ?? "", 开放时间: "24小时" }));
    const { fields = [] } = await rejection(rows);
    expect(fields.map(({ path }) => path)).toEqual(["row 1", "row 1"]);
    expect(fields.map(({ message }) => message).join()).toMatch(/「地址」.*「经度」/);
  });

  it("lists two hundred mistakes at most, and says how many more there are", async () => {
    const error = await rejection(Array.from({ length: 250 }, () => givenRow({ "经度(GCJ-02)": "x" })));
    expect(error.total).toBe(250);
    expect(error.fields).toHaveLength(201);
    expect(error.fields?.at(-1)?.message).toContain("50");
  });

  it("shows nothing of a list that was staged and never published", async () => {
    const station = givenStation();
    await test.deps.stationImports.stage("im_crashed", [{ station, previous: null, by: givenDeed }]);
    expect(await test.deps.stations.find(station.id)).toBeNull();
    expect(await everyStation()).toEqual([]);
    expect(await test.connection.redis.ttl("{stations}:import:im_crashed")).toBeGreaterThan(0);
    expect(await importRows([givenRow()])).toMatchObject({ created: 1 });
  });

  it("decides again when a station changes while the list is staged, and loses neither change", async () => {
    const row = givenRow({ 地标: "农行旁边" });
    await importRows([row, givenRow()]);
    const { stationImports } = test.deps;
    let meddled = 0;
    const deps = {
      ...test.deps,
      stationImports: {
        ...stationImports,
        stage: async (...staged: Parameters<typeof stationImports.stage>) => {
          await stationImports.stage(...staged);
          meddled += 1;
          if (meddled > 1) return;
          const [previous] = (await everyStation()).filter(({ name }) => name === row.名称);
          if (!previous) throw new Error("not found");
          const station = { ...previous, landmark: "邮局旁边", revision: previous.revision + 1 };
          await test.deps.stations.put({ station, previous, by: givenDeed });
        },
      },
    };
    const file = csv({ ...row, 地标: "", 开放时间: "24小时" });
    const answer = await importStations(deps, { file, datum: null, city: null, dryRun: false, user: null });
    expect([answer.updated, meddled]).toEqual([1, 2]);
    expect((await everyStation()).find(({ name }) => name === row.名称)).toMatchObject({
      landmark: "邮局旁边",
      revision: 3,
      hours: { week: { 0: [{ opens: 0, closes: 1_440 }] } },
    });
  });

  it("gives up with a conflict, and shows nothing, when the stations never rest", async () => {
    const row = givenRow();
    await importRows([row]);
    const { stationImports } = test.deps;
    const deps = {
      ...test.deps,
      stationImports: {
        ...stationImports,
        stage: async (...staged: Parameters<typeof stationImports.stage>) => {
          await stationImports.stage(...staged);
          await change({ landmark: `第 ${(await only()).revision} 次` });
        },
      },
    };
    const file = csv({ ...row, 开放时间: "24小时" }, givenRow());
    await expect(
      importStations(deps, { file, datum: null, city: null, dryRun: false, user: null }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect((await only()).hours.week[0]).toEqual([{ opens: 480, closes: 1_200 }]);
  });

  it("reports how far it is", async () => {
    const steps: string[] = [];
    await importRows([givenRow(), givenRow()], { onProgress: ({ step, rows }) => steps.push(`${step} ${rows}`) });
    expect(steps).toEqual(["read 2", "compared 2", "staged 2", "published 2"]);
  });
});
