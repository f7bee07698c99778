import { describe, expect, it } from "vitest";
import { findDistricts } from "../../../api/stations/import/find-district.js";
import { type ImportRequest, importStations } from "../../../api/stations/import/import-stations.js";
import { givenStation } from "../../support/given.js";
import { csv, givenRow, type ListRow } from "../../support/given-list.js";
import { testApp } from "../../support/test-app.js";

describe("the districts of a list", () => {
  const codes = (questions: [string | null, string][], within: string | null = null) =>
    findDistricts(
      questions.map(([text, address]) => ({ text, address })),
      { asked: within, reach: [] },
    ).map(({ district }) => district.code);

  it("finds a district whose name is its own in all the country", () => {
    expect(codes([["兴庆区", "丽景街 1 号"]])).toEqual(["640104"]);
    expect(codes([["银川市兴庆区", "丽景街 1 号"]])).toEqual(["640104"]);
  });

  it("settles a name that several cities share by the row's own words", () => {
    expect(codes([["鼓楼区", "福州市鼓楼区东街 1 号"]])).toEqual(["350102"]);
    expect(codes([["南京市鼓楼区", "中央路 1 号"]])).toEqual(["320106"]);
    expect(codes([["朝阳区", "北京建国路 1 号"]])).toEqual(["110105"]);
  });

  it("settles it by the city that is asked for", () => {
    expect(codes([["鼓楼区", "东街 1 号"]], "3501")).toEqual(["350102"]);
    expect(codes([["兴庆区", "丽景街 1 号"]], "3501")).toEqual([null]);
  });

  it("settles it by the cities that the rest of the list lies in", () => {
    expect(
      codes([
        ["鼓楼区", "东街 1 号"],
        ["台江区", "五一路 1 号"],
      ]),
    ).toEqual(["350102", "350103"]);
    expect(
      codes([
        ["鼓楼区", "东街 1 号"],
        ["台江区", "五一路"],
        ["玄武区", "中央路"],
      ])[0],
    ).toBeNull();
  });

  it("reads the district from the address where the list has none", () => {
    expect(codes([[null, "宁夏回族自治区银川市兴庆区丽景街 1 号"]])).toEqual(["640104"]);
    expect(codes([[null, "兴庆区丽景街 1 号"]])).toEqual(["640104"]);
    expect(codes([[null, "丽景街 1 号"]])).toEqual([null]);
  });

  it("gives what is no official division to its city, and invents no county for it", () => {
    expect(
      codes([
        ["高新区", "郑州市中原区科学大道 1 号"],
        ["郑东新区", ""],
        ["兴庆", ""],
      ]),
    ).toEqual(["4101", null, null]);
  });

  it("finds the county of a town, and of a list that names the city only, in the address", () => {
    expect(codes([["龙湖镇", "郑州市新郑市龙湖镇泰山路"]])).toEqual(["410184"]);
    expect(codes([["郑州市", "郑州市中原区建设路 1 号"]])).toEqual(["410102"]);
    expect(codes([["郑州市", "建设路 1 号"]])).toEqual(["4101"]);
  });
});

