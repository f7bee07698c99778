import { describe, expect, it } from "vitest";
import { type Header, readHeader } from "../../../../shared/stations/import/columns.js";
import { readStationRow } from "../../../../shared/stations/import/station-row.js";

/** Reads one row of a list that has just these columns besides a name. */
function read(cells: Record<string, string>) {
  const header = readHeader(["名称", ...Object.keys(cells)]);
  return readStationRow(["丽景街驿站", ...Object.values(cells)], header as Header, 7);
}

describe("a row of a list", () => {
  it("says what it says, and nothing of the rest", () => {
    const { station, errors, warnings } = read({
      编号: " YZ-001 ",
      地址: "丽景街\n1 号",
      经度: "106.289",
      纬度: "38.474",
      电话: "0951-1234567",
      面积: "12.5㎡",
      可容纳人数: "8人",
      类型: "一平米驿站",
      开放时间: "",
    });
    expect([errors, warnings]).toEqual([[], []]);
    expect(station).toMatchObject({
      row: 7,
      code: "YZ-001",
      name: "丽景街驿站",
      address: "丽景街 1 号",
      point: { latitude: 38.474, longitude: 106.289 },
      phone: "0951-1234567",
      areaSquareMetres: 12.5,
      capacity: 8,
      kind: "micro",
      hours: null,
      amenities: null,
      landmark: null,
      sameSiteCode: null,
    });
  });

  it("reads full-width digits, and marks for nothing as nothing", () => {
    const { station, errors } = read({ 可容纳人数: "\uff18", 电话: "无", 地标: "/" });
    expect(errors).toEqual([]);
    expect(station).toMatchObject({ capacity: 8, phone: null, landmark: null });
  });

  it("refuses characters that nobody sees in the address, and leaves out hours with them", () => {
    const value = "08:00-20:00\u202E";
    const message = expect.stringContaining("里面有看不见的特殊字符，删掉再填一遍");
    expect(read({ 地址: value }).errors).toEqual([{ row: 7, column: "地址", value, message }]);
    const { station, errors, warnings } = read({ 开放时间: value });
    expect([station.hours, errors, warnings]).toEqual([null, [], [{ row: 7, column: "开放时间", value, message }]]);
  });

  it("says that longitude and latitude are swapped", () => {
    const { station, errors } = read({ 经度: "38.474", 纬度: "106.289" });
    expect(station.point).toBeNull();
    expect(errors).toEqual([
      { row: 7, column: "经度", value: "38.474, 106.289", message: expect.stringContaining("写反了") },
    ]);
  });

  it.each([
    ["经度", "2.35", "48.85", "73 到 136"],
    ["纬度", "106.289", "60", "3 到 54"],
    ["经度", "106289", "38.474", "73 到 136"],
  ])("names the %s of a point outside China", (column, longitude, latitude, expected) => {
    const { errors } = read({ 经度: longitude, 纬度: latitude });
    expect(errors).toEqual([{ row: 7, column, value: expect.any(String), message: expect.stringContaining(expected) }]);
  });

  it.each(["东经106度", "106.289°", "+106.289"])("reads the degrees of %s", (longitude) => {
    expect(read({ 经度: longitude, 纬度: "38.474" }).errors).toEqual([]);
  });

  it.each([
    [{ 经度: "待定", 纬度: "38.474" }, "经度", "待定", "不是数字"],
    [{ 经度: "106°77′", 纬度: "38.474" }, "经度", expect.any(String), "不是数字"],
    [{ 经度: "106.289", 纬度: "38,474" }, "纬度", "38,474", "不是数字"],
    [{ 经度: "106.289", 纬度: "" }, "纬度", undefined, "没有填"],
    [{ 地址: "长".repeat(121) }, "地址", expect.any(String), "最多 120 个字"],
    [{ 编号: "6.40104E+14" }, "编号", "6.40104E+14", "科学记数"],
    [{ 区县: "兴庆区,金凤区" }, "区县", "兴庆区,金凤区", "一个区县"],
  ])("names column, value and what is expected: %j", (cells, column, value, message) => {
    expect(read(cells).errors).toEqual([
      { row: 7, column, ...(value === undefined ? {} : { value }), message: expect.stringContaining(message) },
    ]);
  });

  it.each<[Record<string, string>, string]>([
    [{ 可容纳人数: "若干" }, "整数"],
    [{ 可容纳人数: "8.5" }, "整数"],
    [{ 可容纳人数: "0" }, "大于 0"],
    [{ 可容纳人数: "5000" }, "最大 1000"],
    [{ 可容纳人数: "10-15人" }, "整数"],
    [{ 可容纳人数: "不限" }, "整数"],
    [{ 面积: "-3" }, "大于 0"],
    [{ 电话: "找王师傅" }, "数字"],
    [{ 电话: "1.38E+10" }, "科学记数"],
    [{ 电话: "138000000001380000" }, "数字"],
    [{ 所属单位: "长".repeat(61) }, "最多 60 个字"],
  ])("leaves a cell empty that a station can do without, with a warning: %j", (cells, message) => {
    const { errors, warnings } = read(cells);
    expect(errors).toEqual([]);
    const [[column = "", value = ""] = []] = Object.entries(cells);
    expect(warnings).toEqual([{ row: 7, column, value, message: expect.stringContaining(message) }]);
    expect(warnings[0]?.message).toContain("这一格没有导入");
  });

  it.each([
    ["0951-1234567、13800000000", "0951-1234567、13800000000", 0],
    ["0571-8600000013400000000", "0571-86000000、13400000000", 1],
    ["1500000000013800000000", "15000000000、13800000000", 1],
    ["0571-88000000 13900000000", "0571-88000000、13900000000", 1],
    ["0571-88000000转801", "0571-88000000转801", 0],
    ['="0792-5222222"', "0792-5222222", 0],
    ["12351", "12351", 0],
    ["(0951)6022000", "(0951)6022000", 0],
    ["138 0000 0000", "138 0000 0000", 0],
    ["400-800-1234", "400-800-1234", 0],
  ])("reads the telephones of %s", (text, phone, warned) => {
    const { station, errors, warnings } = read({ 电话: text });
    expect([station.phone, errors.length, warnings.length]).toEqual([phone, 0, warned]);
  });

  it.each([
    ["116°12′6.6″E", "29°16′12.3″N", 116.2018333, 29.27008333],
    ["东经116度12分24秒", "北纬29度16分30秒", 116.2066667, 29.275],
    ["116°12.5′", "29°16′", 116.2083333, 29.2666667],
  ])("reads degrees, minutes and seconds: %s", (longitude, latitude, east, north) => {
    const { station, errors } = read({ 经度: longitude, 纬度: latitude });
    expect(errors).toEqual([]);
    expect(station.point?.longitude).toBeCloseTo(east, 6);
    expect(station.point?.latitude).toBeCloseTo(north, 6);
  });

  it.each(["116.23\uff0c29.27", "29.27, 116.23", "116.23 29.27", "东经116.23°、北纬29.27°", "E116.23,N29.27"])(
    "reads both coordinates in one cell: %s",
    (text) => {
      const { station, errors } = read({ 经纬度: text });
      expect([station.point, errors]).toEqual([{ latitude: 29.27, longitude: 116.23 }, []]);
    },
  );

  it("refuses a point in one cell that is none", () => {
    expect(read({ 经纬度: "116.23" }).errors).toMatchObject([{ column: "经纬度", value: "116.23" }]);
  });

  it("puts the hours together from two columns", () => {
    const hoursOf = (cells: Record<string, string>) => read(cells).station.hours;
    expect(hoursOf({ 开门时间: "8:00", 关门时间: "20:00" })).toEqual(hoursOf({ 开放时间: "8:00-20:00" }));
    expect(hoursOf({ 夏季开放时间: "7:00-21:00", 冬季开放时间: "7:00-21:00" })).toEqual(
      hoursOf({ 开放时间: "7:00-21:00" }),
    );
    const seasons = hoursOf({ 夏季开放时间: "7:00-21:00", 冬季开放时间: "8:00-20:00" });
    expect(seasons?.note ?? seasons?.seasons.length).toBeTruthy();
  });

  it("joins what a column of amenities and columns of their own say, and fills in from a second column", () => {
    const { station, warnings } = read({
      设施: "饮水机",
      空调: "×",
      微波炉: "待定",
      建设单位: "",
      管理单位: "区总工会",
    });
    expect(station).toMatchObject({ amenities: { drinking_water: "working", aircon: "absent" }, host: "区总工会" });
    expect(warnings).toMatchObject([{ column: "微波炉", value: "待定" }]);
  });

  it("refuses a name that is too long", () => {
    const header = readHeader(["驿站名称"]) as Header;
    const { errors } = readStationRow(["驿".repeat(61)], header, 2);
    expect(errors).toMatchObject([{ row: 2, column: "驿站名称", message: expect.stringContaining("最多 60 个字") }]);
  });

  it("keeps hours that it cannot read as a note, and says so", () => {
    const { station, warnings } = read({ 开放时间: "看门口通知" });
    expect(station.hours).toMatchObject({ note: "看门口通知", holidays: "unknown" });
    expect(warnings).toMatchObject([{ row: 7, column: "开放时间", value: "看门口通知" }]);
  });

  it.each([
    [{ 设施: "饮水、按摩椅" }, "设施", "按摩椅"],
    [{ 类型: "五星" }, "类型", "五星"],
  ])("warns of what it leaves out: %j", (cells, column, value) => {
    const { errors, warnings } = read(cells);
    expect(errors).toEqual([]);
    expect(warnings).toMatchObject([{ row: 7, column, value }]);
  });
});
