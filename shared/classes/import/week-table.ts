import type { ImportProblem } from "../../stations/import/import-answer.js";
import type { CourseField } from "./course-columns.js";
import { readTimeSpan, readWeekdays } from "./schedule-cells.js";
import { endOfTerm, PLACE_NAME, readTimetableNotes, type TimetableNotes } from "./timetable-notes.js";
import { isNoClass, readPlaceWord, readWeekCell } from "./week-cell.js";

/** A sheet as it is printed. */
export interface PrintedSheet {
  /** "" for CSV. */
  name: string;
  texts: readonly (readonly string[])[];
  /** Cells shown as one, rows and columns counted from 0, both ends included. */
  merged: readonly { top: number; bottom: number; left: number; right: number }[];
}

/** One class of a week table, in the words of the list form. */
export interface WeekTableClass {
  /** As in Excel. */
  row: number;
  /** As in Excel: C4. */
  cell: string;
  values: Partial<Record<CourseField, string>>;
}

export interface WeekTable {
  classes: WeekTableClass[];
  notes: TimetableNotes;
  ignored: string[];
  errors: ImportProblem[];
  warnings: ImportProblem[];
}

const DAY_HEADING = /^(?:(?:周|星期|礼拜)[一二三四五六日天末、,至到\-~]+|[一二三四五六日])$/;
const DATED_DAY = /^(?:周|星期|礼拜)[一二三四五六日天]\D{0,3}\d/;
const LEAST_DAYS = 3;
const PERIOD_NUMBER = /第?[一二三四五六七八九十\d]+(?:[-~至、][一二三四五六七八九十\d]+)?节课?|[()]/g;

/** Where days stand across, 时间 | 周一 | 周二 …; -1: nowhere. */
export function weekTableHeader(texts: PrintedSheet["texts"], pattern = DAY_HEADING): number {
  return texts.findIndex((cells) => cells.filter((cell) => pattern.test(plainWord(cell))).length >= LEAST_DAYS);
}

/** Whether the days across carry dates: such a table may be of one week only. */
export function isDatedWeek(texts: PrintedSheet["texts"]): boolean {
  return weekTableHeader(texts, DATED_DAY) >= 0;
}

/**
 * Reads a table with the days of a week across and times down, as halls print it: each cell is a class. What stands
 * around it (place, seats, days) holds for all of its classes; what cannot be told is an error that names the cell.
 */
export function readWeekTable(sheet: PrintedSheet): WeekTable {
  return new WeekTableReader(sheet).read();
}

class WeekTableReader {
  private readonly header: number;
  private readonly days: ReadonlyMap<number, string>;
  private readonly firstDay: number;
  private readonly table: WeekTable;
  /** What a second row of headings says of a column. */
  private readonly ofColumn = new Map<number, WeekTableClass["values"]>();

  constructor(private readonly sheet: PrintedSheet) {
    this.header = weekTableHeader(sheet.texts);
    const headings = this.headings();
    this.days = new Map(headings.flatMap((text, column) => (DAY_HEADING.test(text) ? [[column, text] as const] : [])));
    this.firstDay = Math.min(...this.days.keys());
    this.table = {
      classes: [],
      notes: readTimetableNotes([]),
      ignored: headings.filter((text, column) => column > this.firstDay && text !== "" && !this.days.has(column)),
      errors: [],
      warnings: [],
    };
  }

  read(): WeekTable {
    const { texts } = this.sheet;
    const above = texts.slice(0, this.header);
    const below: (readonly string[])[] = [];
    for (let row = this.header + 1; row < texts.length; row++) {
      if (weekTableHeader([texts[row] ?? []]) === 0) {
        this.error(row, this.firstDay, null, "这里又是一张课表；一张工作表只放一张，请分开");
        break;
      }
      if (this.isPlaceRow(row)) continue;
      const filled = this.filledColumns(row);
      if (filled.length === 0 && this.timeOf(row) === null) below.push(texts[row] ?? []);
      this.table.classes.push(...filled.flatMap((column) => this.readCell(row, column) ?? []));
    }
    const notes = readTimetableNotes([...above, ...below]);
    this.table.notes = notes;
    const ofAll = this.valuesOfAll(notes);
    for (const one of this.table.classes) one.values = { ...ofAll, ...one.values };
    this.sayAssumed(notes, ofAll);
    return this.table;
  }

  private headings(): string[] {
    const headings = Array.from(this.sheet.texts[this.header] ?? [], (cell) => plainWord(cell ?? ""));
    for (const { top, bottom, left, right } of this.sheet.merged) {
      if (top > this.header || bottom < this.header) continue;
      for (let column = left; column <= right; column++) headings[column] = headings[left] ?? "";
    }
    return Array.from(headings, (text) => text ?? "");
  }

  /** A second row of headings: 舞蹈室 | 书法室 under each day. */
  private isPlaceRow(row: number): boolean {
    if (row !== this.header + 1 || this.timeOf(row) !== null) return false;
    const words = this.filledColumns(row).map((column) => [column, readPlaceWord(this.text(row, column))] as const);
    if (words.length === 0 || words.some(([, values]) => values === null)) return false;
    for (const [column, values] of words) if (values !== null) this.ofColumn.set(column, values);
    return true;
  }

  /** The columns beyond the times in which something is written. */
  private filledColumns(row: number): number[] {
    const cells = this.sheet.texts[row] ?? [];
    return [...cells.keys()].filter((column) => {
      const isIgnored = !this.days.has(column) && (this.headings()[column] ?? "") !== "";
      return column >= this.firstDay && !isIgnored && !isNoClass(this.text(row, column));
    });
  }

