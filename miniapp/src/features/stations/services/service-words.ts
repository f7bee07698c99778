import { beijingMinuteOfDay, type EpochMs, MINUTE_MS } from "../../../../../shared/common/time";
import { hourWords } from "../../../../../shared/stations/hours-words";
import type { ServiceTime } from "../../../../../shared/stations/services/service-time";
import { dayWord } from "../../../ui/words/clock-words";

/** A state is always a mark and words, never a colour alone. */
export interface ServiceWords {
  tone: "now" | "later" | "unknown";
  mark: string;
  text: string;
}

/** Whether a service is there for somebody who arrives then, in words: 现在有，到 16:00, 今天 14:00 开始, 周二 14:00 开始. */
export function serviceWords(time: ServiceTime, now: EpochMs): ServiceWords {
  const { onArrival, startsAt, until, isDoorKnown } = time;
  if (onArrival === true) {
    const begins = startsAt !== null && startsAt > now;
    const end = until === null ? "" : `，到 ${endWords(until, now)}`;
    return { tone: "now", mark: "●", text: begins ? `${hourAt(startsAt)} 开始，到了正好${end}` : `现在有${end}` };
  }
  if (onArrival === null) {
    const text = isDoorKnown ? "这会儿有没有，不知道" : "门开没开不知道，先问问";
    return { tone: "unknown", mark: "?", text };
  }
  if (startsAt === null) return { tone: "later", mark: "○", text: "最近两周没有" };
  const door = isDoorKnown ? "" : "，到时门开没开不知道";
  return { tone: "later", mark: "○", text: `${startWords(startsAt, now)} 开始${door}` };
}

/** When something begins, with its day: 今天 14:00, 周二 14:00. */
export function startWords(startsAt: EpochMs, now: EpochMs): string {
  return `${dayWord(startsAt, now)} ${hourAt(startsAt)}`;
}

/** When something ends: 16:00, 24:00; with its day where that is not today. */
export function endWords(until: EpochMs, now: EpochMs): string {
  // What ends at midnight ends today.
  const day = dayWord(until - MINUTE_MS, now);
  const hour = beijingMinuteOfDay(until) === 0 ? "24:00" : hourAt(until);
  return day === "今天" ? hour : `${day} ${hour}`;
}

function hourAt(instant: EpochMs): string {
  return hourWords(beijingMinuteOfDay(instant));
}
