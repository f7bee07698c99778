import type { Datum } from "../../core/place.js";
import type { ImportProblem } from "./import-answer.js";

/** What a column can hold, and how people head it. Brackets, spaces and letter case do not count. */
const HEADINGS = {
  code: ["编号", "驿站编号", "站点编号", "站点编码", "驿站编码", "编码", "代码", "code"],
  name: ["名称", "驿站名称", "站点名称", "站名", "站点", "驿站", "服务站名称", "name"],
  address: ["地址", "详细地址", "驿站地址", "站点地址", "具体地址", "具体位置", "address"],
  landmark: ["地标", "附近地标", "标志物", "参照物", "landmark"],
  district: [
    "区县",
    "所属区县",
    "所在区县",
    "区县市",
    "县区",
    "县市区",
    "市县区",
    "行政区",
    "行政区划",
    "所属区",
    "所在区",
    "区域",
    "所属区域",
    "辖区",
    "district",
  ],
  longitude: ["经度", "longitude", "lng", "lon", "x坐标"],
  latitude: ["纬度", "latitude", "lat", "y坐标"],
  hours: ["开放时间", "营业时间", "服务时间", "开放时段", "运营时间", "开门时间", "hours"],
  amenities: [
    "设施",
    "服务设施",
    "配套设施",
    "设施设备",
    "硬件设施",
    "配备设施",
    "现有设施",
    "设施清单",
    "设施配置",
    "amenities",
  ],
  capacity: ["可容纳人数", "容纳人数", "可容纳", "容量", "座位数", "人数", "capacity"],
  area: ["面积", "建筑面积", "使用面积", "站点面积", "驿站面积", "area"],
  kind: ["类型", "驿站类型", "站点类型", "类别", "驿站类别"],
  host: ["所属单位", "建设单位", "主办单位", "依托单位", "管理单位", "共建单位", "单位"],
  phone: ["电话", "联系电话", "联系方式", "服务电话", "phone"],
  audience: ["服务对象", "服务人群", "服务群体", "开放对象"],
  entryNote: ["进门说明", "入站说明", "进站说明", "使用说明", "进门方式"],
  sameSite: ["同址驿站编号", "同址编号", "同址驿站"],
} as const satisfies Record<string, readonly string[]>;

export type ImportField = keyof typeof HEADINGS;

const FIELD_BY_HEADING: ReadonlyMap<string, ImportField> = new Map(
  Object.entries(HEADINGS).flatMap(([field, headings]) =>
    headings.map((heading) => [heading, field as ImportField] as const),
  ),
);

/** What a column is called when people are asked to add it. */
export function columnLabel(field: ImportField): string {
  return HEADINGS[field][0];
}

const DATUM_WORDS: readonly (readonly [RegExp, Datum])[] = [
  [/gcj-?0?2|火星(坐标系?)?|国测局(坐标)?|高德(坐标|地图)?|腾讯(坐标|地图)?/, "gcj02"],
  [/wgs-?(19)?84|gps(坐标)?|世界坐标/, "wgs84"],
  [/bd-?0?9(ll)?|百度(坐标|地图)?/, "bd09"],
];
/** What may stand beside a heading without changing it: marks, then units and the like at its end. */
const MARKS = /[\s()[\]【】*_·:/°]|必填|选填/g;
const UNITS = /(?<=面积)(平方米|平米|m2)$|(?<=人数)人$|(?<=[经纬]度)(坐标)?$|坐标系?$/;

export interface Header {
  columns: ReadonlyMap<ImportField, { index: number; heading: string }>;
  /** Headings nobody here knows. */
  ignored: string[];
  /** The coordinate system that the headings name. */
  datum: Datum | null;
  errors: Omit<ImportProblem, "row">[];
}

/**
 * Reads the headings of a list. A row that heads neither a name nor a code is no header: null. A heading that comes
 * twice is an error, since nobody can tell which of the two counts.
 */
export function readHeader(cells: readonly string[]): Header | null {
  const columns = new Map<ImportField, { index: number; heading: string }>();
  const ignored: string[] = [];
  const datums = new Set<Datum>();
  const errors: Header["errors"] = [];
  for (const [index, cell] of cells.entries()) {
    const heading = cell.trim();
    if (heading === "") continue;
    const { field, datum } = readHeading(heading);
    const earlier = field && columns.get(field);
    if (!field) ignored.push(heading);
    else if (earlier) errors.push({ column: heading, message: `和「${earlier.heading}」是同一项,请只留一列` });
    else {
      columns.set(field, { index, heading });
      if (datum && (field === "longitude" || field === "latitude")) datums.add(datum);
    }
  }
  if (!columns.has("name") && !columns.has("code")) return null;
  const [datum = null, ...others] = datums;
  if (others.length > 0) errors.push({ message: "经度和纬度两列写的坐标系不一样,请改成同一个" });
  return { columns, ignored, datum, errors };
}

function readHeading(heading: string): { field: ImportField | null; datum: Datum | null } {
  let words = heading.normalize("NFKC").toLowerCase();
  let datum: Datum | null = null;
  for (const [pattern, named] of DATUM_WORDS) {
    if (!pattern.test(words)) continue;
    words = words.replace(pattern, "");
    datum = named;
    break;
  }
  const field = FIELD_BY_HEADING.get(words.replace(/\s/g, "")) ?? FIELD_BY_HEADING.get(undecorated(words));
  return { field: field ?? null, datum };
}

function undecorated(words: string): string {
  return words.replace(MARKS, "").replace(UNITS, "");
}
