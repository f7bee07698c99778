import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS } from "../common/time.js";

/** How soon something was done, as people say it: 12 分钟后, 3 小时后, 2 天后. */
export function sinceWords(from: EpochMs, to: EpochMs): string {
  const ms = Math.max(to - from, MINUTE_MS);
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)} 分钟后`;
  if (ms < DAY_MS) return `${Math.round(ms / HOUR_MS)} 小时后`;
  return `${Math.round(ms / DAY_MS)} 天后`;
}
