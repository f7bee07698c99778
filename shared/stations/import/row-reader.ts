import { AMENITIES, type AmenityKind, type AmenityState } from "../../amenities/amenity.js";
import { MOST_PHONES, STATION_LIMITS } from "../../common/field-limits.js";
import { HIDDEN_CHARACTERS, hasHiddenCharacters } from "../../common/free-text.js";
import { isInChina, type MapPoint } from "../../common/place.js";
import type { Hours } from "../hours.js";
import type { HoursReading } from "../hours-text.js";
import type { StationKind } from "../station.js";
import { type Column, type Header, type ImportField, JOINED } from "./columns.js";
import type { ImportProblem } from "./import-answer.js";
import { readAmenityCell, readAmenityWords } from "./read-amenities.js";
import { readDegrees } from "./read-degrees.js";
import { readPhones } from "./read-phones.js";

/** The longest that a station's fields may be, characters. */
const LONGEST = {
  ...STATION_LIMITS,
  sameSite: STATION_LIMITS.code,
} as const satisfies Partial<Record<ImportField, number>>;
const KIND_WORDS: readonly (readonly [RegExp, StationKind])[] = [
  [/流动|移动|车载/, "mobile"],
  [/微型|微驿站|一平米|迷你|小微|^微$/, "micro"],
  [/标准|普通|常规|固定/, "standard"],
];

const SCIENTIFIC = /^\d(\.\d+)?E\+?\d+$/i;
/** Cells a station can do without. */
const OPTIONAL: ReadonlySet<ImportField> = new Set(["landmark", "host", "audience", "entryNote"]);
/** Fields that are shown as they were written; the others are read half-width. */
const WORDS_FIELDS: ReadonlySet<ImportField> = new Set([
  "name",
  "address",
  "landmark",
  "host",
  "audience",
  "entryNote",
  "hours",
  "summerHours",
  "winterHours",
  "services",
]);
/** What people write into a cell that they have nothing for. */
const EMPTY_MARKS: ReadonlySet<string> = new Set(["-", "--", "/", "\\", "—", "——", "无", "暂无", "空", "N/A", "#N/A"]);

/** Reads the cells of one row, and gathers what is wrong in them. */
export class RowReader {
  readonly errors: ImportProblem[] = [];
  readonly warnings: ImportProblem[] = [];

  constructor(
    private readonly cells: readonly string[],
    private readonly header: Header,
    private readonly row: number,
    private readonly readHours: (text: string) => HoursReading,
  ) {}

  /** A wrong cell that a station cannot do without is an error; another one is left empty, with a warning. */
  words(field: keyof typeof LONGEST): string | null {
    const text = this.text(field);
    if (text === null) return null;
    const longest = LONGEST[field];
    const wrong = hasHiddenCharacters(text)
      ? HIDDEN_CHARACTERS
      : text.length > longest
        ? `太长了(${text.length} 个字)，最多 ${longest} 个字`
        : null;
    if (wrong === null) return text;
    if (!OPTIONAL.has(field)) this.error(field, text, wrong);
    else this.leaveOut(field, text, wrong);
    return OPTIONAL.has(field) ? null : text;
  }

  code(field: "code" | "sameSite"): string | null {
    const text = this.words(field);
    if (text !== null && /^\d(\.\d+)?E\+?\d+$/i.test(text)) {
      this.error(field, text, "Excel 把编号变成了科学记数，请把这一列设为文本再填一遍");
    }
    return text;
  }

  district(): string | null {
    const text = this.words("district");
    if (text !== null && /[,|]/.test(text)) this.error("district", text, "一行只能写一个区县，不能有逗号和竖线");
    return text;
  }

  point(): MapPoint | null {
    const longitude = this.degrees("longitude");
    const latitude = this.degrees("latitude");
    if (longitude === null && latitude === null) return this.pointInOneCell();
    if (longitude === null || latitude === null) {
      this.error(longitude === null ? "longitude" : "latitude", null, "没有填，经度和纬度要么都填，要么都不填");
      return null;
    }
    if (Number.isNaN(longitude) || Number.isNaN(latitude)) return null;
    const point = { latitude, longitude };
    if (isInChina(point)) return point;
    if (isInChina({ latitude: longitude, longitude: latitude })) {
      const both = `${longitude}, ${latitude}`;
      this.error("longitude", both, "经度和纬度写反了：经度应在 73 到 136 之间，纬度应在 3 到 54 之间");
      return null;
    }
    const wrong = longitude < 73 || longitude > 136 ? "longitude" : "latitude";
    const expected = wrong === "longitude" ? "经度应在 73 到 136 之间" : "纬度应在 3 到 54 之间";
    this.error(wrong, String(point[wrong]), `不在中国境内，${expected}`);
    return null;
  }

