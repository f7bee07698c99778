import { beijingDayNumber, type EpochMs, HOUR_MS } from "../common/time.js";
import { openingAt } from "../stations/opening.js";
import type { ShutReports, Station } from "../stations/station.js";
import { countReporters, type DoorReport, type ReporterCount } from "./reporters.js";
import type { TrustSettings } from "./trust-settings.js";

type Reported = Pick<Station, "hours" | "closure" | "reportedClosedUntil" | "shutReports" | "verified">;

/** What reports of a shut door change about a station. */
export type ShutChange = Pick<Station, "reportedClosedUntil" | "shutReports">;

/** Who may turn a station. */
export type TurnedBy = "vouched" | "settled";

/** One person at the door, or two who are not. */
const DOUBTED_WEIGHT = 1;
/** A turn that nobody answers lasts twice as long the next time, up to this. */
const LONGEST_LAPSE_HOURS = 7 * 24;

/**
 * What becomes of a station by the reports of a shut door made so far, of which one was made now.
 *
 * Only reports since the last confirmation count. While the door is shut by its hours or by a closure, a report says
 * nothing new, and changes nothing. What anybody could make up moves a station down and never turns it.
 *
 * @param by who may turn it: all whom WeChat vouches for, or, while the city's brake is on, settled accounts alone
 * @returns null when nothing changes
 */
export function afterShutReport(
  station: Reported,
  reports: readonly DoorReport[],
  now: EpochMs,
  settings: TrustSettings,
  by: TurnedBy = "vouched",
): ShutChange | null {
  const { state } = openingAt(station, now);
  if (state === "closed" || state === "temporarily_closed") return null;
  const standing = reports.filter(({ at }) => at > (station.verified.open ?? 0));
  const inDoubt = countReporters(standing, now, settings.doubtHours * 60);
  if (inDoubt.all.weight < DOUBTED_WEIGHT) return null;
  const before = standingReports(station);
  const isTurn = agree(countReporters(standing, now, settings.windowMinutes)[by], settings);
  const isNewTurn = isTurn && state !== "reported_closed";
  const isNewDay = before === null || beijingDayNumber(before.doubtedAt) !== beijingDayNumber(now);
  const turns = (before?.turns ?? 0) + (isNewTurn ? 1 : 0);
  const until = now + lapseHours(turns, settings) * HOUR_MS;
  return {
    reportedClosedUntil: isTurn ? Math.max(station.reportedClosedUntil ?? 0, until) : station.reportedClosedUntil,
    shutReports: {
      doubtedAt: now,
      // Somebody real is among them: two networks alone are nobody's word.
      bySeveral: inDoubt.vouched.reporters > 0 && agree(inDoubt.all, settings),
      days: (before?.days ?? 0) + (isNewDay ? 1 : 0),
      turns,
    },
  };
}

/** The reports that nobody at the station has answered; null when there are none. */
export function standingReports(station: Pick<Station, "shutReports" | "verified">): ShutReports | null {
  const { shutReports, verified } = station;
  return shutReports && shutReports.doubtedAt > (verified.open ?? 0) ? shutReports : null;
}

function agree({ reporters, weight }: ReporterCount, settings: TrustSettings): boolean {
  return reporters >= settings.reporters && weight >= settings.weight;
}

function lapseHours(turns: number, { lapseHours: first }: TrustSettings): number {
  return Math.min(first * 2 ** Math.max(turns - 1, 0), LONGEST_LAPSE_HOURS);
}
