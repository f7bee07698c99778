import { describe, expect, it } from "vitest";
import { readHeader } from "../../../../shared/stations/import/columns.js";

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

  it("refuses two columns for one thing", () => {
    expect(readHeader(["名称", "驿站名称"])?.errors).toEqual([
      { column: "驿站名称", message: "和「名称」是同一项,请只留一列" },
    ]);
  });
});
