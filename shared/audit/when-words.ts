import { beijingDate, beijingDayNumber, beijingMinuteOfDay, DAY_MINUTES, type EpochMs } from "../common/time.js";
import { dateWords, hourWords } from "../stations/hours-words.js";

/** 3月3日 19:00, with the year where it is not that of `now`. */
export function whenWords(at: EpochMs, now: EpochMs): string {
  const date = beijingDate(beijingDayNumber(at));
  const year = date.slice(0, 4) === beijingDate(beijingDayNumber(now)).slice(0, 4) ? "" : `${date.slice(0, 4)}年`;
  return `${year}${dateWords(date)} ${hourWords(beijingMinuteOfDay(at) % DAY_MINUTES).padStart(5, "0")}`;
}
