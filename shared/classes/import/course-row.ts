import { COURSE_LIMITS, COURSE_MOST, HALL_LIMITS } from "../../common/field-limits.js";
import { HIDDEN_CHARACTERS, hasHiddenCharacters } from "../../common/free-text.js";
import type { BeijingDate } from "../../common/time.js";
import { dayKind } from "../../stations/calendar.js";
import type { ImportProblem } from "../../stations/import/import-answer.js";
import { CLASS_CATEGORIES, CLASS_CATEGORY_LABELS, type ClassCategory } from "../class-category.js";
import { type CourseField, type CourseHeader, courseColumnLabel } from "./course-columns.js";
import {
  datesOfWeeks,
  minutesBetween,
  readCategory,
  readDate,
  readDates,
  readMinutes,
  readTermWeeks,
  readTimeSpan,
  readWeekdays,
  splitDaysAndTime,
  type TermWeeks,
  weekOfTerm,
} from "./schedule-cells.js";
import { endOfTerm, type Term } from "./timetable-notes.js";

/** What a row says of a course; null where it says nothing, which leaves a known course as it is. */
export interface CourseRow {
  /** As in Excel. */
  row: number;
  /** Null: the file has only one. */
  sheet: string | null;
  header: CourseHeader;
  id: string | null;
  title: string | null;
  category: ClassCategory | null;
  /** What a new course is, where the row does not say it. */
  assumedCategory: ClassCategory | null;
  /** A number of a station or hall, or its name. */
  venue: string | null;
  room: string | null;
  teacher: string | null;
  level: string | null;
  age: string | null;
  bring: string | null;
  about: string | null;
  weekdays: number[] | null;
  startsAt: string | null;
  durationMinutes: number | null;
  from: BeijingDate | null;
  until: BeijingDate | null;
  dates: BeijingDate[] | null;
  holidays: "skip" | "keep" | null;
  except: BeijingDate[] | null;
  capacity: number | null;
  waitlistLimit: number | null;
  bookedBy: "session" | "term" | null;
  bookingOpensDaysBefore: number | null;
}

/** The longest that a course's words may be, characters. */
const LONGEST = {
  id: 43,
  ...COURSE_LIMITS,
  venue: HALL_LIMITS.name,
} as const satisfies Partial<Record<CourseField, number>>;
/** A year of them. */
const MOST_WEEKS = 53;
const SHORTEST_MINUTES = 15;
const EMPTY_MARKS: ReadonlySet<string> = new Set(["-", "--", "/", "—", "——", "无", "暂无", "N/A", "#N/A"]);

/** The table that a row stands in. */
export interface RowContext {
  sheet: string | null;
  header: CourseHeader;
  term: Term;
}

/** Reads one row of a timetable. Errors name the row, the column, the value and what is expected. */
export function readCourseRow(
  cells: readonly string[],
  row: number,
  context: RowContext,
): { course: CourseRow; errors: ImportProblem[] } {
  const reader = new CourseRowReader(cells, row, context);
  const course: CourseRow = {
    row,
    sheet: context.sheet,
    header: context.header,
    id: reader.words("id"),
    title: reader.words("title"),
    category: reader.read("category", readCategory, `没有这个类别；可写 ${CATEGORY_NAMES}`),
    assumedCategory: null,
    venue: reader.words("venue"),
    room: reader.words("room"),
    teacher: reader.words("teacher"),
    level: reader.words("level"),
    age: reader.words("age"),
    bring: reader.words("bring"),
    about: reader.words("about"),
    ...reader.schedule(),
    from: reader.read("from", readDate, DATE_EXPECTED),
    until: reader.read("until", readDate, DATE_EXPECTED),
    holidays: reader.read("holidays", readHolidays, "要写 停课 或 照常上"),
    except: reader.dates("except"),
    capacity: reader.number("capacity", 1, 500),
    waitlistLimit: reader.number("waitlistLimit", 0, 5_000),
    bookedBy: reader.read("bookedBy", readBookedBy, "要写 按次 或 整期"),
    bookingOpensDaysBefore: reader.number("bookingOpensDaysBefore", 0, 90),
  };
  return { course, errors: reader.errors };
}

