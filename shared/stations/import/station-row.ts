import type { AmenityKind } from "../../amenities/amenity.js";
import { HIDDEN_CHARACTERS, hasHiddenCharacters } from "../../core/free-text.js";
import { type Datum, isInChina, type MapPoint } from "../../core/place.js";
import type { Hours } from "../hours.js";
import { type HoursReading, parseHoursText } from "../hours-text.js";
import type { StationFacts, StationKind } from "../station.js";
import { readAmenityWords } from "./amenity-words.js";
import type { Header, ImportField } from "./columns.js";
import type { ImportProblem } from "./import-answer.js";

/** What a row says of a station; null where it says nothing, which leaves a known station as it is. */
export interface StationRow {
  /** As in Excel. */
  row: number;
  code: string | null;
  name: string | null;
  address: string | null;
  landmark: string | null;
  districtText: string | null;
  /** In the datum of the list, as it was given. */
  point: MapPoint | null;
  kind: StationKind | null;
  host: string | null;
  areaSquareMetres: number | null;
  capacity: number | null;
  audience: string | null;
  entryNote: string | null;
  phone: string | null;
  hours: Hours | null;
  amenities: AmenityKind[] | null;
  /** The code of a station with another plaque on the same door. */
  sameSiteCode: string | null;
}

export interface RowReading {
  station: StationRow;
  errors: ImportProblem[];
  warnings: ImportProblem[];
}

/** The longest that a station's fields may be, characters (shared/stations/station.ts). */
const LONGEST = {
  code: 40,
  name: 60,
  address: 120,
  landmark: 60,
  district: 30,
  host: 60,
  audience: 60,
  entryNote: 60,
  sameSite: 40,
} as const satisfies Partial<Record<ImportField, number>>;
const LARGEST_AREA = 10_000;
const LARGEST_CAPACITY = 1_000;
const PHONE = /^[\d\-+() 转]{5,30}$/;
const KIND_WORDS: readonly (readonly [RegExp, StationKind])[] = [
  [/流动|移动|车载/, "mobile"],
  [/微型|微驿站|一平米|迷你|小微|^微$/, "micro"],
  [/标准|普通|常规|固定/, "standard"],
];

/**
 * Reads one row of a list. Errors and warnings name the row, the column, the value and what is expected.
 *
 * @param readHours for a long list one that remembers: most rows share their hours with thousands
 */
export function readStationRow(
  cells: readonly string[],
  header: Header,
  row: number,
  readHours: (text: string) => HoursReading = parseHoursText,
): RowReading {
  const reader = new RowReader(cells, header, row, readHours);
  const station: StationRow = {
    row,
    code: reader.code("code"),
    name: reader.words("name"),
    address: reader.words("address"),
    landmark: reader.words("landmark"),
    districtText: reader.district(),
    point: reader.point(),
    kind: reader.kind(),
    host: reader.words("host"),
    areaSquareMetres: reader.number("area", LARGEST_AREA, false),
    capacity: reader.number("capacity", LARGEST_CAPACITY, true),
    audience: reader.words("audience"),
    entryNote: reader.words("entryNote"),
    phone: reader.phone(),
    hours: reader.hours(),
    amenities: reader.amenities(),
    sameSiteCode: reader.code("sameSite"),
  };
  return { station, errors: reader.errors, warnings: reader.warnings };
}

/** What becomes of a point of the list: the coordinate as it was given, beside the datum it was given in. */
export function surveyedPoint(point: MapPoint, datum: Datum): StationFacts["surveyed"] {
  return { datum, latitude: point.latitude, longitude: point.longitude, source: "import" };
}

class RowReader {
  readonly errors: ImportProblem[] = [];
  readonly warnings: ImportProblem[] = [];

  constructor(
    private readonly cells: readonly string[],
    private readonly header: Header,
    private readonly row: number,
    private readonly readHours: (text: string) => HoursReading,
  ) {}

  words(field: keyof typeof LONGEST): string | null {
    const text = this.text(field);
    const longest = LONGEST[field];
    if (text !== null && hasHiddenCharacters(text)) this.error(field, text, HIDDEN_CHARACTERS);
    if (text !== null && text.length > longest)
      this.error(field, text, `太长了(${text.length} 个字),最多 ${longest} 个字`);
    return text;
  }

  code(field: "code" | "sameSite"): string | null {
    const text = this.words(field);
    if (text !== null && /^\d(\.\d+)?E\+?\d+$/i.test(text)) {
      this.error(field, text, "Excel 把编号变成了科学记数,请把这一列设为文本再填一遍");
    }
    return text;
  }

  district(): string | null {
    const text = this.words("district");
    if (text !== null && /[,|]/.test(text)) this.error("district", text, "一行只能写一个区县,不能有逗号和竖线");
    return text;
  }

