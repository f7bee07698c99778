import { beijingDate, beijingDayNumber, beijingInstant } from "../../../../../shared/common/time";
import type { HolidayDay } from "../../../../../shared/holidays/holiday-answer";
import type { Hours } from "../../../../../shared/stations/hours";
import { usualHours } from "../../../../../shared/stations/posted-hours";
import type { SaidDay } from "../../../../../shared/stations/said-days";
import { readSpans, type SpanText, spanTexts } from "./span-text";

/** What a keeper has chosen for a day, before it is said. */
export interface DayChoice {
  way: "usual" | "closed" | "spans";
  span: SpanText;
}

const FIRST_SPAN: SpanText = { opens: "09:00", closes: "17:00" };

/** A day as it would be if it were none of a holiday's. */
export function usualDay(hours: Hours, day: number): HolidayDay {
  const date = beijingDate(day);
  const usual = usualHours(hours, day);
  if (usual === "unknown") return { date, unknown: true };
  return usual.length === 0 ? { date, closed: true } : { date, hours: usual };
}

/** What stands there at first: as usual where that is known, and its hours to begin from. */
export function firstChoice(hours: Hours, date: string): DayChoice {
  const usual = usualHours(hours, beijingDayNumber(beijingInstant(date)));
  if (usual === "unknown") return { way: "spans", span: FIRST_SPAN };
  const [span = FIRST_SPAN] = spanTexts(usual.slice(0, 1));
  return { way: "usual", span };
}

/** Null: a field is empty. */
export function saidDay(date: string, { way, span }: DayChoice): SaidDay | null {
  if (way === "usual") return { date, hours: "usual" };
  const spans = way === "closed" ? [] : readSpans([span]);
  return spans === null ? null : { date, hours: spans };
}
