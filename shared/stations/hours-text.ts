import type { Hours } from "./hours.js";
import { readClauses } from "./hours-text/clauses.js";
import { NotUnderstood } from "./hours-text/not-understood.js";
import { hoursOf, leavesDaysUnsaid } from "./hours-text/weeks.js";
import { readWords } from "./hours-text/words.js";

/** What was made of hours as people write them. */
export interface HoursReading {
  hours: Hours;
  /** False: every day is `unknown`, and the text stands in `hours.note`. */
  understood: boolean;
  /** In Chinese, for whoever wrote the hours: what could not be read, or what is missing. */
  warnings: string[];
}

const NOTE_LENGTH = 200;

/**
 * Reads hours as people write them: 08:00-20:00 · 周一至周五 08:30-12:00,13:00-17:30 · 早8点到晚10点 · 24小时 ·
 * 工作日开放 · 18:00-次日2:00 · 周日休息.
 *
 * Never guesses: a text is understood as a whole or not at all. Public holidays that are not mentioned are `unknown`;
 * 工作日 is closed on them. On 调休 days 工作日 hours hold; hours that cover every weekend stay as in the week; all
 * others are `unknown`.
 */
export function parseHoursText(text: string): HoursReading {
  try {
    const reading = readClauses(readWords(text));
    const { hours, warnings } = hoursOf(reading);
    const incomplete = leavesDaysUnsaid(hours);
    const unsaid = incomplete && warnings.length === 0 ? ["有的日子没有写几点到几点，这些日子显示「不知道」"] : [];
    const isWhole = !incomplete && warnings.length === 0 && reading.remarks.length === 0;
    return {
      hours: { ...hours, note: isWhole ? null : noteOf(text, reading.remarks) },
      understood: true,
      warnings: [...new Set([...warnings, ...unsaid])],
    };
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    return { hours: unknownHours(noteOf(text, [])), understood: false, warnings: [error.message] };
  }
}

/** The text itself; of one that is too long, the remarks in it, which nothing else keeps. */
function noteOf(text: string, remarks: readonly string[]): string | null {
  const whole = text.trim();
  const kept = whole.length > NOTE_LENGTH && remarks.length > 0 ? remarks.join(";") : whole;
  return kept.slice(0, NOTE_LENGTH) || null;
}

/** Hours of a station of which nobody has told us when it is open. */
export function unknownHours(note: string | null = null): Hours {
  return {
    week: Array.from({ length: 7 }, () => "unknown"),
    holidays: "unknown",
    adjustedWorkdays: "unknown",
    seasons: [],
    exceptions: [],
    note,
  };
}
