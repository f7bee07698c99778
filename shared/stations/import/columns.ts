import type { AmenityKind } from "../../amenities/amenity.js";
import type { Datum } from "../../common/place.js";
import type { ImportProblem } from "./import-answer.js";
import { amenityOfHeading } from "./read-amenities.js";

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
  longitude: ["经度", "东经", "longitude", "lng", "lon", "x坐标", "坐标x", "x"],
  latitude: ["纬度", "北纬", "latitude", "lat", "y坐标", "坐标y", "y"],
  point: ["经纬度", "坐标", "地理坐标", "位置坐标", "坐标点", "定位坐标", "坐标位置"],
  hours: ["开放时间", "营业时间", "服务时间", "开放时段", "运营时间", "hours"],
  opens: ["开门时间", "开放开始时间", "营业开始时间", "服务开始时间", "开馆时间"],
  closes: ["关门时间", "开放结束时间", "营业结束时间", "服务结束时间", "闭馆时间", "打烊时间"],
  summerHours: ["夏季开放时间"],
  winterHours: ["冬季开放时间"],
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
  services: ["定时服务", "特色服务时间", "服务安排", "定期服务", "便民服务时间"],
  capacity: ["可容纳人数", "容纳人数", "可容纳", "容量", "座位数", "人数", "capacity"],
  area: ["面积", "建筑面积", "使用面积", "站点面积", "驿站面积", "area"],
  kind: ["类型", "驿站类型", "站点类型", "类别", "驿站类别"],
  host: ["所属单位", "建设单位", "主办单位", "依托单位", "管理单位", "共建单位", "单位"],
  phone: ["电话", "联系电话", "联系方式", "服务电话", "咨询电话", "固定电话", "座机", "驿站电话", "站点电话", "phone"],
  audience: ["服务对象", "服务人群", "服务群体", "开放对象"],
  entryNote: ["进门说明", "入站说明", "进站说明", "使用说明", "进门方式"],
  sameSite: ["同址驿站编号", "同址编号", "同址驿站"],
} as const satisfies Record<string, readonly string[]>;

export type ImportField = keyof typeof HEADINGS;

const FIELDS = Object.keys(HEADINGS) as ImportField[];
const FIELD_BY_HEADING: ReadonlyMap<string, ImportField> = new Map(
  FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const)),
);

/** What a column is called when people are asked to add it. */
export function columnLabel(field: ImportField): string {
  return HEADINGS[field][0];
}

/**
 * Headings by their parts, asked in this order. What is right before 名称 decides: 服务站点名称 names a station,
 * 建设单位名称 does not.
 */
const HEADING_PARTS: readonly (readonly [RegExp, ImportField])[] = [
  [/^(?=.*经)(?=.*纬)/, "point"],
  [/^.{0,6}(经度|东经)(坐标|值|度)*$/, "longitude"],
  [/^.{0,6}(纬度|北纬)(坐标|值|度)*$/, "latitude"],
  [/(驿站|服务站|服务点|站点|网点|站|点|设施|场所|港湾|之家|阵地|休息室|小屋|书屋|驿家)(全称|名称|名字?)$/, "name"],
  [/^(依托|建设|管理|主办|承办|运营|共建|所属|责任|主管|产权|归属)(单位|部门|机构)(名称)?$/, "host"],
  [/^(夏|夏季|夏令)(开放|营业|服务|运营|作息)?(时间|时段|时)$|^(开放|营业|服务|运营)时间夏季?$/, "summerHours"],
  [/^(冬|冬季|冬令)(开放|营业|服务|运营|作息)?(时间|时段|时)$|^(开放|营业|服务|运营)时间冬季?$/, "winterHours"],
  [/^(每[日天]|对外|日常|驿站|站点)?(开放|营业|服务|运营|接待)(时间|时段)(段|安排)?$/, "hours"],
  [/^(所属|所在)?(?!市$|省$)[省市县区旗]{1,4}(名称)?$/, "district"],
  [/^(驿站|站点|服务站|详细|具体|所在|服务点)*(地址|位置|地点)$/, "address"],
];

const DATUM_WORDS: readonly (readonly [RegExp, Datum])[] = [
  [/gcj-?0?2|火星(坐标系?)?|国测局(坐标)?|高德(坐标|地图)?|腾讯(坐标|地图)?/, "gcj02"],
  [/wgs-?(19)?84|gps(坐标)?|世界坐标/, "wgs84"],
  [/bd-?0?9(ll)?|百度(坐标|地图)?/, "bd09"],
];
/** What may stand beside a heading without changing it: marks, then units and the like at its end. */
const MARKS = /[\s()[\]【】*_·:/°、,.]|必填|选填/g;
const UNITS = /(?<=面积)(平方米|平米|m2)$|(?<=人数)人$|(?<=[经纬]度)(坐标)?$|坐标系?$/;

export interface Column {
  index: number;
  heading: string;
}

export interface Header {
  /** Of several columns for one thing the first; what it leaves empty, the others may say. */
  columns: ReadonlyMap<ImportField, Column>;
  also: ReadonlyMap<ImportField, readonly Column[]>;
  /** Columns of their own for single amenities, with √ and ×. */
  amenities: readonly (Column & { kind: AmenityKind })[];
  /** Headings nobody here knows. */
  ignored: string[];
  /** The coordinate system that the headings name. */
  datum: Datum | null;
  errors: Omit<ImportProblem, "row">[];
  warnings: Omit<ImportProblem, "row">[];
}