  /** 116.23，29.27 and 29.27 116.23 alike: in China no longitude could be a latitude. */
  private pointInOneCell(): MapPoint | null {
    const text = this.text("point");
    if (text === null) return null;
    const parts = text.split(/(?<=[\d°′″'"度分秒NSEW])\s*[,、;/|\s]\s*(?=[\d东西北南NSEW经纬])/i).map(readDegrees);
    const [first = null, second = null] = parts;
    if (parts.length === 2 && first !== null && second !== null) {
      for (const point of [
        { latitude: second, longitude: first },
        { latitude: first, longitude: second },
      ])
        if (isInChina(point)) return point;
    }
    this.error("point", text, "要写成经度和纬度两个数，中间用逗号隔开，如 113.564525,34.819187");
    return null;
  }

  kind(): StationKind | null {
    const text = this.text("kind");
    if (text === null) return null;
    const known = KIND_WORDS.find(([pattern]) => pattern.test(text));
    if (known) return known[1];
    this.warning("kind", text, "这个类型不认识，没有导入；可写 标准、微型、流动");
    return null;
  }

  number(field: "area" | "capacity", largest: number, isWhole: boolean): number | null {
    const text = this.text(field);
    if (text === null) return null;
    const digits = text.replace(/^约/, "").replace(/\s*(人次?|个|座|位|平方米?|平米|㎡|m2|平)$/i, "");
    const value = /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : Number.NaN;
    const isRight = value > 0 && value <= largest && (!isWhole || Number.isInteger(value));
    if (isRight) return value;
    this.leaveOut(field, text, `要写一个${isWhole ? "整数" : "数"}，大于 0，最大 ${largest}`);
    return null;
  }

  /** Several numbers stand with 、 between. */
  phone(): string | null {
    const text = this.text("phone");
    if (text === null) return null;
    if (SCIENTIFIC.test(text)) {
      this.leaveOut("phone", text, "Excel 把电话变成了科学记数，请把这一列设为文本再填一遍");
      return null;
    }
    const { numbers, wereGlued } = readPhones(text);
    if (numbers === null || numbers.length > MOST_PHONES) {
      this.leaveOut("phone", text, `电话只能有数字、空格和 - ( ) + 转，最多 ${MOST_PHONES} 个，用顿号隔开`);
      return null;
    }
    if (wereGlued) this.warning("phone", text, `几个电话连在一起，读成了 ${numbers.join("、")}，请核对`);
    return numbers.join("、");
  }

  hours(): Hours | null {
    const text = this.hoursText();
    if (text === null) return null;
    if (hasHiddenCharacters(text)) {
      this.leaveOut("hours", text, HIDDEN_CHARACTERS);
      return null;
    }
    const { hours, understood, warnings } = this.readHours(text);
    const effect = understood ? "" : "；按「不知道」显示，原文会照样给人看";
    // The value is named beside the warning anyway.
    for (const warning of warnings) this.warning("hours", text, `${warning.replace(`「${text}」`, "")}${effect}`);
    return hours;
  }

  /** The column of the hours, else those of the seasons, else when it opens and when it closes. */
  private hoursText(): string | null {
    const whole = this.text("hours");
    if (whole !== null) return whole;
    const [summer, winter] = [this.text("summerHours"), this.text("winterHours")];
    if (summer !== null && summer === winter) return summer;
    const seasons = [summer && `夏季：${summer}`, winter && `冬季：${winter}`].filter((text) => text !== null);
    if (seasons.length > 0) return seasons.join(";");
    const [opens, closes] = [this.text("opens"), this.text("closes")];
    return opens !== null && closes !== null ? `${opens}-${closes}` : (opens ?? closes);
  }

  /** Several columns stand one after the other. */
  services(): string | null {
    return this.text("services");
  }

  amenities(): Partial<Record<AmenityKind, AmenityState>> | null {
    const said: Partial<Record<AmenityKind, AmenityState>> = {};
    const text = this.text("amenities");
    if (text !== null) {
      const { states, unknown } = readAmenityWords(text);
      for (const word of unknown) this.warning("amenities", word, "这项设施不认识，没有导入");
      for (const [kind, state] of states) said[kind] = state;
    }
    for (const column of this.header.amenities) {
      const written = this.cells[column.index] ?? "";
      const state = readAmenityCell(written);
      if (state) said[column.kind] = state;
      if (state !== undefined) continue;
      const message = `看不出有没有「${AMENITIES[column.kind].label}」，没有导入；可写 有、无、坏了`;
      this.warnings.push({ row: this.row, column: column.heading, value: written.trim(), message });
    }
    return text === null && Object.keys(said).length === 0 ? null : said;
  }

  /** Null when empty, NaN when it is no number, which is then an error already. */
  private degrees(field: "longitude" | "latitude"): number | null {
    const text = this.text(field);
    if (text === null) return null;
    const degrees = readDegrees(text);
    if (degrees !== null) return degrees;
    this.error(field, text, "不是数字，要写成小数的度，如 113.564525");
    return Number.NaN;
  }

  /** One line, half-width; null when empty. What the first column of a field leaves empty, another may say. */
  private text(field: ImportField): string | null {
    const columns = [this.header.columns.get(field), ...(this.header.also.get(field) ?? [])];
    const texts = columns.flatMap((column) => (column ? (this.cellText(field, column) ?? []) : []));
    if (texts.length === 0) return null;
    return JOINED.has(field) ? [...new Set(texts)].join("、") : (texts[0] ?? null);
  }

  private cellText(field: ImportField, column: Column): string | null {
    const written = this.cells[column.index] ?? "";
    // How programs keep the 0 in front of a number: ="0792…".
    const bare = written.trim().match(/^="(.*)"$/)?.[1] ?? written;
    const text = bare.normalize("NFC").replace(/\s+/g, " ").trim();
    const plain = WORDS_FIELDS.has(field) ? text : text.normalize("NFKC");
    return plain === "" || EMPTY_MARKS.has(plain) ? null : plain;
  }

  private leaveOut(field: ImportField, value: string, message: string): void {
    this.warning(field, value, `${message}；这一格没有导入`);
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
