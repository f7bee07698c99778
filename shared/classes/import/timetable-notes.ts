import { type BeijingDate, DAY_MS } from "../../common/time.js";
import { type CourseField, courseFieldOf } from "./course-columns.js";
import { mondayOf, readDate } from "./schedule-cells.js";

/** When a term is held, as far as the rows around a table say so. */
export interface Term {
  start: BeijingDate | null;
  end: BeijingDate | null;
  weeks: number | null;
}

/** What the rows above and below a timetable say of all of it. */
export interface TimetableNotes {
  term: Term;
  /** First and last day on which there are classes. */
  from: BeijingDate | null;
  until: BeijingDate | null;
  /** 上课地点:…, 名额:30 and the like. */
  said: Partial<Record<CourseField, string>>;
  /** A title may begin with the place: 湖滨文化馆2026年冬季课程表. */
  titleVenue: string | null;
  /** The rows that said nothing of these. */
  unread: string[];
}

/** How names of places where classes are held end. */
export const PLACE_NAME = /(?:驿站|馆|中心|文化站|工会|文化宫|少年宫|社区|公园|广场|学校|礼堂)$/;

const DATE = "(\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?)";
const PERIOD = `${DATE}起?(?:至|到|[-~—–])+(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})日?`;
/** Days of something else. */
const OTHER_DATES = new RegExp(
  `(?:报名|招生|停课|放假|休馆|寒假|暑假|制表|发布)[^\\d]{0,8}(?:${PERIOD}|${DATE})`.replaceAll("(\\d", "(?:\\d"),
  "g",
);
const FIRST_WEEK = new RegExp(`第[一1]周[^\\d第]{0,6}${DATE}(?:起?(?:至|到|[-~—–])+[\\d年月日./-]+)?`, "g");
const TERM_PERIOD = new RegExp(`学期[^\\d报招]{0,8}${PERIOD}`, "g");
const ENDS = new RegExp(`(?:结束|截止|结课)[^\\d]{0,4}${DATE}|${DATE}(?:学期)?(?:结束|结课)`, "g");
const BEGINS = new RegExp(`(?:学期|开学)[^\\d结截报招]{0,8}${DATE}|${DATE}[起是为]{0,2}(?:开学|第[一1]周)`, "g");
const ANY_PERIOD = new RegExp(PERIOD, "g");
const WEEKS = /(?:共|为期|学期|教学)[^\d]{0,3}(\d{1,2})个?周/;
/** Blanks within a date or between two. */
const INSIDE_DATES = /\s*([至到~—–年月:从-])\s*|\s+(?=日)/g;
const SEATS = /(?:名额|每班|限额|人数|限)[^\d]{0,4}(\d{1,3})[人名个]/;
const TITLE = /课|安排|日程/;
const TITLE_YEAR = /^\d{4}年?(?:[春夏秋冬]季?)?/;
const AFTER_PLACE = /\d{4}|[春夏秋冬]季|[春秋]学期|公益|免费|课|第|培训|活动安排|一周|周/;
const LABELLED = /(?:^|[\s;,。|])([^\s:;,。|]{2,8}):([^\s;。|]+?)(?=[\s;。|]|,[^\s:,]{2,8}:|$)/g;
const FIELDS_OF_ALL: ReadonlySet<CourseField> = new Set([
  ...(["venue", "room", "teacher", "level", "age", "bring", "capacity", "waitlistLimit"] as const),
  ...(["from", "until", "holidays", "except", "bookedBy", "bookingOpensDaysBefore"] as const),
]);

/** Reads the rows around a timetable, each row's cells. Two starts of a term that differ are none. */
export function readTimetableNotes(rows: readonly (readonly string[])[]): TimetableNotes {
  const notes: TimetableNotes = {
    term: { start: null, end: null, weeks: null },
    from: null,
    until: null,
    said: {},
    titleVenue: null,
    unread: [],
  };
  const starts: (BeijingDate | null)[] = [];
  for (const cells of rows) {
    const text = cells
      .map((cell) => (courseFieldOf(cell) === null ? cell : `${cell}:`))
      .join(" ")
      .normalize("NFKC")
      .replace(/\s+/g, " ")
      .replace(/::/g, ":")
      .replace(/: /g, ":")
      .trim();
    if (text === "") continue;
    const before = JSON.stringify([notes, starts]);
    readDays(text.replace(INSIDE_DATES, "$1").replace(/\s/g, ";"), notes, starts);
    readLabels(text, notes);
    const isTitle = TITLE.test(text);
    notes.titleVenue ??= isTitle ? venueOfTitle(text) : null;
    if (!isTitle && JSON.stringify([notes, starts]) === before) notes.unread.push(text);
  }
  const [start = null, ...others] = new Set(starts);
  notes.term.start = others.length === 0 ? start : null;
  return notes;
}

function readDays(text: string, notes: TimetableNotes, starts: (BeijingDate | null)[]): void {
  let rest = text.replace(OTHER_DATES, ";");
  const take = (pattern: RegExp, keep: (groups: (string | undefined)[]) => void) => {
    rest = rest.replace(pattern, (_, ...groups) => {
      keep(groups);
      return ";";
    });
  };
  take(FIRST_WEEK, ([date = ""]) => starts.push(readDate(date)));
  take(TERM_PERIOD, (groups) => {
    const { from, until } = periodOf(groups);
    starts.push(from);
    notes.term.end = until;
  });
  take(ENDS, ([before, after]) => {
    notes.term.end = readDate(before ?? after ?? "");
  });
  take(BEGINS, ([before, after]) => starts.push(readDate(before ?? after ?? "")));
  take(ANY_PERIOD, (groups) => Object.assign(notes, periodOf(groups)));
  const [, weeks] = text.match(WEEKS) ?? [];
  if (weeks !== undefined) notes.term.weeks = Number(weeks);
}

/** The end may leave its year to the start. */
function periodOf([first = "", year, month = "", day = ""]: (string | undefined)[]) {
  const from = readDate(first);
  if (from === null) return { from: null, until: null };
  const sameYear = readDate(`${year ?? from.slice(0, 4)}-${month}-${day}`);
  const isNextYear = year === undefined && sameYear !== null && sameYear < from;
  const until = isNextYear ? readDate(`${Number(from.slice(0, 4)) + 1}-${month}-${day}`) : sameYear;
  return { from, until };
}

function readLabels(text: string, notes: TimetableNotes): void {
  for (const [, label = "", value = ""] of text.matchAll(LABELLED)) {
    const field = courseFieldOf(label);
    if (field !== null && FIELDS_OF_ALL.has(field)) notes.said[field] ??= value;
  }
  const [, seats] = text.match(SEATS) ?? [];
  if (seats !== undefined) notes.said.capacity ??= seats;
}

function venueOfTitle(text: string): string | null {
  const [name = ""] = text.replace(/\s/g, "").replace(TITLE_YEAR, "").split(AFTER_PLACE);
  return name.length >= 3 && PLACE_NAME.test(name) ? name : null;
}

/** The last day of a term: as it is said, or counted from its weeks. */
export function endOfTerm({ start, end, weeks }: Term): BeijingDate | null {
  if (end !== null || start === null || weeks === null) return end;
  return new Date(mondayOf(start) + (weeks * 7 - 1) * DAY_MS).toISOString().slice(0, 10);
}