  /** Null: it says what nobody can tell, which is an error. */
  private readCell(row: number, column: number): WeekTableClass | null {
    const text = this.text(row, column);
    const block = this.sheet.merged.find(({ top, left }) => top === row && left === column);
    const [bottom, right] = [Math.min(block?.bottom ?? row, this.sheet.texts.length - 1), block?.right ?? column];
    const days: string[] = [];
    for (let at = column; at <= right; at++) days.push(this.days.get(at) ?? "");
    if (days.includes("")) return this.error(row, column, text, "这一列上面没有写星期几");
    const cell = readWeekCell(text);
    if ("unclear" in cell) return this.error(row, column, text, cell.unclear);
    const time = cell.values.startsAt ?? this.timeBetween(row, bottom);
    const span = time === null ? null : readTimeSpan(time);
    if (time === null || span === null || !("endsAt" in span) || span.endsAt === null) {
      const message = span !== null && "unclear" in span ? span.unclear : "要写上从几点到几点，如 9:00-10:30";
      const isOwn = cell.values.startsAt !== undefined;
      return this.error(row, isOwn ? column : 0, isOwn ? text : this.text(row, 0), message);
    }
    if (bottom > row && cell.values.startsAt === undefined) {
      this.warn(row, column, text, `占了几行，读作 ${span.startsAt}-${span.endsAt}`);
    }
    for (const assumed of cell.assumed) this.warn(row, column, text, assumed);
    const weekdays = new Set(days.flatMap((day) => readWeekdays(day) ?? []));
    return {
      row: row + 1,
      cell: cellName(row, column),
      values: {
        ...this.ofColumn.get(column),
        ...cell.values,
        startsAt: time,
        weekdays: [...weekdays].map((day) => `周${"一二三四五六日"[day]}`).join("、"),
      },
    };
  }

  /** From the start of one row to the end of another. */
  private timeBetween(top: number, bottom: number): string | null {
    const [first, last] = [this.timeOf(top), this.timeOf(bottom)];
    if (first === last || first === null || last === null) return first;
    const [from, to] = [readTimeSpan(first), readTimeSpan(last)];
    if (from === null || to === null || "unclear" in from || "unclear" in to) return null;
    return to.endsAt === null ? null : `${from.startsAt}-${to.endsAt}`;
  }

  /** What stands left of the days: 上午 | 第一节 | 9:00-10:30; a merged cell speaks for each of its rows. Null: no time. */
  private timeOf(row: number): string | null {
    const words: string[] = [];
    for (let column = 0; column < this.firstDay; column++) {
      const block = this.sheet.merged.find(
        ({ top, bottom, left, right }) => left <= column && column <= right && top <= row && row <= bottom,
      );
      if (block !== undefined && block.left !== column) continue;
      // A title across the table is no time.
      if (block !== undefined && block.right >= this.firstDay) continue;
      const word = this.text(block?.top ?? row, column)
        .normalize("NFKC")
        .replace(PERIOD_NUMBER, "")
        .replace(/\s/g, "");
      // Rows may be numbered.
      if (!/^\d{0,2}$/.test(word)) words.push(word);
    }
    const singles = words.filter((word) => isTimeWithoutEnd(word));
    const text = singles.length === 2 ? singles.join("-") : words.join("");
    return /\d|[点时]/.test(text) && readTimeSpan(text) !== null ? text : null;
  }

  private valuesOfAll({ said, titleVenue, from, until, term }: TimetableNotes): WeekTableClass["values"] {
    const named = PLACE_NAME.test(this.sheet.name) ? this.sheet.name : null;
    const [venue, first, last] = [titleVenue ?? named, from ?? term.start, until ?? endOfTerm(term)];
    return {
      ...(venue === null ? {} : { venue }),
      ...(first === null ? {} : { from: first }),
      ...(last === null ? {} : { until: last }),
      ...said,
    };
  }

  private sayAssumed({ unread }: TimetableNotes, { venue, from, until, capacity }: WeekTableClass["values"]): void {
    const said = [
      `这是一张一周的课表：一格读作一门课，每周上，共 ${this.table.classes.length} 门`,
      ...(venue === undefined ? [] : [`没写地点的都在「${venue}」`]),
      ...(from === undefined ? [] : [`从 ${from} 起`]),
      ...(until === undefined ? [] : [`到 ${until} 止`]),
      ...(capacity === undefined ? [] : [`没写名额的都是 ${capacity}`]),
      ...(unread.length === 0 ? [] : [`没有读的说明：${unread.map((text) => `「${text}」`).join("")}`]),
    ];
    this.table.warnings.unshift({ row: this.header + 1, message: said.join("；") });
  }

  private text(row: number, column: number): string {
    return this.sheet.texts[row]?.[column] ?? "";
  }

  private error(row: number, column: number, value: string | null, message: string): null {
    const name = cellName(row, column);
    // A time is wrong once, for all classes beside it.
    if (this.table.errors.some((error) => error.column === name)) return null;
    this.table.errors.push({ row: row + 1, column: name, ...(value ? { value: oneLine(value) } : {}), message });
    return null;
  }

  private warn(row: number, column: number, value: string, message: string): void {
    this.table.warnings.push({ row: row + 1, column: cellName(row, column), value: oneLine(value), message });
  }
}

function isTimeWithoutEnd(word: string): boolean {
  const span = readTimeSpan(word);
  return span !== null && "endsAt" in span && span.endsAt === null;
}

function plainWord(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** C4 of row 3 and column 2, counted from 0. */
function cellName(row: number, column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
