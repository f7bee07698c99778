import { beijingDayNumber, beijingMinuteOfDay, type EpochMs, HOUR_MS, startOfBeijingDay } from "../common/time.js";

/** What is not urgent goes out between these hours, Beijing time. */
export const TOLD_FROM_HOUR = 7;
export const TOLD_UNTIL_HOUR = 21;

/** So many messages that are not urgent a person is sent in a Beijing day. */
export const MOST_CALM_A_DAY = 2;

/** From when on something that is not urgent may be said: now, or the next morning at seven. */
export function calmFrom(now: EpochMs): EpochMs {
  const hour = beijingMinuteOfDay(now) / 60;
  if (hour >= TOLD_UNTIL_HOUR) return nextMorning(now);
  return hour < TOLD_FROM_HOUR ? morningOf(beijingDayNumber(now)) : now;
}

/** Seven o'clock of the next Beijing day. */
export function nextMorning(now: EpochMs): EpochMs {
  return morningOf(beijingDayNumber(now) + 1);
}

function morningOf(dayNumber: number): EpochMs {
  return startOfBeijingDay(dayNumber) + TOLD_FROM_HOUR * HOUR_MS;
}
