import { DAY_MINUTES } from "../../../shared/common/time";
import type { DayHours, Hours, OpeningSpan } from "../../../shared/stations/hours";
import { parseHoursText } from "../../../shared/stations/hours-text";
import { hoursToWrite } from "../../../shared/stations/hours-to-write";

type SlotState = "open" | "half" | "shut" | "unknown";

const HALF = 30;
const SLOTS = DAY_MINUTES / HALF;
export const DAY_HOURS = 24;

/** Hours as written, where they are one week for the whole year; null: a click could not say what they say. */
export function clickableHours(text: string): Hours | null {
  const { hours, understood } = parseHoursText(text);
  return (understood || text.trim() === "") && hours.seasons.length === 0 ? hours : null;
}

/** How one hour of a day stands. */
export function slotState(day: DayHours, hour: number): SlotState {
  if (day === "unknown") return "unknown";
  const slots = slotsOf(day);
  const halves = [slots[hour * 2], slots[hour * 2 + 1]].filter(Boolean).length;
  return halves === 2 ? "open" : halves === 1 ? "half" : "shut";
}

/**
 * The text after one hour was clicked: shut becomes open, open becomes shut. Half hours of that day are kept elsewhere, and other
 * days as they are.
 *
 * @param weekday 0 for Monday
 */
export function withClick(hours: Hours, weekday: number, hour: number): string {
  const day = hours.week[weekday] ?? "unknown";
  const slots = day === "unknown" ? new Array<boolean>(SLOTS).fill(false) : slotsOf(day);
  const isOpen = slotState(day, hour) !== "open";
  slots[hour * 2] = isOpen;
  slots[hour * 2 + 1] = isOpen;
  const week = hours.week.map((other, index) => (index === weekday ? spansOf(slots) : other));
  return hoursToWrite({ ...hours, week });
}

/** The text after a day was given to the days that follow it: Monday's to Friday, Saturday's to Sunday. */
export function withSameDays(hours: Hours, weekday: number): string {
  const last = weekday < 5 ? 4 : 6;
  const day = hours.week[weekday] ?? "unknown";
  const week = hours.week.map((other, index) => (index > weekday && index <= last ? day : other));
  return hoursToWrite({ ...hours, week });
}

/** What is open past midnight is drawn to midnight. */
function slotsOf(day: readonly OpeningSpan[]): boolean[] {
  return Array.from({ length: SLOTS }, (_, slot) =>
    day.some(({ opens, closes }) => opens <= slot * HALF && closes >= (slot + 1) * HALF),
  );
}

function spansOf(slots: readonly boolean[]): OpeningSpan[] {
  const spans: OpeningSpan[] = [];
  for (let slot = 0; slot < SLOTS; slot++) {
    if (!slots[slot]) continue;
    const last = spans.at(-1);
    if (last !== undefined && last.closes === slot * HALF) last.closes += HALF;
    else spans.push({ opens: slot * HALF, closes: (slot + 1) * HALF });
  }
  return spans;
}
