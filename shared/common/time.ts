/** Milliseconds since 1970-01-01T00:00Z. Every instant inside the program has this form. */
export type EpochMs = number;

/** A civil date in Beijing, `YYYY-MM-DD`. */
export type BeijingDate = string;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const DAY_MINUTES = 1_440;

/** China keeps one time zone, UTC+8, with no daylight saving since 1991; the offset is therefore a constant. */
const BEIJING_OFFSET_MS = 8 * HOUR_MS;

/** Days since 1970-01-01 of the Beijing civil day that holds an instant. */
export function beijingDayNumber(at: EpochMs): number {
  return Math.floor((at + BEIJING_OFFSET_MS) / DAY_MS);
}

/** The instant at which a Beijing civil day, counted from 1970-01-01, begins. */
export function startOfBeijingDay(dayNumber: number): EpochMs {
  return dayNumber * DAY_MS - BEIJING_OFFSET_MS;
}

/** The instant of a date and a time of day, `HH:MM`, in Beijing. */
export function beijingInstant(date: BeijingDate, timeOfDay = "00:00"): EpochMs {
  return Date.parse(`${date}T${timeOfDay}Z`) - BEIJING_OFFSET_MS;
}

/** The date `YYYY-MM-DD` of a Beijing civil day counted from 1970-01-01. */
export function beijingDate(dayNumber: number): BeijingDate {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** 0 = Monday … 6 = Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** Minutes since midnight in Beijing, 0–1439. */
export function beijingMinuteOfDay(at: EpochMs): number {
  return Math.floor((at - startOfBeijingDay(beijingDayNumber(at))) / MINUTE_MS);
}
