import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { importStations } from "../../../api/stations/import/import-stations.js";
import type { Station } from "../../../shared/stations/station.js";
import { csv, csvText, givenRow } from "../../support/given-list.js";
import { testApp } from "../../support/test-app.js";

/** 丽景街驿站 with its list around it, as Chinese Excel writes it. */
const GB18030_LIST = Uint8Array.from(
  Buffer.from(
    "c3fbb3c62cb5d8d6b72cc7f8cfd82cbeadb6c82cceb3b6c82cbfaab7c5cab1bce40d0a" +
      "c0f6beb0bdd6e6e4d5be2cc0f6beb0bdd62031bac52cd0cbc7ecc7f82c3130362e3238392c33382e3437342c3234d0a1cab10d0a",
    "hex",
  ),
);

describe("the files a list comes in", () => {
  const test = testApp();

  const importFile = (file: Uint8Array) =>
    importStations(test.deps, { file, datum: null, city: null, dryRun: false, user: null });
  const problems = (file: Uint8Array) =>
    importFile(file).then(
      () => [],
      (error: { fields: { path: string; message: string }[] }) => error.fields,
    );
  const stored = async (name: string): Promise<Station> => {
    const [id] = await test.deps.stations.findIdsByNames([{ name, districtText: "兴庆区" }]);
    const station = id ? await test.deps.stations.find(id) : null;
    if (!station) throw new Error(`no ${name}`);
    return station;
  };

  const row = givenRow({ 名称: "丽景街驿站", 地址: '丽景街 1 号,\n二楼 "东"', 编号: "0123" });

  it.each<[string, Uint8Array]>([
    ["UTF-8", csv(row)],
    ["UTF-8 with a byte order mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), csv(row)])],
    ["UTF-16 with a byte order mark", Buffer.from(`\ufeff${csvText(row)}`, "utf16le")],
    ["lines that end as on Unix", Buffer.from(csvText(row).replaceAll("\r\n", "\n"))],
    [
      "tabs",
      Buffer.from(
        csvText({ ...row, 设施: "饮水" })
          .replaceAll("1 号,", "1 号\uff0c")
          .replaceAll(",", "\t"),
      ),
    ],
    [
      "semicolons",
      Buffer.from(
        csvText({ ...row, 设施: "饮水" })
          .replaceAll("1 号,", "1 号\uff0c")
          .replaceAll(",", ";"),
      ),
    ],
  ])("reads CSV in %s", async (_, file) => {
    expect(await importFile(file)).toMatchObject({ created: 1, warnings: [] });
    expect(await stored("丽景街驿站")).toMatchObject({
      code: "0123",
      address: expect.stringMatching(/^丽景街 1 号[,\uff0c] 二楼 "东"$/),
      hours: { week: { 0: [{ opens: 480, closes: 1_200 }] } },
    });
  });

  it("reads CSV in GB18030, which Chinese Excel writes", async () => {
    expect(await importFile(GB18030_LIST)).toMatchObject({ created: 1 });
    expect(await stored("丽景街驿站")).toMatchObject({
      district: { code: "640104" },
      location: { longitude: 106.289, latitude: 38.474 },
      hours: { week: { 0: [{ opens: 0, closes: 1_440 }] } },
    });
  });

  it("reads the sheet of an XLSX file that holds a list, numbers and texts alike", async () => {
    const headings = ["编号", "名称", "地址", "区县", "经度(GCJ-02)", "纬度(GCJ-02)", "开放时间", "可容纳人数"];
    const cells = [640104000000123, "丽景街驿站", "丽景街 1 号", "兴庆区", 106.289001, 38.474, "24小时", 8];
    const file = await writeXlsxFile([
      { sheet: "驿站", data: [headings, cells].map((line) => line.map((value) => ({ value }))) },
      { sheet: "说明", data: [[{ value: "别的" }]] },
    ]).toBuffer();
    expect(await importFile(file)).toMatchObject({
      created: 1,
      warnings: [{ row: 1, message: expect.stringContaining("「说明」没有读") }],
    });
    expect(await stored("丽景街驿站")).toMatchObject({
      code: "640104000000123",
      location: { longitude: 106.289001, latitude: 38.474 },
      capacity: 8,
    });
  });

  it("numbers rows as Excel does: titles, empty rows and line breaks in cells count", async () => {
    const broken = givenRow({ 地址: "第一行\n第二行" });
    const text = csvText(broken, { ...broken, 名称: "另一个", "经度(GCJ-02)": "若干" });
    const lines = text.split("\r\n");
    const file = Buffer.from(["2026 年驿站一览表,,", lines[0], "", lines[1], ",,,", lines[2]].join("\r\n"));
    expect(await problems(file)).toMatchObject([{ path: "row 6 / 经度(GCJ-02)" }]);
  });

  it("says which columns it ignored", async () => {
    const { ignoredColumns } = await importFile(csv({ 序号: "1", ...row, 备注: "好" }));
    expect(ignoredColumns).toEqual(["序号", "备注"]);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["an empty file", new Uint8Array(), /空的/],
    ["no header", Buffer.from("1,2,3\r\n4,5,6"), /表头/],
    ["a header only", Buffer.from("名称,地址\r\n,\r\n"), /一行内容也没有/],
    ["a column that comes twice", Buffer.from("名称,驿站名称\r\n甲,乙"), /只留一列/],
    ["an open quote", Buffer.from('名称,地址\r\n"甲,乙\r\n丙,丁'), /引号/],
    ["an old Excel file", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /\.xlsx/],
    ["a damaged XLSX file", Buffer.from("PK\u0003\u0004 and nothing more"), /打不开/],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff, 0x00, 0x00]), /编码/],
  ])("refuses %s and says why", async (_, file, reason) => {
    const fields = await problems(file);
    expect(fields).toHaveLength(1);
    expect(fields[0]?.message).toMatch(reason);
  });

  it("refuses an XLSX file that unpacks to more than a list can be", async () => {
    const file = await writeXlsxFile([[{ value: "名称" }], [{ value: "丽景街驿站" }]]).toBuffer();
    const entry = file.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    file.writeUInt32LE(0x7fff_ffff, entry + 24);
    expect(await problems(file)).toMatchObject([{ message: expect.stringContaining("太大") }]);
  });

  it("refuses an XLSX file with a stray cell at the far end, which would fill the memory", async () => {
    const file = await writeXlsxFile([[{ value: "名称" }], [{ value: "丽景街驿站" }]]).toBuffer();
    const parts = unzipSync(file);
    const sheet = "xl/worksheets/sheet1.xml";
    parts[sheet] = strToU8(strFromU8(parts[sheet] ?? new Uint8Array()).replace('r="A2"', 'r="XFD1048576"'));
    expect(await problems(zipSync(parts))).toMatchObject([{ message: expect.stringContaining("很远的格子") }]);
  });
});