describe("where the stations of a list are", () => {
  const test = testApp();

  const importRows = (rows: ListRow[], request: Partial<ImportRequest> = {}) =>
    importStations(test.deps, { file: csv(...rows), datum: null, city: null, dryRun: false, user: null, ...request });
  const at = (longitude: string, latitude: string, row: ListRow = {}) =>
    givenRow({ "经度(GCJ-02)": longitude, "纬度(GCJ-02)": latitude, ...row });

  it("keeps an unofficial district's words beside its city, and warns once of all its rows", async () => {
    const zone = { 区县: "高新区", 地址: "宁夏银川市高新区" };
    const rows = [givenRow(zone), givenRow(), givenRow(zone)];
    const { created, warnings } = await importRows(rows);
    expect(created).toBe(3);
    expect(warnings).toEqual([
      {
        row: 2,
        column: "区县",
        value: "高新区",
        message: expect.stringMatching(/不是正式.*归到银川市\(按地址\).*共 2 行：第 2、4 行/),
      },
    ]);
    const [id] = await test.deps.stations.findIdsByNames([{ name: rows[0]?.名称 ?? "", districtText: "高新区" }]);
    expect(id && (await test.deps.stations.find(id))?.district).toEqual({ code: "6401", text: "高新区" });
  });

  it("warns of a district that several cities have", async () => {
    const { warnings } = await importRows([givenRow({ 区县: "鼓楼区", 地址: "东街 1 号" })]);
    expect(warnings).toMatchObject([{ row: 2, value: "鼓楼区", message: expect.stringContaining("分不清") }]);
  });

  it("refuses a city that there is none of", async () => {
    await expect(importRows([givenRow()], { city: "9999" })).rejects.toMatchObject({
      code: "invalid_input",
      fields: [{ path: "city" }],
    });
  });

  it("warns of two rows that are probably one door, and imports both", async () => {
    const { created, warnings } = await importRows([
      at("106.289", "38.474", { 名称: "丽景街社区工会驿站" }),
      at("106.2895", "38.474", { 名称: "丽景街社区爱心驿站" }),
    ]);
    expect(created).toBe(2);
    expect(warnings).toMatchObject([
      {
        row: 3,
        value: "丽景街社区爱心驿站",
        message: expect.stringMatching(/第 2 行的「丽景街社区工会驿站」只隔 44 米/),
      },
    ]);
  });

  it.each<[string, string, string]>([
    ["further away than 60 m", "106.2898", "丽景街社区爱心驿站"],
    ["called otherwise", "106.2895", "建设银行高台寺支行驿站"],
  ])("does not warn of rows %s", async (_, longitude, name) => {
    const first = at("106.289", "38.474", { 名称: "丽景街社区工会驿站" });
    expect((await importRows([first, at(longitude, "38.474", { 名称: name })])).warnings).toEqual([]);
  });

  it.each<[string, ListRow, RegExp]>([
    ["within 15 m, whatever they are called", { "经度(GCJ-02)": "106.28908" }, /只隔 7 米/],
    ["at one address", { "经度(GCJ-02)": "106.2895", 地址: "丽景街 128 号" }, /地址一样，可能是同一个门/],
    [
      "at one address, but far apart",
      { "经度(GCJ-02)": "106.30", 地址: "丽景街 128 号" },
      /地址一样，坐标却隔 9\d\d 米/,
    ],
  ])("warns of two plaques %s", async (_, cells, message) => {
    const { warnings } = await importRows([
      at("106.289", "38.474", { 名称: "丽景街社区驿站", 地址: "丽景街128号" }),
      at("106.289", "38.474", { 名称: "建设银行高台寺支行驿站", ...cells }),
    ]);
    expect(warnings).toMatchObject([{ row: 3, message: expect.stringMatching(message) }]);
  });

  it("warns of a station among another district's, naming both, and of many on one point once", async () => {
    await test.store(
      givenStation({
        district: { code: "640104", text: "兴庆区" },
        location: { latitude: 38.474, longitude: 106.289 },
      }),
      givenStation({
        district: { code: "640104", text: "兴庆区" },
        location: { latitude: 38.479, longitude: 106.289 },
      }),
      givenStation({ district: { code: "640122", text: "贺兰县" }, location: { latitude: 38.7, longitude: 106.35 } }),
    );
    const lost = at("106.2891", "38.476", { 区县: "贺兰县" });
    expect((await importRows([lost], { dryRun: true })).warnings).toMatchObject([
      {
        value: lost.名称,
        message: expect.stringMatching(/写的是「贺兰县」.*在「兴庆区」.*「贺兰县」最近的有 25 公里/),
      },
    ]);
    const copied = [1, 2, 3, 4].map((number) => at("106.25", "38.45", { 地址: `北京路 ${number} 号` }));
    expect((await importRows(copied, { dryRun: true })).warnings).toMatchObject([
      { row: 2, value: "106.25,38.45", message: expect.stringMatching(/同一个点.*共 4 行/) },
    ]);
  });

  it("warns of a known station on probably the same door, but not of the row's own", async () => {
    await test.store(givenStation({ name: "丽景街社区驿站", location: { latitude: 38.474, longitude: 106.289 } }));
    const row = at("106.2893", "38.474", { 名称: "丽景街社区工会驿站" });
    for (const outcome of ["created", "unchanged"]) {
      const answer = await importRows([row]);
      expect(answer).toMatchObject({ [outcome]: 1 });
      expect(answer.warnings).toMatchObject([{ row: 2, message: expect.stringContaining("已有的「丽景街社区驿站」") }]);
    }
  });

  it("links two plaques on one door, and then does not warn of them", async () => {
    const { warnings } = await importRows([
      at("106.289", "38.474", { 名称: "丽景街社区工会驿站", 编号: "YZ-001", 同址驿站编号: "YZ-002" }),
      at("106.2895", "38.474", { 名称: "丽景街社区爱心驿站", 编号: "YZ-002" }),
    ]);
    expect(warnings).toEqual([]);
    const [first, second] = await test.deps.stations.findIdsByCodes(["YZ-001", "YZ-002"]);
    expect(first && (await test.deps.stations.find(first))?.sameSiteAs).toBe(second);
  });
});
