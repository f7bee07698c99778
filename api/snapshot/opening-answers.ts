import { beijingDayNumber, type EpochMs, startOfBeijingDay } from "../../shared/common/time.js";
import { calendarDay } from "../../shared/stations/calendar.js";
import type { Hours } from "../../shared/stations/hours.js";
import type { StationIndex } from "../../shared/stations/nearest/station-index.js";
import { CLOSING_SOON_MS, openingAt } from "../../shared/stations/opening.js";
import { postedTurns } from "../../shared/stations/posted-hours.js";
import { presentOpening } from "../../shared/stations/present-station.js";
import type { OpeningAnswer } from "../../shared/stations/station-answer.js";

/** What is answered of doors with the same hours, to somebody who is there already. */
interface SharedOpening {
  from: EpochMs;
  until: EpochMs;
  answer: OpeningAnswer;
}

/**
 * What is answered of doors. Thousands of them share their hours, and until the next turn of those nothing of the answer
 * changes but whether somebody still comes in time.
 */
export class OpeningAnswers {
  readonly #index: StationIndex;
  readonly #byHours: (SharedOpening | undefined)[] = [];

  constructor(index: StationIndex) {
    this.#index = index;
  }

  /** What `presentOpening` says of `openingAt`, for a row of the index. */
  answer(row: number, at: EpochMs, arrivesAt: EpochMs): OpeningAnswer {
    const number = this.#index.hoursNumber(row);
    const timeline = this.#index.timelines.timeline(number);
    const rare = this.#index.rare(row);
    if (rare !== null) return presentOpening(openingAt({ ...rare, hours: timeline.hours }, at, arrivesAt));
    let shared = this.#byHours[number];
    if (shared === undefined || at < shared.from || at >= shared.until) {
      shared = sharedOpening(timeline.hours, at);
      this.#byHours[number] = shared;
    }
    const posted = timeline.stateAt(arrivesAt, beijingDayNumber(at));
    return {
      ...shared.answer,
      openOnArrival: posted === "unknown" ? null : posted === "open",
      calendarKnown: shared.answer.calendarKnown && calendarDay(beijingDayNumber(arrivesAt)).announced,
    };
  }
}

function sharedOpening(hours: Hours, at: EpochMs): SharedOpening {
  const opening = openingAt({ hours, closure: null, reportedClosedUntil: null }, at);
  const today = beijingDayNumber(at);
  const soon = opening.changesAt === null ? [] : [opening.changesAt - CLOSING_SOON_MS];
  const turns = [...postedTurns(hours, today), ...soon].filter((instant) => instant > at);
  return {
    from: at,
    until: Math.min(startOfBeijingDay(today + 1), ...turns),
    answer: presentOpening(opening),
  };
}
