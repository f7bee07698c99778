import { DAY_MS, type EpochMs } from "../common/time.js";
import type { BookingRules } from "./booking-rules.js";

export interface AbsenceStanding {
  /** Absences of the last days of the window, today among them. */
  count: number;
  /** Until when nothing can be booked; null: booking is open. */
  pausedUntil: EpochMs | null;
  /** One more would pause booking soon. */
  warned: boolean;
}

type AbsenceRules = Pick<BookingRules, "absencesToPause" | "absencesToWarn" | "absenceWindowDays" | "pauseDays">;

/**
 * What a person's absences mean. The last of so many within the window pauses booking from its own instant on; a pause
 * that is over starts again only with a further absence.
 *
 * @param times when each absence that counts happened, in any order; waived ones are not among them
 */
export function absenceStanding(times: readonly EpochMs[], rules: AbsenceRules, now: EpochMs): AbsenceStanding {
  const windowMs = rules.absenceWindowDays * DAY_MS;
  const sorted = [...times].sort((a, b) => a - b);
  const pauses = sorted.flatMap((at, i) => {
    const first = sorted[i - rules.absencesToPause + 1];
    return first !== undefined && at - first < windowMs ? [at + rules.pauseDays * DAY_MS] : [];
  });
  const until = Math.max(...pauses, 0);
  const count = sorted.filter((at) => now - at < windowMs).length;
  return { count, pausedUntil: until > now ? until : null, warned: count >= rules.absencesToWarn };
}