const CATEGORY_NAMES = CLASS_CATEGORIES.map((category) => CLASS_CATEGORY_LABELS[category]).join("、");
const WEEKDAYS_EXPECTED = "要写成 周三 或 周一、周四";
const TERM_WEEKS_EXPECTED =
  "是第几周，不是星期几；请在「上课日期」里把日期一天一天列出来，或者写全 星期、第几周到第几周，再加一列「学期开始」写开学那天(单周、双周还要知道学期共几周，或结束日期)";
const DATE_EXPECTED = "要写成 2026-12-05 这样的日期";

function readHolidays(text: string): "skip" | "keep" | null {
  if (/照常|不停|不休|上课|^上$/.test(text)) return "keep";
  return /停|休|不上|跳过/.test(text) ? "skip" : null;
}

function readBookedBy(text: string): "session" | "term" | null {
  if (/整|期|学期|全程/.test(text)) return "term";
  return /次|节|单/.test(text) ? "session" : null;
}

function readsDate(text: string, date: BeijingDate): boolean {
  const found = readDates(text);
  return "dates" in found && found.dates.includes(date);
}

class CourseRowReader {
  readonly errors: ImportProblem[] = [];

  constructor(
    private readonly cells: readonly string[],
    private readonly row: number,
    private readonly context: RowContext,
  ) {}

  words(field: keyof typeof LONGEST): string | null {
    const text = this.text(field, "NFC");
    if (text === null) return null;
    if (hasHiddenCharacters(text)) this.error(field, text, HIDDEN_CHARACTERS);
    if (text.length > LONGEST[field]) {
      this.error(field, text, `太长了(${text.length} 个字)，最多 ${LONGEST[field]} 个字`);
    }
    return text;
  }

  read<T>(field: CourseField, understand: (text: string) => T | null, expected: string): T | null {
    const text = this.text(field);
    if (text === null) return null;
    const value = understand(text);
    if (value === null) this.error(field, text, expected);
    return value;
  }

  number(field: CourseField, least: number, most: number): number | null {
    const read = (text: string) => {
      const [, digits] = text.match(/^(\d{1,6})\s*[人个座位天名]?$/) ?? [];
      const value = Number(digits ?? Number.NaN);
      return value >= least && value <= most ? value : null;
    };
    return this.read(field, read, `要写 ${least} 到 ${most} 的整数`);
  }

  dates(field: "dates" | "except"): BeijingDate[] | null {
    const text = this.text(field);
    if (text === null) return null;
    const found = readDates(text);
    if ("dates" in found) return found.dates;
    this.error(field, found.notADate, `${DATE_EXPECTED}，几个日期用顿号隔开`);
    return null;
  }

  /** Days and times, which may share a cell, and weeks of a term, which become dates. */
  schedule(): Pick<CourseRow, "weekdays" | "startsAt" | "durationMinutes" | "dates"> {
    const [daysText, timeText] = [this.text("weekdays"), this.text("startsAt")];
    const both = splitDaysAndTime(timeText ?? daysText ?? "");
    const isBoth = both !== null && (daysText === null || timeText === null);
    const written = isBoth ? both.days : daysText;
    const weeks = readTermWeeks(this.text("weeks") ?? "") ?? readTermWeeks(written ?? "");
    const daysAlone = readTermWeeks(written ?? "")?.rest ?? written;
    const daysField = isBoth && daysText === null ? "startsAt" : "weekdays";
    const weekdays = weeks ? null : this.weekdays(written, daysField);
    const times = this.times(isBoth ? both.time : timeText, timeText === null ? "weekdays" : "startsAt");
    const dates = weeks ? this.weeksAsDates(weeks.weeks, daysAlone) : this.dates("dates");
    return { ...times, weekdays, dates };
  }

  private weekdays(text: string | null, field: CourseField): number[] | null {
    const days = text === null ? null : readWeekdays(text);
    if (text !== null && days === null) this.error(field, text, WEEKDAYS_EXPECTED);
    return days;
  }

