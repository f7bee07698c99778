import { type BeijingDate, beijingDate, beijingDayNumber, beijingInstant, type EpochMs } from "../common/time.js";
import type { DayHours, Hours, OpeningSpan } from "./hours.js";
import { usualHours } from "./posted-hours.js";

/**
 * What somebody says of one date: hours, none for not open, as usual on that weekday, or that they take an answer
 * back.
 */
export interface SaidDay {
  date: BeijingDate;
  hours: readonly OpeningSpan[] | "usual" | "unsaid";
}

type Exception = Hours["exceptions"][number];
type Said = NonNullable<Exception["said"]>;

/** As many dates as a station can hold. */
export const MOST_EXCEPTIONS = 60;
const FURTHEST_DAYS = 366;

interface DaysRefusal {
  refused: { path: string; message: string };
  /** The week says nothing of such a day, so that 照常 does not either. */
  isWithoutUsual?: true;
}

/**
 * Hours with dates that somebody answered for, each kept with who said so and when. 照常 becomes the hours of that weekday
 * as they are now, and stays so when the week changes.
 *
 * @param by as whom it is said
 */
export function withSaidDays(
  hours: Hours,
  days: readonly SaidDay[],
  by: Said["by"],
  now: EpochMs,
): { hours: Hours } | DaysRefusal {
  const today = beijingDayNumber(now);
  const said: Said = { by, on: beijingDate(today) };
  const exceptions = new Map(hours.exceptions.map((one) => [one.date, one]));
  const seen = new Set<BeijingDate>();
  for (const [at, { date, hours: ofDay }] of days.entries()) {
    const path = `days.${at}`;
    const day = beijingDayNumber(beijingInstant(date));
    if (day < today || day > today + FURTHEST_DAYS) return refusal(`${path}.date`, "要在今天以后，一年以内");
    if (seen.has(date)) return refusal(`${path}.date`, "同一天写了两次");
    seen.add(date);
    if (ofDay === "unsaid") {
      exceptions.delete(date);
      continue;
    }
    const wanted = ofDay === "usual" ? usualHours(hours, day) : inOrder(ofDay);
    if (wanted === "unknown") {
      return { ...refusal(`${path}.hours`, "平常几点开没有写，请写上几点开"), isWithoutUsual: true };
    }
    if (wanted === null) return refusal(`${path}.hours`, "两段时间不能重叠");
    const before = exceptions.get(date);
    const isSame = before?.said?.by === by && JSON.stringify(before.hours) === JSON.stringify(wanted);
    exceptions.set(date, isSame ? before : { date, hours: wanted, said });
  }
  if (exceptions.size > MOST_EXCEPTIONS) return refusal("days", "单独写的日子太多，请工会先清理");
  return { hours: { ...hours, exceptions: [...exceptions.values()].sort((a, b) => (a.date < b.date ? -1 : 1)) } };
}

/** Null: two of them overlap. */
function inOrder(spans: readonly OpeningSpan[]): DayHours | null {
  const sorted = [...spans].sort((a, b) => a.opens - b.opens);
  return sorted.some((span, at) => span.opens < (sorted[at - 1]?.closes ?? 0)) ? null : sorted;
}

function refusal(path: string, message: string): DaysRefusal {
  return { refused: { path, message } };
}
