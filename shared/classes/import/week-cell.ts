import { type CourseField, courseFieldOf } from "./course-columns.js";
import { readCategory, readTermWeeks, readTimeSpan } from "./schedule-cells.js";
import { PLACE_NAME } from "./timetable-notes.js";

/** What a cell of a week table says of its class. */
export interface WeekCell {
  values: Partial<Record<CourseField, string>>;
  /** What was assumed, for people. */
  assumed: string[];
}

const NO_CLASS = /^(?:[-—–_/\\×xX无空.·\s]*|无课|空课|午休|休息|午餐|午间休息|闭馆|休馆|N\/A)$/;
const STOPPED = /停课|暂停|取消/;
const DATED = /\d{1,2}月\d{1,2}日?|\d{4}[-/.年]\d{1,2}|\d{1,2}\/\d{1,2}(?!\d)/;
const TEACHER = /^.{1,4}(?:老师|教师)$/;
const ROOM_NAME = /^[A-Za-z]?\d{3,4}$|(?:教室|室|厅|房|楼|层)$/;
const ROOM_OF_PLACE = /^(.+(?:驿站|馆|中心|文化站|文化宫|少年宫|社区))(.+(?:教室|室|厅|房|楼|层))$/;
const BRING = /^(?:请?自[备带]|请带|需带).+$/;
const SEATS = /^(?:名额|限额|限|人数)?:?(\d{1,3})[人名个]$/;
const CELL_FIELDS: ReadonlySet<CourseField> = new Set([
  ...([
    "title",
    "category",
    "venue",
    "room",
    "teacher",
    "level",
    "age",
    "bring",
    "capacity",
    "startsAt",
    "weeks",
  ] as const),
]);

/** Whether a cell names no class: blank, a dash, 午休. */
export function isNoClass(text: string): boolean {
  return NO_CLASS.test(text.normalize("NFKC").trim());
}

/**
 * Reads a cell such as 舞蹈 / 李老师 / 二楼教室, or 瑜伽(王老师): the class comes first, and what stands beside it is known by
 * its form. What could be a second class, or a date, is asked about.
 */
export function readWeekCell(text: string): WeekCell | { unclear: string } {
  const plain = text.normalize("NFKC");
  if (STOPPED.test(plain)) return { unclear: "写着停课；不开的课请把这一格空着" };
  if (DATED.test(plain))
    return { unclear: "里面有日期，看不出哪些天上课；请用一行一门课的表，把日期写在「上课日期」里" };
  const cell: WeekCell = { values: {}, assumed: [] };
  const others: string[] = [];
  for (const line of plain.split(/[\n\r/|;]+/)) {
    const words = line
      .replace(/\(([^()]*)\)/g, (_, inside: string) => {
        const kept = inside.split(/[\s、,]+/).filter((word) => word !== "" && !keepKnown(word, cell));
        return kept.length === 0 ? " " : `(${kept.join("、")})`;
      })
      .split(/[\s,]+/)
      .filter((word) => word !== "" && !keepKnown(word, cell));
    if (words.length > 0) others.push(words.join(" "));
  }
  const [title = cell.values.title, ...rest] =
    cell.values.title === undefined ? others : [cell.values.title, ...others];
  if (title === undefined) return { unclear: "没有写是什么课" };
  const second = rest.find((line) => readCategory(line) !== null);
  if (second !== undefined) return { unclear: "看不出是一门课还是两门；两门课请分开写，一门课的名称请写在一行里" };
  const twice = Object.entries(cell.values).find(([, value]) => value.includes("\n"));
  if (twice !== undefined) return { unclear: `「${twice[1].replace("\n", "」和「")}」只能有一个` };
  cell.values.title = title;
  if (rest.length > 0) {
    cell.values.about = rest.join(";");
    cell.assumed.push(`「${rest.join(";")}」当作简介`);
  }
  return cell;
}

/** Keeps a word whose form tells what it is. */
function keepKnown(word: string, { values }: WeekCell): boolean {
  const [, label, labelled] = word.match(/^([^:\d]{2,8}):(.+)$/) ?? [];
  const named = label === undefined ? null : courseFieldOf(label);
  if (named !== null && labelled !== undefined && CELL_FIELDS.has(named)) return keep(values, named, labelled);
  if (readTermWeeks(word)?.rest === "") return keep(values, "weeks", word);
  if (readTimeSpan(word) !== null) return keep(values, "startsAt", word);
  if (BRING.test(word)) return keep(values, "bring", word, "、");
  const [, seats] = word.match(SEATS) ?? [];
  if (seats !== undefined) return keep(values, "capacity", seats);
  if (TEACHER.test(word) && readCategory(word) === null) return keep(values, "teacher", word, "、");
  const [, place, room] = word.match(ROOM_OF_PLACE) ?? [];
  if (place !== undefined && room !== undefined) return keep(values, "venue", place) && keep(values, "room", room, "");
  if (ROOM_NAME.test(word)) return keep(values, "room", word, "");
  return PLACE_NAME.test(word) && keep(values, "venue", word);
}

/** A second value joins the first, or makes it doubtful. */
function keep(values: WeekCell["values"], field: CourseField, value: string, between = "\n"): true {
  const earlier = values[field];
  values[field] = earlier === undefined || earlier === value ? value : `${earlier}${between}${value}`;
  return true;
}

/** A word for a room or place, as a column of a week table may be headed. */
export function readPlaceWord(text: string): WeekCell["values"] | null {
  const word = text.normalize("NFKC").trim();
  if (ROOM_NAME.test(word)) return { room: word };
  return PLACE_NAME.test(word) ? { venue: word } : null;
}
