import { describe, expect, it } from "vitest";
import { type ImportRequest, importStations } from "../../../api/stations/import/import-stations.js";
import { givenXlsx } from "../../support/given-xlsx.js";
import { testApp } from "../../support/test-app.js";

const HEADINGS = ["名称", "地址", "区县", "经度(高德)", "纬度(高德)", "开放时间"];
let made = 0;
const station = (name: string, district = "都昌县"): string[] => {
  made += 1;
  const [longitude, latitude] = [(116.2 + made / 500).toFixed(4), (29.27 + made / 700).toFixed(4)];
  return [name, `${district}东湖路 ${made} 号`, district, longitude, latitude, "8:00-20:00"];
};

interface GivenSheet {
  name?: string;
  state?: string;
  rows: string[][];
  /** As in A3:A4. */
  merged?: string[];
}

/** A spreadsheet whose cells are all texts. */
function spreadsheet(...sheets: GivenSheet[]): Uint8Array<ArrayBuffer> {
  return givenXlsx({
    sheets: sheets.map(({ rows, merged = [], ...named }) => {
      const cell = (text: string, row: number, column: number) =>
        text === ""
          ? ""
          : `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>`;
      const lines = rows.map(
        (cells, row) => `<row r="${row + 1}">${cells.map((text, at) => cell(text, row, at)).join("")}</row>`,
      );
      const cells = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
      return {
        ...named,
        xml: `<sheetData>${lines.join("")}</sheetData>${cells === "" ? "" : `<mergeCells>${cells}</mergeCells>`}`,
      };
    }),
  });
}

const text = (...rows: string[][]) => new TextEncoder().encode(rows.map((cells) => cells.join(",")).join("\r\n"));