  /** 第3-16周 and 单周 are counted from the day on which the term begins. */
  private weeksAsDates({ from, to, parity }: TermWeeks, daysText: string | null): BeijingDate[] | null {
    const field = this.text("weeks") === null ? "weekdays" : "weeks";
    const { term } = this.context;
    const termStart = this.text("termStart") === null ? term.start : this.read("termStart", readDate, DATE_EXPECTED);
    const weekdays = daysText === null || daysText === "" ? null : readWeekdays(daysText);
    const [first, last] = [this.date("from"), this.date("until") ?? endOfTerm({ ...term, start: termStart })];
    const [fromWeek, toWeek] = [from ?? 1, to ?? (last && termStart ? weekOfTerm(last, termStart) : 0)];
    if (termStart === null || weekdays === null || parity === "alternate" || toWeek < fromWeek || toWeek > MOST_WEEKS) {
      this.error(field, this.text(field), TERM_WEEKS_EXPECTED);
      return null;
    }
    const isHeld = (date: BeijingDate) =>
      // Where no weeks are given, the days of the course bound them.
      (from !== null || ((first === null || date >= first) && (last === null || date <= last))) &&
      (dayKind(date) !== "holiday" || readHolidays(this.text("holidays") ?? "") === "keep") &&
      !readsDate(this.text("except") ?? "", date);
    const dates = datesOfWeeks({ from: fromWeek, to: toWeek, parity }, weekdays, termStart).filter(isHeld);
    if (dates.length === 0) this.error(field, this.text(field), "这些周里没有一天要上课");
    return dates.length === 0 ? null : dates;
  }

  /** A date that is read, and its mistakes told, elsewhere. */
  private date(field: CourseField): BeijingDate | null {
    return readDate(this.text(field) ?? "");
  }

  /** The end stands beside the start, in a column of its own, or follows from how long it lasts. */
  private times(text: string | null, field: CourseField): Pick<CourseRow, "startsAt" | "durationMinutes"> {
    const endText = this.text("endsAt");
    const joined = text !== null && endText !== null && !/[-~—–至到]/.test(text) ? `${text}-${endText}` : text;
    const span = joined === null ? null : readTimeSpan(joined);
    if (text !== null && span === null) this.error(field, joined, "要写成 19:00 或 19:00-20:30");
    const minutes = this.read("minutes", readMinutes, "要写分钟数，如 90");
    if (span !== null && "unclear" in span) {
      this.error(field, joined, span.unclear);
      return { startsAt: null, durationMinutes: minutes };
    }
    if (text === null && endText !== null && readTimeSpan(endText) === null)
      this.error("endsAt", endText, "要写成 20:30");
    const startsAt = span?.startsAt ?? null;
    const end = span?.endsAt ?? null;
    const durationMinutes = startsAt !== null && end !== null ? minutesBetween(startsAt, end) : minutes;
    if (durationMinutes !== null && (durationMinutes < SHORTEST_MINUTES || durationMinutes > COURSE_MOST.minutes)) {
      this.error(minutes === null ? "endsAt" : "minutes", null, "一节课要在 15 分钟到 8 小时之间");
    }
    return { startsAt, durationMinutes };
  }

  /** One line, half-width unless it is shown as it was written; null when empty. */
  private text(field: CourseField, form: "NFC" | "NFKC" = "NFKC"): string | null {
    const column = this.context.header.columns.get(field);
    if (!column) return null;
    const text = (this.cells[column.index] ?? "").normalize(form).replace(/\s+/g, " ").trim();
    // An export guards text that a spreadsheet would take for a formula.
    const plain = /^'[=+\-@]/.test(text) ? text.slice(1) : text;
    return plain === "" || EMPTY_MARKS.has(plain) ? null : plain;
  }

  private error(field: CourseField, value: string | null, message: string): void {
    this.errors.push(problemAt({ row: this.row, ...this.context }, field, value, message));
  }
}

/** A problem of a row, at the column or the cell that speaks of a field. */
export function problemAt(
  { row, sheet, header }: Pick<CourseRow, "row" | "sheet" | "header">,
  field: CourseField,
  value: string | null,
  message: string,
): ImportProblem {
  const label = courseColumnLabel(field);
  const column = header.columns.get(field)?.heading ?? (header.cell === null ? label : `${header.cell} ${label}`);
  return { row, ...(sheet === null ? {} : { sheet }), column, ...(value === null ? {} : { value }), message };
}
