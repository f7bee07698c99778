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

  it.each(["地址", "开放时间"])("refuses characters that nobody sees, in %s", (column) => {
    const value = "08:00-20:00\u202E";
    const { errors } = read({ [column]: value });
    expect(errors).toEqual([{ row: 7, column, value, message: "里面有看不见的特殊字符,删掉再填一遍" }]);
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
    [{ 经度: "106°17′", 纬度: "38.474" }, "经度", expect.any(String), "不是数字"],
    [{ 经度: "106.289", 纬度: "38,474" }, "纬度", "38,474", "不是数字"],
    [{ 经度: "106.289", 纬度: "" }, "纬度", undefined, "没有填"],
    [{ 可容纳人数: "若干" }, "可容纳人数", "若干", "整数"],
    [{ 可容纳人数: "8.5" }, "可容纳人数", "8.5", "整数"],
    [{ 可容纳人数: "0" }, "可容纳人数", "0", "大于 0"],
    [{ 可容纳人数: "5000" }, "可容纳人数", "5000", "最大 1000"],
    [{ 面积: "-3" }, "面积", "-3", "大于 0"],
    [{ 地址: "长".repeat(121) }, "地址", expect.any(String), "最多 120 个字"],
    [{ 编号: "6.40104E+14" }, "编号", "6.40104E+14", "科学记数"],
    [{ 区县: "兴庆区,金凤区" }, "区县", "兴庆区,金凤区", "一个区县"],
    [{ 电话: "找王师傅" }, "电话", "找王师傅", "数字"],
  ])("names column, value and what is expected: %j", (cells, column, value, message) => {
    expect(read(cells).errors).toEqual([
      { row: 7, column, ...(value === undefined ? {} : { value }), message: expect.stringContaining(message) },
    ]);
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
    [{ 电话: "0951-1234567、13800000000" }, "电话", "0951-1234567、13800000000"],
  ])("warns of what it leaves out: %j", (cells, column, value) => {
    const { errors, warnings } = read(cells);
    expect(errors).toEqual([]);
    expect(warnings).toMatchObject([{ row: 7, column, value }]);
  });
});
