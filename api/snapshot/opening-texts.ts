import { beijingDayNumber, type EpochMs, startOfBeijingDay } from "../../shared/core/time.js";
import { calendarDay } from "../../shared/stations/calendar.js";
import type { Hours } from "../../shared/stations/hours.js";
import type { StationIndex } from "../../shared/stations/nearest/station-index.js";
import { CLOSING_SOON_MS, openingAt } from "../../shared/stations/opening.js";
import { postedTurns } from "../../shared/stations/posted-hours.js";
import { jsonBytes } from "../http/json-bytes.js";
import { presentOpening } from "../stations/present-station.js";

/** What is answered of doors with the same hours, but for who arrives when. */
interface OpeningText {
  from: EpochMs;
  until: EpochMs;
  /** The bytes of JSON without its end. */
  text: string;
  calendarKnown: boolean;
}

/**
 * What is answered of a door, as the bytes of JSON. Thousands of doors share their hours, and until the next turn of those
 * nothing of the answer changes but whether somebody still comes in time.
 */
export class OpeningTexts {
  readonly #index: StationIndex;
  readonly #byHours: (OpeningText | undefined)[] = [];

  constructor(index: StationIndex) {
    this.#index = index;
  }

  /** The bytes of the JSON of `presentOpening` for a row of the index. */
  text(row: number, at: EpochMs, arrivesAt: EpochMs): string {
    const number = this.#index.hoursNumber(row);
    const timeline = this.#index.timelines.timeline(number);
    const rare = this.#index.rare(row);
    if (rare !== null) {
      return jsonBytes(presentOpening(openingAt({ ...rare, hours: timeline.hours }, at, arrivesAt)));
    }
    let shared = this.#byHours[number];
    if (shared === undefined || at < shared.from || at >= shared.until) {
      shared = openingText(timeline.hours, at);
      this.#byHours[number] = shared;
    }
    const posted = timeline.stateAt(arrivesAt, beijingDayNumber(at));
    const openOnArrival = posted === "unknown" ? null : posted === "open";
    const calendarKnown = shared.calendarKnown && calendarDay(beijingDayNumber(arrivesAt)).announced;
    return `${shared.text},"openOnArrival":${openOnArrival},"calendarKnown":${calendarKnown}}`;
  }
}

function openingText(hours: Hours, at: EpochMs): OpeningText {
  const opening = openingAt({ hours, closure: null, reportedClosedUntil: null }, at);
  const { openOnArrival, calendarKnown, ...rest } = presentOpening(opening);
  const today = beijingDayNumber(at);
  const soon = opening.changesAt === null ? [] : [opening.changesAt - CLOSING_SOON_MS];
  const turns = [...postedTurns(hours, today), ...soon].filter((instant) => instant > at);
  return {
    from: at,
    until: Math.min(startOfBeijingDay(today + 1), ...turns),
    text: jsonBytes(rest).slice(0, -1),
    calendarKnown,
  };
}
