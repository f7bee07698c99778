import { beijingDate, beijingDayNumber, type EpochMs } from "../../../../shared/core/time";
import { dateWords } from "../../../../shared/stations/hours-words";
import { clockWords } from "../../ui/words/clock-words";

/** 3月3日 19:00, with the year where it is not this one. */
export function whenWords(at: EpochMs, now: EpochMs): string {
  const date = beijingDate(beijingDayNumber(at));
  const year = date.slice(0, 4) === beijingDate(beijingDayNumber(now)).slice(0, 4) ? "" : `${date.slice(0, 4)}年`;
  return `${year}${dateWords(date)} ${clockWords(at)}`;
}
