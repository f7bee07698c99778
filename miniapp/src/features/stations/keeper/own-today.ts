import { beijingDate, beijingDayNumber, type EpochMs } from "../../../../../shared/common/time";
import type { Hours } from "../../../../../shared/stations/hours";

/** Whether today has hours of its own. */
export function hasOwnToday({ exceptions }: Hours, now: EpochMs): boolean {
  const today = beijingDate(beijingDayNumber(now));
  return exceptions.some(({ date }) => date === today);
}
