import {
  beijingDayNumber,
  DAY_MINUTES,
  type EpochMs,
  HOUR_MS,
  MINUTE_MS,
  startOfBeijingDay,
} from "../../../../../shared/common/time";
import type { Hours } from "../../../../../shared/stations/hours";
import { hoursOfDay, openingAt } from "../../../../../shared/stations/opening";
import { comingTimeWords } from "../../../ui/words/clock-words";

/** One way to end a closure: a tap, and what it comes to. */
export interface ClosureEnd {
  label: string;
  until: EpochMs;
  /** 15:20 再开, 明天 8:30 再开. */
  reopens: string;
}

/** The ends that keepers need most, at the server's `now`. */
export function closureEnds(hours: Hours, now: EpochMs): ClosureEnd[] {
  const today = beijingDayNumber(now);
  return [
    closureEnd("1 小时", hours, now + HOUR_MS, now),
    closureEnd("今天不开了", hours, closingOf(hours, today, now), now),
    closureEnd("明天也不开", hours, closingOf(hours, today + 1, now), now),
  ];
}

export function closureEnd(label: string, hours: Hours, until: EpochMs, now: EpochMs): ClosureEnd {
  const door = { hours, closure: { from: now, until, reason: null }, reportedClosedUntil: null };
  const { opensAt } = openingAt(door, now);
  return {
    label,
    until,
    reopens: opensAt === null ? `关到${comingTimeWords(until, now)}` : `${comingTimeWords(opensAt, now)} 再开`,
  };
}

/** When a day's last hours end, the small hours of the next day included; its midnight where it has none left. */
function closingOf(hours: Hours, day: number, now: EpochMs): EpochMs {
  const spans = hoursOfDay(hours, day);
  const last = spans === "unknown" ? 0 : Math.max(0, ...spans.map(({ closes }) => closes));
  const closes = startOfBeijingDay(day) + last * MINUTE_MS;
  return closes > now ? closes : startOfBeijingDay(day) + DAY_MINUTES * MINUTE_MS;
}