/** What people say a heading means: 名字 → 名称. */
export type HeadingMap = ReadonlyMap<string, ImportField>;

/** What is longer is text, and heads nothing. */
const LONGEST_HEADING = 60;
/** Which of two columns counts is asked where a station is told by it, or shown at the wrong place without it. */
const ASKED: ReadonlySet<ImportField> = new Set([
  "code",
  "name",
  "address",
  "longitude",
  "latitude",
  "point",
  "sameSite",
]);

/**
 * Reads the headings of a list. A row that heads neither a name nor a code is no header: null. Of two columns for one
 * thing the one that is headed exactly so counts; where both are, people are asked, or the first is taken with a word.
 *
 * @param said what people say of headings, which outweighs all else
 */
export function readHeader(cells: readonly string[], said: HeadingMap = new Map()): Header | null {
  const found = new Map<ImportField, (Column & { rank: number })[]>();
  const amenities: Header["amenities"][number][] = [];
  const [ignored, datums] = [[] as string[], new Set<Datum>()];
  for (const [index, cell] of cells.entries()) {
    const heading = cell.replace(/\s+/g, " ").trim();
    if (heading === "") continue;
    if (heading.length > LONGEST_HEADING) continue;
    const { field, rank, datum } = readHeading(heading, said);
    if (field === null) {
      const kind = amenityOfHeading(heading);
      if (kind === null) ignored.push(heading);
      else amenities.push({ index, heading, kind });
      continue;
    }
    found.set(field, [...(found.get(field) ?? []), { index, heading, rank }]);
    if (datum && (field === "longitude" || field === "latitude" || field === "point")) datums.add(datum);
  }
  if (!found.has("name") && !found.has("code")) return null;
  const { columns, also, errors, warnings } = chosen(found, ignored);
  const [datum = null, ...others] = datums;
  if (others.length > 0) errors.push({ message: "经度和纬度两列写的坐标系不一样，请改成同一个" });
  return { columns, also, amenities, ignored, datum, errors, warnings };
}

function chosen(found: ReadonlyMap<ImportField, readonly (Column & { rank: number })[]>, ignored: string[]) {
  const columns = new Map<ImportField, Column>();
  const also = new Map<ImportField, Column[]>();
  const errors: Header["errors"] = [];
  const warnings: Header["warnings"] = [];
  for (const [field, candidates] of found) {
    const best = Math.min(...candidates.map(({ rank }) => rank));
    const [first, ...others] = candidates.filter(({ rank }) => rank === best);
    if (!first) continue;
    columns.set(field, first);
    if (ASKED.has(field)) {
      for (const { heading } of candidates.filter(({ rank }) => rank > best)) ignored.push(heading);
      for (const { heading } of others) {
        errors.push({
          column: heading,
          message: `和「${first.heading}」都像「${columnLabel(field)}」，请只留一列，或者指定一列，如 --map ${heading}=${columnLabel(field)}`,
        });
      }
      continue;
    }
    const rest = candidates.filter((one) => one !== first);
    if (rest.length === 0) continue;
    also.set(field, rest);
    const how = JOINED.has(field) ? "合在一起导入" : "先用前一列，空着的才用这一列";
    for (const { heading } of rest)
      warnings.push({ column: heading, message: `和「${first.heading}」是同一项，${how}` });
  }
  return { columns, also, errors, warnings };
}

/** Fields of which all columns together are read. */
export const JOINED: ReadonlySet<ImportField> = new Set(["amenities", "phone"]);

/** Rank 0: people said so; 1: headed exactly so; 2: by its parts. */
function readHeading(
  heading: string,
  said: HeadingMap,
): { field: ImportField | null; rank: number; datum: Datum | null } {
  let words = heading.normalize("NFKC").toLowerCase();
  let datum: Datum | null = null;
  for (const [pattern, named] of DATUM_WORDS) {
    if (!pattern.test(words)) continue;
    words = words.replace(pattern, "");
    datum = named;
    break;
  }
  const told = said.get(heading);
  if (told !== undefined) return { field: told, rank: 0, datum };
  const plain = undecorated(words);
  const exact = FIELD_BY_HEADING.get(words.replace(/\s/g, "")) ?? FIELD_BY_HEADING.get(plain);
  if (exact !== undefined) return { field: exact, rank: 1, datum };
  // 坐标 goes with the name of its system: 高德坐标.
  if (plain === "" && datum !== null) return { field: "point", rank: 2, datum };
  const marked = words.replace(MARKS, "");
  const byParts = HEADING_PARTS.find(([pattern]) => pattern.test(marked))?.[1] ?? null;
  return { field: byParts, rank: 2, datum };
}

/** The datum that a heading names, as in 经度(GCJ-02); null: none. @param words in lower case, NFKC */
export function datumNamedIn(words: string): Datum | null {
  return DATUM_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

function undecorated(words: string): string {
  return words.replace(MARKS, "").replace(UNITS, "");
}

/**
 * What people say of headings, as `名字=名称`: the heading of the file, and what it means in the words of a list.
 *
 * @returns the map, or the first of them that says nothing
 */
export function readHeadingMap(said: readonly string[]): { map: HeadingMap } | { wrong: string } {
  const map = new Map<string, ImportField>();
  for (const each of said) {
    const at = each.lastIndexOf("=");
    const heading = each.slice(0, Math.max(at, 0)).replace(/\s+/g, " ").trim();
    const { field } = readHeading(each.slice(at + 1).trim(), new Map());
    if (heading === "" || field === null) return { wrong: each };
    map.set(heading, field);
  }
  return { map };
}
