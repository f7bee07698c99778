import { type TravelMode, travelMinutes } from "../../../../shared/common/distance";
import { beijingDayNumber, type EpochMs } from "../../../../shared/common/time";
import type { StationItem } from "../../../../shared/stations/station-answer";
import { pastTimeWords } from "../../ui/words/clock-words";
import { agedOpening } from "./opening-words";

const DEMO_PREFIX = "示例·";

/** The name where the mark 示例 stands beside it; a demo station carries the word in its name too, for other lists. */
export function ownName({ name, isDemo }: Pick<StationItem, "name" | "isDemo">): string {
  return isDemo && name.startsWith(DEMO_PREFIX) ? name.slice(DEMO_PREFIX.length) : name;
}

/** 430 米, 1.2 公里, 35 公里. */
export function distanceWords(metres: number, isRough = false): string {
  if (isRough) return `${Math.max(1, Math.round(metres / 1_000))} 公里左右`;
  if (metres < 1_000) return `${metres} 米`;
  const kilometres = metres / 1_000;
  return `${kilometres < 10 ? kilometres.toFixed(1).replace(/\.0$/, "") : Math.round(kilometres)} 公里`;
}

/** A travel time in parts, to be drawn as 约 6 分钟: what stands before the number, the number, the unit. */
interface TravelTime {
  about: "约 " | "";
  number: string;
  unit: string;
}

/** Nobody sets out for longer: beyond it the distance alone is told. */
const LONGEST_TRAVEL_MINUTES = 6 * 60;

/** So many minutes are one step where the position is rough. */
const ROUGH_STEP_MINUTES = 10;

/**
 * A travel time to be read at a glance: 约 6 分钟, 约 1.5 小时; null where it is longer than anybody goes. From a position that is only roughly known it is a range:
 * 约 10–20 分钟, and what would be nearest is 20 分钟以内.
 */
export function travelTime(minutes: number, isRough = false): TravelTime | null {
  if (minutes > LONGEST_TRAVEL_MINUTES) return null;
  if (isRough && minutes < ROUGH_STEP_MINUTES) return { about: "", number: "20", unit: "分钟以内" };
  if (isRough && minutes < 60) {
    const least = Math.floor(minutes / ROUGH_STEP_MINUTES) * ROUGH_STEP_MINUTES;
    return { about: "约 ", number: `${least}–${least + ROUGH_STEP_MINUTES}`, unit: "分钟" };
  }
  if (minutes < 60) return { about: "约 ", number: String(minutes), unit: "分钟" };
  const hours = isRough
    ? `${Math.floor(minutes / 60)}–${Math.floor(minutes / 60) + 1}`
    : String(Math.round(minutes / 30) / 2);
  return { about: "约 ", number: hours, unit: "小时" };
}

export const TRAVEL_LABELS: Record<TravelMode, string> = { walk: "走路", ebike: "骑车" };

/** 走路约 6 分钟 · 430 米; where it takes longer than anybody goes, 236 公里. */
export function wayWords(metres: number, travel: TravelMode, isRough: boolean): string {
  const time = travelTime(travelMinutes(metres, travel), isRough);
  const distance = distanceWords(metres, isRough);
  return time === null ? distance : `${TRAVEL_LABELS[travel]}${time.about}${time.number} ${time.unit} · ${distance}`;
}

const CONFIRMERS = { keeper: "站长确认", officer: "工会确认" } as const;

/** From then on it counts that nobody came, no longer that somebody once did. */
const LONG_UNCONFIRMED_DAYS = 30;

/** Why to believe the card: when somebody last saw the door open as posted, and who. */
export function verifiedWords(
  { verifiedAt, confirmedBy }: Pick<StationItem, "verifiedAt" | "confirmedBy">,
  now: EpochMs,
): string {
  if (verifiedAt === null) return "还没人确认过";
  const days = beijingDayNumber(now) - beijingDayNumber(Date.parse(verifiedAt));
  if (days >= LONG_UNCONFIRMED_DAYS) return `${days} 天没人确认`;
  return `${pastTimeWords(Date.parse(verifiedAt), now)} ${confirmedBy ? CONFIRMERS[confirmedBy] : "确认"}`;
}

/** Who may come in and how, from what the station itself says; null where it says nothing. */
export function entryWords({ audience, entryNote }: Pick<StationItem, "audience" | "entryNote">): string | null {
  const words = [audience, entryNote].filter((part): part is string => part !== null && part !== "");
  return words.length === 0 ? null : words.join(" · ");
}

export const CALENDAR_UNKNOWN = "明年放假安排还没公布，以门口为准";

/** The last line of a card: why to believe it, who may come in, and that nobody is there to let one in. */
export function trustWords(station: StationItem, now: EpochMs): string {
  const entry = entryWords(station);
  return [
    verifiedWords(station, now),
    ...(entry ? [entry] : []),
    ...(agedOpening(station.opening, now).unattended ? ["没人值守，自己进"] : []),
  ].join(" · ");
}