  point(): MapPoint | null {
    const longitude = this.degrees("longitude");
    const latitude = this.degrees("latitude");
    if (longitude === null && latitude === null) return null;
    if (longitude === null || latitude === null) {
      this.error(longitude === null ? "longitude" : "latitude", null, "没有填,经度和纬度要么都填,要么都不填");
      return null;
    }
    if (Number.isNaN(longitude) || Number.isNaN(latitude)) return null;
    const point = { latitude, longitude };
    if (isInChina(point)) return point;
    if (isInChina({ latitude: longitude, longitude: latitude })) {
      const both = `${longitude}, ${latitude}`;
      this.error("longitude", both, "经度和纬度写反了:经度应在 73 到 136 之间,纬度应在 3 到 54 之间");
      return null;
    }
    const wrong = longitude < 73 || longitude > 136 ? "longitude" : "latitude";
    const expected = wrong === "longitude" ? "经度应在 73 到 136 之间" : "纬度应在 3 到 54 之间";
    this.error(wrong, String(point[wrong]), `不在中国境内,${expected}`);
    return null;
  }

  kind(): StationKind | null {
    const text = this.text("kind");
    if (text === null) return null;
    const known = KIND_WORDS.find(([pattern]) => pattern.test(text));
    if (known) return known[1];
    this.warning("kind", text, "这个类型不认识,没有导入;可写 标准、微型、流动");
    return null;
  }

  number(field: "area" | "capacity", largest: number, isWhole: boolean): number | null {
    const text = this.text(field);
    if (text === null) return null;
    const digits = text.replace(/^约/, "").replace(/\s*(人次?|个|座|位|平方米|平米|㎡|m2|平)$/i, "");
    const value = /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : Number.NaN;
    if (value > 0 && value <= largest && (!isWhole || Number.isInteger(value))) return value;
    this.error(field, text, `要写一个${isWhole ? "整数" : "数"},大于 0,最大 ${largest}`);
    return null;
  }

  phone(): string | null {
    const text = this.text("phone");
    if (text === null) return null;
    const [first, ...others] = text.split(/[、,;/]|\s或\s?/).map((part) => part.trim());
    if (first === undefined || !PHONE.test(first)) {
      this.error("phone", text, "电话要有 5 到 30 位,只能有数字、空格和 - ( ) + 转");
      return null;
    }
    if (others.length > 0) this.warning("phone", text, "有几个电话,只导入了第一个");
    return first;
  }

  hours(): Hours | null {
    const text = this.text("hours");
    if (text === null) return null;
    if (hasHiddenCharacters(text)) this.error("hours", text, HIDDEN_CHARACTERS);
    const { hours, understood, warnings } = this.readHours(text);
    const effect = understood ? "" : ";按「不知道」显示,原文会照样给人看";
    // The value is named beside the warning anyway.
    for (const warning of warnings) this.warning("hours", text, `${warning.replace(`「${text}」`, "")}${effect}`);
    return hours;
  }

  amenities(): AmenityKind[] | null {
    const text = this.text("amenities");
    if (text === null) return null;
    const { kinds, unknown } = readAmenityWords(text);
    for (const word of unknown) this.warning("amenities", word, "这项设施不认识,没有导入");
    return kinds;
  }

  /** Null when empty, NaN when it is no number, which is then an error already. */
  private degrees(field: "longitude" | "latitude"): number | null {
    const text = this.text(field);
    if (text === null) return null;
    const digits = text.replace(/[°度EN东西经北纬]/gi, "");
    if (/^[-+]?\d+(\.\d+)?$/.test(digits)) return Number(digits);
    this.error(field, text, "不是数字,要写成小数的度,如 113.564525");
    return Number.NaN;
  }

  /** One line, half-width; null when empty. */
  private text(field: ImportField): string | null {
    const column = this.header.columns.get(field);
    if (!column) return null;
    const text = (this.cells[column.index] ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
    const plain = WORDS_FIELDS.has(field) ? text : text.normalize("NFKC");
    return plain === "" || EMPTY_MARKS.has(plain) ? null : plain;
  }

  private error(field: ImportField, value: string | null, message: string): void {
    this.errors.push(this.problem(field, value, message));
  }

  private warning(field: ImportField, value: string, message: string): void {
    this.warnings.push(this.problem(field, value, message));
  }

  private problem(field: ImportField, value: string | null, message: string): ImportProblem {
    const column = this.header.columns.get(field)?.heading;
    return { row: this.row, ...(column ? { column } : {}), ...(value === null ? {} : { value }), message };
  }
}

/** Fields that are shown as they were written; the others are read half-width. */
const WORDS_FIELDS: ReadonlySet<ImportField> = new Set([
  "name",
  "address",
  "landmark",
  "host",
  "audience",
  "entryNote",
  "hours",
]);
/** What people write into a cell that they have nothing for. */
const EMPTY_MARKS: ReadonlySet<string> = new Set(["-", "--", "/", "\\", "—", "——", "无", "暂无", "空", "N/A", "#N/A"]);
