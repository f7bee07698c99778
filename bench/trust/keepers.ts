import { beijingDayNumber, DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS } from "../../shared/common/time.js";
import { UNCONFIRMED_DAYS } from "../../shared/notices/due-notices.js";
import { calmFrom, MOST_CALM_A_DAY } from "../../shared/notices/quiet-hours.js";
import { openingAt } from "../../shared/stations/opening.js";
import { postedAt } from "../../shared/stations/posted-hours.js";
import type { Random } from "../made-up-stations.js";
import type { Happening } from "./attacks.js";
import { type CityStation, monthStartsAt } from "./city.js";
import type { Sender } from "./phones.js";

/** Keepers who are told by a message. Null: nobody tells them anything. */
export interface Told {
  /** So many keepers answer every message; the others none. */
  answerShare: number;
  /** Half of those who answer have done so after this. */
  medianMinutes: number;
}

/** What messages came to. */
export interface Messages {
  /** That somebody stands before the door, or that it is turned. */
  urgent: number;
  /** That nobody has confirmed it for days. */
  calm: number;
  answered: number;
}

/**
 * Answers lie around the median as e to a bell curve of this width: one in six takes more than twice and a half as
 * long.
 */
const SPREAD = 0.9;

export type Keepers = ReturnType<typeof createKeepers>;

/**
 * What the product tells keepers (`api/notices/tell-news.ts`, `tell-due.ts`), told here once more in memory, and what those
 * do who answer: whoever stands in a spell says until when the door is shut, everybody else confirms that it is open. Nobody
 * answers between 21 and 7, nor for a station that is gone. Every keeper has said yes to as many messages as come.
 *
 * @param plan puts what a keeper will do among what happens
 */
export function createKeepers(
  { answerShare, medianMinutes }: Told,
  stations: readonly CityStation[],
  random: Random,
  plan: (happening: Happening) => void,
) {
  const messages: Messages = { urgent: 0, calm: 0, answered: 0 };
  const answers = new Map(stations.map((station) => [station, !station.isGone && random() < answerShare]));
  const said = new Set<string>();
  const ofDay = new Map<string, number>();

  function willAnswer(city: CityStation, toldAt: EpochMs): void {
    // Drawn for everybody, so that the same people answer after the same time in each world.
    const delay = medianMinutes * Math.exp(SPREAD * bellCurve(random)) * MINUTE_MS;
    const at = toldAt + delay;
    if (answers.get(city) !== true || calmFrom(at) !== at) return;
    plan({ at, happen: () => answer(city, at) });
  }

  function answer(city: CityStation, at: EpochMs): void {
    const { known } = city;
    messages.answered += 1;
    const spell = city.spells.find(({ from, to }) => from <= at && at < to);
    if (spell !== undefined) known.closure = { from: at, until: spell.to, reason: null };
    else if (postedAt(known.hours, at).state === "open") {
      known.verified = { ...known.verified, open: at };
      known.reportedClosedUntil = null;
    }
  }

  function once(city: CityStation, notice: string): boolean {
    const key = `${city.known.id} ${notice}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  }

  return {
    messages: (): Messages => messages,
    /** A report came in, and the rules have been through it. */
    reported: (city: CityStation, sender: Sender, at: EpochMs): void => {
      const { known } = city;
      // What anybody could make up costs no message.
      if (sender.person === null) return;
      const { state } = openingAt({ ...known, reportedClosedUntil: null }, at);
      if (state === "closed" || state === "temporarily_closed") return;
      const spell = known.verified.open ?? 0;
      const isTurned = known.reportedClosedUntil !== null && at < known.reportedClosedUntil;
      const notices = [
        `door ${beijingDayNumber(at)} ${spell}`,
        ...(isTurned ? [`turned ${known.shutReports?.turns} ${spell}`] : []),
      ];
      for (const notice of notices) {
        if (!once(city, notice)) continue;
        messages.urgent += 1;
        willAnswer(city, at);
      }
    },
    /** Looks at nine in the morning at what nobody has confirmed; two calm messages a day at most. */
    morning: (city: CityStation, at: EpochMs): void => {
      const confirmedAt = city.known.verified.open ?? monthStartsAt();
      const days = Math.floor((at - confirmedAt) / DAY_MS);
      const asked = UNCONFIRMED_DAYS.filter((least) => days >= least).at(-1);
      if (asked === undefined || !once(city, `unconfirmed ${asked} ${confirmedAt}`)) return;
      const today = `${city.known.id} ${beijingDayNumber(at)}`;
      if ((ofDay.get(today) ?? 0) >= MOST_CALM_A_DAY) return;
      ofDay.set(today, (ofDay.get(today) ?? 0) + 1);
      messages.calm += 1;
      willAnswer(city, at);
    },
  };
}

/** Nine o'clock of every day. */
export function morningsOf(days: number): EpochMs[] {
  return Array.from({ length: days }, (_, day) => monthStartsAt() + day * DAY_MS + 9 * HOUR_MS);
}

function bellCurve(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
