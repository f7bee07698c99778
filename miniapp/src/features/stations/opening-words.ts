import type { EpochMs } from "../../../../shared/common/time";
import { beijingDayNumber, beijingMinuteOfDay, MINUTE_MS } from "../../../../shared/common/time";
import { opensInTime, waitMinutes } from "../../../../shared/stations/nearest/usability";
import type { Opening } from "../../../../shared/stations/opening";
import type { OpeningAnswer } from "../../../../shared/stations/station-answer";
import { comingTimeWords, dayWord } from "../../ui/words/clock-words";

export type Tone = "open" | "soon" | "shut" | "alert" | "unknown";

/** A state is always a mark, a word and a colour, never a colour alone. */
export interface OpeningWords {
  tone: Tone;
  mark: string;
  text: string;
}

/** Minutes before closing from which the door is 快关门; the server's rule has the same. */
const CLOSING_SOON_MINUTES = 30;

/**
 * The server's answer some minutes later: what was to change by now is no longer known, and an open door becomes one
 * that closes soon. Keeps a list honest that was left open, or kept on the phone while there is no network.
 */
export function agedOpening(opening: OpeningAnswer, now: EpochMs): OpeningAnswer {
  if (opening.changesAt === null) return opening;
  const changesAt = Date.parse(opening.changesAt);
  if (changesAt <= now) return { ...opening, state: "unknown", changesAt: null, opensAt: null, openOnArrival: null };
  const soon = opening.state === "open" && changesAt - now <= CLOSING_SOON_MINUTES * MINUTE_MS;
  return soon ? { ...opening, state: "closing_soon" } : opening;
}

/** What a person is told of a door, at the server's `now`. */
export function openingWords(opening: OpeningAnswer, now: EpochMs): OpeningWords {
  const changesAt = opening.changesAt === null ? null : Date.parse(opening.changesAt);
  const opensAt = opening.opensAt === null ? null : Date.parse(opening.opensAt);
  switch (opening.state) {
    case "open":
      return {
        tone: "open",
        mark: "●",
        text: changesAt === null ? "现在开着" : `现在开着 · ${closing(changesAt, now)}`,
      };
    case "closing_soon":
      return { tone: "soon", mark: "◐", text: changesAt === null ? "快关门" : closingSoon(changesAt, now) };
    case "closed":
      return { tone: "shut", mark: "○", text: opensAt === null ? "关着" : `关着，${comingTimeWords(opensAt, now)} 开` };
    case "temporarily_closed":
      return {
        tone: "shut",
        mark: "◌",
        text: opensAt === null ? "临时关门，还没说哪天开" : `临时关门，${comingTimeWords(opensAt, now)} 恢复`,
      };
    case "reported_closed":
      return { tone: "alert", mark: "!", text: "有人说门关着" };
    case "unknown":
      return { tone: "unknown", mark: "?", text: "不知道开没开" };
  }
}

/** At midnight a door may also become unknown (a holiday nobody spoke of): 开到 24:00 holds in both cases. */
function closing(changesAt: EpochMs, now: EpochMs): string {
  if (beijingMinuteOfDay(changesAt) !== 0) return `${comingTimeWords(changesAt, now)} 关门`;
  const daysAhead = beijingDayNumber(changesAt - 1) - beijingDayNumber(now);
  if (daysAhead === 0) return "开到今晚 24:00";
  return `开到${dayWord(changesAt - 1, now)} 24:00`;
}

function closingSoon(changesAt: EpochMs, now: EpochMs): string {
  const minutes = Math.max(1, Math.ceil((changesAt - now) / MINUTE_MS));
  const closes = beijingMinuteOfDay(changesAt) === 0 ? "24:00" : comingTimeWords(changesAt, now);
  return `${closes} 关门，还有 ${minutes} 分钟`;
}

/** What the rules for arriving go by, with instants in place of their text. */
export function turnsOf({
  state,
  opensAt,
  openOnArrival,
}: OpeningAnswer): Pick<Opening, "state" | "opensAt" | "openOnArrival"> {
  return { state, openOnArrival, opensAt: opensAt === null ? null : Date.parse(opensAt) };
}

/**
 * Whether it can be counted on to be open when the person gets there, in words; null where the state says it all.
 *
 * @param travelMinutes how long the way is
 */
export function arrivalWords(opening: OpeningAnswer, travelMinutes: number, now: EpochMs): string | null {
  const { state, openOnArrival } = opening;
  if (state === "open" || state === "closing_soon") return openOnArrival === false ? "到那里可能已经关门" : null;
  const turns = turnsOf(opening);
  const arrivesAt = now + travelMinutes * MINUTE_MS;
  const wait = waitMinutes(turns, arrivesAt);
  if (wait !== null) return `到了再等 ${wait} 分钟，${comingTimeWords(turns.opensAt ?? now, now)} 开`;
  if (openOnArrival !== true) return null;
  return opensInTime(turns, arrivesAt) ? "到那里正好开门" : "到那里已经开门";
}