describe("lists in the shapes that offices send", () => {
  const test = testApp();

  const read = (file: Uint8Array, request: Partial<ImportRequest> = {}) =>
    importStations(test.deps, { file, datum: null, city: null, dryRun: false, user: null, ...request });
  const refusal = (file: Uint8Array, request: Partial<ImportRequest> = {}) =>
    read(file, request).then(
      () => "imported",
      (error: { fields: { path: string; message: string }[] }) =>
        error.fields.map(({ path, message }) => `${path}: ${message}`).join("\n"),
    );
  const districtOf = async (name: string, districtText: string) => {
    const [id] = await test.deps.stations.findIdsByNames([{ name, districtText }]);
    return id ? (await test.deps.stations.find(id))?.district.code : null;
  };

  it("reads every sheet with a list, and names those that it does not read", async () => {
    const { created, warnings } = await read(
      spreadsheet(
        { name: "填表说明", rows: [["填表说明"], ["名称要写全"]] },
        { name: "都昌县", rows: [HEADINGS, station("东湖驿站"), station("西湖驿站")] },
        {
          name: "湖口县",
          rows: [HEADINGS.toSpliced(2, 1), station("石钟山驿站", "湖口县").with(4, "29.73").toSpliced(2, 1)],
        },
        { name: "去年", state: "hidden", rows: [HEADINGS, station("旧驿站")] },
      ),
    );
    expect(created).toBe(3);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining("「填表说明」没有读：没有找到表头"),
      expect.stringContaining("「去年」没有读：它是隐藏的"),
    ]);
    expect(await districtOf("石钟山驿站", "湖口县")).toBe("360429");
  });

  it("names the sheet of what is wrong, and takes no row of any", async () => {
    const file = spreadsheet(
      { name: "都昌县", rows: [HEADINGS, station("东湖驿站")] },
      { name: "湖口县", rows: [HEADINGS, station("石钟山驿站", "湖口县").with(3, "东边")] },
    );
    expect(await refusal(file)).toMatch(/^湖口县 \/ row 2 \/ 经度\(高德\): 「东边」不是数字/);
    expect(await test.deps.stations.listFirstIds(1)).toEqual([]);
  });

  it("reads a header of two rows below a title, and what is merged downwards", async () => {
    const one = station("景程广场驿站");
    const two = station("人民广场驿站").with(2, "");
    const split = ([name = "", address = "", district = "", longitude = "", latitude = "", hours = ""]: string[]) => [
      district,
      name,
      address,
      longitude,
      latitude,
      hours,
    ];
    const file = spreadsheet({
      rows: [
        ["2026 年工会驿站一览表"],
        ["县\uff08市、区\uff09", "站点名称", "详细地址", "坐标", "", "开放时间"],
        ["", "", "", "经度", "纬度", ""],
        split(one),
        split(two),
      ],
      merged: ["A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "A4:A5"],
    });
    expect(await read(file)).toMatchObject({ created: 2, ignoredColumns: [] });
    expect(await districtOf("人民广场驿站", "都昌县")).toBe("360428");
  });

  it("leaves out totals, remarks and repeated headings, with a word", async () => {
    const { created, warnings } = await read(
      text(
        HEADINGS,
        station("东湖驿站"),
        ["一、北片", "", "", "", "", ""].toSpliced(0, 1, ""),
        HEADINGS,
        station("西湖驿站"),
        ["合计", "2个", "", "", "", ""],
        ["注:以上都免费", "", "", "", "", ""],
        ["填表人:某某", "", "审核人:某某", "", "", ""],
      ),
    );
    expect(created).toBe(2);
    expect(warnings.map(({ row, message }) => [row, message])).toEqual([
      [4, expect.stringContaining("重复的表头")],
      [6, expect.stringContaining("合计")],
      [7, expect.stringContaining("备注")],
      [8, expect.stringContaining("备注")],
    ]);
  });

  it("tells the delimiter by the header, however many other marks the cells have", async () => {
    const headings = [...HEADINGS, "设施"];
    const rows = ["东湖", "西湖"].map((name) => [
      ...station(`${name}驿站`),
      "饮水机\uff0c微波炉\uff0c空调\uff0c桌椅\uff0c充电\uff0c厕所\uff0c药箱",
    ]);
    expect(await read(text(headings, ...rows))).toMatchObject({ created: 2, warnings: [] });
    const tabs = [headings, ...rows].map((cells) => cells.join("\t")).join("\n");
    expect(await read(new TextEncoder().encode(tabs))).toMatchObject({ unchanged: 2 });
  });

  it("says what it saw where no column is a name, and believes what is said of one", async () => {
    const file = text(HEADINGS.with(0, "叫法"), station("东湖驿站"));
    expect(await refusal(file)).toMatch(/看到的列有：叫法、地址、区县.*--map 叫法=名称/);
    expect(await read(file, { map: ["叫法=名称"] })).toMatchObject({ created: 1 });
    expect((await read(file, { map: ["叫法=名称", "没有的=地标"] })).warnings).toMatchObject([
      { message: expect.stringContaining("没有「没有的」这一列") },
    ]);
    expect(await refusal(file, { map: ["叫法=星座"] })).toMatch(/^map: /);
  });

  it("takes over what a later list says of an amenity that nobody has confirmed", async () => {
    const row = station("东湖驿站");
    const of = (amenities: string) => text([...HEADINGS, "设施"], [...row, amenities]);
    const states = async (amenities: string) => {
      await read(of(amenities));
      const [id] = await test.deps.stations.findIdsByNames([{ name: "东湖驿站", districtText: "都昌县" }]);
      const entries = id ? Object.entries((await test.deps.stations.find(id))?.amenities ?? {}) : [];
      return entries.map(([kind, entry]) => `${kind} ${entry?.state}`);
    };
    expect(await states("饮水机、空调(损坏)、卫生间(不对外)")).toEqual([
      "drinking_water working",
      "aircon broken",
      "toilet absent",
    ]);
    expect(await states("饮水机、空调")).toEqual(["drinking_water working", "aircon working"]);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ["a web page", "<html><body><table><tr><th>名称</th></tr></table></body></html>", /网页.*另存为 \.xlsx/],
    ["a web page without its head", '\uFEFF <table border="1"><tr><td>名称</td></tr></table>', /网页/],
    ["an XML table", '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', /XML 表格.*另存为/],
    ["a PDF", "%PDF-1.7", /PDF/],
    [
      "an old spreadsheet of Excel or WPS",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      /\.xls .*\.et .*另存为/,
    ],
  ])("says that a file is %s, and how to save it", async (_, file, message) => {
    expect(await refusal(typeof file === "string" ? new TextEncoder().encode(file) : file)).toMatch(message);
  });
});
