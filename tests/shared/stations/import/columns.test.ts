import { describe, expect, it } from "vitest";
import { readHeader, readHeadingMap } from "../../../../shared/stations/import/columns.js";

function fieldsOf(...headings: string[]): Record<string, string> {
  const header = readHeader(["名称", ...headings]);
  return Object.fromEntries([...(header?.columns ?? [])].map(([field, { heading }]) => [heading, field]));
}

describe("the headings of a list", () => {
  it.each([
    ["驿站编号", "code"],
    ["详细地址", "address"],
    ["附近地标", "landmark"],
    ["所属区县", "district"],
    ["行政区", "district"],
    ["经度(GCJ-02)", "longitude"],
    ["经度\uff08GCJ-02\uff09", "longitude"],
    ["高德经度", "longitude"],
    ["LNG", "longitude"],
    ["Longitude", "longitude"],
    ["经度坐标", "longitude"],
    ["经度(度)", "longitude"],
    ["东经", "longitude"],
    ["坐标X", "longitude"],
    ["北纬", "latitude"],
    ["Y", "latitude"],
    ["经纬度", "point"],
    ["坐标(经度\uff0c纬度)", "point"],
    ["高德坐标", "point"],
    ["县\uff08市、区\uff09", "district"],
    ["所在区县", "district"],
    ["开门时间", "opens"],
    ["关门时间", "closes"],
    ["夏季开放时间", "summerHours"],
    ["冬令时间", "winterHours"],
    ["每日开放时间", "hours"],
    ["责任单位名称", "host"],
    ["纬度(WGS84)", "latitude"],
    ["百度纬度", "latitude"],
    ["开放时间", "hours"],
    ["营业时间(必填)", "hours"],
    ["* 服务设施", "amenities"],
    ["可容纳人数", "capacity"],
    ["可容纳人数(人)", "capacity"],
    ["面积(平方米)", "area"],
    ["面积\uff08㎡\uff09", "area"],
    ["驿站类型", "kind"],
    ["建设单位", "host"],
    ["联系 电话", "phone"],
    ["服务对象", "audience"],
    ["进门说明", "entryNote"],
    ["同址驿站编号", "sameSite"],
  ])("knows %s", (heading, field) => {
    expect(fieldsOf(heading)).toEqual({ 名称: "name", [heading]: field });
  });

  it("ignores what it does not know, and empty headings", () => {
    expect(readHeader(["序号", "名称", "", "备注"])?.ignored).toEqual(["序号", "备注"]);
  });

  it("takes a row without a name or code for something above the header", () => {
    expect(readHeader(["2026 年工会驿站一览表"])).toBeNull();
    expect(readHeader(["地址", "经度"])).toBeNull();
    expect(readHeader(["编号", "开放时间"])).not.toBeNull();
  });

  it.each([
    ["经度(GCJ-02)", "gcj02"],
    ["经度(火星坐标)", "gcj02"],
    ["腾讯经度", "gcj02"],
    ["经度(WGS-84)", "wgs84"],
    ["GPS经度", "wgs84"],
    ["经度(BD-09)", "bd09"],
    ["百度坐标经度", "bd09"],
    ["经度", null],
  ])("finds the datum of %s", (heading, datum) => {
    expect(readHeader(["名称", heading, heading.replace("经", "纬")])?.datum).toBe(datum);
  });

  it("refuses longitudes and latitudes of different datums", () => {
    expect(readHeader(["名称", "经度(GCJ-02)", "纬度(WGS84)"])?.errors).toHaveLength(1);
  });

  it.each(["工会驿站名称", "服务站点名称", "爱心驿站名称", "设施名称", "户外劳动者服务点名称", "港湾名称"])(
    "knows the name of a station by its parts: %s",
    (heading) => {
      expect(readHeader([heading, "地址"])?.columns.get("name")?.heading).toBe(heading);
    },
  );

  it.each(["建设单位名称", "街道名称", "企业名称", "负责人姓名"])("takes %s for no station's name", (heading) => {
    expect(readHeader([heading, "地址"])).toBeNull();
  });

  it("prefers what is headed exactly so, and asks where two are alike", () => {
    const exact = readHeader(["设施名称", "名称", "地址"]);
    expect([exact?.columns.get("name")?.index, exact?.errors, exact?.ignored]).toEqual([1, [], ["设施名称"]]);
    for (const headings of [
      ["名称", "驿站名称"],
      ["工会驿站名称", "爱心驿站名称", "服务点名称"],
    ]) {
      const { errors = [] } = readHeader(headings) ?? {};
      expect(errors).toHaveLength(headings.length - 1);
      expect(errors[0]?.message).toContain(`--map ${headings[1]}=名称`);
    }
  });

  it("joins two columns for one thing, or takes the first, with a word", () => {
    const header = readHeader(["名称", "建设单位", "管理单位", "设施", "服务设施"]);
    expect(header?.columns.get("host")?.heading).toBe("建设单位");
    expect(header?.errors).toEqual([]);
    expect(header?.warnings).toEqual([
      { column: "管理单位", message: "和「建设单位」是同一项，先用前一列，空着的才用这一列" },
      { column: "服务设施", message: "和「设施」是同一项，合在一起导入" },
    ]);
  });

  it("finds columns of their own for single amenities", () => {
    expect(readHeader(["名称", "饮水机", "有无空调", "备注"])?.amenities).toEqual([
      { index: 1, heading: "饮水机", kind: "drinking_water" },
      { index: 2, heading: "有无空调", kind: "aircon" },
    ]);
  });

  it("believes what people say of a heading", () => {
    const said = readHeadingMap(["名字=名称", "在哪=详细地址"]);
    if ("wrong" in said) throw new Error(said.wrong);
    const columns = readHeader(["名字", "在哪", "驿站名称"], said.map)?.columns;
    expect([columns?.get("name")?.index, columns?.get("address")?.index]).toEqual([0, 1]);
    expect(readHeadingMap(["名字"])).toEqual({ wrong: "名字" });
    expect(readHeadingMap(["名字=星座"])).toEqual({ wrong: "名字=星座" });
  });
});
