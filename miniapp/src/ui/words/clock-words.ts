import {
  beijingDate,
  beijingDayNumber,
  beijingMinuteOfDay,
  DAY_MINUTES,
  type EpochMs,
  weekdayOf,
} from "../../../../shared/common/time";
import { dateWords, hourWords, weekdayName } from "../../../../shared/stations/hours-words";

/** An instant to come, as people in Beijing say it now: 18:00, 凌晨 2:00, 明天 7:00, 周一 8:00, 12月3日 8:00. */
export function comingTimeWords(instant: EpochMs, now: EpochMs): string {
  const minute = beijingMinuteOfDay(instant);
  const time = hourWords(minute);
  const daysAhead = beijingDayNumber(instant) - beijingDayNumber(now);
  if (daysAhead <= 0) return time;
  if (daysAhead === 1 && minute < EARLY_UNTIL_MINUTE) return `凌晨 ${time}`;
  return `${dayWord(instant, now)} ${time}`;
}

/** Before this, the small hours of tomorrow are still tonight to somebody on a night shift. */
const EARLY_UNTIL_MINUTE = 5 * 60;

/** 今天, 明天, 后天, 周一, 12月3日. */
export function dayWord(instant: EpochMs, now: EpochMs): string {
  const day = beijingDayNumber(instant);
  const daysAhead = day - beijingDayNumber(now);
  if (daysAhead <= 0) return "今天";
  if (daysAhead === 1) return "明天";
  if (daysAhead === 2) return "后天";
  return daysAhead < 7 ? weekdayName(weekdayOf(day)) : dateWords(beijingDate(day));
}

/** A past instant: 今天 08:10, 昨天 19:02, 12 天前. */
export function pastTimeWords(instant: EpochMs, now: EpochMs): string {
  const daysAgo = beijingDayNumber(now) - beijingDayNumber(instant);
  const time = clockWords(instant);
  if (daysAgo <= 0) return `今天 ${time}`;
  if (daysAgo === 1) return `昨天 ${time}`;
  return `${daysAgo} 天前`;
}

/** `08:10`, Beijing time. */
export function clockWords(instant: EpochMs): string {
  return hourWords(beijingMinuteOfDay(instant) % DAY_MINUTES).padStart(5, "0");
}
