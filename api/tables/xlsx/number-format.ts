import type { NumberCell } from "../table.js";

/** How a cell of a format shows its number. */
export type ShownAs = NumberCell["shownAs"];

const MINUTES_A_DAY = 1_440;
const MS_A_DAY = 86_400_000;
/** The day that Excel counts as 0 (it takes 1900 for a leap year; dates before March 1900 are of no use here). */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);
/** Of files whose dates count from 1904, as old Macs wrote them. */
export const DAYS_TO_1904 = 1_462;

/**
 * The formats that files name by number alone: ECMA-376 part 1, 18.8.30, with those of Chinese programs (27–36, 50–58).
 */
const BUILT_IN: readonly (readonly [from: number, to: number, shownAs: ShownAs])[] = [
  [14, 17, "date"],
  [18, 21, "time"],
  [22, 22, "date and time"],
  [27, 31, "date"],
  [32, 35, "time"],
  [36, 36, "date"],
  [45, 47, "time"],
  [50, 54, "date"],
  [55, 56, "time"],
  [57, 58, "date"],
];

export function builtInFormat(id: number): ShownAs {
  return BUILT_IN.find(([from, to]) => from <= id && id <= to)?.[2] ?? "number";
}

/** What a written format such as `yyyy"年"m"月"d"日"` or `[h]:mm` shows: the marks outside quotes and brackets tell. */
export function writtenFormat(code: string): ShownAs {
  const [first = ""] = code.replace(/"[^"]*"|\\.|_.|\*./g, "").split(";");
  const hasElapsed = /\[(h+|m+|s+)\]/i.test(first);
  const marks = first
    .replace(/\[[^\]]*\]/g, "")
    .replace(/am\/pm|a\/p|上午\/下午|general/gi, "")
    .toLowerCase();
  const hasTime = hasElapsed || /[hs]/.test(marks);
  const hasDate = /[yd]/.test(marks) || (!hasTime && /m/.test(marks));
  if (hasDate && hasTime) return "date and time";
  if (hasDate) return "date";
  return hasTime ? "time" : "number";
}

/** The text of a number: as a date, as a time of day to the minute, or with the 15 digits that Excel shows. */
export function numberText(written: string, number: number, shownAs: ShownAs): string {
  if (shownAs === "number" || number < 0 || number > 2_958_466) return digits(written, number);
  if (shownAs === "time") return timeText(number);
  const day = new Date(DAY_ZERO_MS + Math.floor(number) * MS_A_DAY).toISOString().slice(0, 10);
  const fraction = number - Math.floor(number);
  // A time in a cell whose format would show a day, too.
  if (number < 1) return timeText(number);
  return shownAs === "date" || fraction === 0 ? day : `${day} ${timeText(fraction)}`;
}

/** Midnight at the end of a day, which is the number 1, is 24:00; of a date with a time, the time. */
function timeText(number: number): string {
  const minutes = Math.round((number > 1 ? number % 1 : number) * MINUTES_A_DAY);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Excel keeps 113.56 as 113.56000000000000 2 and shows 15 digits; long codes stay as they are. */
function digits(written: string, number: number): string {
  if (/^\d+$/.test(written)) return written;
  const rounded = Number(number.toPrecision(15));
  return Math.abs(rounded) < 1e21 && Number.isInteger(rounded) ? BigInt(rounded).toString() : String(rounded);
}
