import type { ImportProblem } from "../../stations/import/import-answer.js";

/** What a column of a timetable can hold, and how people head it; the first name is the one an export writes. */
const HEADINGS = {
  id: ["课程编号", "编号"],
  title: ["课程名称", "课程", "课名", "名称"],
  category: ["类别", "课程类别", "种类", "项目"],
  venue: ["上课地点", "地点", "场馆", "驿站", "教学点"],
  room: ["教室", "房间"],
  teacher: ["老师", "教师", "授课老师", "任课老师"],
  weekdays: ["星期", "周几", "上课星期", "每周"],
  startsAt: ["开始时间", "上课时间", "时间", "时段"],
  endsAt: ["结束时间", "下课时间"],
  minutes: ["时长", "时长分钟", "分钟"],
  from: ["开始日期", "开课日期", "起始日期"],
  until: ["结束日期", "结课日期", "截止日期"],
  termStart: ["学期开始", "学期开始日期", "开学日期", "第一周"],
  weeks: ["周次", "教学周", "上课周次"],
  dates: ["上课日期", "日期"],
  holidays: ["节假日", "法定节假日"],
  except: ["停课日期", "不上课日期"],
  capacity: ["名额", "人数", "座位数", "招生人数"],
  waitlistLimit: ["候补人数", "候补"],
  bookedBy: ["报名方式"],
  bookingOpensDaysBefore: ["提前几天报名", "开放报名天数"],
  level: ["程度", "级别"],
  age: ["年龄", "适合年龄"],
  bring: ["要带什么", "自备", "自带物品"],
  about: ["简介", "说明", "备注"],
} as const satisfies Record<string, readonly string[]>;

export type CourseField = keyof typeof HEADINGS;

export const COURSE_FIELDS = Object.keys(HEADINGS) as readonly CourseField[];

/** What a column is called when people are asked to add it, and in an export. */
export function courseColumnLabel(field: CourseField): string {
  return HEADINGS[field][0];
}

const FIELD_BY_HEADING: ReadonlyMap<string, CourseField> = new Map(
  COURSE_FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const)),
);
/** Brackets with what stands in them, marks and spaces do not count: 名额(人), *课程名称. */
const BESIDE = /\([^)]*\)|【[^】]*】|[\s*_·:：]|必填|选填/g;

export interface CourseHeader {
  columns: ReadonlyMap<CourseField, { index: number; heading: string }>;
  /** Headings nobody here knows. */
  ignored: string[];
  errors: Omit<ImportProblem, "row">[];
  /** The cell of a week table that all of it is read from; null: a list. */
  cell: string | null;
}

/** What a heading, or the word before a colon, speaks of; null: nothing known here. */
export function courseFieldOf(heading: string): CourseField | null {
  return FIELD_BY_HEADING.get(heading.normalize("NFKC").replace(BESIDE, "")) ?? null;
}

/** Reads the headings of a timetable. A row that heads no course is no header: null. */
export function readCourseHeader(cells: readonly string[]): CourseHeader | null {
  const columns = new Map<CourseField, { index: number; heading: string }>();
  const ignored: string[] = [];
  const errors: CourseHeader["errors"] = [];
  for (const [index, cell] of cells.entries()) {
    const heading = cell.trim();
    if (heading === "") continue;
    const field = courseFieldOf(heading);
    const earlier = field && columns.get(field);
    if (!field) ignored.push(heading);
    else if (earlier) errors.push({ column: heading, message: `和「${earlier.heading}」是同一项，请只留一列` });
    else columns.set(field, { index, heading });
  }
  return columns.has("title") || columns.has("id") ? { columns, ignored, errors, cell: null } : null;
}
