import type { BeijingDate } from "../../common/time.js";
import type { Hours } from "../hours.js";
import { hoursToWrite } from "../hours-to-write.js";
import { hourWords } from "../hours-words.js";
import { isSingle } from "./kept-services.js";
import { bareHours, readServiceHours } from "./read-service-hours.js";

/** When a service is there, in words that are read as the same hours; null: there are none. */
export function serviceHoursText(hours: Hours, today: BeijingDate): string | null {
  const candidates = [hours.written, isSingle(hours) ? datesInWords(hours) : hoursToWrite(hours)];
  const isSame = (text: string) => {
    const again = readServiceHours(text, today).hours;
    return again !== null && JSON.stringify(bareHours(again)) === JSON.stringify(bareHours(hours));
  };
  return candidates.find((text): text is string => text !== undefined && isSame(text)) ?? null;
}

/** 2026年12月5日 9:00-11:00；2026年12月6日 9:00-11:00. */
function datesInWords({ exceptions }: Hours): string {
  return exceptions
    .map(({ date, hours }) => {
      const [year, month, day] = date.split("-").map(Number);
      const spans = hours === "unknown" ? [] : hours;
      const times = spans.map(
        ({ opens, closes }) =>
          `${hourWords(opens)}-${closes > 1_440 ? `次日${hourWords(closes - 1_440)}` : hourWords(closes)}`,
      );
      return `${year}年${month}月${day}日 ${times.join(",")}`;
    })
    .join("；");
}
