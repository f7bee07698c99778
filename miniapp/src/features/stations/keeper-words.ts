import { type EpochMs, HOUR_MS, MINUTE_MS } from "../../../../shared/common/time";
import type { StationItem } from "../../../../shared/stations/station-answer";
import { pastTimeWords } from "../../ui/words/clock-words";

/** When somebody last confirmed a station, told to its keeper: 3 小时前站长确认过. */
export function confirmedAgoWords(
  { verifiedAt, confirmedBy }: Pick<StationItem, "verifiedAt" | "confirmedBy">,
  now: EpochMs,
): string {
  if (verifiedAt === null) return "还没人确认过";
  const who = confirmedBy === "keeper" ? "站长" : confirmedBy === "officer" ? "工会" : "有人";
  return `${agoWords(Date.parse(verifiedAt), now)}${who}确认过`;
}

function agoWords(instant: EpochMs, now: EpochMs): string {
  const ago = now - instant;
  if (ago < MINUTE_MS) return "刚刚";
  if (ago < HOUR_MS) return `${Math.floor(ago / MINUTE_MS)} 分钟前`;
  if (ago < 12 * HOUR_MS) return `${Math.floor(ago / HOUR_MS)} 小时前`;
  return pastTimeWords(instant, now);
}
